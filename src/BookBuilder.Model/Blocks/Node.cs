using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Blocks;

/// <summary>The name of a node within a book: its chapter and a number within it.</summary>
/// <remarks>Given once, when the book is resolved; everything later (frames, tags, anchors, page map) speaks of nodes by it.</remarks>
/// <param name="Chapter">The chapter's key; "" only in <see cref="None"/>.</param>
/// <param name="Ordinal">Counts from 1 within the chapter, in document order but for generated nodes, which come last.</param>
public readonly record struct NodeId(string Chapter, int Ordinal)
{
    /// <summary>The id of a node that no book holds yet.</summary>
    public static NodeId None => new("", 0);

    /// <summary>"chapter#7".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Chapter}#{Ordinal}");
}

/// <summary>What an author hung on an element: <c>{#id .class key="value"}</c>.</summary>
public sealed record Attributes
{
    /// <summary>Nothing.</summary>
    public static Attributes None { get; } = new();

    /// <summary>The label, by which the book refers to the element; null when it has none. Canonical: "fig-x", never a colon.</summary>
    public string? Label { get; init; }
    /// <summary>Whether the label was made of the heading's words rather than written by the author; then another chapter may have the same.</summary>
    public bool LabelIsAutomatic { get; init; }
    /// <summary>The classes, without their points, in the author's order.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];
    /// <summary>The key-value pairs ("width" -> "80%"), in the author's order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values { get; init; } = [];

    /// <summary>Whether a class was given.</summary>
    public bool Has(string name) => Classes.Contains(name);

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach ((string k, string v) in Values)
                if (k == key)
                    return v;
            return null;
        }
    }
}

/// <summary>Anything in a book that has a place: block, inline, list item, table row or cell, note.</summary>
public abstract record Node
{
    private protected Node() { }

    /// <summary>Where the author wrote it.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>Its name; <see cref="NodeId.None"/> until the book is resolved.</summary>
    public NodeId Id { get; init; } = NodeId.None;

    /// <summary>What the author hung on it.</summary>
    public Attributes Attributes { get; init; } = Attributes.None;
}
