using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Reads paragraphs that are captions, and gives captions their labels.</summary>
internal static partial class Captions
{
    private const int LongestCaption = 400;

    /// <summary>The caption that a paragraph is; null when it is something else.</summary>
    public static FloatCaption? Of(TextRun text)
    {
        if (text.Text.Length > LongestCaption) return null;
        string plain = text.Text.StartsWith("**", StringComparison.Ordinal) || text.Text.StartsWith('*') ? Stars().Replace(text.Text, "") : text.Text;
        if (Grammar().Match(plain) is not { Success: true } match) return null;
        bool isTable = match.Groups[1].Value is ['T' or 't', 'a', ..];
        string words = match.Groups[3].Value.Trim();
        // "Figure 3.1. shows" goes on as a sentence does.
        if (words.Length > 0 && char.IsLower(words[0]) && match.Value.Contains(match.Groups[2].Value + ".", StringComparison.Ordinal)) return null;
        return new FloatCaption(text.Line, isTable ? TypedNumberKind.Table : TypedNumberKind.Figure, match.Groups[2].Value.Replace('-', '.'), words, null) { Printed = text.Text };
    }

    /// <summary>Whether a text has the form of a caption.</summary>
    public static bool IsOne(string text) => Of(new TextRun(1, text)) is not null;

    /// <summary>A caption's label for the kind of thing it stands at, unique in the book.</summary>
    public static string Label(FloatCaption caption, bool isTable, HashSet<string> taken)
    {
        string stem = $"{(isTable ? "tbl" : "fig")}-{caption.Number.Replace('.', '-').ToLowerInvariant()}";
        string label = stem;
        for (int i = 2; !taken.Add(label); i++) label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-line-{caption.Line}{(i == 2 ? "" : $"-{i}")}");
        return label;
    }

    [GeneratedRegex(@"^(Figure|FIGURE|Fig\.|Table|TABLE|Tab\.|Abbildung|Abb\.|Tabelle|Tableau|Figura|Tabla)\s*(\d{1,3}(?:[.-]\d{1,3})*|[A-Z][.-]?\d{1,3}(?:\.\d{1,3})?)\s*(?:[:.–—|]\s*(?!\d)(.*)|())$", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();

    [GeneratedRegex(@"^\*{1,3}|(?<=^[^*]{0,40})\*{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Stars();
}
