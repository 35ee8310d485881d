using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>Captions and what stands with them.</summary>
public sealed record CaptionDesign
{
    /// <summary>The words.</summary>
    public required TypeStyle Type { get; init; }
    /// <summary>"Figure 3.1".</summary>
    public required TypeStyle Label { get; init; }
    /// <summary>Sources and remarks under figures and tables.</summary>
    public required TypeStyle Remark { get; init; }
    /// <summary>Whether a figure's caption stands above it. Default: below.</summary>
    public bool AboveFigures { get; init; }
    /// <summary>Whether figures and their captions stand in the middle of the measure. Default: no, at the left.</summary>
    public bool Centered { get; init; }
    /// <summary>The white between a figure and its caption. Default: 0.7 em.</summary>
    public Extent Gap { get; init; } = 0.7.Em;
}

/// <summary>Quotations set off, and mottoes.</summary>
public sealed record QuoteDesign
{
    /// <summary>The size of the type, on the text's leading. Default: 0.95 em.</summary>
    public Extent Size { get; init; } = 0.95.Em;
    /// <summary>Whether italic. Default: no.</summary>
    public bool Italic { get; init; }
    /// <summary>The indent at the left; ems are those of the text around. Default: 1.4 em.</summary>
    public Extent Left { get; init; } = 1.4.Em;
    /// <summary>The indent at the right. Default: 1.4 em.</summary>
    public Extent Right { get; init; } = 1.4.Em;
    /// <summary>Whether a rule stands at the left. Default: no.</summary>
    public bool Ruled { get; init; }
    /// <summary>The indent of an epigraph, as a share of the measure. Default: 0.3.</summary>
    public double EpigraphIndent { get; init; } = 0.3;
    /// <summary>Whether epigraphs are italic. Default: yes.</summary>
    public bool EpigraphItalic { get; init; } = true;
}

/// <summary>Blocks of code.</summary>
public sealed record CodeDesign
{
    /// <summary>The size of the type. Default: 0.83 em.</summary>
    public Extent Size { get; init; } = 0.83.Em;
    /// <summary>The distance of baselines; ems are this type's own. Default: 1.33 em.</summary>
    public Extent Leading { get; init; } = 1.325.Em;
    /// <summary>The ground; null for none. Default: a light grey.</summary>
    public Color? Ground { get; init; } = Color.Gray(246);
    /// <summary>Whether a rule stands at the left. Default: no.</summary>
    public bool Ruled { get; init; }
    /// <summary>The white between the block's edge and the code. Default: 0.6 em.</summary>
    public Extent Padding { get; init; } = 0.6.Em;
}

/// <summary>How a callout is told from the text.</summary>
public enum CalloutForm
{
    /// <summary>On a tint of the accent, a rule at the left.</summary>
    Tint,
    /// <summary>A rule at the left alone.</summary>
    Rule,
    /// <summary>A frame around it.</summary>
    Frame,
}

/// <summary>Callouts.</summary>
public sealed record CalloutDesign
{
    /// <summary>The title.</summary>
    public required TypeStyle Title { get; init; }
    /// <summary>What tells it from the text. Default: a tint.</summary>
    public CalloutForm Form { get; init; } = CalloutForm.Tint;
    /// <summary>The size of its text. Default: 0.95 em.</summary>
    public Extent Size { get; init; } = 0.95.Em;
}

/// <summary>Lists.</summary>
public sealed record ListDesign
{
    private static readonly ImmutableArray<string> UsualBullets = ["•", "–"];

    /// <summary>What stands before items that are not counted, by depth; then again from the first. Never empty.</summary>
    public ImmutableArray<string> Bullets { get; init; } = UsualBullets;
    /// <summary>The least room for bullets and numbers, with the gap behind them. Default: 1.4 em.</summary>
    public Extent Hang { get; init; } = 1.4.Em;
    /// <summary>The white between items that are not tight. Default: a quarter of a line.</summary>
    public Extent Between { get; init; } = 0.25.Lines;
    /// <summary>The size of a list of sources. Default: 0.9 em.</summary>
    public Extent SourcesSize { get; init; } = 0.9.Em;
}

/// <summary>The contents and the lists of figures and tables.</summary>
public sealed record ContentsDesign
{
    /// <summary>Parts.</summary>
    public required TypeStyle Part { get; init; }
    /// <summary>Chapters.</summary>
    public required TypeStyle Chapter { get; init; }
    /// <summary>What stands below chapters, and the entries of lists.</summary>
    public required TypeStyle Section { get; init; }
    /// <summary>Whether dots lead from sections to their page numbers. Default: yes.</summary>
    public bool Leaders { get; init; } = true;
    /// <summary>The white above a chapter. Default: half a line.</summary>
    public Extent AboveChapter { get; init; } = 0.5.Lines;
    /// <summary>The white above a part. Default: a line.</summary>
    public Extent AbovePart { get; init; } = 1.Lines;
}
