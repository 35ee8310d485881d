using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>The drawing that holds the place of a figure that cannot be shown, so that its caption and number stay what they are.</summary>
internal static class MissingDrawing
{
    /// <summary>A file of the translated book.</summary>
    /// <param name="label">What names the figure: its chunk's label, its address. It names the file, too.</param>
    /// <param name="words">What is said in its place: "This figure is drawn by R".</param>
    public static TranslatedFile File(string label, string words)
    {
        string name = new([.. label.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]);
        if (name.Length > 80) name = name[^80..];
        return new TranslatedFile($"not-run/{name}.svg",
        [
            new("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"360\" height=\"90\" viewBox=\"0 0 360 90\">", "", 0),
            new("<rect x=\"0.5\" y=\"0.5\" width=\"359\" height=\"89\" fill=\"#f6f6f6\" stroke=\"#8a8a8a\" stroke-dasharray=\"4 3\"/>", "", 0),
            new($"<text x=\"180\" y=\"42\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#404040\">{Escaped(words)}</text>", "", 0),
            new($"<text x=\"180\" y=\"62\" text-anchor=\"middle\" font-family=\"monospace\" font-size=\"11\" fill=\"#404040\">{Escaped(label)}</text>", "", 0),
            new("</svg>", "", 0),
        ]);
    }

    private static string Escaped(string text)
    {
        string shown = text.Length > 48 ? text[..47] + "…" : text;
        return shown.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }
}
