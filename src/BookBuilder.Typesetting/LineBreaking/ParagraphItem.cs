using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>The kinds of item.</summary>
internal enum ItemKind : byte
{
    /// <summary>Something that is set as it is.</summary>
    Box,
    /// <summary>White that may stretch and shrink; a line may end in place of it when a box stands before it.</summary>
    Glue,
    /// <summary>A place where a line may end, at a cost.</summary>
    Penalty,
}

/// <summary>A piece of a paragraph as the line breaker sees it.</summary>
/// <remarks>D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981), with two additions: white that fills the rest of
/// a line, and marks that may hang out of the measure at a line's ends.</remarks>
internal readonly record struct ParagraphItem
{
    // In 32 bits, up to eleven metres: a paragraph has as many items as it has syllables.
    private readonly int _width, _stretch, _shrink, _give, _widthAfter, _hangBefore, _hangAfter, _endStretch;

    /// <summary>The cost of a break that is never taken.</summary>
    public const int Never = 10_000;
    /// <summary>The cost of a break that is always taken.</summary>
    public const int Forced = -10_000;

    /// <summary>What it is.</summary>
    public ItemKind Kind { get; private init; }
    /// <summary>Its width; of a penalty, what a line that ends here gains (a hyphen).</summary>
    public Length Width { get => new(_width); private init => _width = Kept(value); }
    /// <summary>How much wider a glue becomes at ratio 1.</summary>
    public Length Stretch { get => new(_stretch); private init => _stretch = Kept(value); }
    /// <summary>How much narrower a glue may become, at most.</summary>
    public Length Shrink { get => new(_shrink); private init => _shrink = Kept(value); }
    /// <summary>How much wider or narrower the letters of a box may become, at most.</summary>
    public Length Give { get => new(_give); private init => _give = Kept(value); }
    /// <summary>What a break at a penalty costs.</summary>
    public int Cost { get; private init; }
    /// <summary>Whether a line that ends here ends in a hyphen, so that such lines are not stacked.</summary>
    public bool IsHyphen { get; private init; }
    /// <summary>Whether the hyphen divides a word by its language's rules; a pass without hyphens leaves it alone.</summary>
    public bool IsDivision { get; private init; }
    /// <summary>Whether a glue takes all the white its line has left.</summary>
    public bool Fills { get; private init; }
    /// <summary>What a line that begins after a break here gains (when a divided ligature takes more room than it did whole).</summary>
    public Length WidthAfter { get => new(_widthAfter); init => _widthAfter = Kept(value); }
    /// <summary>How far a line that ends here may hang out at its right.</summary>
    public Length HangBefore { get => new(_hangBefore); init => _hangBefore = Kept(value); }
    /// <summary>How far a line that begins after a break here may hang out at its left.</summary>
    public Length HangAfter { get => new(_hangAfter); init => _hangAfter = Kept(value); }

    /// <summary>How much white a line that ends here may leave at its right: a line of an address has hardly a space to stretch.</summary>
    public Length EndStretch { get => new(_endStretch); init => _endStretch = Kept(value); }

    private static int Kept(Length length) => (int)Math.Clamp(length.ScaledPoints, int.MinValue, int.MaxValue);

    /// <summary>Something set as it is.</summary>
    public static ParagraphItem Box(Length width) => new() { Kind = ItemKind.Box, Width = width };

    /// <summary>Words whose letters may grow or give up a little.</summary>
    public static ParagraphItem Letters(Length width, Length give) =>
        new() { Kind = ItemKind.Box, Width = width, Give = give };

    /// <summary>White.</summary>
    public static ParagraphItem Glue(Length width, Length stretch, Length shrink) =>
        new() { Kind = ItemKind.Glue, Width = width, Stretch = stretch, Shrink = shrink };

    /// <summary>White that takes what its line has left: at a paragraph's end, before a forced line end.</summary>
    public static ParagraphItem Fill => new() { Kind = ItemKind.Glue, Fills = true };

    /// <summary>A place where a line may end.</summary>
    public static ParagraphItem Penalty(int cost) => new() { Kind = ItemKind.Penalty, Cost = cost };

    /// <summary>A place where a word may be divided with a hyphen.</summary>
    public static ParagraphItem Division(Length width, int cost) =>
        new() { Kind = ItemKind.Penalty, Width = width, Cost = cost, IsHyphen = true, IsDivision = true };

    /// <summary>A place where the author's own hyphen, seen or soft, lets a line end.</summary>
    /// <param name="width">The hyphen's width when it is only printed at a line's end; zero when it is always printed.</param>
    /// <param name="cost">What a break here costs.</param>
    public static ParagraphItem Hyphen(Length width, int cost) => new() { Kind = ItemKind.Penalty, Width = width, Cost = cost, IsHyphen = true };
}

/// <summary>The widths lines are to fill.</summary>
/// <param name="First">Of the first line.</param>
/// <param name="Others">Of all others.</param>
internal readonly record struct LineMeasures(Length First, Length Others)
{
    /// <summary>All lines alike.</summary>
    public static LineMeasures All(Length measure) => new(measure, measure);
}

/// <summary>Where a line ends, and how its white is set.</summary>
/// <param name="Item">The item it ends at: a glue that vanishes or a penalty.</param>
/// <param name="Ratio">The share of its stretch (positive) or shrink (negative) that its white takes; 0 when a filling glue takes it.</param>
/// <param name="Letters">How much of what they may its letters give: 1 as wide as allowed, -1 as narrow.</param>
/// <param name="Shortfall">How much its natural width is short of the measure; negative when it is longer.</param>
/// <param name="Overrun">How far it sticks out even at full shrink; zero but where nothing else was possible.</param>
internal readonly record struct BreakPoint(int Item, double Ratio, double Letters, Length Shortfall, Length Overrun);
