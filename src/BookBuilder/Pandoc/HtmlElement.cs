using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace BookBuilder.Pandoc;

/// <summary>A tag of raw HTML.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="IsClosing">Whether it closes its element.</param>
/// <param name="Values">Its attributes, decoded.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Just after it.</param>
internal sealed partial record HtmlElement(string Name, bool IsClosing, ImmutableArray<KeyValuePair<string, string>> Values, int Start, int End)
{
    /// <summary>The value of an attribute, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach ((string k, string v) in Values)
                if (k == key) return v;
            return null;
        }
    }

    /// <summary>All tags of a text, in order.</summary>
    public static IEnumerable<HtmlElement> In(string text) =>
        Tag().Matches(text).Select(m => new HtmlElement(
            m.Groups[2].Value.ToLowerInvariant(), m.Groups[1].Length > 0,
            [.. Value().Matches(m.Groups[3].Value).Select(v => KeyValuePair.Create(v.Groups[1].Value.ToLowerInvariant(),
                WebUtility.HtmlDecode(v.Groups[2].Success ? v.Groups[2].Value : v.Groups[3].Success ? v.Groups[3].Value : v.Groups[4].Value)))],
            m.Index, m.Index + m.Length));

    /// <summary>A text without its tags and comments.</summary>
    public static string Without(string text) => Tag().Replace(Comment().Replace(text, ""), "");

    /// <summary>An element's classes and id as an attribute list of ours; empty when it has neither.</summary>
    public Translation.AttributeList Attributes => new(
        this["id"], [.. (this["class"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)], []);

    /// <summary>The picture an img tag shows, in Markdown.</summary>
    /// <param name="caption">What stands in the brackets.</param>
    /// <param name="id">Its label; null for its own.</param>
    public string Picture(string caption, string? id = null)
    {
        string? width = this["width"] ?? Style("width");
        if (width is not null && !WidthForm().IsMatch(width)) width = null;
        var list = new Translation.AttributeList(id ?? this["id"], [], []);
        if (width is not null) list = list.With("width", width);
        string alt = this["alt"] ?? "";
        if (alt.Length == 0 && this["alt"] is not null) list = list with { Classes = ["decorative"] };
        else if (alt != caption) list = list.With("alt", alt);
        string source = this["src"] ?? "";
        if (source.Contains(' ') || source.Contains('(')) source = $"<{source}>";
        return $"![{caption}]({source}){list}";
    }

    private string? Style(string property) =>
        Regex.Match(this["style"] ?? "", $@"(?:^|;)\s*{property}\s*:\s*([^;]+)", RegexOptions.CultureInvariant) is { Success: true } m ? m.Groups[1].Value.Trim() : null;

    [GeneratedRegex(@"^\d+(?:\.\d+)?(?:%|px|in|cm|mm|pt)?$")]
    private static partial Regex WidthForm();

    [GeneratedRegex(@"<(/?)([A-Za-z][-A-Za-z0-9]*)((?:\s+[^\s""'<>/=]+(?:\s*=\s*(?:""[^""]*""|'[^']*'|[^\s""'>]+))?)*)\s*/?>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""([-:\w]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))""")]
    private static partial Regex Value();
}
