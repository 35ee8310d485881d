using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Markdown.Conversion;

/// <summary>An HTML tag in running text.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="IsClosing">Whether it closes.</param>
/// <param name="Values">Its attributes.</param>
internal sealed partial record HtmlTag(string Name, bool IsClosing, ImmutableArray<KeyValuePair<string, string>> Values)
{
    /// <summary>Reads a tag; null when it is a comment, a declaration or the like, which no reader sees.</summary>
    public static HtmlTag? Read(string written)
    {
        Match tag = Tag().Match(written);
        if (!tag.Success) return null;
        return new(
            tag.Groups[2].Value.ToLowerInvariant(),
            tag.Groups[1].Length > 0,
            [.. Value().Matches(tag.Groups[3].Value).Select(v => KeyValuePair.Create(
                v.Groups[1].Value.ToLowerInvariant(), System.Net.WebUtility.HtmlDecode(v.Groups[2].Success ? v.Groups[2].Value : v.Groups[3].Value)))]);
    }

    /// <summary>Whether the tag means something to a book; all others are reported and their words kept.</summary>
    public bool IsKnown => StyleOf(Name) is not null || Name is "span" or "small" or "br" or "wbr";

    /// <summary>Whether a browser gives the element lines, or a cell, of its own.</summary>
    public bool IsBlock => Name is "p" or "div" or "td" or "th" or "tr" or "li" or "dt" or "dd" or "summary" or "figcaption" or "caption" or "option"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>Whether it stands for itself and closes nothing.</summary>
    public bool IsEmpty => Name is "br" or "wbr";

    /// <summary>What stands in place of an element with its content.</summary>
    public Inline Element(ImmutableArray<Inline> content)
    {
        if (StyleOf(Name) is { } style) return new Styled(style, content);
        var values = Values.RemoveAll(v => v.Key is not ("lang" or "dir"));
        var classes = Values.FirstOrDefault(v => v.Key == "class").Value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new SpanInline(content)
        {
            Attributes = new Attributes { Classes = Name == "small" ? ["small"] : [.. classes], Values = values },
        };
    }

    private static InlineStyle? StyleOf(string name) => name switch
    {
        "em" or "i" => InlineStyle.Emphasis,
        "strong" or "b" => InlineStyle.Strong,
        "sup" => InlineStyle.Superscript,
        "sub" => InlineStyle.Subscript,
        "u" or "ins" => InlineStyle.Underline,
        "s" or "del" or "strike" => InlineStyle.Strikeout,
        "mark" => InlineStyle.Highlight,
        "kbd" => InlineStyle.Keyboard,
        "cite" => InlineStyle.Cite,
        _ => null,
    };

    [GeneratedRegex(@"^<(/?)([A-Za-z][-A-Za-z0-9]*)([^>]*)>$", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("""([-:\w]+)\s*=\s*(?:"([^"]*)"|'?([^\s"'>/]*)'?)""")]
    private static partial Regex Value();
}
