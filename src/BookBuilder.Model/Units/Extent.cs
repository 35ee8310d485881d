namespace BookBuilder.Model.Units;

/// <summary>A distance that a design says before the size of its type is known: a fixed part, a part in ems and a part in lines.</summary>
/// <remarks>So that one design serves every page: whoever chooses another size of type changes nothing else.</remarks>
/// <param name="Fixed">The part that is always the same.</param>
/// <param name="Ems">So many times the size of the type.</param>
/// <param name="Lines">So many times the distance of the text's baselines.</param>
public readonly record struct Extent(Length Fixed, double Ems, double Lines)
{
    /// <summary>No distance.</summary>
    public static Extent Zero => default;

    /// <summary>A distance that does not depend on the type.</summary>
    public static implicit operator Extent(Length length) => new(length, 0, 0);

    /// <summary>The distance, for a size of type and a distance of baselines.</summary>
    public Length In(Length size, Length leading) => Fixed + size * Ems + leading * Lines;
}

/// <summary>Numbers that say a unit of the type: <c>1.25.Em</c>, <c>2.Lines</c>.</summary>
public static class ExtentUnits
{
    extension(int value)
    {
        /// <summary>So many times the size of the type.</summary>
        public Extent Em => new(Length.Zero, value, 0);
        /// <summary>So many lines of the text.</summary>
        public Extent Lines => new(Length.Zero, 0, value);
    }

    extension(double value)
    {
        /// <summary>So many times the size of the type.</summary>
        public Extent Em => new(Length.Zero, value, 0);
        /// <summary>So many lines of the text.</summary>
        public Extent Lines => new(Length.Zero, 0, value);
    }
}
