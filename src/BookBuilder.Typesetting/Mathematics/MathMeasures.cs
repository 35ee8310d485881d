using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>How a face wants formulas set, in em. A face without a table of its own gets values near those of Computer Modern.</summary>
internal sealed record MathMeasures
{
    public double Script { get; private init; } = 0.7;
    public double ScriptOfScript { get; private init; } = 0.5;
    public double Axis { get; private init; } = 0.25;
    public double DisplayOperatorHeight { get; private init; } = 1.4;
    public double AccentBase { get; private init; } = 0.45;
    public double SubscriptDown { get; private init; } = 0.2;
    public double SubscriptTopMax { get; private init; } = 0.37;
    public double SubscriptDrop { get; private init; } = 0.1;
    public double SuperscriptUp { get; private init; } = 0.38;
    public double SuperscriptUpCramped { get; private init; } = 0.29;
    public double SuperscriptBottomMin { get; private init; } = 0.12;
    public double SuperscriptDrop { get; private init; } = 0.25;
    public double ScriptGap { get; private init; } = 0.16;
    public double SuperscriptBottomMax { get; private init; } = 0.38;
    public double AfterScript { get; private init; } = 0.05;
    public double UpperGap { get; private init; } = 0.11;
    public double LowerGap { get; private init; } = 0.11;
    public double NumeratorUp { get; private init; } = 0.45;
    public double NumeratorDisplayUp { get; private init; } = 0.68;
    public double DenominatorDown { get; private init; } = 0.35;
    public double DenominatorDisplayDown { get; private init; } = 0.69;
    public double FractionGap { get; private init; } = 0.05;
    public double FractionDisplayGap { get; private init; } = 0.15;
    public double Rule { get; private init; } = 0.05;
    public double BarGap { get; private init; } = 0.15;
    public double RootGap { get; private init; } = 0.06;
    public double RootDisplayGap { get; private init; } = 0.12;
    public double RootRule { get; private init; } = 0.05;
    public double BeforeDegree { get; private init; } = 0.28;
    public double AfterDegree { get; private init; } = -0.55;
    public double DegreeRaise { get; private init; } = 0.6;

    /// <summary>What a face says.</summary>
    public static MathMeasures Of(FontFace face)
    {
        if (face is not OpenTypeFace { Math: { } m }) return new MathMeasures();
        double em = face.UnitsPerEm;
        return new MathMeasures
        {
            Script = m.ScriptPercent / 100.0, ScriptOfScript = m.ScriptScriptPercent / 100.0, Axis = m.AxisHeight / em,
            DisplayOperatorHeight = m.DisplayOperatorMinHeight / em, AccentBase = m.AccentBaseHeight / em,
            SubscriptDown = m.SubscriptShiftDown / em, SubscriptTopMax = m.SubscriptTopMax / em, SubscriptDrop = m.SubscriptBaselineDropMin / em,
            SuperscriptUp = m.SuperscriptShiftUp / em, SuperscriptUpCramped = m.SuperscriptShiftUpCramped / em,
            SuperscriptBottomMin = m.SuperscriptBottomMin / em, SuperscriptDrop = m.SuperscriptBaselineDropMax / em,
            ScriptGap = m.SubSuperscriptGapMin / em, SuperscriptBottomMax = m.SuperscriptBottomMaxWithSubscript / em, AfterScript = m.SpaceAfterScript / em,
            UpperGap = m.UpperLimitGapMin / em, LowerGap = m.LowerLimitGapMin / em,
            NumeratorUp = m.FractionNumeratorShiftUp / em, NumeratorDisplayUp = m.FractionNumeratorDisplayShiftUp / em,
            DenominatorDown = m.FractionDenominatorShiftDown / em, DenominatorDisplayDown = m.FractionDenominatorDisplayShiftDown / em,
            FractionGap = Math.Max(m.FractionNumeratorGapMin, m.FractionDenominatorGapMin) / em,
            FractionDisplayGap = Math.Max(m.FractionNumeratorDisplayGapMin, m.FractionDenominatorDisplayGapMin) / em,
            Rule = m.FractionRuleThickness / em, BarGap = m.OverbarVerticalGap / em,
            RootGap = m.RadicalVerticalGap / em, RootDisplayGap = m.RadicalDisplayVerticalGap / em, RootRule = m.RadicalRuleThickness / em,
            BeforeDegree = m.RadicalKernBeforeDegree / em, AfterDegree = m.RadicalKernAfterDegree / em, DegreeRaise = m.RadicalDegreeBottomRaisePercent / 100.0,
        };
    }
}
