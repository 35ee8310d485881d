namespace BookBuilder.Model.Units;

/// <summary>The trimmed sheet.</summary>
public readonly record struct PageSize(Length Width, Length Height)
{
    /// <summary>6 x 9 in, the usual American trade book.</summary>
    public static PageSize Trade => new(6.In, 9.In);
    /// <summary>5.5 x 8.5 in, half a Letter sheet.</summary>
    public static PageSize Digest => new(5.5.In, 8.5.In);
    /// <summary>8.5 x 11 in.</summary>
    public static PageSize Letter => new(8.5.In, 11.In);
    /// <summary>210 x 297 mm.</summary>
    public static PageSize A4 => new(210.Mm, 297.Mm);
    /// <summary>148 x 210 mm.</summary>
    public static PageSize A5 => new(148.Mm, 210.Mm);
}

/// <summary>A point on a page: x to the right, y DOWN from the top left corner of the sheet.</summary>
public readonly record struct Position(Length X, Length Y);

/// <summary>A box on a page: x to the right, y DOWN from the top left corner of the sheet.</summary>
public readonly record struct Rectangle(Length X, Length Y, Length Width, Length Height)
{
    /// <summary>The right edge.</summary>
    public Length Right => X + Width;
    /// <summary>The lower edge.</summary>
    public Length Bottom => Y + Height;
}

/// <summary>An sRGB colour.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static Color Black => default;
    /// <summary>White.</summary>
    public static Color White => new(255, 255, 255);
    /// <summary>A grey: 0 is black, 255 white.</summary>
    public static Color Gray(byte value) => new(value, value, value);
}
