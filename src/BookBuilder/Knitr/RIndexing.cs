using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>Parts of vectors, lists and tables: <c>x[1:3]</c>, <c>x$name</c>, <c>x[["name"]]</c>, <c>x[1:5, c("a", "b")]</c>.</summary>
internal static class RIndexing
{
    public static RValue? Call(REvaluator r, RCall call)
    {
        if (call.Arguments is not [{ Value: { } inner }, ..]) return r.Needs("an index");
        RValue? whole = r.Evaluate(inner);
        if (whole is null) return null;
        ImmutableArray<RArgument> indices = [.. call.Arguments.Skip(1).Where(a => a.Name is not ("drop" or "exact"))];
        RValue? result = (call.Name, whole, indices.Length) switch
        {
            ("$" or "[[", RFrame frame, 1) => Column(frame, r.Evaluate(indices[0].Value!)),
            ("$" or "[[", RList list, 1) => Item(list, r.Evaluate(indices[0].Value!)),
            ("[" or "[[", RVector vector, 1) when Places(r, indices[0], vector.Length, vector.Names) is { } at =>
                vector with { Cells = [.. at.Select(i => vector.Cells[i])], Names = vector.Names.IsEmpty ? [] : [.. at.Select(i => vector.Names[i])] },
            ("[", RFrame frame, 1) when Places(r, indices[0], frame.Columns.Length, [.. frame.Columns.Select(c => c.Name)]) is { } at =>
                frame with { Columns = [.. at.Select(i => frame.Columns[i])] },
            ("[", RFrame frame, 2) => Both(r, frame, indices),
            _ => null,
        };
        return result ?? r.Needs("an index");
    }

    /// <summary>Some rows of a table.</summary>
    public static RFrame Rows(RFrame frame, ImmutableArray<int> which) => new(
        [.. frame.Columns.Select(c => c with { Values = c.Values with { Cells = [.. which.Select(i => c.Values.Cells[i])], Names = [] } })],
        frame.RowNames.IsEmpty ? [] : [.. which.Select(i => frame.RowNames[i])]);

    private static RValue? Both(REvaluator r, RFrame frame, ImmutableArray<RArgument> indices)
    {
        if (Places(r, indices[0], frame.Rows, frame.RowNames) is not { } rows
            || Places(r, indices[1], frame.Columns.Length, [.. frame.Columns.Select(c => c.Name)]) is not { } columns) return null;
        RFrame part = Rows(frame with { Columns = [.. columns.Select(i => frame.Columns[i])] }, rows);
        return part.Columns is [{ } only] && indices[1].Value is not null ? only.Values : part;
    }

    private static RValue? Column(RFrame frame, RValue? name) => name switch
    {
        RVector { Type: RType.Text, Single: { } text } => frame.Columns.FirstOrDefault(c => c.Name == text)?.Values,
        RVector { Type: RType.Number, Length: 1 } number when number.Cells[0].Number is double n && n >= 1 && n <= frame.Columns.Length => frame.Columns[(int)n - 1].Values,
        _ => null,
    };

    private static RValue? Item(RList list, RValue? name) => name switch
    {
        RVector { Type: RType.Text, Single: { } text } => list.Items.FirstOrDefault(i => i.Name == text).Value,
        RVector { Type: RType.Number, Length: 1 } number when number.Cells[0].Number is double n && n >= 1 && n <= list.Items.Length => list.Items[(int)n - 1].Value,
        _ => null,
    };

    /// <summary>The places an index names, from 0; all of them when it is left empty; null when it cannot be told.</summary>
    private static ImmutableArray<int>? Places(REvaluator r, RArgument index, int length, ImmutableArray<string> names)
    {
        if (index.Value is null) return [.. Enumerable.Range(0, length)];
        if (r.Evaluate(index.Value) is not RVector wanted) return null;
        if (wanted.Type == RType.Text)
        {
            ImmutableArray<int> named = [.. Enumerable.Range(0, wanted.Length).Select(i => names.IsDefaultOrEmpty ? -1 : names.IndexOf(wanted.TextAt(i) ?? ""))];
            return named.Any(i => i < 0) ? null : named;
        }
        if (wanted.Type == RType.Logical)
            return wanted.Length == length && !wanted.Cells.Any(c => double.IsNaN(c.Number)) ? [.. Enumerable.Range(0, length).Where(i => wanted.Cells[i].Number != 0)] : null;
        if (wanted.Cells.All(c => c.Number < 0))
        {
            HashSet<int> left = [.. wanted.Cells.Select(c => -(int)c.Number - 1)];
            return [.. Enumerable.Range(0, length).Where(i => !left.Contains(i))];
        }
        return wanted.Cells.All(c => c.Number >= 1 && c.Number <= length) ? [.. wanted.Cells.Select(c => (int)c.Number - 1)] : null;
    }
}
