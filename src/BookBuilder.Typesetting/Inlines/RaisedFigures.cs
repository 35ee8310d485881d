using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Raised figures: the face's own where it has them, else the usual ones made smaller.</summary>
internal static class RaisedFigures
{
    /// <summary>The type that shows some text raised.</summary>
    public static RunStyle Raise(IShaper shaper, RunStyle style, string text)
    {
        FontRequest own = style.Request with { Features = style.Request.Features | FontFeatures.Superiors };
        return HasOwn(shaper, style.Request, own, text) ? style with { Request = own } : Scaled(style);
    }

    /// <summary>The usual figures, smaller and raised.</summary>
    public static RunStyle Scaled(RunStyle style)
    {
        RunStyle raised = style.Shifted(0.66, -0.33);
        return raised with { Request = raised.Request with { Features = raised.Request.Features & ~FontFeatures.OldStyleFigures | FontFeatures.LiningFigures } };
    }

    /// <summary>A face has raised forms of a text when it shows every character of it by another glyph.</summary>
    private static bool HasOwn(IShaper shaper, FontRequest usual, FontRequest raised, string text)
    {
        if (text.Length == 0 || !text.All(char.IsAsciiDigit)) return false;
        ImmutableArray<ShapedRun> before = shaper.Shape(text, usual), after = shaper.Shape(text, raised);
        if (before is not [ShapedRun a] || after is not [ShapedRun b] || a.Glyphs.Length != b.Glyphs.Length) return false;
        for (int i = 0; i < a.Glyphs.Length; i++)
            if (a.Glyphs[i].Id == b.Glyphs[i].Id)
                return false;
        return true;
    }
}
