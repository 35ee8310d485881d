using System.Globalization;

namespace BookBuilder.Model.Units;

/// <summary>A distance on the page, in whole scaled points: 65 536 to the PDF point of 1/72 inch.</summary>
/// <remarks>Whole numbers, so that sums do not depend on their order and the same book gives the same bytes.</remarks>
public readonly record struct Length(long ScaledPoints) : IComparable<Length>
{
    /// <summary>Scaled points in one PDF point.</summary>
    public const long PerPoint = 65_536;

    /// <summary>No distance.</summary>
    public static Length Zero => default;

    /// <summary>A distance longer than any page; it stands for "no limit".</summary>
    public static Length Unbounded => new(long.MaxValue / 4);

    /// <summary>This distance in PDF points of 1/72 inch.</summary>
    public double Points => ScaledPoints / (double)PerPoint;

    /// <summary>A distance of so many PDF points, rounded to the nearest scaled point.</summary>
    public static Length FromPoints(double points) => new(Rounded(points * PerPoint));

    /// <summary>The sum.</summary>
    public static Length operator +(Length left, Length right) => new(left.ScaledPoints + right.ScaledPoints);
    /// <summary>The difference.</summary>
    public static Length operator -(Length left, Length right) => new(left.ScaledPoints - right.ScaledPoints);
    /// <summary>The same distance the other way.</summary>
    public static Length operator -(Length value) => new(-value.ScaledPoints);
    /// <summary>A whole multiple.</summary>
    public static Length operator *(Length value, int factor) => new(value.ScaledPoints * factor);
    /// <summary>A scaled distance, rounded to the nearest scaled point.</summary>
    public static Length operator *(Length value, double factor) => new(Rounded(value.ScaledPoints * factor));
    /// <summary>A whole part, rounded toward zero.</summary>
    public static Length operator /(Length value, int divisor) => new(value.ScaledPoints / divisor);
    /// <summary>How many times the right distance goes into the left one.</summary>
    public static double operator /(Length left, Length right) => left.ScaledPoints / (double)right.ScaledPoints;
    /// <summary>Whether left is shorter.</summary>
    public static bool operator <(Length left, Length right) => left.ScaledPoints < right.ScaledPoints;
    /// <summary>Whether left is longer.</summary>
    public static bool operator >(Length left, Length right) => left.ScaledPoints > right.ScaledPoints;
    /// <summary>Whether left is not longer.</summary>
    public static bool operator <=(Length left, Length right) => left.ScaledPoints <= right.ScaledPoints;
    /// <summary>Whether left is not shorter.</summary>
    public static bool operator >=(Length left, Length right) => left.ScaledPoints >= right.ScaledPoints;

    /// <summary>The longer of two.</summary>
    public static Length Max(Length left, Length right) => left > right ? left : right;
    /// <summary>The shorter of two.</summary>
    public static Length Min(Length left, Length right) => left < right ? left : right;

    /// <summary>As Math.Round with MidpointRounding.AwayFromZero does it, which takes several times as long; lengths are scaled millions of times in a book.</summary>
    private static long Rounded(double value)
    {
        long whole = (long)value;
        double rest = value - whole;
        return rest is >= 0.5 and < 1 ? whole + 1 : rest is <= -0.5 and > -1 ? whole - 1 : whole;
    }

    /// <inheritdoc/>
    public int CompareTo(Length other) => ScaledPoints.CompareTo(other.ScaledPoints);

    /// <summary>The distance in points, as "12.5pt".</summary>
    public override string ToString() => Points.ToString("0.###", CultureInfo.InvariantCulture) + "pt";
}

/// <summary>Numbers that say their unit where they stand: <c>112.Mm</c>, <c>10.5.Pt</c>.</summary>
public static class LengthUnits
{
    extension(int value)
    {
        /// <summary>So many PDF points (1/72 inch).</summary>
        public Length Pt => new(value * Length.PerPoint);
        /// <summary>So many millimetres.</summary>
        public Length Mm => Length.FromPoints(value * 72 / 25.4);
        /// <summary>So many inches.</summary>
        public Length In => new(value * 72 * Length.PerPoint);
    }

    extension(double value)
    {
        /// <summary>So many PDF points (1/72 inch).</summary>
        public Length Pt => Length.FromPoints(value);
        /// <summary>So many millimetres.</summary>
        public Length Mm => Length.FromPoints(value * 72 / 25.4);
        /// <summary>So many inches.</summary>
        public Length In => Length.FromPoints(value * 72);
    }
}
