using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Puts in place of code within the running text its value. Such code may go on over several lines, and may give several.</summary>
internal static partial class InlineCode
{
    /// <summary>How many further lines it may take.</summary>
    private const int Longest = 20;

    /// <summary>Whether a text has code that a run would have put a value in place of.</summary>
    public static bool IsIn(ImmutableArray<SourceLine> lines)
    {
        ImmutableArray<bool> code = CodeFences.Find(lines);
        return lines.Where((l, i) => !code[i] && l.Text.Contains('`') && (Plain().IsMatch(l.Text) || Braced().IsMatch(l.Text))).Any();
    }

    /// <summary>R Markdown's <c>`r expression`</c>.</summary>
    public static ImmutableArray<SourceLine> Settle(ImmutableArray<SourceLine> lines, ChunkWriter writer) =>
        Settle(lines, "`r", Plain(), PlainOpen(), (m, span) => writer.Inline("r", m.Groups[1].Value, m.Value, span));

    /// <summary>Quarto's <c>`{r} expression`</c>, <c>`{python} expression`</c>.</summary>
    public static ImmutableArray<SourceLine> SettleBraced(ImmutableArray<SourceLine> lines, ChunkWriter writer) =>
        Settle(lines, "`{", Braced(), BracedOpen(), (m, span) => writer.Inline(m.Groups[1].Value, m.Groups[2].Value, m.Value, span));

    private static ImmutableArray<SourceLine> Settle(ImmutableArray<SourceLine> lines, string mark, Regex whole, Regex open, Func<Match, SourceSpan, string> value)
    {
        if (!lines.Any(l => l.Text.Contains(mark, StringComparison.Ordinal))) return lines;
        ImmutableArray<bool> code = CodeFences.Find(lines);
        var settled = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (code[i] || !line.Text.Contains(mark, StringComparison.Ordinal))
            {
                settled.Add(line);
                continue;
            }
            string text = line.Text;
            int last = i;
            while (open.IsMatch(text) && last + 1 < lines.Length && last < i + Longest && !code[last + 1]) text += "\n" + lines[++last].Text;
            // What is never closed is no code.
            if (open.IsMatch(text)) (text, last) = (line.Text, i);
            i = last;
            string told = whole.Replace(text, m => value(m, line.At(Math.Min(m.Index, line.Text.Length), Math.Min(m.Length, Math.Max(0, line.Text.Length - m.Index)))));
            settled.AddRange(told.Split('\n').Select(line.With));
        }
        return settled.ToImmutable();
    }

    [GeneratedRegex(@"(?<!`)`r[ #]([^`]+)`(?!`)")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<!`)`r[ #][^`]*$")]
    private static partial Regex PlainOpen();

    [GeneratedRegex(@"(?<!`)`\{(r|python|julia|ojs)\}[ ]([^`]+)`(?!`)")]
    private static partial Regex Braced();

    [GeneratedRegex(@"(?<!`)`\{(?:r|python|julia|ojs)\} [^`]*$")]
    private static partial Regex BracedOpen();
}
