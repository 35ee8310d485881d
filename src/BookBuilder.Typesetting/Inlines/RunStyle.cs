using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>What a stretch of text is, as far as its line breaks go.</summary>
internal enum RunKind
{
    /// <summary>Words.</summary>
    Words,
    /// <summary>Code: never hyphenated, its spaces never stretched.</summary>
    Code,
    /// <summary>A note's mark: as code, but it keeps its word from nothing.</summary>
    Mark,
    /// <summary>An address: broken after / . - _ ? &amp; = without a hyphen.</summary>
    Address,
}

/// <summary>The type of a stretch of text, with all styles around it applied.</summary>
internal sealed record RunStyle
{
    /// <summary>The face, size and features.</summary>
    public required FontRequest Request { get; init; }
    /// <summary>How far its baseline is below the line's; negative for raised text.</summary>
    public Length Shift { get; init; }
    /// <summary>The colour.</summary>
    public required Color Color { get; init; }
    /// <summary>Whether its words may be divided.</summary>
    public required bool Hyphenated { get; init; }
    /// <summary>Added to every glyph's advance.</summary>
    public Length Tracking { get; init; }
    /// <summary>Whether its small letters are drawn as capitals; what is copied stays as it was written.</summary>
    public bool Capitals { get; init; }
    /// <summary>Whether its small letters are to become smaller capitals, for a face without small capitals of its own.</summary>
    public bool ScalesCapitals { get; init; }
    /// <summary>What it is.</summary>
    public RunKind Kind { get; init; } = RunKind.Words;

    /// <summary>The type of a paragraph before any inline style.</summary>
    public static RunStyle Of(TextStyle style) => new()
    {
        Request = new FontRequest(style.Family, style.Weight, style.Italic, style.Size, style.Features, style.Language),
        Color = style.Color, Hyphenated = style.Hyphenated, Tracking = style.Tracking,
    };

    /// <summary>Whether it is smaller or off the baseline, so that it does not decide how high a line is.</summary>
    public bool IsScript => Shift != Length.Zero;

    /// <summary>The type turned italic, or upright again within italics.</summary>
    public RunStyle Emphasized => this with { Request = Request with { Italic = !Request.Italic } };
    /// <summary>The type turned bold.</summary>
    public RunStyle Bold => this with { Request = Request with { Weight = Math.Max(700, Request.Weight) } };
    /// <summary>Real small capitals, a little apart.</summary>
    public RunStyle SmallCapitals => this with
    {
        Request = Request with { Features = Request.Features | FontFeatures.SmallCaps }, Tracking = Tracking + Request.Size * 0.03,
    };

    /// <summary>Smaller, and raised (up negative) or lowered by a share of the size around it.</summary>
    public RunStyle Shifted(double size, double shift) => this with
    {
        Request = Request with { Size = Request.Size * size }, Shift = Shift + Request.Size * shift,
    };
}
