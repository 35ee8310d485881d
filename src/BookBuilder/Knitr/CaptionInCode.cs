using BookBuilder.Files;

namespace BookBuilder.Knitr;

/// <summary>The caption and label that code gives to a table only R can make: <c>kable(summary(fit), caption = "Coefficients")</c>. The caption is prose and is kept.</summary>
internal static class CaptionInCode
{
    /// <summary>The caption; null when there is none that is written out.</summary>
    public static string? Of(string code) => Find(code, "caption");

    /// <summary>The label; null when there is none.</summary>
    public static string? Label(string code) => Find(code, "label");

    private static string? Find(string code, string name)
    {
        if (RParser.Read(code) is not { } statements) return null;
        var r = new REvaluator(new MemoryFiles("", []));
        foreach (RStatement statement in statements)
        {
            var pending = new Stack<RExpression>();
            pending.Push(statement.Expression);
            while (pending.TryPop(out RExpression? at))
            {
                if (at is RAssignment assignment) pending.Push(assignment.Value);
                if (at is not RCall call) continue;
                foreach (RArgument argument in call.Arguments)
                {
                    if (argument.Value is null) continue;
                    if (argument.Name == name && call.Name is "kable" or "kbl" or "datatable" or "set_caption" && argument.Name == name && r.Evaluate(argument.Value) is RVector { Type: RType.Text, Single: { Length: > 0 } text }) return text;
                    pending.Push(argument.Value);
                }
            }
        }
        return null;
    }
}
