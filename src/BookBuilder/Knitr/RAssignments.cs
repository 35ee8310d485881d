using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>Assignments: to a name, to names of columns (<c>names(x) &lt;- …</c>), to a column (<c>x$y &lt;- …</c>). Any other makes the variable unknown.</summary>
internal static class RAssignments
{
    /// <summary>Does it.</summary>
    public static void Assign(REvaluator r, RAssignment assignment)
    {
        RValue? value = r.Evaluate(assignment.Value);
        switch (assignment.Target)
        {
            case RName name:
                r.Set(name.Name, value);
                break;
            case RConstant { Value: RVector { Single: { } text } }:
                r.Set(text, value);
                break;
            case RCall { Name: "names" or "colnames", Arguments: [{ Value: RName owner }] }:
                r.Set(owner.Name, Renamed(r.Variable(owner.Name), value));
                break;
            case RCall { Name: "rownames" or "row.names", Arguments: [{ Value: RName owner }] }:
                r.Set(owner.Name, WithRowNames(r.Variable(owner.Name), value));
                break;
            case RCall { Name: "$" or "[[", Arguments: [{ Value: RName owner }, { Value: RConstant { Value: RVector { Type: RType.Text, Single: { } column } } }] }:
                r.Set(owner.Name, WithColumn(r.Variable(owner.Name), column, value));
                break;
            case { } other when Owner(other) is { } owner:
                r.Set(owner, null);
                break;
        }
    }

    private static string? Owner(RExpression target) => target switch
    {
        RName name => name.Name,
        RCall { Arguments: [{ Value: { } first }, ..] } => Owner(first),
        _ => null,
    };

    private static RValue? Renamed(RValue? owner, RValue? names) => (owner, names) switch
    {
        (RFrame frame, RVector texts) when texts.Length == frame.Columns.Length =>
            frame with { Columns = [.. frame.Columns.Select((c, i) => c with { Name = texts.TextAt(i) ?? "NA" })] },
        (RVector vector, RVector texts) when texts.Length == vector.Length =>
            vector with { Names = [.. Enumerable.Range(0, texts.Length).Select(i => texts.TextAt(i) ?? "")] },
        _ => null,
    };

    private static RValue? WithRowNames(RValue? owner, RValue? names) => (owner, names) switch
    {
        (RFrame frame, RNull) => frame with { RowNames = [] },
        (RFrame frame, RVector texts) when texts.Length == frame.Rows =>
            frame with { RowNames = [.. Enumerable.Range(0, texts.Length).Select(i => texts.TextAt(i) ?? "NA")] },
        _ => null,
    };

    private static RValue? WithColumn(RValue? owner, string name, RValue? value)
    {
        if (owner is not RFrame frame) return null;
        int at = frame.Columns.IndexOf(frame.Columns.FirstOrDefault(c => c.Name == name)!);
        if (value is RNull) return at < 0 ? frame : frame with { Columns = frame.Columns.RemoveAt(at) };
        if (value is not RVector vector || RTables.Recycled(vector, frame.Rows) is not { } full) return null;
        var column = new RColumn(name, full);
        return frame with { Columns = at < 0 ? frame.Columns.Add(column) : frame.Columns.SetItem(at, column) };
    }
}
