using System.Text;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates raw HTML in running text: pictures, links, anchors, code. Of tags that only say how words look, the words stay.</summary>
internal static class HtmlInlines
{
    /// <summary>The line's text with the tags that are known in Markdown.</summary>
    public static string Translate(SourceLine line, TranslationAccount log)
    {
        string text = line.Text;
        if (!text.Contains('<')) return text;
        bool[] isMasked = InlineMask.Of(text);
        var told = new StringBuilder(text.Length);
        var open = new Stack<(string Name, string Closing)>();
        int at = 0;
        foreach (HtmlElement tag in HtmlElement.In(text))
        {
            if (isMasked[tag.Start] || tag.Start < at) continue;
            string? own = tag.IsClosing ? Closed(tag.Name, open) : Opened(tag, text, open);
            if (own is null) continue;
            told.Append(text, at, tag.Start - at).Append(own);
            at = tag.End;
            if (!tag.IsClosing)
                log.Find(tag.Name is "img" or "a" or "code" ? Carrying.Supported : Carrying.Approximated, $"HTML <{tag.Name}>", line.At(tag.Start, tag.End - tag.Start), tag.Name is "img" or "a" or "code" ? "" : "its words");
        }
        return at == 0 ? text : told.Append(text, at, text.Length - at).ToString();
    }

    private static string? Opened(HtmlElement tag, string text, Stack<(string, string)> open)
    {
        switch (tag.Name)
        {
            case "img":
                string picture = tag.Picture(tag["alt"] ?? "");
                // In HTML a picture has no caption, even when it stands alone.
                return text.AsSpan().Trim().Length == tag.End - tag.Start ? picture + "<!-- -->" : picture;
            case "a" when tag["href"] is { Length: > 0 } target && text.IndexOf("</a>", tag.End, StringComparison.OrdinalIgnoreCase) >= 0:
                open.Push(("a", $"]({(target.Contains(' ') ? $"<{target}>" : target)})"));
                return "[";
            case "a" when (tag["id"] ?? tag["name"]) is { Length: > 0 } id:
                open.Push(("a", ""));
                return $"[]{{#{id}}}";
            case "code" or "tt" or "samp" when text.IndexOf($"</{tag.Name}>", tag.End, StringComparison.OrdinalIgnoreCase) >= 0:
                open.Push((tag.Name, "`"));
                return "`";
            case "var" or "dfn":
                open.Push((tag.Name, "*"));
                return "*";
            case "q":
                open.Push((tag.Name, "\""));
                return "\"";
            case "center" or "font" or "nobr" or "abbr" or "big" or "p" or "address" or "time" or "label" or "section" or "article" or "header" or "footer" or "main" or "figure" or "figcaption" or "acronym" or "bdo" or "bdi":
                open.Push((tag.Name, ""));
                return "";
            default: return null;
        }
    }

    private static string? Closed(string name, Stack<(string Name, string Closing)> open)
    {
        if (open.Count > 0 && open.Peek().Name == name) return open.Pop().Closing;
        return name is "p" or "center" or "font" or "section" or "article" or "header" or "footer" or "main" or "figure" or "figcaption" ? "" : null;
    }
}
