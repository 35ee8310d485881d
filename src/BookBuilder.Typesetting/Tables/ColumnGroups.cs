using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Tables;

/// <summary>Divides the columns of a table that is too wide into parts, the first column in each of them.</summary>
internal static class ColumnGroups
{
    /// <summary>A column of words likes to be as wide as this at least, when it has so many.</summary>
    private const double Comfortable = 7;
    /// <summary>The first column takes at most this share of the room for its comfort.</summary>
    private const double FirstShare = 0.3;

    /// <summary>The columns of each part but the first column, in order: no part more than one when all fit.</summary>
    /// <param name="table">The table.</param>
    /// <param name="needs">What the columns need.</param>
    /// <param name="em">The type size.</param>
    /// <param name="room">The width there is.</param>
    public static ImmutableArray<(int From, int To)> Of(PlacedTable table, ImmutableArray<ColumnNeed> needs, Length em, Length room)
    {
        Length first = Length.Max(needs[0].Minimum, Length.Min(needs[0].Natural, room * FirstShare));
        Length[] wanted = [.. needs.Select(n => Length.Max(n.Minimum, Length.Min(n.Natural, em * Comfortable)))];
        bool[] divides = new bool[needs.Length + 1];                // columns before which no part may begin: a cell reaches over their edge
        foreach (GridCell cell in table.Head.Concat(table.Body))
            if (cell.Column > 0)
                for (int c = cell.Column + 1; c < cell.Column + cell.ColumnSpan; c++) divides[c] = true;
        ImmutableArray<(int From, int To)> groups = Filled(wanted, divides, room - first);
        // The same number of parts, but as even as may be: the narrowest room that needs no more of them.
        Length low = Length.Zero, high = room - first;
        for (int i = 0; i < 20 && groups.Length > 1; i++)
        {
            Length middle = low + (high - low) / 2;
            ImmutableArray<(int From, int To)> tried = Filled(wanted, divides, middle);
            if (tried.Length > groups.Length || tried.Any(g => Sum(wanted, g) > middle)) low = middle;
            else (high, groups) = (middle, tried);
        }
        return groups;
    }

    private static ImmutableArray<(int From, int To)> Filled(Length[] wanted, bool[] divides, Length room)
    {
        var groups = ImmutableArray.CreateBuilder<(int, int)>();
        for (int from = 1; from < wanted.Length;)
        {
            int to = from + 1;
            Length used = wanted[from];
            while (to < wanted.Length && used + wanted[to] <= room) used += wanted[to++];
            int whole = to;
            while (whole > from && divides[whole]) whole--;
            if (whole > from) to = whole;
            groups.Add((from, to));
            from = to;
        }
        return groups.ToImmutable();
    }

    private static Length Sum(Length[] wanted, (int From, int To) group)
    {
        Length sum = Length.Zero;
        for (int i = group.From; i < group.To; i++) sum += wanted[i];
        return sum;
    }
}
