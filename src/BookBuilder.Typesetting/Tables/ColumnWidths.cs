using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Tables;

/// <summary>The widths a column may take, its padding included.</summary>
/// <param name="Minimum">Its longest piece that cannot be broken.</param>
/// <param name="Natural">Its longest cell on one line.</param>
internal readonly record struct ColumnNeed(Length Minimum, Length Natural)
{
    /// <summary>What two cells of one column need.</summary>
    public static ColumnNeed Max(ColumnNeed left, ColumnNeed right) =>
        new(Length.Max(left.Minimum, right.Minimum), Length.Max(left.Natural, right.Natural));
}

/// <summary>The widths of columns.</summary>
/// <param name="Widths">One for each column.</param>
/// <param name="Overrun">How far the table sticks out of the room; zero when it fits.</param>
internal sealed record ColumnWidths(ImmutableArray<Length> Widths, Length Overrun)
{
    /// <summary>Whether cells had to give way: some are narrower than they would like, so that it matters who gets how much.</summary>
    public bool IsPressed { get; init; }

    /// <summary>The sum of the widths.</summary>
    public Length Total { get; } = new(Widths.Sum(w => w.ScaledPoints));

    /// <summary>A table narrower than this share of its room keeps its natural width; others fill the room.</summary>
    private const double FillFrom = 0.6;

    /// <summary>Divides a room among columns. No column is narrower than its longest word, unless there is no room for all of them.</summary>
    /// <remarks>When the natural widths do not fit, a column gets room by the square root of its natural width: the height of a
    /// column's text is its area by its width, so that the sum of the heights is then least. Columns that need less than an even share
    /// get just what they need.</remarks>
    /// <param name="needs">What the columns need.</param>
    /// <param name="shares">The shares the author asked for, 0 to 1; null for columns without.</param>
    /// <param name="room">The width there is.</param>
    public static ColumnWidths Solve(ImmutableArray<ColumnNeed> needs, ImmutableArray<double?> shares, Length room)
    {
        long minimum = needs.Sum(n => n.Minimum.ScaledPoints);
        if (minimum > room.ScaledPoints)
            return new([.. needs.Select(n => n.Minimum)], new(minimum - room.ScaledPoints));
        if (Asked(needs, shares, room) is { } asked) return asked;
        long natural = needs.Sum(n => n.Natural.ScaledPoints);
        if (natural <= room.ScaledPoints)
            return natural < room.ScaledPoints * FillFrom ? new([.. needs.Select(n => n.Natural)], Length.Zero) : Spread(needs, natural, room);
        return new(Shrunk(needs, room), Length.Zero) { IsPressed = true };
    }

    /// <summary>The author's widths, when all columns have one and no word sticks out.</summary>
    private static ColumnWidths? Asked(ImmutableArray<ColumnNeed> needs, ImmutableArray<double?> shares, Length room)
    {
        if (shares.Length != needs.Length || shares.Any(s => s is not > 0)) return null;
        double sum = Math.Max(1, shares.Sum(s => s!.Value));
        ImmutableArray<Length> widths = [.. shares.Select(s => room * (s!.Value / sum))];
        for (int i = 0; i < widths.Length; i++)
            if (widths[i] < needs[i].Minimum) return null;
        return new(widths, Length.Zero);
    }

    /// <summary>Natural widths, with what is left over shared out in their proportion.</summary>
    private static ColumnWidths Spread(ImmutableArray<ColumnNeed> needs, long natural, Length room)
    {
        if (natural == 0) return new([.. needs.Select(_ => room / needs.Length)], Length.Zero);
        long left = room.ScaledPoints - natural;
        var widths = ImmutableArray.CreateBuilder<Length>(needs.Length);
        long given = 0, seen = 0;
        foreach (ColumnNeed need in needs)
        {
            seen += need.Natural.ScaledPoints;
            long due = (long)((Int128)left * seen / natural);
            widths.Add(need.Natural + new Length(due - given));
            given = due;
        }
        return new(widths.MoveToImmutable(), Length.Zero);
    }

    private static ImmutableArray<Length> Shrunk(ImmutableArray<ColumnNeed> needs, Length room)
    {
        needs = WithModestOnesSettled(needs, room);
        double low = 0, high = 1e9;
        for (int i = 0; i < 80; i++)
        {
            double middle = (low + high) / 2;
            if (At(needs, middle).Sum(w => w.ScaledPoints) <= room.ScaledPoints) low = middle;
            else high = middle;
        }
        Length[] widths = [.. At(needs, low)];
        // The last scaled points go to the column that lacks most.
        long rest = room.ScaledPoints - widths.Sum(w => w.ScaledPoints);
        int neediest = 0;
        for (int i = 1; i < widths.Length; i++)
            if (needs[i].Natural - widths[i] > needs[neediest].Natural - widths[neediest]) neediest = i;
        widths[neediest] += new Length(rest);
        return [.. widths];
    }

    /// <summary>Columns content with an even share of what is left get their natural width, as long as the others have theirs at least.</summary>
    private static ImmutableArray<ColumnNeed> WithModestOnesSettled(ImmutableArray<ColumnNeed> needs, Length room)
    {
        ColumnNeed[] settled = [.. needs];
        bool[] done = new bool[needs.Length];
        for (bool changed = true; changed;)
        {
            changed = false;
            long left = room.ScaledPoints - settled.Where((_, i) => done[i]).Sum(n => n.Natural.ScaledPoints);
            int open = done.Count(d => !d);
            long others = settled.Where((_, i) => !done[i]).Sum(n => n.Minimum.ScaledPoints);
            for (int i = 0; i < settled.Length && !changed; i++)
            {
                ColumnNeed need = settled[i];
                if (done[i] || open <= 1 || need.Natural.ScaledPoints > left / open) continue;
                if (others - need.Minimum.ScaledPoints + need.Natural.ScaledPoints > left) continue;
                settled[i] = need with { Minimum = need.Natural };
                done[i] = changed = true;
            }
        }
        return [.. settled];
    }

    private static IEnumerable<Length> At(ImmutableArray<ColumnNeed> needs, double scale)
    {
        foreach (ColumnNeed need in needs)
        {
            Length wanted = new((long)(scale * Math.Sqrt(need.Natural.ScaledPoints)));
            yield return Length.Min(need.Natural, Length.Max(need.Minimum, wanted));
        }
    }
}
