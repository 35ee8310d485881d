using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates raw HTML on lines of its own: divisions, figures, tables, lists, code, rules, what folds.</summary>
internal static partial class HtmlBlocks
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        if (!lines.Any(l => l.Text.Contains('<'))) return lines;
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (!isText[i] || Start().Match(line.Text) is not { Success: true } start)
            {
                told.Add(line);
                continue;
            }
            string name = start.Groups[2].Value.ToLowerInvariant();
            if (start.Groups[1].Length == 0 && IsWhole(name) && End(lines, i, name) is int end and >= 0)
            {
                Whole(told, name, lines, i, end, log);
                i = end;
                continue;
            }
            Line(told, line, name, start.Groups[1].Length > 0, log);
        }
        return told.ToImmutable();
    }

    private static bool IsWhole(string name) => name is "table" or "figure" or "pre" or "blockquote" or "ul" or "ol" or "script" or "style" or "iframe" or "video" or "audio" or "object" or "svg" or "canvas" or "form";

    private static int End(ImmutableArray<SourceLine> lines, int start, string name)
    {
        int depth = 0;
        for (int i = start; i < lines.Length; i++)
        {
            foreach (HtmlElement tag in HtmlElement.In(lines[i].Text))
                if (tag.Name == name) depth += tag.IsClosing ? -1 : 1;
            if (depth <= 0 && lines[i].Text.Contains($"</{name}", StringComparison.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }

    private static void Whole(ImmutableArray<SourceLine>.Builder told, string name, ImmutableArray<SourceLine> lines, int start, int end, TranslationAccount log)
    {
        string text = string.Join('\n', lines.Skip(start).Take(end - start + 1).Select(l => l.Text));
        SourceLine first = lines[start];
        HtmlElement[] tags = [.. HtmlElement.In(text)];
        int after = text.LastIndexOf('>') + 1;
        told.Add(first.With(""));
        switch (name)
        {
            case "table":
                log.Find(Carrying.Supported, "HTML table", first.At());
                told.AddRange(HtmlTable.Read(text, log, first).Select(first.With));
                break;
            case "figure" when tags.FirstOrDefault(t => t.Name == "img") is { } img:
                HtmlElement? caption = tags.FirstOrDefault(t => t is { Name: "figcaption", IsClosing: false });
                int close = caption is null ? -1 : text.IndexOf("</figcaption", caption.End, StringComparison.OrdinalIgnoreCase);
                string words = close < 0 ? "" : Flat(text[caption!.End..close]);
                log.Find(Carrying.Supported, "HTML figure", first.At());
                told.Add(first.With(words.Length == 0 ? img.Picture(img["alt"] ?? "") + "<!-- -->" : img.Picture(words, tags[0]["id"])));
                break;
            case "pre":
                log.Find(Carrying.Supported, "HTML <pre>", first.At());
                string code = WebUtility.HtmlDecode(AnyTag().Replace(text, "")).Trim('\n');
                told.Add(first.With("```"));
                told.AddRange(code.Split('\n').Select(first.With));
                told.Add(first.With("```"));
                break;
            case "blockquote":
                log.Find(Carrying.Supported, "HTML <blockquote>", first.At());
                for (int i = start; i <= end; i++)
                    told.Add(lines[i].With("> " + Named("blockquote").Replace(lines[i].Text, "").Trim()));
                break;
            case "ul" or "ol":
                log.Find(Carrying.Supported, $"HTML <{name}>", first.At());
                told.AddRange(Items(text).Select(first.With));
                break;
            case "iframe" or "video" or "audio" or "object":
                string? address = tags.Select(t => t["src"] ?? t["data"]).FirstOrDefault(a => a is { Length: > 0 });
                log.Find(Carrying.Approximated, $"HTML <{name}>", first.At(), "a link to it");
                if (address is not null) told.Add(first.With($"[{tags[0]["title"] ?? address}](<{address}>)"));
                break;
            case "figure" or "form":
                for (int i = start; i <= end; i++) told.Add(lines[i].With(Named(name).Replace(lines[i].Text, "")));
                break;
            default:
                log.Find(Carrying.LeftOut, $"HTML <{name}>", first.At(), "a book has no use for it");
                break;
        }
        string rest = text[after..].Trim();
        if (rest.Length > 0 && name is not "figure" and not "form" and not "blockquote") told.Add(lines[end].With(rest));
        told.Add(lines[end].With(""));
    }

    /// <summary>Tags that open or close a division, and what stands on the line of its own.</summary>
    private static void Line(ImmutableArray<SourceLine>.Builder told, SourceLine line, string name, bool isClosing, TranslationAccount log)
    {
        string trimmed = line.Text.Trim();
        HtmlElement tag = HtmlElement.In(trimmed).First();
        string rest = trimmed[tag.End..].Trim();
        switch (name)
        {
            case "div" or "center" or "section" or "aside" or "article" or "main" or "nav":
                bool closesHere = !isClosing && rest.EndsWith($"</{name}>", StringComparison.OrdinalIgnoreCase);
                if (isClosing) { told.Add(line.With(":::")); if (rest.Length > 0) told.Add(line.With(rest)); return; }
                if (closesHere) rest = rest[..^(name.Length + 3)].Trim();
                AttributeList attributes = tag.Attributes;
                bool isCentered = name == "center" || tag["align"] == "center" || (tag["style"] ?? "").Contains("text-align: center", StringComparison.Ordinal) || (tag["style"] ?? "").Contains("text-align:center", StringComparison.Ordinal);
                if (isCentered) attributes = attributes with { Classes = attributes.Classes.Add("center") };
                log.Find(Carrying.Supported, $"HTML <{name}>", line.At());
                told.Add(line.With($"::: {(attributes.IsEmpty ? "{.html-" + name + "}" : attributes)}"));
                if (rest.Length > 0) told.Add(line.With(rest));
                if (closesHere) told.Add(line.With(":::"));
                return;
            case "hr":
                told.AddRange(line.With(""), line.With("* * *"), line.With(rest));
                return;
            case "details":
                if (!isClosing) log.Find(Carrying.Approximated, "HTML <details>", line.At(), "text that is always seen");
                told.Add(line.With(""));
                if (rest.Length > 0) AddSummary(told, line.With(rest));
                return;
            case "summary":
                AddSummary(told, line.With(trimmed));
                return;
            case "p":
                if (rest.EndsWith("</p>", StringComparison.OrdinalIgnoreCase)) rest = rest[..^4].TrimEnd();
                told.Add(line.With(""));
                if (!isClosing && tag["align"] == "center" && trimmed.EndsWith("</p>", StringComparison.OrdinalIgnoreCase)) told.AddRange(line.With("::: {.center}"), line.With(rest), line.With(":::"));
                else if (rest.Length > 0) told.Add(line.With(rest));
                if (trimmed.EndsWith("</p>", StringComparison.OrdinalIgnoreCase)) told.Add(line.With(""));
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when !isClosing && rest.EndsWith($"</{name}>", StringComparison.OrdinalIgnoreCase):
                told.AddRange(line.With(""), line.With($"{new string('#', name[1] - '0')} {rest[..^5].Trim()} {tag.Attributes}".TrimEnd()), line.With(""));
                return;
            default:
                told.Add(line);
                return;
        }
    }

    private static void AddSummary(ImmutableArray<SourceLine>.Builder told, SourceLine line)
    {
        Match summary = Summary().Match(line.Text);
        if (!summary.Success) { told.Add(line); return; }
        told.AddRange(line.With($"**{AnyTag().Replace(summary.Groups[1].Value, "").Trim()}**"), line.With(""));
        string rest = line.Text[(summary.Index + summary.Length)..].Trim();
        if (rest.Length > 0) told.Add(line.With(rest));
    }

    private static IEnumerable<string> Items(string text)
    {
        var lists = new Stack<(bool IsOrdered, int Count)>();
        var words = new System.Text.StringBuilder();
        string marker = "";
        int at = 0;
        foreach (HtmlElement tag in HtmlElement.In(text).Where(t => t.Name is "ul" or "ol" or "li"))
        {
            words.Append(text, at, tag.Start - at);
            at = tag.End;
            string item = Flat(words.ToString());
            if (item.Length > 0) yield return marker + item;
            words.Clear();
            if (tag.Name != "li")
            {
                if (!tag.IsClosing) lists.Push((tag.Name == "ol", 0));
                else if (lists.Count > 0) lists.Pop();
            }
            else if (!tag.IsClosing && lists.Count > 0)
            {
                (bool isOrdered, int count) = lists.Pop();
                lists.Push((isOrdered, count + 1));
                marker = new string(' ', 4 * (lists.Count - 1)) + (isOrdered ? $"{(count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}. " : "- ");
                continue;
            }
            if (tag.Name == "li") marker = new string(' ', 4 * Math.Max(0, lists.Count - 1)) + "  ";
        }
    }

    /// <summary>Running text on one line.</summary>
    private static string Flat(string html) => Blanks().Replace(html, " ").Trim();

    private static Regex Named(string name) => new($"</?{name}\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^ {0,3}<(/?)(table|figure|pre|blockquote|ul|ol|script|style|iframe|video|audio|object|svg|canvas|form|div|center|section|aside|article|main|nav|hr|details|summary|p|h[1-6])(?=[\s/>])[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"<summary[^>]*>(.*?)</summary>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Summary();
}
