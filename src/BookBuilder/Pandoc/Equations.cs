using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Formulas in LaTeX's environments become formulas between dollars, one for each line; and what stands in the brackets of TeX, too.</summary>
internal static partial class Equations
{
    /// <summary>Rewrites environments, with dollars around them or without, and <c>\[</c> on a line of its own.</summary>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        ImmutableArray<bool> code = CodeFences.Find(lines);
        var written = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (code[i])
            {
                written.Add(lines[i]);
                continue;
            }
            // The dollars may stand on a line of their own before the environment.
            bool hasOpened = lines[i].Text.Trim(' ', '>') == "$$" && i + 1 < lines.Length && Begin().IsMatch(lines[i + 1].Text);
            int first = hasOpened ? i + 1 : i;
            if (Begin().Match(lines[first].Text) is { Success: true } begin && EndOf(lines, first, begin, hasOpened || begin.Groups["dollars"].Success) is int end and >= 0)
            {
                i = first;
                account.Find(begin.Groups["rows"].Success ? Carrying.Approximated : Carrying.Supported, $"{begin.Groups["name"].Value} environment", lines[i].At(), begin.Groups["rows"].Success ? "a formula for each line" : "");
                AddRows(written, lines, i, end, begin);
                i = end;
                continue;
            }
            written.Add(lines[i]);
        }
        return written.ToImmutable();
    }

    /// <summary>Rewrites <c>\( … \)</c> and <c>\[ … \]</c> within lines (Pandoc's extension tex_math_single_backslash, which bookdown sets).</summary>
    public static ImmutableArray<SourceLine> TranslateBrackets(ImmutableArray<SourceLine> lines) => Prose.Each(lines, static line => Inline(line.Text));

    /// <summary>The line that closes the environment; -1 when a blank line or the end comes first, or it is within dollars that hold more.</summary>
    private static int EndOf(ImmutableArray<SourceLine> lines, int start, Match begin, bool hasDollars)
    {
        string closing = Closing(begin);
        for (int i = start; i < Math.Min(lines.Length, start + 200); i++)
        {
            string text = lines[i].Text.TrimEnd();
            if (i == start) text = text[(begin.Index + begin.Length)..];
            int at = text.IndexOf(closing, StringComparison.Ordinal);
            if (at < 0) continue;
            string rest = text[(at + closing.Length)..].Trim();
            if (!hasDollars) return i;
            if (rest.Length == 0) return i + 1 < lines.Length && lines[i + 1].Text.TrimStart(' ', '>').StartsWith("$$", StringComparison.Ordinal) ? i + 1 : -1;
            if (rest.StartsWith("$$", StringComparison.Ordinal)) return i;
            return -1;
        }
        return -1;
    }

    private static void AddRows(ImmutableArray<SourceLine>.Builder written, ImmutableArray<SourceLine> lines, int start, int end, Match begin)
    {
        string before = begin.Groups["before"].Value;
        var body = new StringBuilder(lines[start].Text[(begin.Index + begin.Length)..]);
        for (int i = start + 1; i <= end; i++) body.Append('\n').Append(lines[i].Text.StartsWith(before, StringComparison.Ordinal) ? lines[i].Text[before.Length..] : lines[i].Text);
        string whole = body.ToString(), closing = Closing(begin);
        int close = whole.LastIndexOf(closing, StringComparison.Ordinal);
        string tex = whole[..close].Trim(), after = whole[(close + closing.Length)..].Trim();
        bool isInner = Inner().Match(tex) is { Success: true } inner && string.IsNullOrWhiteSpace(Label().Replace(tex.Remove(inner.Index, inner.Length), ""));
        if (isInner) tex = Inner().Replace(tex, m => m.Groups["body"].Value + " ");
        bool hasRows = isInner || begin.Groups["rows"].Success;
        ImmutableArray<string> rows = hasRows ? Rows(tex) : [tex];
        Match attributes = Attributes().Match(lines[end].Text);
        written.Add(lines[start].With(before.TrimEnd()));
        for (int row = 0; row < rows.Length; row++)
        {
            Match label = Label().Match(rows[row]);
            string words = Unnumbered().Replace(Label().Replace(rows[row], ""), "");
            // Alignment within a formula is between its lines, which stand for themselves here.
            if (hasRows) words = words.Replace("\\&", "\u0001", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal).Replace("\u0001", "\\&", StringComparison.Ordinal);
            words = string.Join(' ', words.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            if (words.Length == 0) continue;
            string id = label.Success ? $" {{#eq-{label.Groups[1].Value}}}" : row == rows.Length - 1 && attributes.Success ? " " + attributes.Value : "";
            written.Add(lines[Math.Min(start + Math.Min(row + 1, end - start), end)].With($"{before}$$ {words} $${id}"));
            written.Add(lines[end].With(before.TrimEnd()));
        }
        if (after.Length > 0 && !after.StartsWith("$$", StringComparison.Ordinal)) written.Add(lines[end].With(before + after));
    }

    private static string Closing(Match begin) => begin.Groups["bracket"].Success ? @"\]" : $@"\end{{{begin.Groups["name"].Value}}}";

    /// <summary>The lines of a formula: what stands between two backslashes outside of groups and inner environments.</summary>
    private static ImmutableArray<string> Rows(string tex)
    {
        var rows = ImmutableArray.CreateBuilder<string>();
        int depth = 0, start = 0;
        for (int i = 0; i < tex.Length; i++)
        {
            if (tex[i] == '{') depth++;
            else if (tex[i] == '}') depth--;
            else if (tex[i] == '\\' && i + 1 < tex.Length)
            {
                if (string.CompareOrdinal(tex, i, "\\begin{", 0, 7) == 0) depth += 100;
                else if (string.CompareOrdinal(tex, i, "\\end{", 0, 5) == 0) depth -= 100;
                else if (tex[i + 1] == '\\' && depth <= 0)
                {
                    rows.Add(tex[start..i]);
                    start = i + 2;
                    if (Spacing().Match(tex, start) is { Success: true } space) start += space.Length;
                    i = start - 1;
                    continue;
                }
                else i++;
            }
        }
        rows.Add(tex[start..]);
        return rows.ToImmutable();
    }

    /// <summary><c>\( … \)</c> and <c>\[ … \]</c> within a line.</summary>
    private static string Inline(string text) => !text.Contains('\\') ? text
        : Prose.Replace(Prose.Replace(text, Round(), m => $"${m.Groups[1].Value.Trim()}$"), Square(), m => $"$${m.Groups[1].Value.Trim()}$$");

    [GeneratedRegex(@"^(?<before>[ \t>]*)(?:(?<dollars>\$\$)\s*)?(?:\\begin\{(?<name>(?<rows>align|eqnarray|gather|multline|alignat|flalign|aligned|gathered|split)\*?|equation\*?|displaymath|math)\}(?:\{\d+\})?|(?<bracket>\\\[)(?=\s*$))")]
    private static partial Regex Begin();


    [GeneratedRegex(@"\\begin\{(split|aligned|gathered)\}(?:\[[tbc]\])?(?<body>(?:(?!\\begin\{).)*?)\\end\{\1\}", RegexOptions.Singleline)]
    private static partial Regex Inner();

    [GeneratedRegex(@"(?:\(\\#eq:|\\label\{(?:eq:)?)([-/:\p{L}\p{N}_]+)[)}]")]
    private static partial Regex Label();

    [GeneratedRegex(@"\\(?:notag|nonumber)\b")]
    private static partial Regex Unnumbered();

    [GeneratedRegex(@"(?<=\$\$)\s*\{#[^}]*\}\s*$")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\G\[[-\d.]+\s*(?:pt|em|ex|mm|cm|in)\]")]
    private static partial Regex Spacing();

    [GeneratedRegex(@"\\\(((?:[^\\]|\\[^)(])+?)\\\)")]
    private static partial Regex Round();

    [GeneratedRegex(@"\\\[((?:[^\\]|\\[^\]\[])+?)\\\]")]
    private static partial Regex Square();
}
