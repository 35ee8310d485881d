using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.MdBook;

/// <summary>The text of one mdBook file, told in the book's own Markdown: formulas, raw HTML, signs that mean nothing to mdBook.</summary>
/// <param name="files">The source.</param>
/// <param name="hasMath">Whether <c>mathjax-support</c> is on.</param>
/// <param name="code">Tells fenced code.</param>
/// <param name="log">Told what became of each construct.</param>
internal sealed partial class MdBookText(IBookFiles files, bool hasMath, MdBookCode code, TranslationAccount log)
{
    /// <summary>Reads a file with its includes; null, and a report, when it cannot be read.</summary>
    public ImmutableArray<SourceLine>? Read(string path, Model.Diagnostics.SourceSpan mention)
    {
        if (SourceText.Lines(files, path, mention, log.Said) is not { } lines) return null;
        lines = MetadataBlocks.TakeFirst(lines, log);
        lines = new MdBookIncludes(files, log).Translate(lines);
        lines = code.Translate(lines);
        if (hasMath) lines = Formulas(lines);
        lines = Plain(lines);
        lines = HtmlBlocks.Translate(lines, log);
        bool[] isText = RunningText.Find(lines);
        lines = [.. lines.Select((l, i) => isText[i] ? l.With(HtmlInlines.Translate(l, log)) : l)];
        return new PictureFiles(files, log).Settle(DefinitionLists.Translate(lines), path);
    }

    /// <summary><c>\\( … \\)</c> and <c>\\[ … \\]</c>, with two backslashes because CommonMark takes one away.</summary>
    private ImmutableArray<SourceLine> Formulas(ImmutableArray<SourceLine> lines)
    {
        bool[] isText = RunningText.Find(lines);
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool inDisplay = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (!isText[i] && !inDisplay) { told.Add(line); continue; }
            if (!inDisplay && DisplayStart().Match(line.Text) is { Success: true } start)
            {
                log.Find(Carrying.Supported, "formula", line.At());
                if (line.Text.IndexOf(@"\\]", StringComparison.Ordinal) is int end and >= 0)
                {
                    told.AddRange(line.With("$$"), line.With(line.Text[start.Length..end].Trim()), line.With("$$"));
                    if (line.Text[(end + 3)..].Trim() is { Length: > 0 } rest) told.AddRange(line.With(""), line.With(rest));
                    continue;
                }
                inDisplay = true;
                told.Add(line.With("$$"));
                if (line.Text[start.Length..].Trim() is { Length: > 0 } first) told.Add(line.With(first));
                continue;
            }
            if (inDisplay)
            {
                int end = line.Text.IndexOf(@"\\]", StringComparison.Ordinal);
                if (end < 0) { if (!line.IsBlank) told.Add(line); continue; }
                inDisplay = false;
                if (line.Text[..end].Trim() is { Length: > 0 } last) told.Add(line.With(last));
                told.Add(line.With("$$"));
                if (line.Text[(end + 3)..].Trim() is { Length: > 0 } rest) told.AddRange(line.With(""), line.With(rest));
                continue;
            }
            told.Add(line.With(CodeSpans.Replace(line.Text, InlineFormula(), m =>
            {
                log.Find(Carrying.Supported, "formula", line.At(m.Index, m.Length));
                return m.Groups[1].Success ? $"${m.Groups[1].Value.Trim()}$" : $"$${m.Groups[2].Value.Trim()}$$";
            })));
        }
        return told.ToImmutable();
    }

    /// <summary>Dollars, carets, at signs of references and fences of colons are plain characters to mdBook, but for those a formula has just been given.</summary>
    private ImmutableArray<SourceLine> Plain(ImmutableArray<SourceLine> lines)
    {
        bool[] isText = RunningText.Find(lines);
        return [.. lines.Select((l, i) => !isText[i] || l.Text.Trim() == "$$" ? l : l.With(CodeSpans.Replace(l.Text, hasMath ? OwnSignsButMath() : OwnSigns(), m => "\\" + m.Value)))];
    }

    [GeneratedRegex(@"^\s*\\\\\[")]
    private static partial Regex DisplayStart();

    [GeneratedRegex(@"\\\\\((.+?)\\\\\)|\\\\\[(.+?)\\\\\]")]
    private static partial Regex InlineFormula();

    [GeneratedRegex(@"(?<!\\)(?:\$|(?<!\[)\^|^:(?=::))")]
    private static partial Regex OwnSigns();

    [GeneratedRegex(@"(?<!\\)(?:\^(?=\[)|^:(?=::))")]
    private static partial Regex OwnSignsButMath();
}
