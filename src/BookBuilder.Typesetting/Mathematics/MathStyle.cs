using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>TeX's styles: how large and how roomy a part of a formula is set.</summary>
/// <param name="TextSize">The type size of the formula as a whole.</param>
/// <param name="Level">0 for text, 1 for scripts, 2 for scripts of scripts.</param>
/// <param name="IsDisplay">Whether there is room above and below.</param>
/// <param name="IsCramped">Whether superscripts are kept low: under a rule.</param>
internal readonly record struct MathStyle(Length TextSize, int Level, bool IsDisplay, bool IsCramped)
{
    /// <summary>The style of a script on something of this style.</summary>
    public MathStyle OfScript(bool isCramped) => this with { Level = Math.Min(Level + 1, 2), IsDisplay = false, IsCramped = IsCramped || isCramped };

    /// <summary>The style of a fraction's parts.</summary>
    public MathStyle OfFraction(bool isCramped) =>
        IsDisplay ? this with { IsDisplay = false, IsCramped = IsCramped || isCramped } : OfScript(isCramped);

    /// <summary>The style below a rule or an accent.</summary>
    public MathStyle Cramped => this with { IsCramped = true };

    /// <summary>The type size.</summary>
    public Length Size(MathMeasures measures) => Level switch
    {
        0 => TextSize,
        1 => TextSize * measures.Script,
        _ => TextSize * measures.ScriptOfScript,
    };
}
