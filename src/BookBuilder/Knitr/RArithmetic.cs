using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>Operators and functions of numbers.</summary>
internal static class RArithmetic
{
    /// <summary>No table in a book is counted out longer than this.</summary>
    private const int Longest = 100_000;

    public static RValue? Call(REvaluator r, RCall call)
    {
        var values = ImmutableArray.CreateBuilder<RValue>();
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null || r.Evaluate(argument.Value) is not { } value) return null;
            values.Add(value);
        }
        ImmutableArray<RVector> vectors = [.. values.OfType<RVector>()];
        if (call.Name is "length" or "nrow" or "ncol" or "seq_along") return Counted(r, call.Name, values.FirstOrDefault());
        if (vectors.Length != values.Count || vectors.IsEmpty) return r.Needs(call.Name + "()");
        return call.Name switch
        {
            ":" or "seq" or "seq_len" => Sequence(r, call, vectors),
            "rep" => Repeated(r, call, vectors),
            "rev" => vectors[0] with { Cells = [.. vectors[0].Cells.Reverse()], Names = [] },
            "==" or "!=" or "<" or ">" or "<=" or ">=" => Compared(r, call.Name, vectors),
            "!" => new RVector(RType.Logical, [.. vectors[0].Cells.Select(c => new RCell(null, double.IsNaN(c.Number) ? double.NaN : 1 - Math.Sign(Math.Abs(c.Number))))]),
            _ when vectors.Any(v => v.Type == RType.Text) => r.Needs($"{call.Name} of text"),
            "&&" or "&" or "||" or "|" => Logic(call.Name, vectors),
            "sum" or "mean" or "min" or "max" or "median" or "prod" => Summary(call.Name, [.. vectors.Where((_, i) => call.Arguments[i].Name is null).SelectMany(v => v.Cells).Select(c => c.Number)]),
            _ => Numbers(r, call.Name, vectors),
        };
    }

    private static RValue? Counted(REvaluator r, string name, RValue? value) => (name, value) switch
    {
        ("length", RVector v) => RVector.Of((double)v.Length),
        ("length", RNull) => RVector.Of(0.0),
        ("length" or "ncol", RFrame f) => RVector.Of((double)f.Columns.Length),
        ("nrow", RFrame f) => RVector.Of((double)f.Rows),
        ("seq_along", RVector v) => RVector.OfNumbers(Enumerable.Range(1, v.Length).Select(i => (double)i)),
        _ => r.Needs(name + "()"),
    };

    private static RValue? Sequence(REvaluator r, RCall call, ImmutableArray<RVector> vectors)
    {
        if (vectors.Any(v => v.Length != 1 || v.Type == RType.Text)) return r.Needs("seq()");
        double[] n = [.. vectors.Select(v => v.Cells[0].Number)];
        if (n.Length == 3 && call.Arguments[2].Name is "length.out" or "length" or "len" && n[2] is >= 2 and <= Longest)
            return RVector.OfNumbers(Enumerable.Range(0, (int)n[2]).Select(i => n[0] + i * (n[1] - n[0]) / ((int)n[2] - 1)));
        if (call.Arguments.Any(a => a.Name is not (null or "from" or "to" or "by"))) return r.Needs("seq()");
        double from = call.Name == "seq_len" || n.Length == 1 ? 1 : n[0];
        double to = n.Length == 1 ? n[0] : n[1];
        double by = n.Length > 2 ? n[2] : to < from ? -1 : 1;
        if (by == 0 || !double.IsFinite(from + to + by) || (to - from) / by > Longest) return r.Needs("a very long sequence");
        int count = (int)Math.Floor((to - from) / by + 1e-10) + 1;
        return RVector.OfNumbers(Enumerable.Range(0, Math.Max(0, count)).Select(i => from + i * by));
    }

    private static RValue? Repeated(REvaluator r, RCall call, ImmutableArray<RVector> vectors)
    {
        if (vectors is not [{ } what, { Length: 1 } times]) return r.Needs("rep()");
        double count = times.Cells[0].Number;
        if (!(count >= 0) || count * what.Length > Longest) return r.Needs("a very long rep()");
        bool isEach = call.Arguments[1].Name == "each";
        return what with
        {
            Names = [],
            Cells = isEach ? [.. what.Cells.SelectMany(c => Enumerable.Repeat(c, (int)count))] : [.. Enumerable.Repeat(what.Cells, (int)count).SelectMany(c => c)],
        };
    }

    private static RValue? Compared(REvaluator r, string name, ImmutableArray<RVector> vectors)
    {
        if (vectors is not [{ } left, { } right]) return r.Needs(name);
        bool isText = left.Type == RType.Text || right.Type == RType.Text;
        if (isText && name is not ("==" or "!=")) return r.Needs($"{name} of text");
        return Paired(left, right, RType.Logical, (i, j) =>
        {
            if (isText) return left.TextAt(i) is { } a && right.TextAt(j) is { } b ? a == b == (name == "==") ? 1 : 0 : double.NaN;
            double x = left.Cells[i].Number, y = right.Cells[j].Number;
            if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
            bool holds = name switch { "==" => x == y, "!=" => x != y, "<" => x < y, ">" => x > y, "<=" => x <= y, _ => x >= y };
            return holds ? 1 : 0;
        });
    }

    /// <summary>With NA for what cannot be known: <c>TRUE | NA</c> is TRUE, <c>TRUE &amp; NA</c> is NA.</summary>
    private static RVector Logic(string name, ImmutableArray<RVector> vectors) =>
        Paired(vectors[0], vectors[^1], RType.Logical, (i, j) =>
        {
            double x = vectors[0].Cells[i].Number, y = vectors[^1].Cells[j].Number;
            double settling = name[0] == '&' ? 0 : 1;
            double Truth(double v) => double.IsNaN(v) ? v : v != 0 ? 1 : 0;
            if (Truth(x) == settling || Truth(y) == settling) return settling;
            return double.IsNaN(x) || double.IsNaN(y) ? double.NaN : 1 - settling;
        });

    private static RVector Paired(RVector left, RVector right, RType type, Func<int, int, double> cell)
    {
        int count = left.Length == 0 || right.Length == 0 ? 0 : Math.Max(left.Length, right.Length);
        return new RVector(type, [.. Enumerable.Range(0, count).Select(i => new RCell(null, cell(i % left.Length, i % right.Length)))]);
    }

    private static RVector Summary(string name, ImmutableArray<double> numbers)
    {
        if (numbers.IsEmpty) return RVector.Of(name == "prod" ? 1.0 : name == "sum" ? 0.0 : double.NaN);
        if (numbers.Any(double.IsNaN)) return RVector.Of(double.NaN);
        ImmutableArray<double> ordered = [.. numbers.Order()];
        return RVector.Of(name switch
        {
            "sum" => numbers.Sum(),
            "mean" => numbers.Sum() / numbers.Length,
            "min" => ordered[0],
            "max" => ordered[^1],
            "prod" => numbers.Aggregate(1.0, (a, b) => a * b),
            _ => (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2,
        });
    }

    private static RValue? Numbers(REvaluator r, string name, ImmutableArray<RVector> vectors)
    {
        RVector left = vectors[0];
        if (vectors.Length == 1)
        {
            if (name == "cumsum")
            {
                double sum = 0;
                return RVector.OfNumbers(left.Cells.Select(c => sum += c.Number));
            }
            return left with
            {
                Type = RType.Number,
                Cells = [.. left.Cells.Select(c => new RCell(null, name switch
                {
                    "-" => -c.Number,
                    "round" => Rounded(c.Number, 0),
                    "sqrt" => Math.Sqrt(c.Number),
                    "abs" => Math.Abs(c.Number),
                    "floor" => Math.Floor(c.Number),
                    "ceiling" => Math.Ceiling(c.Number),
                    "+" => c.Number,
                    _ => double.NaN,
                }))],
            } is var result && name is "exp" or "log" or "log10" or "log2" or "signif" ? r.Needs(name + "()") : result;
        }
        if (vectors.Length != 2 || name is "log" or "log10" or "log2" or "exp" or "signif" or "sqrt") return r.Needs(name + "()");
        if (name == "^" && vectors[1].Cells.Any(c => c.Number != Math.Floor(c.Number) || Math.Abs(c.Number) > 64)) return r.Needs("a power");
        return Paired(left, vectors[1], RType.Number, (i, j) =>
        {
            double x = left.Cells[i].Number, y = vectors[1].Cells[j].Number;
            return name switch
            {
                "+" => x + y,
                "-" => x - y,
                "*" => x * y,
                "/" => x / y,
                "%%" => x - Math.Floor(x / y) * y,
                "%/%" => Math.Floor(x / y),
                "^" => Power(x, (int)y),
                "round" => Rounded(x, (int)Math.Clamp(y, -15, 15)),
                _ => double.NaN,
            };
        });
    }

    // By hand, so that every machine gives the same bits.
    private static double Power(double x, int n)
    {
        double power = 1;
        for (int i = 0; i < Math.Abs(n); i++) power *= x;
        return n < 0 ? 1 / power : power;
    }

    /// <summary>Rounded to decimals; to tens and hundreds when they are negative. Halves go to the even digit, as IEC 60559 and R have it.</summary>
    public static double Rounded(double x, int digits)
    {
        if (double.IsNaN(x) || double.IsInfinity(x)) return x;
        if (digits >= 0) return Math.Abs(x) > 1e15 ? x : (double)Math.Round((decimal)Math.Clamp(x, -1e15, 1e15), Math.Min(digits, 15), MidpointRounding.ToEven);
        double unit = Power(10, -digits);
        return Math.Round(x / unit, MidpointRounding.ToEven) * unit;
    }
}
