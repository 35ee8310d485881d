using System.Globalization;
using System.Text;
using BookBuilder.Model.Metadata;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Guide;

/// <summary>Writes the guide's list of limits from <see cref="BookLimits"/>.</summary>
internal static class LimitsChapter
{
    /// <summary>The chapter.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder("""
            # Every limit {#sec-every-limit}

            How much a book may hold, unless whoever builds it says otherwise: `--limit NAME=NUMBER`, several with commas between
            them (@sec-limits). In the library it is `BuildOptions.Limits`.

            | Limit | What it counts | Most | Message |
            |:------|:---------------|-----:|:--------|

            """.ReplaceLineEndings("\n"));
        foreach (BookLimit limit in BookLimits.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{limit.Name}` | {char.ToUpperInvariant(limit.Counts[0])}{limit.Counts[1..]}. | {limit.Of(BookLimits.Default):N0} | `{LimitTests.Codes[limit.Name]}` |\n");
        page.Append("\n: What a book may hold {#tbl-limits}\n");
        return page.ToString();
    }
}
