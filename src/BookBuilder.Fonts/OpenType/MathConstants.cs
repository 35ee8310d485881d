namespace BookBuilder.Fonts.OpenType;

/// <summary>What a mathematical face says about setting formulas. Distances in font units; up and down as the names say.</summary>
/// <remarks>OpenType 1.9, "MATH — The Mathematical Typesetting Table", MathConstants; the names are the table's.</remarks>
public sealed record MathConstants
{
    /// <summary>Size of scripts in percent of the text size.</summary>
    public required int ScriptPercent { get; init; }
    /// <summary>Size of scripts of scripts in percent of the text size.</summary>
    public required int ScriptScriptPercent { get; init; }
    /// <summary>The least height of a delimiter that is made to grow.</summary>
    public required int DelimitedSubFormulaMinHeight { get; init; }
    /// <summary>The least height of a sum or integral in a display.</summary>
    public required int DisplayOperatorMinHeight { get; init; }
    /// <summary>The height of the line through the middle of operators and fractions.</summary>
    public required int AxisHeight { get; init; }
    /// <summary>The height of a letter under which an accent is not moved.</summary>
    public required int AccentBaseHeight { get; init; }
    /// <summary>How far a subscript goes down.</summary>
    public required int SubscriptShiftDown { get; init; }
    /// <summary>How high a subscript may reach.</summary>
    public required int SubscriptTopMax { get; init; }
    /// <summary>How far a subscript at least drops below a tall base's bottom.</summary>
    public required int SubscriptBaselineDropMin { get; init; }
    /// <summary>How far a superscript goes up.</summary>
    public required int SuperscriptShiftUp { get; init; }
    /// <summary>The same under a root or in a denominator.</summary>
    public required int SuperscriptShiftUpCramped { get; init; }
    /// <summary>How low a superscript may reach.</summary>
    public required int SuperscriptBottomMin { get; init; }
    /// <summary>How far a superscript's baseline may be below a tall base's top.</summary>
    public required int SuperscriptBaselineDropMax { get; init; }
    /// <summary>The least gap between a superscript and a subscript.</summary>
    public required int SubSuperscriptGapMin { get; init; }
    /// <summary>How high the superscript's bottom is pushed to make that gap.</summary>
    public required int SuperscriptBottomMaxWithSubscript { get; init; }
    /// <summary>Space after scripts.</summary>
    public required int SpaceAfterScript { get; init; }
    /// <summary>The least gap between an operator and what stands above it.</summary>
    public required int UpperLimitGapMin { get; init; }
    /// <summary>The least rise of the baseline of what stands above an operator.</summary>
    public required int UpperLimitBaselineRiseMin { get; init; }
    /// <summary>The least gap between an operator and what stands below it.</summary>
    public required int LowerLimitGapMin { get; init; }
    /// <summary>The least drop of the baseline of what stands below an operator.</summary>
    public required int LowerLimitBaselineDropMin { get; init; }
    /// <summary>How far a numerator goes up.</summary>
    public required int FractionNumeratorShiftUp { get; init; }
    /// <summary>The same in a display.</summary>
    public required int FractionNumeratorDisplayShiftUp { get; init; }
    /// <summary>How far a denominator goes down.</summary>
    public required int FractionDenominatorShiftDown { get; init; }
    /// <summary>The same in a display.</summary>
    public required int FractionDenominatorDisplayShiftDown { get; init; }
    /// <summary>The least gap between numerator and rule.</summary>
    public required int FractionNumeratorGapMin { get; init; }
    /// <summary>The same in a display.</summary>
    public required int FractionNumeratorDisplayGapMin { get; init; }
    /// <summary>Thickness of the fraction rule.</summary>
    public required int FractionRuleThickness { get; init; }
    /// <summary>The least gap between rule and denominator.</summary>
    public required int FractionDenominatorGapMin { get; init; }
    /// <summary>The same in a display.</summary>
    public required int FractionDenominatorDisplayGapMin { get; init; }
    /// <summary>The gap between a formula and the bar above it.</summary>
    public required int OverbarVerticalGap { get; init; }
    /// <summary>Thickness of the bar above.</summary>
    public required int OverbarRuleThickness { get; init; }
    /// <summary>The gap between a radicand and its bar.</summary>
    public required int RadicalVerticalGap { get; init; }
    /// <summary>The same in a display.</summary>
    public required int RadicalDisplayVerticalGap { get; init; }
    /// <summary>Thickness of a root's bar.</summary>
    public required int RadicalRuleThickness { get; init; }
    /// <summary>White reserved above a root's bar.</summary>
    public required int RadicalExtraAscender { get; init; }
    /// <summary>Space before a root's degree.</summary>
    public required int RadicalKernBeforeDegree { get; init; }
    /// <summary>Space after a root's degree, usually negative.</summary>
    public required int RadicalKernAfterDegree { get; init; }
    /// <summary>How high the degree stands, in percent of the root sign's height.</summary>
    public required int RadicalDegreeBottomRaisePercent { get; init; }

    internal static MathConstants? Read(FontReader math)
    {
        if (math.UInt16(0) != 1 || math.UInt16(4) == 0) return null;
        FontReader table = math.From(math.UInt16(4));
        // Four plain numbers, then 51 records of a value and the offset of a device table that only screens need.
        int At(int record) => table.Int16(8 + 4 * record);
        return new MathConstants
        {
            ScriptPercent = table.Int16(0),
            ScriptScriptPercent = table.Int16(2),
            DelimitedSubFormulaMinHeight = table.UInt16(4),
            DisplayOperatorMinHeight = table.UInt16(6),
            AxisHeight = At(1),
            AccentBaseHeight = At(2),
            SubscriptShiftDown = At(4),
            SubscriptTopMax = At(5),
            SubscriptBaselineDropMin = At(6),
            SuperscriptShiftUp = At(7),
            SuperscriptShiftUpCramped = At(8),
            SuperscriptBottomMin = At(9),
            SuperscriptBaselineDropMax = At(10),
            SubSuperscriptGapMin = At(11),
            SuperscriptBottomMaxWithSubscript = At(12),
            SpaceAfterScript = At(13),
            UpperLimitGapMin = At(14),
            UpperLimitBaselineRiseMin = At(15),
            LowerLimitGapMin = At(16),
            LowerLimitBaselineDropMin = At(17),
            FractionNumeratorShiftUp = At(28),
            FractionNumeratorDisplayShiftUp = At(29),
            FractionDenominatorShiftDown = At(30),
            FractionDenominatorDisplayShiftDown = At(31),
            FractionNumeratorGapMin = At(32),
            FractionNumeratorDisplayGapMin = At(33),
            FractionRuleThickness = At(34),
            FractionDenominatorGapMin = At(35),
            FractionDenominatorDisplayGapMin = At(36),
            OverbarVerticalGap = At(39),
            OverbarRuleThickness = At(40),
            RadicalVerticalGap = At(45),
            RadicalDisplayVerticalGap = At(46),
            RadicalRuleThickness = At(47),
            RadicalExtraAscender = At(48),
            RadicalKernBeforeDegree = At(49),
            RadicalKernAfterDegree = At(50),
            RadicalDegreeBottomRaisePercent = At(51),
        };
    }
}
