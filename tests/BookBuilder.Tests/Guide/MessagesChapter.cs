using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.Tests.Guide;

/// <summary>Writes the guide's list of messages from the catalogue of diagnostics, as it is written.</summary>
internal static partial class MessagesChapter
{
    private static readonly (string Codes, string Title)[] Groups =
    [
        ("BB10", "What is written in chapters"), ("BB11", "What is written in book.yml"), ("BB2", "Lines, pages and tables"), ("BB3", "Labels, references and notes"),
        ("BB4", "Files, pictures and fonts"), ("BB5", "What readers would miss"), ("BB6", "The finished files"), ("BB9", "Too much of something"),
    ];

    /// <summary>The chapter.</summary>
    public static string Markdown()
    {
        (string Code, string Severity, string Words)[] entries = [.. Entries().OrderBy(e => e.Code, StringComparer.Ordinal)];
        var page = new StringBuilder("""
            # Every message {#sec-messages}

            Each message has a code. An error keeps the book from being written; a warning does not; remarks are shown with
            `-v detailed` only. What to do stands in the message itself, after the `=`.


            """.ReplaceLineEndings("\n"));
        foreach ((string codes, string title) in Groups)
        {
            (string Code, string Severity, string Words)[] own = [.. entries.Where(e => e.Code.StartsWith(codes, StringComparison.Ordinal))];
            if (own.Length == 0) continue;
            page.Append($"## {title}\n\n");
            page.Append("| Code | Kind | What it is about |\n|:-----|:-----|:-----------------|\n");
            foreach ((string code, string severity, string words) in own)
                page.Append($"| `{code}` | {severity switch { "Error" => "error", "Warning" => "warning", "Info" => "remark", _ => "either" }} | {Markdown(words).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            page.Append('\n');
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Every code of the catalogue, once.</summary>
    public static IEnumerable<(string Code, string Severity, string Words)> Entries() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "BookBuilder.Model", "Diagnostics"), "Problems*.cs")
            .SelectMany(file => Entry().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Select(m => (m.Groups["code"].Value, m.Groups["severity"].Value, m.Groups["words"].Value));

    // A doc comment's marks are those of XML.
    internal static string Markdown(string words) => Space().Replace(Tag().Replace(words.Replace("///", "", StringComparison.Ordinal), m => m.Groups["name"].Value switch
    {
        "c" => "`",
        _ => m.Groups["cref"].Value is { Length: > 0 } name ? $"`{name}`" : "",
    }).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex("""/// <summary>(?<words>(?:(?!</summary>).)*)</summary>(?:\n    ///[^\n]*)*\n    public static Diagnostic \w+\((?:(?!/// <summary>).)*?(?:(?<severity>Error|Warning|Info)|Make)\("(?<code>BB\d{4})""", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex("""</?(?<name>\w+)(?: cref="(?:[A-Z]:)?(?<cref>[^"]+)")?[^>]*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
