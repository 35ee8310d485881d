using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>An expression of R. A closed set: what is not known here is not read at all.</summary>
internal abstract record RExpression
{
    private protected RExpression() { }
}

/// <summary>A number, a text, TRUE, NA, NULL.</summary>
internal sealed record RConstant(RValue Value) : RExpression;

/// <summary>A name; with its package before it when that is written ("knitr::kable").</summary>
internal sealed record RName(string Name) : RExpression;

/// <summary>A call; of an operator, too: its name is the operator, "[" and "[[" among them.</summary>
/// <param name="Name">The function's name without its package; empty when it is computed.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record RCall(string Name, ImmutableArray<RArgument> Arguments) : RExpression
{
    /// <summary>The package written before it; empty when there is none.</summary>
    public string Package { get; init; } = "";
}

/// <summary>An argument.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Value">Its expression; null when it is left empty, as in <c>x[1, ]</c>.</param>
internal sealed record RArgument(string? Name, RExpression? Value);

/// <summary>A name, an index or an attribute gets a value.</summary>
internal sealed record RAssignment(RExpression Target, RExpression Value) : RExpression;

/// <summary>Something that only R itself can do: a function, a loop, a condition.</summary>
/// <param name="What">What it is, in words.</param>
internal sealed record RUnknown(string What) : RExpression;

/// <summary>A statement with its place.</summary>
/// <param name="Expression">What it is.</param>
/// <param name="Start">Where it begins in the code.</param>
/// <param name="End">Just after it.</param>
internal sealed record RStatement(RExpression Expression, int Start, int End);
