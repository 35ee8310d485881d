using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>A piece of the galley that never breaks: a line, a picture, a row. Everything in it is placed relative to the text block's left edge and the box's top.</summary>
internal sealed record GalleyBox
{
    /// <summary>The room it takes.</summary>
    public required Length Height { get; init; }
    /// <summary>What is drawn.</summary>
    public ImmutableArray<FrameItem> Items { get; init; } = [];
    /// <summary>The space above it; dropped at the top of a page.</summary>
    public Flex Space { get; init; }
    /// <summary>What it costs to begin a page with it: see <see cref="BreakCost"/>.</summary>
    public int BreakBefore { get; init; }
    /// <summary>Notes whose first marks stand in it: they belong at the foot of its page.</summary>
    public ImmutableArray<NodeId> Notes { get; init; } = [];
    /// <summary>Nodes that begin here and may be led to, relative to the box.</summary>
    public ImmutableArray<Destination> Marks { get; init; } = [];
    /// <summary>The first leaf in it; <see cref="FrameSource.Artifact"/> when it shows none.</summary>
    public FrameSource Start { get; init; } = FrameSource.Artifact;
    /// <summary>Backgrounds it stands on, outermost first. Neighbours on the same one share it across the space between them.</summary>
    public ImmutableArray<Panel> Panels { get; init; } = [];
    /// <summary>The section that begins here, for the running head; null when none does.</summary>
    public RunningTitle? Section { get; init; }
    /// <summary>The chapter that begins here; null when none does.</summary>
    public ResolvedChapter? Chapter { get; init; }
    /// <summary>What is set above it again when it begins a page: a table's head. Never with notes or marks of its own.</summary>
    public GalleyBox? Reopening { get; init; }
    /// <summary>What closes the page above when it begins the next: a table's last rule.</summary>
    public GalleyBox? Closing { get; init; }
    /// <summary>Whether floats whose place is above it stand before it: a numbered table too high to move must not overtake its neighbours.</summary>
    public bool AwaitsFloats { get; init; }
    /// <summary>Whether the line ends in a hyphen that the breaking made.</summary>
    public bool IsHyphenated { get; init; }
    /// <summary>Whether it belongs to a heading.</summary>
    public bool IsHeading { get; init; }
    /// <summary>The distance of the baselines of the text it is a line of; zero when it is no line of text.</summary>
    public Length Leading { get; init; }
    /// <summary>How much higher than its leading it is above, where something in it is tall.</summary>
    public Length Above { get; init; }
    /// <summary>The number of the paragraph it is a line of, from 1; 0 for everything else.</summary>
    public int Paragraph { get; init; }
    /// <summary>Whether it is a page of its own that is read turned by a quarter. It is as high as the page, its items are placed as they are read.</summary>
    public bool IsTurned { get; init; }
    /// <summary>Where the author wrote it.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
    /// <summary>How a line of text was filled; null for everything else.</summary>
    public LineFill? Fill { get; init; }
    /// <summary>What is to be said about how it was set, once its page is known.</summary>
    public ImmutableArray<Diagnostic> Said { get; init; } = [];
}

/// <summary>How a line of text was filled.</summary>
/// <param name="SpaceRatio">How many times as wide as usual its spaces are.</param>
/// <param name="LetterGrowth">By which share of themselves its letters were widened (positive) or narrowed.</param>
internal sealed record LineFill(double SpaceRatio, double LetterGrowth);

/// <summary>A section as a running head names it.</summary>
/// <param name="Node">The heading.</param>
/// <param name="Number">"5.2"; empty when it has none.</param>
/// <param name="Title">Its words.</param>
internal sealed record RunningTitle(NodeId Node, string Number, string Title);

/// <summary>A background behind neighbouring boxes: a callout's tint and rule, a code block's ground.</summary>
/// <param name="Left">From the text block's left edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Fill">Its ground; null for none.</param>
/// <param name="Rule">The rule at its left edge; null for none.</param>
/// <param name="Padding">The ground above its first and below its last box.</param>
internal sealed record Panel(Length Left, Length Width, Color? Fill, Color? Rule, Length Padding)
{
    /// <summary>The width of the rule. Default: 2 pt.</summary>
    public Length RuleWidth { get; init; } = 2.Pt;
    /// <summary>The colour of a hair frame around it; null for none.</summary>
    public Color? Frame { get; init; }
    /// <summary>Tells two panels of the same measures apart.</summary>
    public required NodeId Owner { get; init; }
    /// <summary>Where the author wrote what stands on it: the ground above its first line belongs to that.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>Costs of page breaks. Their order is the order of what matters.</summary>
internal static class BreakCost
{
    /// <summary>A page must begin here.</summary>
    public const int Forced = -1_000_000;
    /// <summary>A page may not begin here unless nothing else is possible.</summary>
    public const int Forbidden = 1_000_000;
    /// <summary>Fewer than two lines below a heading.</summary>
    public const int Stranded = 30_000;
    /// <summary>The last line of a paragraph alone at the top of a page.</summary>
    public const int Widow = 12_000;
    /// <summary>The first line of a paragraph alone at the foot of a page.</summary>
    public const int Orphan = 12_000;
    /// <summary>A word divided at the turn of a page.</summary>
    public const int Hyphen = 250;
    /// <summary>Within something that likes to stay together: a short code block, a row's neighbourhood.</summary>
    public const int Reluctant = 400;

    /// <summary>The cost where two rules meet.</summary>
    public static int Both(int left, int right) =>
        left == Forced || right == Forced ? Forced : Math.Min(Forbidden, left + right);
}
