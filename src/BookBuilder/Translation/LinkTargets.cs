using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BookBuilder.Translation;

/// <summary>Puts the targets of links and pictures that have spaces in them between angle brackets.</summary>
/// <remarks>Pandoc takes <c>![](my picture.png)</c> as a picture; in CommonMark (0.31, 6.3) it is text.</remarks>
internal static partial class LinkTargets
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines) =>
        Prose.Each(lines, static line => line.Text.Contains("](", StringComparison.Ordinal) ? Prose.Replace(line.Text, Spaced(), static m => $"](<{m.Groups[1].Value}>)") : line.Text);

    // Without quotes, which would begin a title, and without parentheses, which would not pair.
    [GeneratedRegex(@"\]\(([^()<>""'\s][^()<>""'\n]*[ \t][^()<>""'\n]*?[^()<>""'\s])\)")]
    private static partial Regex Spaced();
}
