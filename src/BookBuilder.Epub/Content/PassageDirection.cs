using System.Text;
using BookBuilder.Epub.Package;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Finds which way a passage runs, where that is another way than its surroundings do.</summary>
/// <remarks>The same rules by which the printed lines are set: what the author says; else the language's own way; else a paragraph runs the way of its
/// first letter if most of its letters are written so.</remarks>
internal static class PassageDirection
{
    /// <summary>"ltr", "rtl" or "auto"; null when it runs as its surroundings do.</summary>
    /// <param name="node">The passage.</param>
    /// <param name="language">Its own language; null when it is the surroundings'.</param>
    /// <param name="around">Which way the surroundings run.</param>
    public static string? Of(Node node, string? language, string around)
    {
        string? own = node.Attributes["dir"] is "ltr" or "rtl" or "auto" ? node.Attributes["dir"] : node switch
        {
            // Programs are written from left to right in every language.
            CodeBlock or CodeInline => "ltr",
            Paragraph paragraph => OfLetters(PlainText.Of(paragraph.Content), language, around),
            Heading heading => OfLetters(PlainText.Of(heading.Content), language, around),
            DisplayLine line => OfLetters(PlainText.Of(line.Content), language, around),
            _ when language is not null => Script.DirectionOf(language) ?? "ltr",
            _ => null,
        };
        return own == around ? null : own;
    }

    private static string? OfLetters(string words, string? language, string around)
    {
        string usual = language is null ? around : Script.DirectionOf(language) ?? "ltr";
        // Nothing before Hebrew runs to the left.
        if (usual == "ltr" && !words.AsSpan().ContainsAnyExceptInRange('\0', '\u058f')) return usual;
        int left = 0, right = 0;
        string? first = null;
        foreach (Rune rune in words.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
                continue;
            if (Script.RunsLeft(rune.Value)) right++;
            else left++;
            first ??= right > 0 ? "rtl" : "ltr";
        }
        return first is null || first == usual ? usual : first == "rtl" ? right > left ? "rtl" : usual : left > right ? "ltr" : usual;
    }
}
