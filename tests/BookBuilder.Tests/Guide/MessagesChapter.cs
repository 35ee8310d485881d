using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.Tests.Guide;

/// <summary>Writes the guide's list of messages from the catalogue of diagnostics, as it is written.</summary>
internal static partial class MessagesChapter
{
    /// <summary>The chapter.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder("""
            # Every message {#sec-messages}

            Each message has a code. An error keeps the book from being written; a warning does not; remarks are shown with
            `-v detailed` only. What to do stands in the message itself, after the `=`. The project's `docs/diagnostics.md` shows
            for each code a small book that has the mistake, and what is printed for it.


            """.ReplaceLineEndings("\n"));
        foreach (DiagnosticGroup group in DiagnosticGroup.All)
        {
            ImmutableArray<CatalogueEntry> own = group.Of(Entries());
            if (own.Length == 0) continue;
            page.Append($"## {group.Title}\n\n");
            page.Append("| Code | Kind | What it is about |\n|:-----|:-----|:-----------------|\n");
            foreach (CatalogueEntry entry in own)
                page.Append($"| `{entry.Code}` | {entry.Severity switch { "Error" => "error", "Warning" => "warning", "Info" => "remark", _ => "either" }} | {entry.Words.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            page.Append('\n');
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Every code of the catalogue, once.</summary>
    public static IEnumerable<CatalogueEntry> Entries() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "BookBuilder.Model", "Diagnostics"), "Problems*.cs")
            .SelectMany(file => Entry().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Select(m => new CatalogueEntry(m.Groups["code"].Value, m.Groups["severity"].Value, Markdown(m.Groups["words"].Value)));

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
