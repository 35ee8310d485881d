using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>HTML among Markdown: pictures, figures, tables, links, headings and divisions become what Markdown has for them; of the rest the reader of chapters keeps the words.</summary>
internal static partial class RawHtml
{
    /// <summary>Rewrites it.</summary>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        lines = Unfenced(lines, account);
        ImmutableArray<bool> masked = Prose.Masked(lines);
        var written = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (masked[i] || !lines[i].Text.Contains('<'))
            {
                written.Add(lines[i]);
                continue;
            }
            if (Element(lines, i, "table") is int table and >= 0 && HtmlTable.Read(Joined(lines, i, table), account, lines[i]) is { } read)
            {
                account.Find(Carrying.Approximated, "HTML table", lines[i].At(), "a table");
                var made = new LineList("", lines[i]).Add("");
                PipeTable.Add(made, Table(read), read.Caption.Length == 0 ? null : Words(read.Caption));
                written.AddRange(made.ToImmutable());
                i = table;
            }
            else if (Figure(lines, i) is int figure and >= 0)
            {
                account.Find(Carrying.Supported, "HTML figure", lines[i].At(), "a figure");
                written.AddRange(new LineList("", lines[i]).Add("").Add(FigureOf(Joined(lines, i, figure))).Add("").ToImmutable());
                i = figure;
            }
            else AddLine(written, lines[i], account);
        }
        return written.ToImmutable();
    }

    private static void AddLine(ImmutableArray<SourceLine>.Builder written, SourceLine line, TranslationAccount account)
    {
        string text = line.Text.Trim();
        if (Reference().IsMatch(text))
        {
            account.Find(Carrying.LeftOut, "place of the bibliography", line.At());
            written.Add(line.With(Reference().Replace(text, "")));
        }
        else if (Rule().IsMatch(text)) AddApart(written, line, "---");
        else if (DivisionTag().Match(text) is { Success: true } division)
        {
            account.Find(Carrying.Approximated, "HTML division", line.At(), "a division");
            string attributes = division.Groups["attributes"].Value;
            string classes = string.Join(' ', (Attribute(attributes, "class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => "." + (CustomBlocks.Callout(c) ?? c)));
            string id = Attribute(attributes, "id") is { Length: > 0 } label ? $" #{label}" : "";
            string opening = (classes + id).Trim();
            AddApart(written, line, division.Groups["closing"].Length > 0 ? ":::" : $"::: {{{(opening.Length == 0 ? ".block" : opening)}}}");
        }
        else if (OnlyPicture().Match(text) is { Success: true } picture)
        {
            account.Find(Carrying.Supported, "HTML picture", line.At(), "a figure");
            AddApart(written, line, Picture(picture.Groups["attributes"].Value, null));
        }
        else written.Add(line.With(Rewritten(line, account)));
    }

    private static void AddApart(ImmutableArray<SourceLine>.Builder written, SourceLine line, string text)
    {
        written.Add(line.With(""));
        written.Add(line.With(text));
        written.Add(line.With(""));
    }

    private static string Rewritten(SourceLine line, TranslationAccount account)
    {
        string text = Prose.Replace(line.Text, PictureTag(), m =>
        {
            account.Find(Carrying.Supported, "HTML picture", line.At(m.Index));
            return Picture(m.Groups["attributes"].Value, null);
        });
        text = Prose.Replace(text, Heading(), m => $"{new string('#', m.Groups["level"].Value[0] - '0')} {m.Groups["words"].Value.Trim()}");
        text = Prose.Replace(text, LinkTag(), m => Attribute(m.Groups["attributes"].Value, "href") is { Length: > 0 } address ? $"[{m.Groups["words"].Value}](<{address}>)" : m.Groups["words"].Value);
        text = Prose.Replace(text, CodeTag(), m => $"`{WebUtility.HtmlDecode(m.Groups["words"].Value)}`");
        text = Prose.Replace(text, Media(), m =>
        {
            account.Find(Carrying.Approximated, $"HTML {m.Groups["name"].Value}", line.At(m.Index), "its address");
            return Attribute(m.Groups["attributes"].Value, "src") is { Length: > 0 } address ? $"<{(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address)}>" : m.Value;
        });
        // Tags that only place or hold what is in them.
        return Prose.Replace(text, Holding(), m =>
        {
            account.Find(Carrying.LeftOut, $"<{m.Groups["name"].Value}>", line.At(m.Index));
            return "";
        });
    }

    /// <summary>Raw blocks of HTML are HTML.</summary>
    private static ImmutableArray<SourceLine> Unfenced(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        var kept = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool hasEnd = true;
        for (int i = 0; i < lines.Length; i++)
        {
            int end = i + 1;
            bool isRaw = hasEnd && RawFence().IsMatch(lines[i].Text);
            while (isRaw && end < lines.Length && CodeFences.Fence(lines[end].Text) is not { Count: >= 3, IsBare: true }) end++;
            hasEnd &= end < lines.Length || !isRaw;
            if (!isRaw || end >= lines.Length)
            {
                kept.Add(lines[i]);
                continue;
            }
            account.Find(Carrying.Approximated, "raw HTML block", lines[i].At(), "what of it Markdown has");
            kept.Add(lines[i].With(""));
            // Indented, it would be code.
            kept.AddRange(lines[(i + 1)..end].Select(l => l.With(l.Text.TrimStart())));
            kept.Add(lines[end].With(""));
            i = end;
        }
        return kept.ToImmutable();
    }

    /// <summary>The last line of an element that begins a line; -1 when it does not, or never ends.</summary>
    private static int Element(ImmutableArray<SourceLine> lines, int start, string name)
    {
        if (!lines[start].Text.TrimStart().StartsWith("<" + name, StringComparison.OrdinalIgnoreCase)) return -1;
        for (int i = start; i < Math.Min(lines.Length, start + 2000); i++)
            if (lines[i].Text.TrimEnd().EndsWith($"</{name}>", StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>The last line of a figure: <c>&lt;figure&gt;</c>, knitr's <c>&lt;div class="figure"&gt;</c>, or a picture in tags that only place it.</summary>
    private static int Figure(ImmutableArray<SourceLine> lines, int start)
    {
        string first = lines[start].Text.TrimStart();
        int end = first.StartsWith("<figure", StringComparison.OrdinalIgnoreCase) ? Element(lines, start, "figure")
            : FigureDivision().IsMatch(first) ? Element(lines, start, "div")
            : Placing().IsMatch(first) ? PlacedEnd(lines, start)
            : -1;
        return end >= 0 && PictureTag().Count(Joined(lines, start, end)) == 1 ? end : -1;
    }

    private static int PlacedEnd(ImmutableArray<SourceLine> lines, int start)
    {
        string name = Placing().Match(lines[start].Text.TrimStart()).Groups["name"].Value;
        for (int i = start; i < Math.Min(lines.Length, start + 8) && !lines[i].IsBlank; i++)
            if (lines[i].Text.TrimEnd().EndsWith($"</{name}>", StringComparison.OrdinalIgnoreCase))
                return string.IsNullOrWhiteSpace(Caption().Replace(AnyTag().Replace(Caption().Replace(Joined(lines, start, i), ""), ""), "")) ? i : -1;
        return -1;
    }

    private static RTable Table(HtmlTable read) => new(new RFrame([], []))
    {
        Heads = [.. read.Heads.Select(Words)],
        Cells = [.. read.Rows.Select(r => r.Select(Words).ToImmutableArray())],
        Align = [.. read.Align],
    };

    /// <summary>The words of a cell: inline tags that the reader of chapters knows stay.</summary>
    private static string Words(string html) =>
        WebUtility.HtmlDecode(PipeTable.OneLine(Bold().Replace(Italic().Replace(OtherTag().Replace(html, " "), "*$1*"), "**$1**")));

    private static string Joined(ImmutableArray<SourceLine> lines, int start, int end) => string.Join('\n', lines[start..(end + 1)].Select(l => l.Text));

    private static string FigureOf(string html)
    {
        string? caption = Caption().Match(html) is { Success: true } found ? found.Groups["words"].Value : null;
        return Picture(PictureTag().Match(html).Groups["attributes"].Value, caption is null ? null : PipeTable.OneLine(AnyTag().Replace(caption, "")));
    }

    private static string Picture(string attributes, string? caption)
    {
        List<string> own = [];
        if (Attribute(attributes, "alt") is { Length: > 0 } alternative) own.Add($"alt=\"{FigureLines.Quotable(alternative)}\"");
        string? width = Attribute(attributes, "width") ?? (Style().Match(Attribute(attributes, "style") ?? "") is { Success: true } style ? style.Groups[1].Value : null);
        if (PictureWidth.Of(width) is { } told) own.Add($"width={told}");
        string source = Attribute(attributes, "src") ?? "";
        return $"![{caption}]({(source.AsSpan().ContainsAny(" ()") ? $"<{source}>" : source)}){(own.Count == 0 ? "" : $"{{{string.Join(' ', own)}}}")}";
    }

    private static string? Attribute(string attributes, string name)
    {
        foreach (Match value in Value().Matches(attributes))
            if (value.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return WebUtility.HtmlDecode(value.Groups["quoted"].Success ? value.Groups["quoted"].Value : value.Groups["bare"].Value);
        return null;
    }

    [GeneratedRegex(@"^[ \t>]*`{3,}\s*\{=html\d?\}\s*$")]
    private static partial Regex RawFence();

    [GeneratedRegex(@"<div\s+id=[""']?refs[""']?[^>]*>\s*(?:</div>)?", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^<hr\s*/?>$", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^<(?<closing>/?)(?:div|section|aside)(?<attributes>(?:\s[^>]*)?)>$", RegexOptions.IgnoreCase)]
    private static partial Regex DivisionTag();

    [GeneratedRegex(@"^(?:<(?:center|p|div|span|a)(?:\s[^>]*)?>\s*)*<img(?<attributes>\s[^>]*?)/?>(?:\s*(?:<br\s*/?>|</(?:center|p|div|span|a)>))*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyPicture();

    [GeneratedRegex(@"<img(?<attributes>\s[^>]*?)/?>", RegexOptions.IgnoreCase)]
    private static partial Regex PictureTag();

    [GeneratedRegex(@"^\s*<h(?<level>[1-6])(?:\s[^>]*)?>(?<words>.*?)</h\k<level>>\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<a(?<attributes>\s[^>]*)>(?<words>.*?)</a>", RegexOptions.IgnoreCase)]
    private static partial Regex LinkTag();

    [GeneratedRegex(@"<(?:code|tt|samp)>(?<words>[^`]*?)</(?:code|tt|samp)>", RegexOptions.IgnoreCase)]
    private static partial Regex CodeTag();

    [GeneratedRegex(@"<(?<name>iframe|video|audio|embed|source)(?<attributes>\s[^>]*)>(?:[^<]*</(?:iframe|video|audio|embed|source)>)?", RegexOptions.IgnoreCase)]
    private static partial Regex Media();

    [GeneratedRegex(@"</?(?<name>center|font|big|p|figure|nav|header|footer|article|main|section|div)(?:\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Holding();

    [GeneratedRegex(@"^<div\s+class=[""'][^""']*\bfigure\b[^""']*[""'][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex FigureDivision();

    [GeneratedRegex(@"^<(?<name>center|p|div)(?:\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Placing();

    [GeneratedRegex(@"<(?:figcaption|p\s+class=[""']caption[""']|em\s+class=[""']caption[""'])[^>]*>(?<words>.*?)</(?:figcaption|p|em)>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Caption();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\bwidth\s*:\s*([\d.]+\s*(?:%|px|in|cm|mm|pt))")]
    private static partial Regex Style();

    [GeneratedRegex(@"(?<name>[-:\w]+)\s*=\s*(?:[""](?<quoted>[^""]*)[""]|'(?<quoted>[^']*)'|(?<bare>[^\s""'>]+))")]
    private static partial Regex Value();

    [GeneratedRegex(@"</?(?!(?:b|i|em|strong|sup|sub|br|code|u|s|span)\b)[A-Za-z!][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex OtherTag();

    [GeneratedRegex(@"<(?:em|i)>(.*?)</(?:em|i)>", RegexOptions.IgnoreCase)]
    private static partial Regex Italic();

    [GeneratedRegex(@"<(?:strong|b)>(.*?)</(?:strong|b)>", RegexOptions.IgnoreCase)]
    private static partial Regex Bold();
}
