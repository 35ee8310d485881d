using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>The families of a design, by the part they play.</summary>
public enum DesignFace
{
    /// <summary>The family of the text.</summary>
    Body,
    /// <summary>The family beside it.</summary>
    Sans,
    /// <summary>The family of code.</summary>
    Mono,
}

/// <summary>A colour of a design: one of its own, or the accent, whichever that is.</summary>
/// <param name="Color">The colour, unless it is the accent.</param>
/// <param name="IsAccent">Whether it is the design's accent.</param>
public readonly record struct Ink(Color Color, bool IsAccent = false)
{
    /// <summary>Black.</summary>
    public static Ink Text => default;
    /// <summary>The design's accent.</summary>
    public static Ink Accent => new(Color.Black, IsAccent: true);

    /// <summary>A colour of its own.</summary>
    public static implicit operator Ink(Color color) => new(color);

    /// <summary>The colour in a design with an accent.</summary>
    public Color In(Color accent) => IsAccent ? accent : Color;
}

/// <summary>How the letters of one kind of words are set.</summary>
public sealed record TypeStyle
{
    /// <summary>The family. Default: the text's.</summary>
    public DesignFace Face { get; init; } = DesignFace.Body;
    /// <summary>The type size; ems are the text's. Default: the text's.</summary>
    public Extent Size { get; init; } = 1.Em;
    /// <summary>The distance of baselines; ems are this type's own. Default: 1.35 em.</summary>
    public Extent Leading { get; init; } = 1.35.Em;
    /// <summary>400 regular, 600 semibold, 700 bold. Default: 400.</summary>
    public int Weight { get; init; } = 400;
    /// <summary>Whether italic. Default: no.</summary>
    public bool Italic { get; init; }
    /// <summary>The colour. Default: black.</summary>
    public Ink Ink { get; init; }
    /// <summary>Whether set in capitals; what is copied or read aloud stays as it was written. For labels of a few letters. Default: no.</summary>
    public bool Capitals { get; init; }
    /// <summary>Added between letters, in ems of this type. Default: nothing.</summary>
    public double Tracking { get; init; }
}
