using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>The measures pages are filled by.</summary>
/// <param name="Height">The room for text and notes: a whole number of lines.</param>
/// <param name="Line">A line of the grid.</param>
/// <param name="NoteGap">The least space between text and notes; the rule stands in it.</param>
/// <param name="BetweenNotes">The space between notes.</param>
/// <param name="AroundFloat">The space around figures and tables.</param>
internal sealed record PageGeometry(Length Height, Length Line, Length NoteGap, Length BetweenNotes, Flex AroundFloat)
{
    /// <summary>Whether pages face each other: not in a book printed on one side.</summary>
    public bool HasSpreads { get; init; } = true;

    /// <summary>Whether lines of running text stand on a grid of baselines, at the same heights on all pages.</summary>
    public bool HasGrid { get; init; }

    /// <summary>Whether a box is a line that stands on the grid.</summary>
    public bool IsOnGrid(GalleyBox box) => HasGrid && box.Leading == Line;
}

/// <summary>Some lines of a note.</summary>
/// <param name="Note">The note.</param>
/// <param name="From">The first line.</param>
/// <param name="To">Just after the last one.</param>
internal sealed record NoteSlice(NodeId Note, int From, int To);

/// <summary>What stands on a page. Which, not where.</summary>
internal sealed record PagePlan
{
    /// <summary>The first box of the text.</summary>
    public required int Start { get; init; }
    /// <summary>Just after the last box; equal to <see cref="Start"/> on a page of floats or notes alone.</summary>
    public required int End { get; init; }
    /// <summary>The first float on the page.</summary>
    public required int FirstFloat { get; init; }
    /// <summary>How many floats stand at its top, put off from earlier pages or falling exactly there.</summary>
    public required int TopFloats { get; init; }
    /// <summary>How many more stand within its text, where the author put them.</summary>
    public required int InnerFloats { get; init; }
    /// <summary>The notes at its foot, in order.</summary>
    public required ImmutableArray<NoteSlice> Notes { get; init; }
    /// <summary>Whether the chapter, or a part of it that ends in a forced break, ends here, or a float has the page for itself, so that it may be short.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>How bad it is.</summary>
    public double Cost { get; init; }
    /// <summary>Why it is so.</summary>
    public PageReasons Reasons { get; init; } = PageReasons.None;

    /// <summary>Just after the last float.</summary>
    public int EndFloat => FirstFloat + TopFloats + InnerFloats;
}
