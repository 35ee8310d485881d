using System.Collections.Frozen;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;

namespace BookBuilder.Pdf.Structure;

/// <summary>The structure tree as the model has it: what is a heading, a list, a note, and in which order it is read.</summary>
/// <param name="Root">The document.</param>
/// <param name="Tags">How each leaf is tagged on its page.</param>
/// <param name="Elements">The elements of nodes that hold other nodes, for destinations that no frame names.</param>
/// <param name="LinkTexts">What a link says, by the node it leads away from.</param>
internal sealed record StructurePlan(StructureElement Root, LeafTags Tags,
    FrozenDictionary<NodeId, StructureElement> Elements, FrozenDictionary<NodeId, string> LinkTexts)
{
    /// <summary>Plans the tree of a whole book.</summary>
    public static StructurePlan Of(ResolvedBook book) => new StructurePlanner(book).Plan();
}

/// <summary>What a planner notes while it goes through the book.</summary>
internal sealed class PlanNotes
{
    /// <summary>The tags of leaves.</summary>
    public Dictionary<LeafKey, LeafTag> Tags { get; } = [];
    /// <summary>The elements of nodes.</summary>
    public Dictionary<NodeId, StructureElement> Elements { get; } = [];
    /// <summary>The words of links.</summary>
    public Dictionary<NodeId, string> LinkTexts { get; } = [];

    /// <summary>A node's own content stands here.</summary>
    public void Leaf(StructureElement parent, Node node, bool isText) => Put(parent, new(node.Id, IsLabel: false), isText);

    /// <summary>What was generated before a node stands here, if the pages show any.</summary>
    public void Label(StructureElement parent, NodeId node) => Put(parent, new(node, IsLabel: true), isText: false);

    /// <summary>A node is there for the eye only.</summary>
    public void Decoration(Node node)
    {
        Tags[new(node.Id, false)] = LeafTag.Decoration;
        Tags[new(node.Id, true)] = LeafTag.Decoration;
    }

    private void Put(StructureElement parent, LeafKey leaf, bool isText)
    {
        // The same node in two places would be read twice; the first place has it.
        if (Tags.TryAdd(leaf, new(parent.Tag, isText))) parent.Kids.Add(new LeafKid(leaf));
    }
}
