using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Frames;

/// <summary>What was decided about a book's layout and on what grounds, for those who ask why something stands where it stands.</summary>
/// <param name="Pages">One for each page with something on it, in order.</param>
public sealed record LayoutAccount(ImmutableArray<PageAccount> Pages);

/// <summary>A page and why it ends where it ends.</summary>
public sealed record PageAccount
{
    /// <summary>Its printed label: "iv", "12".</summary>
    public required string Label { get; init; }
    /// <summary>Its place in the file, from 1.</summary>
    public required int Sheet { get; init; }
    /// <summary>Right or left.</summary>
    public required PageSide Side { get; init; }
    /// <summary>The title of its chapter.</summary>
    public required string Chapter { get; init; }
    /// <summary>The lines of running text on it, in order.</summary>
    public required ImmutableArray<LineAccount> Lines { get; init; }
    /// <summary>The figures and tables that could move and stand on it.</summary>
    public required ImmutableArray<FloatAccount> Floats { get; init; }
    /// <summary>Those that had their place on it or before and were put off to a later page.</summary>
    public required ImmutableArray<string> PutOff { get; init; }
    /// <summary>The notes at its foot.</summary>
    public required ImmutableArray<NoteAccount> Notes { get; init; }
    /// <summary>The nodes that begin on it and that something may lead to.</summary>
    public required ImmutableArray<NodeId> Begins { get; init; }
    /// <summary>What was said about how things on it were set: loose lines, smaller type, divided rows.</summary>
    public required ImmutableArray<Diagnostic> Said { get; init; }
    /// <summary>How it ends.</summary>
    public required PageEnding Ending { get; init; }
    /// <summary>What stands first on the next page, where the author wrote it; None at a chapter's end.</summary>
    public required SourceSpan Next { get; init; }
    /// <summary>What it costs, part by part; only what is not zero. The sum over a chapter's pages is what the page breaker makes least.</summary>
    public required ImmutableArray<(string What, double Cost)> Costs { get; init; }
    /// <summary>What it would have cost to end a few lines or other pieces up (negative) or down instead; what is missing was not possible.</summary>
    public required ImmutableArray<(int Lines, double Cost)> Others { get; init; }
}

/// <summary>How a page ends.</summary>
public enum PageEnding
{
    /// <summary>The chapter ends.</summary>
    ChapterEnd,
    /// <summary>The author or the design asks for a new page.</summary>
    Forced,
    /// <summary>Between two blocks.</summary>
    BetweenBlocks,
    /// <summary>Within a paragraph.</summary>
    WithinParagraph,
}

/// <summary>A line of running text and how it was filled.</summary>
/// <param name="Paragraph">Where the author wrote its paragraph.</param>
/// <param name="Number">Which line of the paragraph it is, from 1.</param>
/// <param name="Of">How many lines the paragraph has.</param>
/// <param name="Words">What it says.</param>
/// <param name="SpaceRatio">How many times as wide as usual its spaces are.</param>
/// <param name="LetterGrowth">By which share of themselves its letters were widened (positive) or narrowed.</param>
/// <param name="IsHyphenated">Whether it ends in a hyphen that the breaking made.</param>
/// <param name="LinesGained">By how many lines its paragraph was made longer (negative: shorter) to get even pages.</param>
public sealed record LineAccount(SourceSpan Paragraph, int Number, int Of, string Words, double SpaceRatio, double LetterGrowth, bool IsHyphenated, int LinesGained);

/// <summary>A figure or table that could move.</summary>
/// <param name="Node">The figure or table.</param>
/// <param name="Name">"Figure 3.1".</param>
/// <param name="Span">Where the author wrote it.</param>
/// <param name="IsAtTop">Whether it stands at the page's top; otherwise within the text, where the author put it.</param>
/// <param name="Width">Its width in print.</param>
/// <param name="Height">Its height in print, with caption and remarks.</param>
/// <param name="Place">The label of the page on which its place in the text is.</param>
/// <param name="Moved">How many pages after its place it stands; negative before it, as only what is wanted at the top may.</param>
/// <param name="Placement">What the author asked for.</param>
/// <param name="Grounds">What was said about how it was set: smaller type, a turned page.</param>
public sealed record FloatAccount(NodeId Node, string Name, SourceSpan Span, bool IsAtTop, Length Width, Length Height, string Place, int Moved, Placement Placement,
    ImmutableArray<Diagnostic> Grounds);

/// <summary>A note at a page's foot.</summary>
/// <param name="Mark">Its number.</param>
/// <param name="Span">Where the author wrote it.</param>
/// <param name="From">Its first line here, from 1.</param>
/// <param name="To">Its last line here.</param>
/// <param name="Of">How many lines it has.</param>
public sealed record NoteAccount(string Mark, SourceSpan Span, int From, int To, int Of);
