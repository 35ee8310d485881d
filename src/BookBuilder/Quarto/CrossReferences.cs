using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Rewrites the references that the book's own Markdown lacks: to parts of figures, to callouts, to remarks and solutions. The others mean the same.</summary>
internal static partial class CrossReferences
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, QuartoScope scope, TranslationAccount log)
    {
        bool[] isText = RunningText.Find(lines);
        return [.. lines.Select((l, i) => isText[i] && l.Text.Contains('@') ? l.With(CodeSpans.Replace(l.Text, Reference(), m => One(m, l, scope, log))) : l)];
    }

    private static string One(Match match, SourceLine line, QuartoScope scope, TranslationAccount log)
    {
        bool isBracketed = match.Groups["inner"].Success;
        if (isBracketed)
        {
            Match[] all = [.. Label().Matches(match.Groups["inner"].Value).Cast<Match>()];
            if (!all.Any(m => IsOurs(m.Groups[1].Value, scope))) return match.Value;
            // A group with such a reference is taken apart; its words stay between.
            string inner = Label().Replace(match.Groups["inner"].Value, m => Told(m.Groups[1].Value, m.Value.StartsWith('-'), scope) ?? (m.Value.StartsWith('-') ? $"[{m.Value}]" : m.Value));
            log.Find(Carrying.Approximated, "reference to a part or a callout", line.At(match.Index, match.Length), "one to the whole, in words");
            return inner.Replace(";", ",", StringComparison.Ordinal);
        }
        string label = match.Groups["label"].Value;
        if (Told(label, false, scope) is not { } told) return match.Value;
        log.Find(Carrying.Approximated, "reference to a part or a callout", line.At(match.Index, match.Length), "one to the whole, in words");
        return told;
    }

    private static bool IsOurs(string label, QuartoScope scope) => scope.Parts.ContainsKey(Lower(label)) || scope.Callouts.ContainsKey(Lower(label));

    private static string? Told(string label, bool isNumber, QuartoScope scope)
    {
        string key = Lower(label);
        if (scope.Parts.TryGetValue(key, out (string Whole, string Letter) part))
        {
            string whole = char.IsUpper(label[0]) ? char.ToUpperInvariant(part.Whole[0]) + part.Whole[1..] : part.Whole;
            return $"{(isNumber ? $"[-@{part.Whole}]" : "@" + whole)} ({part.Letter})";
        }
        return scope.Callouts.TryGetValue(key, out string? words) ? $"[{words}](#{key})" : null;
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private const string Kinds = "(?:[Ff]ig|[Tt]bl|[Ll]st|[Nn]te|[Tt]ip|[Ww]rn|[Ii]mp|[Cc]au|[Ss]ol|[Rr]em|[Aa]lg)";

    [GeneratedRegex(@"\[(?<inner>[^\[\]]*(?<![\w\\])-?@" + Kinds + @"-[^\[\]]*)\](?![(\[{])|(?<![\w\\\[-])@(?<label>" + Kinds + @"-[\p{L}\p{N}](?:[-\p{L}\p{N}_.:]*[\p{L}\p{N}_])?)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"-?@(" + Kinds + @"-[\p{L}\p{N}](?:[-\p{L}\p{N}_.:]*[\p{L}\p{N}_])?)")]
    private static partial Regex Label();
}
