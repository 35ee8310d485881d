using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>The arguments of a call by the names of the function's parameters (R language definition, 4.3.2: exact names, then the rest by place).</summary>
internal sealed class RArguments
{
    private readonly REvaluator _r;
    private readonly Dictionary<string, RArgument> _byName = new(StringComparer.Ordinal);

    /// <summary>Matches them.</summary>
    /// <param name="r">Evaluates them.</param>
    /// <param name="call">The call.</param>
    /// <param name="parameters">The parameters that arguments without names stand for, in order.</param>
    public RArguments(REvaluator r, RCall call, params ReadOnlySpan<string> parameters)
    {
        _r = r;
        foreach (RArgument named in call.Arguments.Where(a => a.Name is not null)) _byName.TryAdd(named.Name!, named);
        var rest = new Queue<RArgument>(call.Arguments.Where(a => a.Name is null));
        foreach (string parameter in parameters)
            if (!_byName.ContainsKey(parameter) && rest.TryDequeue(out RArgument? next))
                _byName.Add(parameter, next);
    }

    /// <summary>The names given.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>Whether it is given.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The value; null when it is not given or only R knows it.</summary>
    public RValue? this[string name] => _byName.GetValueOrDefault(name)?.Value is { } expression ? _r.Evaluate(expression) : null;

    /// <summary>A single text; null when it is none.</summary>
    public string? Text(string name) => this[name] is RVector vector ? vector.Single : null;

    /// <summary>TRUE or FALSE.</summary>
    public bool Flag(string name, bool fallback) => this[name] is RVector { Type: not RType.Text, Length: 1 } v && !double.IsNaN(v.Cells[0].Number) ? v.Cells[0].Number != 0 : fallback;

    /// <summary>A single number; null when it is none.</summary>
    public double? Number(string name) => this[name] is RVector { Type: not RType.Text, Length: 1 } v && !double.IsNaN(v.Cells[0].Number) ? v.Cells[0].Number : null;

    /// <summary>Texts; null when they are not given or not known.</summary>
    public ImmutableArray<string>? Texts(string name) =>
        this[name] is RVector v ? [.. Enumerable.Range(0, v.Length).Select(i => v.TextAt(i) ?? "NA")] : null;
}
