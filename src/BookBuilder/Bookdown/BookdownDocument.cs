using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>A document as its author wrote it: the YAML at its top, and its lines without that and without comments.</summary>
/// <param name="Path">The file.</param>
/// <param name="Yaml">What the YAML says; null when there is none.</param>
/// <param name="Lines">The lines behind it.</param>
internal sealed partial record BookdownDocument(string Path, YamlMap? Yaml, ImmutableArray<SourceLine> Lines)
{
    /// <summary>Reads a file; null when it cannot be read, which is told.</summary>
    /// <param name="files">The book's files.</param>
    /// <param name="path">The file.</param>
    /// <param name="mention">Where it is named.</param>
    /// <param name="account">Where complaints go.</param>
    public static BookdownDocument? Read(IBookFiles files, string path, SourceSpan mention, TranslationAccount account)
    {
        if (SourceText.Lines(files, path, mention, account.Said) is not { } lines) return null;
        int header = HeaderLength(lines);
        var yaml = header > 0 ? YamlReader.Read(HeaderText(lines, header), path, account.Said) as YamlMap : null;
        return new BookdownDocument(path, yaml, WithoutComments(lines[header..], account));
    }

    /// <summary>How many lines the YAML at the top takes; 0 when there is none.</summary>
    private static int HeaderLength(ImmutableArray<SourceLine> lines)
    {
        int first = 0;
        while (first < lines.Length && lines[first].IsBlank) first++;
        if (first >= lines.Length || lines[first].Text.TrimEnd() != "---" || first + 1 >= lines.Length || !Key().IsMatch(lines[first + 1].Text)) return 0;
        for (int i = first + 1; i < lines.Length; i++)
            if (lines[i].Text.TrimEnd() is "---" or "...") return i + 1;
        return 0;
    }

    private static string HeaderText(ImmutableArray<SourceLine> lines, int length)
    {
        int first = lines.IndexOf(lines.First(l => !l.IsBlank));
        // The fence's lines stay as blank ones, so that places are those of the file.
        return string.Join('\n', lines[..(length - 1)].Select((l, i) => i <= first ? "" : l.Text));
    }

    /// <summary>Comments are nobody's text, but for those that silence messages; one that never ends is kept as it stands.</summary>
    private static ImmutableArray<SourceLine> WithoutComments(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        ImmutableArray<bool> code = CodeFences.Find(lines);
        var kept = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool hasEnd = true;
        for (int i = 0; i < lines.Length; i++)
        {
            string text = lines[i].Text;
            if (code[i])
            {
                kept.Add(lines[i]);
                continue;
            }
            int from = 0;
            while (hasEnd && CodeSpans.Blanked(text).IndexOf("<!--", from, StringComparison.Ordinal) is int open and >= 0)
            {
                int end = i;
                int close = text.IndexOf("-->", open + 4, StringComparison.Ordinal);
                while (close < 0 && ++end < lines.Length) close = lines[end].Text.IndexOf("-->", StringComparison.Ordinal);
                if (close < 0)
                {
                    hasEnd = false; // nor does any further one end
                    break;
                }
                if (Silence().IsMatch(text[open..]))
                {
                    for (; i < end; i++, text = lines[i].Text) kept.Add(lines[i].With(text));
                    from = close + 3;
                    continue;
                }
                account.Find(Carrying.LeftOut, "comment", lines[i].At(Math.Min(open, lines[i].Text.Length)));
                string rest = (end == i ? text : lines[end].Text)[(close + 3)..];
                text = text[..open] + rest;
                i = end;
            }
            if (text.Length > 0 || lines[i].Text.Length == 0 || kept.Count == 0 || !kept[^1].IsBlank) kept.Add(lines[i].With(text));
        }
        return kept.ToImmutable();
    }

    [GeneratedRegex(@"^<!--\s*bookbuilder-")]
    private static partial Regex Silence();

    [GeneratedRegex(@"^[ \t]*(?:[\w""'.-][^:]*:|#)")]
    private static partial Regex Key();
}
