using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pdf.Content;

namespace BookBuilder.Pdf.Structure;

/// <summary>An element of the structure tree, before it is known where on the pages its content stands (ISO 32000-1, 14.7.2).</summary>
/// <param name="tag">Its tag; one that is not standard stands in <see cref="StructureTags.RoleMap"/>.</param>
internal sealed class StructureElement(string tag)
{
    /// <summary>The tag.</summary>
    public string Tag { get; } = tag;
    /// <summary>What it holds, in reading order.</summary>
    public List<StructureKid> Kids { get; } = [];
    /// <summary>Its language where it differs; else null.</summary>
    public string? Language { get; init; }
    /// <summary>What it says to those who do not see it; null when its content says it.</summary>
    public string? Alternative { get; init; }
    /// <summary>A name unique in the book, which notes must have; else null.</summary>
    public string? Id { get; init; }
    /// <summary>Where the author wrote what it stands for; none for what the book generates.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
    /// <summary>Facts about it.</summary>
    public List<StructureAttribute> Attributes { get; } = [];

    /// <summary>Adds an element below.</summary>
    public StructureElement Add(StructureElement kid)
    {
        Kids.Add(new ElementKid(kid));
        return kid;
    }

    /// <summary>Adds an element below, of a tag and nothing else.</summary>
    public StructureElement Add(string tag) => Add(new StructureElement(tag));
}

/// <summary>Something an element holds. A closed set.</summary>
internal abstract record StructureKid
{
    private protected StructureKid() { }
}

/// <summary>An element.</summary>
internal sealed record ElementKid(StructureElement Element) : StructureKid;

/// <summary>A leaf's content, wherever the pages show it.</summary>
internal sealed record LeafKid(LeafKey Leaf) : StructureKid;

/// <summary>The places to click that lead away from a node.</summary>
internal sealed record LinkKid(NodeId Source) : StructureKid;

/// <summary>A fact about an element (14.8.5): exactly one of name and number is given.</summary>
/// <param name="Owner">Who defines the attribute: "Table", "List", "Layout".</param>
/// <param name="Key">The attribute.</param>
/// <param name="Name">Its value, when that is a name.</param>
/// <param name="Number">Its value, when that is a number.</param>
internal sealed record StructureAttribute(string Owner, string Key, string? Name, int? Number = null);
