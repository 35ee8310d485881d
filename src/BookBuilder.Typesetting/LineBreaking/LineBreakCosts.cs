using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>What is thought bad in a paragraph, and how bad. The names follow TeX's parameters.</summary>
internal sealed record LineBreakCosts
{
    /// <summary>A line that would stretch more is refused. Default: 1.</summary>
    public double MaxRatio { get; init; } = 1;
    /// <summary>Added for every line. Default: 10.</summary>
    public double Line { get; init; } = 10;
    /// <summary>For two hyphenated lines, one below the other. Default: 150 000.</summary>
    public double DoubleHyphen { get; init; } = 150_000;
    /// <summary>For a third hyphenated line below two others. Default: 1 000 000.</summary>
    public double TripleHyphen { get; init; } = 1_000_000;
    /// <summary>For a hyphen in the last line but one. Default: 40 000.</summary>
    public double FinalHyphen { get; init; } = 40_000;
    /// <summary>For a tight line beside a loose one. Default: 10 000.</summary>
    public double Adjacent { get; init; } = 10_000;
    /// <summary>For a last line shorter than <see cref="RuntWidth"/>. Default: 6 000.</summary>
    public double Runt { get; init; } = 6_000;
    /// <summary>A last line shorter than this is too short. Default: none is.</summary>
    public Length RuntWidth { get; init; }
    /// <summary>Whether words may be divided. Default: they may.</summary>
    public bool Hyphens { get; init; } = true;
    /// <summary>Stretch every line is thought to have besides its white: at the ragged end, or to share out an emergency. Default: none.</summary>
    public Length ExtraStretch { get; init; }
    /// <summary>Whether a line may stick out when nothing else is left. Default: no.</summary>
    public bool Overfull { get; init; }
    /// <summary>Asks for so many lines, whatever the best breaking has; null for none.</summary>
    public int? Lines { get; init; }
}
