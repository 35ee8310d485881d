using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>The hyphen that a divided word leaves at its line's end.</summary>
internal static class Hyphens
{
    /// <summary>The character of a face's hyphen: U+2010 when it has it, else the hyphen-minus.</summary>
    public static string Character(IShaper shaper, RunStyle style) => shaper.FaceFor(style.Request).Has('\u2010') ? "\u2010" : "-";

    /// <summary>Its width.</summary>
    public static Length Width(IShaper shaper, RunStyle style)
    {
        Length width = Length.Zero;
        foreach (ShapedRun run in shaper.Shape(Character(shaper, style), style.Request)) width += run.Width;
        return width + style.Tracking;
    }
}
