using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Text references: <c>(ref:name) words</c> on a line of its own, and the words wherever <c>(ref:name)</c> stands.</summary>
internal static partial class TextReferences
{
    /// <summary>References in the words of references.</summary>
    private const int Deepest = 5;

    /// <summary>The documents with the words in place of the references.</summary>
    public static ImmutableArray<ImmutableArray<SourceLine>> Settle(ImmutableArray<ImmutableArray<SourceLine>> documents, TranslationAccount account)
    {
        Dictionary<string, (string Words, SourceLine Line)> known = new(StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<SourceLine>> rest = [.. documents.Select(d => WithoutDefinitions(d, known, account))];
        if (known.Count == 0 && !rest.Any(d => d.Any(l => l.Text.Contains("(ref:", StringComparison.Ordinal)))) return documents;
        HashSet<string> used = new(StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<SourceLine>> settled = [.. rest.Select(d => Prose.Each(d, line => Replaced(line, known, used, account)))];
        foreach ((string name, (_, SourceLine line)) in known.OrderBy(k => k.Value.Line.Path, StringComparer.Ordinal).ThenBy(k => k.Value.Line.Line))
            if (!used.Contains(name)) account.Tell(Problems.TextReferenceUnused(name, line.At(0, line.Text.Length)));
        return settled;
    }

    private static ImmutableArray<SourceLine> WithoutDefinitions(ImmutableArray<SourceLine> lines, Dictionary<string, (string Words, SourceLine Line)> known, TranslationAccount account)
    {
        ImmutableArray<bool> masked = Prose.Masked(lines);
        var kept = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            bool isAlone = (i == 0 || lines[i - 1].IsBlank || Definition().IsMatch(lines[i - 1].Text)) && (i + 1 == lines.Length || lines[i + 1].IsBlank || Definition().IsMatch(lines[i + 1].Text));
            if (masked[i] || !isAlone || Definition().Match(lines[i].Text) is not { Success: true } found)
            {
                kept.Add(lines[i]);
                continue;
            }
            string name = found.Groups[1].Value;
            account.Find(Carrying.Supported, $"text reference {name}", lines[i].At(0, lines[i].Text.Length));
            if (!known.TryAdd(name, (found.Groups[2].Value.Trim(), lines[i])))
            {
                account.Tell(Problems.TextReferenceTwice(name, lines[i].At(0, lines[i].Text.Length), known[name].Line.At()));
                kept.Add(lines[i].With(found.Groups[2].Value));
            }
        }
        return kept.ToImmutable();
    }

    private static string Replaced(SourceLine line, Dictionary<string, (string Words, SourceLine Line)> known, HashSet<string> used, TranslationAccount account)
    {
        string text = line.Text;
        for (int depth = 0; depth < Deepest && text.Contains("(ref:", StringComparison.Ordinal); depth++)
        {
            // In a description there are only words.
            text = Described().Replace(text, m => Use(m.Groups[2].Value) is { } words ? $"{m.Groups[1].Value}\"{Plain(words)}\"" : m.Value);
            text = Prose.Replace(text, Mention(), m => Use(m.Groups[1].Value) ?? m.Value);
        }
        foreach (Match left in Prose.Matches(text, Mention()))
            if (!known.ContainsKey(left.Groups[1].Value)) account.Tell(Problems.TextReferenceUnknown(left.Groups[1].Value, line.At(0, line.Text.Length)));
        return text;

        string? Use(string name)
        {
            if (!known.TryGetValue(name, out (string Words, SourceLine Line) found)) return null;
            used.Add(name);
            return found.Words;
        }
    }

    /// <summary>Markdown without its marks.</summary>
    private static string Plain(string markdown) =>
        Knitr.FigureLines.Quotable(Link().Replace(markdown, "$1").Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^\(ref:([-/\p{L}\p{N}_]+)\)[ \t]+(\S.*)$")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\(ref:([-/\p{L}\p{N}_]+)\)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"((?:alt|short)=)""\(ref:([-/\p{L}\p{N}_]+)\)""")]
    private static partial Regex Described();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
