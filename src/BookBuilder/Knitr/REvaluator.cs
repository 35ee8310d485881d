using System.Collections.Immutable;
using BookBuilder.Files;

namespace BookBuilder.Knitr;

/// <summary>Finds out what R code gives as far as that follows from the code itself: constants, tables written out or read from files, pictures, text.
/// It runs nothing, knows no clock and no chance; whatever else is asked, the answer is that R would be needed.</summary>
/// <param name="files">The book's files, for tables that are read.</param>
/// <param name="folder">The folder that paths begin in; empty for the book's root.</param>
internal sealed class REvaluator(IBookFiles files, string folder = "")
{
    private readonly Dictionary<string, RValue?> _variables = new(StringComparer.Ordinal);

    /// <summary>The book's files.</summary>
    public IBookFiles Files => files;

    /// <summary>The folder that paths begin in.</summary>
    public string Folder => folder;

    /// <summary>What it was that R would have been needed for last: "ggplot()", "a loop". Empty when nothing was.</summary>
    public string Missing { get; private set; } = "";

    /// <summary>Whether an answer depended on which output is made, so that the same is printed in both.</summary>
    public bool AskedForOutput { get; set; }

    /// <summary>The value of one expression; null when R is needed.</summary>
    public RValue? Evaluate(string code)
    {
        if (RParser.Read(code) is not [{ } only]) return Needs("code that is not one expression");
        return Evaluate(only.Expression);
    }

    /// <summary>The value of a statement; null when R is needed. An assignment gives <see cref="RSilence"/> whether its value is known or not:
    /// it shows nothing.</summary>
    public RValue? Run(RStatement statement)
    {
        if (statement.Expression is not RAssignment assignment) return Evaluate(statement.Expression);
        RAssignments.Assign(this, assignment);
        return RSilence.Value;
    }

    /// <summary>The value of an expression; null when R is needed.</summary>
    public RValue? Evaluate(RExpression expression) => expression switch
    {
        RConstant constant => constant.Value,
        RName name => Variable(name.Name),
        RCall call => RFunctions.Call(this, call),
        RAssignment assignment => Chained(assignment),
        RUnknown unknown => Needs(unknown.What),
        _ => throw new System.Diagnostics.UnreachableException($"{expression.GetType().Name} is new: say here what it gives."),
    };

    /// <summary>Says that R is needed.</summary>
    /// <param name="what">For what.</param>
    public RValue? Needs(string what)
    {
        Missing = what;
        return null;
    }

    /// <summary>Gives a variable its value; null when only R knows it.</summary>
    public void Set(string name, RValue? value) => _variables[name] = value;

    /// <summary>The value of a variable; null when there is none or only R knows it.</summary>
    public RValue? Variable(string name)
    {
        if (_variables.TryGetValue(name, out RValue? value)) return value ?? Needs($"'{name}'");
        return name switch
        {
            "pi" => RVector.Of(Math.PI),
            "letters" => RVector.OfTexts(Enumerable.Range('a', 26).Select(c => ((char)c).ToString())),
            "LETTERS" => RVector.OfTexts(Enumerable.Range('A', 26).Select(c => ((char)c).ToString())),
            "month.name" => RVector.OfTexts(System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)),
            "month.abb" => RVector.OfTexts(System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Take(12)),
            _ => Needs($"'{name}'"),
        };
    }

    private RValue? Chained(RAssignment assignment)
    {
        RAssignments.Assign(this, assignment);
        return Evaluate(assignment.Target);
    }
}
