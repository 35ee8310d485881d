using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>What stands between two lines of the grid: a space, or a heading, a figure, a formula with the spaces around. Sums only.</summary>
/// <remarks>Without a grid a whole page is one run.</remarks>
internal struct GridRun
{
    /// <summary>A run that gives way by less has no room for a line more.</summary>
    private const double LeastStretch = 0.3;
    private bool _hasBoxes;

    /// <summary>Its natural height.</summary>
    public Length Natural { get; private set; }
    /// <summary>How much its spaces may grow.</summary>
    public Length Stretch { get; private set; }
    /// <summary>How much they may give up.</summary>
    public Length Shrink { get; private set; }

    /// <summary>Adds a space.</summary>
    public void Add(Flex space)
    {
        Natural += space.Natural;
        Stretch += space.Stretch;
        Shrink += space.Shrink;
    }

    /// <summary>Adds a box.</summary>
    public void Add(Length height)
    {
        Natural += height;
        _hasBoxes |= height > Length.Zero;
    }

    /// <summary>Whether a line of white more may be put into it to fill a page.</summary>
    public readonly bool MayGrow(Length line) => _hasBoxes && Stretch >= line * LeastStretch;

    /// <summary>How many lines of the grid it takes until the next line of text, which reaches so much above the grid.</summary>
    /// <param name="line">A line of the grid.</param>
    /// <param name="above">What the next line is higher above than others.</param>
    public readonly int Steps(Length line, Length above)
    {
        Length height = Natural + above;
        int whole = (int)(height / line + 0.0001);
        Length rest = height - line * whole;
        // A space alone becomes none or a whole line, whichever is nearer; around anything else only spaces give way.
        Length given = _hasBoxes || above > Length.Zero ? Shrink + line * 0.01 : line * 0.499;
        return rest <= given ? whole : whole + 1;
    }
}
