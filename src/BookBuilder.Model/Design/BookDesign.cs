using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>Where chapters may open.</summary>
public enum ChapterOpening
{
    /// <summary>On a right-hand page, after a blank page if need be.</summary>
    Right,
    /// <summary>On the next page, whichever side.</summary>
    Any,
}

/// <summary>The margins of a page; inner and outer change sides on left pages.</summary>
public sealed record PageMargins(Length Top, Length Bottom, Length Inner, Length Outer);

/// <summary>How the printed book looks. Distances in points; sizes are type sizes (em).</summary>
public sealed record BookDesign
{
    /// <summary>The trimmed page. Default: 6 x 9 in.</summary>
    public PageSize Page { get; init; } = PageSize.Trade;
    /// <summary>Default: made for a measure of 324 pt on 6 x 9 in.</summary>
    public PageMargins Margins { get; init; } = new(Top: 63.Pt, Bottom: 63.Pt, Inner: 57.Pt, Outer: 51.Pt);
    /// <summary>The family of the text. Default: Source Serif 4.</summary>
    public string BodyFont { get; init; } = "Source Serif 4";
    /// <summary>The family of headings' labels, tables and captions. Default: Source Sans 3.</summary>
    public string SansFont { get; init; } = "Source Sans 3";
    /// <summary>The family of code. Default: Source Code Pro.</summary>
    public string MonoFont { get; init; } = "Source Code Pro";
    /// <summary>The family of formulas. Default: STIX Two Math.</summary>
    public string MathFont { get; init; } = "STIX Two Math";
    /// <summary>The size of the text. Default: 10 pt.</summary>
    public Length BodySize { get; init; } = 10.Pt;
    /// <summary>The distance of baselines. Default: 13.5 pt.</summary>
    public Length Leading { get; init; } = 13.5.Pt;
    /// <summary>The size of notes. Default: 8 pt.</summary>
    public Length NoteSize { get; init; } = 8.Pt;
    /// <summary>The distance of baselines in notes. Default: 10.5 pt.</summary>
    public Length NoteLeading { get; init; } = 10.5.Pt;
    /// <summary>The first line's indent of a paragraph that follows another. Default: 14 pt.</summary>
    public Length ParagraphIndent { get; init; } = 14.Pt;
    /// <summary>Where chapters open. Default: on right-hand pages.</summary>
    public ChapterOpening Opening { get; init; } = ChapterOpening.Right;
    /// <summary>Whether pages carry running heads. Default: they do.</summary>
    public bool RunningHeads { get; init; } = true;
    /// <summary>Whether text is justified; otherwise it is ragged right. Default: justified.</summary>
    public bool Justified { get; init; } = true;
    /// <summary>Whether words may be hyphenated. Default: they may.</summary>
    public bool Hyphenated { get; init; } = true;
    /// <summary>The colour of links and of the design's accents. Default: a dark blue that prints as dark grey.</summary>
    public Color Accent { get; init; } = new(0x1f, 0x3f, 0x66);

    /// <summary>The width of the text block.</summary>
    public Length Measure => Page.Width - Margins.Inner - Margins.Outer;
    /// <summary>The height of the text block.</summary>
    public Length TextHeight => Page.Height - Margins.Top - Margins.Bottom;
}
