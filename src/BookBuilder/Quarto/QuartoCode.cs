using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells the attributes of fenced code: a listing's caption, a file's name above it, the marks of annotations.</summary>
internal static partial class QuartoCode
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool isInside = false, isAnnotated = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (!isCode[i])
            {
                told.Add(line);
                isInside = false;
                continue;
            }
            if (!isInside)
            {
                isInside = true;
                isAnnotated = IsAnnotated(lines, isCode, i);
                Opening(told, line, log);
                continue;
            }
            if (i + 1 >= lines.Length || !isCode[i + 1] || CodeFences.Fence(line.Text) is { IsBare: true, Count: >= 3 }) isInside = CodeFences.Fence(line.Text).Mark == '\0';
            if (isAnnotated && Annotation().Match(line.Text) is { Success: true } mark)
            {
                if (isInside) log.Find(Carrying.Approximated, "code annotation", line.At(mark.Index, mark.Length), "its number in parentheses");
                told.Add(line.With(Annotation().Replace(line.Text, m => $"{m.Groups[1].Value} ({string.Join(", ", Number().Matches(m.Value).Select(n => n.Value))})")));
                continue;
            }
            told.Add(line);
        }
        return told.ToImmutable();
    }

    private static void Opening(ImmutableArray<SourceLine>.Builder told, SourceLine line, TranslationAccount log)
    {
        int brace = line.Text.IndexOf('{');
        if (brace < 0 || line.Text[brace - 1] is not ('`' or '~' or ' ') && !char.IsLetterOrDigit(line.Text[brace - 1]) || AttributeList.Read(line.Text, brace, out int end) is not { } list || line.Text[end..].Trim().Length > 0)
        {
            told.Add(line);
            return;
        }
        string before = line.Text[..brace].TrimEnd();
        if (before.TrimStart('`', '~', ' ', '>', '\t') is { Length: > 0 } language)
        {
            // "```python {#lst-x}": the language becomes the first class.
            list = list with { Classes = list.Classes.Insert(0, language.ToLowerInvariant()) };
            before = before[..^language.Length].TrimEnd();
        }
        if (list["filename"] is { } file)
        {
            log.Find(Carrying.Approximated, "code with a file's name", line.At(), "the name above it");
            string indent = line.Text[..(line.Text.Length - line.Text.TrimStart().Length)];
            told.AddRange(line.With(""), line.With($"{indent}`{file}`"), line.With(""));
        }
        if (list["lst-cap"] is { } caption)
        {
            log.Find(Carrying.Supported, "listing", line.At());
            list = list.With("caption", caption);
        }
        list = list with { Classes = list.Classes.RemoveAll(c => c is "cell-code" or "code-overflow-wrap" or "code-overflow-scroll" or "numberLines"), Values = list.Values.RemoveAll(v => v.Key is "filename" or "lst-cap" || v.Key.StartsWith("code-", StringComparison.Ordinal)) };
        told.Add(line.With(list.IsEmpty ? before : list is { Id: null, Classes.Length: 1, Values.IsEmpty: true } ? before + list.Classes[0] : before + list));
    }

    /// <summary>Whether an ordered list, which explains the marks, follows the code.</summary>
    private static bool IsAnnotated(ImmutableArray<SourceLine> lines, ImmutableArray<bool> isCode, int start)
    {
        int end = start;
        bool hasMark = false;
        while (end < lines.Length && isCode[end]) hasMark |= Annotation().IsMatch(lines[end++].Text);
        if (!hasMark) return false;
        while (end < lines.Length && lines[end].IsBlank) end++;
        return end < lines.Length && (Item().IsMatch(lines[end].Text) || lines[end].Text.StartsWith(":::", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(#|//|--|%|;)\s*(?:<\d+>\s*,?\s*)+$")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s{0,3}\d+\.\s")]
    private static partial Regex Item();
}
