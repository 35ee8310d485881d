using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;

namespace BookBuilder.Pdf.Structure;

/// <summary>The structure tree as the model has it: what is a heading, a list, a note, and in which order it is read.</summary>
/// <param name="Root">The document.</param>
/// <param name="Chapters">The plan of each chapter, by its key.</param>
internal sealed record StructurePlan(StructureElement Root, IReadOnlyDictionary<string, ChapterPlan> Chapters)
{
    /// <summary>How each leaf is tagged on its page.</summary>
    public LeafTags Tags { get; } = new(Chapters.ToDictionary(static c => c.Key, static c => c.Value.Tags));

    /// <summary>The element of a node that holds other nodes, for destinations that no frame names; null when it has none.</summary>
    public StructureElement? ElementOf(NodeId node) => Chapters.TryGetValue(node.Chapter, out ChapterPlan? plan) ? plan.Elements.GetValueOrDefault(node) : null;

    /// <summary>What a link says, by the node it leads away from; empty when nothing is known.</summary>
    public string LinkTextOf(NodeId node) => Chapters.TryGetValue(node.Chapter, out ChapterPlan? plan) ? plan.LinkTexts.GetValueOrDefault(node, "") : "";

    /// <summary>Plans the tree of a whole book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="known">The chapters that were planned before.</param>
    /// <param name="parallel">How many are planned side by side.</param>
    public static StructurePlan Of(ResolvedBook book, Remembered<ResolvedChapter, ChapterPlan> known, ParallelOptions parallel)
    {
        var plans = new ChapterPlan[book.Chapters.Length];
        Parallel.For(0, plans.Length, parallel, i => plans[i] = known.Recall(book.Chapters[i], c => new StructurePlanner(book, c).Plan()));
        StructureElement root = new("Document");
        Dictionary<string, ChapterPlan> chapters = [];
        StructureElement? part = null;
        foreach ((ResolvedChapter chapter, ChapterPlan plan) in book.Chapters.Zip(plans))
        {
            if (chapter.Role == SectionRole.Part) part = root.Add("Part");
            else if (chapter.Role != SectionRole.Chapter) part = null;
            (part ?? root).Add(plan.Section);
            chapters.Add(chapter.Key, plan);
        }
        return new(root, chapters);
    }
}

/// <summary>The structure of one chapter.</summary>
/// <param name="Section">Its element.</param>
/// <param name="Tags">The tags of its leaves.</param>
/// <param name="Elements">The elements of its nodes.</param>
/// <param name="LinkTexts">What its links say.</param>
internal sealed record ChapterPlan(StructureElement Section, IReadOnlyDictionary<LeafKey, LeafTag> Tags, IReadOnlyDictionary<NodeId, StructureElement> Elements,
    IReadOnlyDictionary<NodeId, string> LinkTexts);

/// <summary>What a planner notes while it goes through a chapter.</summary>
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
