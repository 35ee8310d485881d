using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.Knitr;

/// <summary>Functions that make text.</summary>
internal static partial class RTexts
{
    public static RValue? Call(REvaluator r, RCall call) => call.Name switch
    {
        "paste" or "paste0" or "file.path" or "here" => Pasted(r, call),
        "sprintf" => Formatted(r, call),
        "format" or "prettyNum" or "formatC" or "comma" => Told(r, call),
        "toupper" or "tolower" or "trimws" or "basename" or "dQuote" or "sQuote" or "shQuote" => Each(r, call),
        "nchar" => Lengths(r, call),
        "gsub" or "sub" => Substituted(r, call),
        "names" or "colnames" => Names(r, call),
        "is.null" => call.Arguments is [{ Value: { } inner }] && r.Evaluate(inner) is { } value ? RVector.Of(value is RNull) : null,
        _ => r.Needs(call.Name + "()"),
    };

    private static RValue? Pasted(REvaluator r, RCall call)
    {
        string separator = call.Name switch { "paste" => " ", "paste0" => "", _ => "/" };
        string? collapse = null;
        List<RVector> parts = [];
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null) continue;
            RValue? value = r.Evaluate(argument.Value);
            if (value is null) return null;
            if (argument.Name == "sep") separator = (value as RVector)?.Single ?? separator;
            else if (argument.Name == "collapse") collapse = (value as RVector)?.Single;
            else if (value is RVector vector)
            {
                if (vector.Length > 0) parts.Add(vector);
            }
            else if (value is not RNull) return r.Needs(call.Name + "()");
        }
        int count = parts.Select(p => p.Length).DefaultIfEmpty(0).Max();
        IEnumerable<string> texts = Enumerable.Range(0, count).Select(i => string.Join(separator, parts.Select(p => p.TextAt(i % p.Length) ?? "NA")));
        return collapse is null ? RVector.OfTexts(texts) : RVector.Of(string.Join(collapse, texts));
    }

    /// <summary>sprintf() with %s, %d, %i, %f, %e-free; flags - 0 + and space, a width and a precision.</summary>
    private static RValue? Formatted(REvaluator r, RCall call)
    {
        List<RVector> values = [];
        foreach (RArgument argument in call.Arguments)
            if (argument.Value is not null && r.Evaluate(argument.Value) is RVector { Length: > 0 } vector) values.Add(vector);
            else return r.Needs("sprintf()");
        if (values is not [{ Single: { } pattern }, ..]) return r.Needs("sprintf()");
        int count = values.Max(v => v.Length);
        List<string> texts = [];
        for (int row = 0; row < count; row++)
        {
            int next = 1;
            bool fails = false;
            string text = Directive().Replace(pattern, m =>
            {
                if (m.Value == "%%") return "%";
                if (next >= values.Count)
                {
                    fails = true;
                    return "";
                }
                RVector value = values[next++];
                int i = row % value.Length;
                bool hasPrecision = int.TryParse(m.Groups[3].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int precision);
                string told = m.Groups[4].Value switch
                {
                    "s" => value.TextAt(i) ?? "NA",
                    "d" or "i" => RNumber.Fixed(value.As(RType.Number).Cells[i].Number, 0),
                    _ => RNumber.Fixed(RArithmetic.Rounded(value.As(RType.Number).Cells[i].Number, hasPrecision ? precision : 6), hasPrecision ? precision : 6),
                };
                string flags = m.Groups[1].Value;
                if (flags.Contains('+') && !told.StartsWith('-') && m.Groups[4].Value != "s") told = "+" + told;
                if (!int.TryParse(m.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int width) || width > 200) return told;
                return flags.Contains('-') ? told.PadRight(width) : told.PadLeft(width, flags.Contains('0') ? '0' : ' ');
            });
            if (fails) return r.Needs("sprintf()");
            texts.Add(text);
        }
        return RVector.OfTexts(texts);
    }

    private static RValue? Told(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "x");
        string[] known = ["x", "nsmall", "big.mark", "digits", "scientific", "trim", "justify", "format", "accuracy", "width"];
        if (given["x"] is not RVector vector || given.Names.Any(n => !known.Contains(n)) || given.Text("format") is not (null or "f" or "d")) return r.Needs(call.Name + "()");
        if (vector.Type != RType.Number) return vector.As(RType.Text);
        string mark = given.Text("big.mark") ?? (call.Name == "comma" ? "," : "");
        int digits = (int)(given.Number("digits") ?? (call.Name == "format" ? 7 : 15));
        int decimals = call.Name == "formatC" && given.Text("format") is { } form ? form == "d" ? 0 : (int)(given.Number("digits") ?? 4)
            : call.Name == "comma" ? 0
            : vector.Cells.Max(c => RNumber.Decimals(c.Number, Math.Clamp(digits, 1, 15)));
        decimals = Math.Max(decimals, (int)(given.Number("nsmall") ?? 0));
        return RVector.OfTexts(vector.Cells.Select(c => double.IsFinite(c.Number) ? Grouped(RNumber.Fixed(RArithmetic.Rounded(c.Number, decimals), decimals), mark) : RNumber.Text(c.Number, 7)));
    }

    /// <summary>A number's whole part in groups of three.</summary>
    public static string Grouped(string number, string mark)
    {
        if (mark.Length == 0) return number;
        int start = number.StartsWith('-') ? 1 : 0;
        int point = number.IndexOf('.');
        int whole = point < 0 ? number.Length : point;
        var text = new StringBuilder(number);
        for (int at = whole - 3; at > start; at -= 3) text.Insert(at, mark);
        return text.ToString();
    }

    private static RValue? Each(REvaluator r, RCall call)
    {
        if (call.Arguments is not [{ Value: { } inner }, ..] || r.Evaluate(inner) is not RVector vector) return r.Needs(call.Name + "()");
        return RVector.OfTexts(Enumerable.Range(0, vector.Length).Select(i => vector.TextAt(i) is not { } text ? null : call.Name switch
        {
            "toupper" => text.ToUpperInvariant(),
            "tolower" => text.ToLowerInvariant(),
            "trimws" => text.Trim(),
            "basename" => text[(text.LastIndexOf('/') + 1)..],
            "dQuote" => $"\u201c{text}\u201d",
            "sQuote" => $"\u2018{text}\u2019",
            _ => $"'{text}'",
        }));
    }

    private static RValue? Lengths(REvaluator r, RCall call) =>
        call.Arguments is [{ Value: { } inner }, ..] && r.Evaluate(inner) is RVector vector
            ? RVector.OfNumbers(Enumerable.Range(0, vector.Length).Select(i => (double)new StringInfo(vector.TextAt(i) ?? "NA").LengthInTextElements))
            : r.Needs("nchar()");

    /// <summary>Only of fixed texts, or of patterns that are plain letters and figures: other regular expressions are R's.</summary>
    private static RValue? Substituted(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "pattern", "replacement", "x");
        if (given.Text("pattern") is not { Length: > 0 } pattern || given.Text("replacement") is not { } replacement || given["x"] is not RVector vector) return r.Needs(call.Name + "()");
        if (!given.Flag("fixed", false) && pattern.Any(c => !(char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or ',' or ':' or '/'))) return r.Needs(call.Name + "()");
        return RVector.OfTexts(Enumerable.Range(0, vector.Length).Select(i =>
        {
            if (vector.TextAt(i) is not { } text) return null;
            if (call.Name == "gsub") return text.Replace(pattern, replacement, StringComparison.Ordinal);
            int at = text.IndexOf(pattern, StringComparison.Ordinal);
            return at < 0 ? text : text[..at] + replacement + text[(at + pattern.Length)..];
        }));
    }

    private static RValue? Names(REvaluator r, RCall call) =>
        call.Arguments is not [{ Value: { } inner }] ? r.Needs(call.Name + "()") : r.Evaluate(inner) switch
        {
            RFrame frame => RVector.OfTexts(frame.Columns.Select(c => c.Name)),
            RVector { Names.IsEmpty: false } vector => RVector.OfTexts(vector.Names),
            _ => r.Needs(call.Name + "()"),
        };

    [GeneratedRegex(@"%([-+0 ]*)(\d*)(?:\.(\d+))?([sdif])|%%")]
    private static partial Regex Directive();
}
