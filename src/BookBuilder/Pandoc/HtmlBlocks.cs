using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates raw HTML on lines of its own: divisions, figures, tables, lists, code, rules, what folds.</summary>
internal static partial class HtmlBlocks
{
    // Elements within elements are read no deeper: their tags stay for the reader of chapters to tell.
    private const int Deepest = 20;

    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log) => Translate(lines, 0, log);

    private static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, int depth, TranslationAccount log)
    {
        if (depth > Deepest || !lines.Any(l => l.Text.Contains('<'))) return lines;
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        var ends = new ElementEnds(lines, static text => text.Contains('<') ? HtmlElement.In(text).Where(t => IsWhole(t.Name)).Select(t => (t.Name, t.IsClosing)) : []);
        var divisions = new HtmlDivisions();
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (!isText[i])
            {
                told.Add(line);
                continue;
            }
            if (Start().Match(line.Text) is { Success: true } start && start.Groups[1].Length == 0
                && start.Groups[2].Value.ToLowerInvariant() is var name && IsWhole(name) && ends.Of(name, i) is int end and >= 0)
            {
                Whole(told, name, lines, i, end, depth, log);
                i = end;
                continue;
            }
            Line(told, line, divisions, depth, log);
        }
        if (lines.Length > 0) divisions.CloseAll(lines[^1], told, log);
        return told.ToImmutable();
    }

    private static bool IsWhole(string name) => name is "table" or "figure" or "pre" or "blockquote" or "ul" or "ol" or "script" or "style" or "iframe" or "video" or "audio" or "object" or "svg" or "canvas" or "form";

    private static void Whole(ImmutableArray<SourceLine>.Builder told, string name, ImmutableArray<SourceLine> lines, int start, int end, int depth, TranslationAccount log)
    {
        string text = string.Join('\n', lines[start..(end + 1)].Select(l => l.Text));
        SourceLine first = lines[start];
        HtmlElement[] tags = [.. HtmlElement.In(text)];
        int after = tags.Last(t => t.Name == name && t.IsClosing).End;
        string rest = text[after..].Trim();
        text = text[..after];
        told.Add(first.With(""));
        switch (name)
        {
            case "table":
                if (HtmlTable.Read(text, log, first) is { } table)
                {
                    log.Find(Carrying.Supported, "HTML table", first.At());
                    told.AddRange(table.Lines().Select(first.With));
                    break;
                }
                log.Find(Carrying.Approximated, "HTML table without cells", first.At(), "its words");
                told.AddRange(HtmlElement.Without(text).Split('\n').Select(l => first.With(l.Trim())));
                break;
            case "figure":
                Figure(told, text, tags, first, depth, log);
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
            case "form":
                for (int i = start; i <= end; i++) told.Add(lines[i].With(Named(name).Replace(lines[i].Text, "")));
                break;
            default:
                log.Find(Carrying.LeftOut, $"HTML <{name}>", first.At(), "a book has no use for it");
                break;
        }
        told.Add(lines[end].With(""));
        if (rest.Length > 0 && name is not "form" and not "blockquote") told.AddRange(Translate([lines[end].With(rest)], depth + 1, log));
    }

    /// <summary>One picture and its caption is a figure; of others every picture stands for itself, the last with the caption, and what else there is keeps its place.</summary>
    private static void Figure(ImmutableArray<SourceLine>.Builder told, string text, HtmlElement[] tags, SourceLine first, int depth, TranslationAccount log)
    {
        HtmlElement? caption = tags.FirstOrDefault(t => t is { Name: "figcaption", IsClosing: false });
        HtmlElement? close = caption is null ? null : tags.FirstOrDefault(t => t is { Name: "figcaption", IsClosing: true } && t.Start >= caption.End);
        string words = close is null ? "" : Flat(text[caption!.End..close.Start]);
        // The caption is no part of the rest.
        HtmlElement[] pictures = [.. tags.Where(t => t.Name == "img" && (close is null || t.End <= caption!.Start || t.Start >= close.End))];
        List<string> between = [];
        int at = tags[0].End;
        foreach (int cut in pictures.Select(p => p.Start).Append(tags.Last(t => t is { Name: "figure", IsClosing: true }).Start))
        {
            string part = close is null || caption!.Start < at || close.End > cut ? text[at..Math.Max(at, cut)] : text[at..caption.Start] + "\n" + text[close.End..cut];
            bool isEmpty = string.IsNullOrWhiteSpace(HtmlElement.Without(part)) && !HtmlElement.In(part).Any(t => t.Name is "svg" or "video" or "audio" or "iframe" or "object" or "canvas" or "embed" or "input");
            between.Add(isEmpty ? "" : part.Trim());
            if (between.Count <= pictures.Length) at = pictures[between.Count - 1].End;
        }
        if (pictures.Length == 1 && between.All(b => b.Length == 0))
        {
            log.Find(Carrying.Supported, "HTML figure", first.At());
            told.Add(first.With(Captioned(pictures[0], words, tags[0]["id"])));
            return;
        }
        log.Find(Carrying.Approximated, "HTML figure", first.At(), pictures.Length > 1 ? "a figure for each picture, the caption at the last" : "what is in it");
        for (int i = 0; i < between.Count; i++)
        {
            if (between[i].Length > 0) told.AddRange(Translate([.. between[i].Split('\n').Select(first.With), first.With("")], depth + 1, log));
            if (i == pictures.Length) break;
            bool isLast = i == pictures.Length - 1;
            told.AddRange(first.With(Captioned(pictures[i], isLast ? words : "", isLast ? tags[0]["id"] : null)), first.With(""));
        }
        if (pictures.Length == 0 && words.Length > 0) told.AddRange(first.With(words), first.With(""));
    }

    // In HTML a picture has no caption, even when it stands alone.
    private static string Captioned(HtmlElement img, string words, string? id) => words.Length == 0 ? img.Picture(img["alt"] ?? "", id) + "<!-- -->" : img.Picture(words, id);

    /// <summary>Tags that open or close a division, and what stands on the line of its own.</summary>
    private static void Line(ImmutableArray<SourceLine>.Builder told, SourceLine line, HtmlDivisions divisions, int depth, TranslationAccount log)
    {
        string trimmed = line.Text.Trim();
        if (depth > Deepest || !Start().IsMatch(line.Text) || HtmlElement.In(trimmed).FirstOrDefault() is not { Start: 0 } tag)
        {
            divisions.Words(line, told, log);
            return;
        }
        (string name, bool isClosing) = (tag.Name, tag.IsClosing);
        string rest = trimmed[tag.End..].Trim();
        switch (name)
        {
            case "div" or "center" or "section" or "aside" or "article" or "main" or "nav":
                if (isClosing) divisions.Close(name, line, told, log);
                else
                {
                    AttributeList attributes = tag.Attributes;
                    bool isCentered = name == "center" || tag["align"] == "center" || (tag["style"] ?? "").Contains("text-align: center", StringComparison.Ordinal) || (tag["style"] ?? "").Contains("text-align:center", StringComparison.Ordinal);
                    if (isCentered) attributes = attributes with { Classes = attributes.Classes.Add("center") };
                    log.Find(Carrying.Supported, $"HTML <{name}>", line.At());
                    told.Add(line.With($"::: {(attributes.IsEmpty ? "{.html-" + name + "}" : attributes)}"));
                    divisions.Open(name, line);
                }
                // What stands beside the tag may open or close others.
                if (rest.Length > 0) Line(told, line.With(rest), divisions, depth + 1, log);
                return;
            case "hr":
                told.AddRange(line.With(""), line.With("* * *"), line.With(""));
                if (rest.Length > 0) Line(told, line.With(rest), divisions, depth + 1, log);
                return;
            case "details":
                if (!isClosing) log.Find(Carrying.Approximated, "HTML <details>", line.At(), "text that is always seen");
                told.Add(line.With(""));
                if (rest.Length > 0) Line(told, line.With(rest), divisions, depth + 1, log);
                return;
            case "summary" when Summary().Match(trimmed) is { Success: true } summary:
                told.AddRange(line.With($"**{AnyTag().Replace(summary.Groups[1].Value, "").Trim()}**"), line.With(""));
                rest = trimmed[(summary.Index + summary.Length)..].Trim();
                if (rest.Length > 0) Line(told, line.With(rest), divisions, depth + 1, log);
                return;
            case "p":
                if (rest.EndsWith("</p>", StringComparison.OrdinalIgnoreCase)) rest = rest[..^4].TrimEnd();
                told.Add(line.With(""));
                if (!isClosing && tag["align"] == "center" && trimmed.EndsWith("</p>", StringComparison.OrdinalIgnoreCase)) told.AddRange(line.With("::: {.center}"), line.With(rest), line.With(":::"));
                else if (rest.Length > 0) divisions.Words(line.With(rest), told, log);
                if (trimmed.EndsWith("</p>", StringComparison.OrdinalIgnoreCase)) told.Add(line.With(""));
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when !isClosing && rest.EndsWith($"</{name}>", StringComparison.OrdinalIgnoreCase):
                told.AddRange(line.With(""), line.With($"{new string('#', name[1] - '0')} {rest[..^5].Trim()} {tag.Attributes}".TrimEnd()), line.With(""));
                return;
            default:
                divisions.Words(line, told, log);
                return;
        }
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
