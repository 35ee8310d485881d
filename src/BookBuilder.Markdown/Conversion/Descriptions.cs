using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Looks whether the words in place of a picture say anything of it.</summary>
internal static partial class Descriptions
{
    /// <summary>Reports a description that is a file's name or nothing but "image", "figure 3" and the like.</summary>
    public static void Check(ChapterReading reading, string description, string source, SourceSpan span)
    {
        string words = description.Trim();
        string file = source[(source.LastIndexOf('/') + 1)..];
        if (words.Length == 0) reading.Said.Report(Problems.PictureWithoutWords(span));
        else if (words.Equals(file, StringComparison.OrdinalIgnoreCase) || FileName().IsMatch(words) || Kind().IsMatch(words))
            reading.Said.Report(Problems.EmptyDescription(words, span));
    }

    [GeneratedRegex(@"^\S+\.(?:png|jpe?g|svg|gif|webp|pdf|tiff?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?:an?\s+)?(?:image|picture|photo|photograph|figure|fig\.?|graphic|diagram|chart|graph|plot|screenshot|bild|abbildung|imagen|figura)\s*[\d.]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
