using System.Globalization;
using System.Text;
using BookBuilder.Model.Design;

namespace BookBuilder.Epub.Content;

/// <summary>The one style sheet of the publication.</summary>
internal static class StyleSheet
{
    /// <summary>The file.</summary>
    public const string File = "style.css";
    /// <summary>The folder of embedded fonts.</summary>
    public const string FontFolder = "fonts/";

    /// <summary>The design, led by the embedded fonts' rules. Without fonts the reader's own are used throughout.</summary>
    /// <param name="fonts">The fonts; the first one's family sets the text.</param>
    /// <param name="printed">The design of the printed book: where its headings are sans, so are these.</param>
    public static byte[] Write(IReadOnlyList<EpubFont> fonts, BookDesign printed)
    {
        var css = new StringBuilder();
        foreach (EpubFont font in fonts)
            css.Append(CultureInfo.InvariantCulture,
                $"@font-face {{ font-family: {Quoted(font.Family)}; font-weight: {font.Weight}; font-style: {(font.Italic ? "italic" : "normal")}; src: url({Quoted(FontFolder + font.FileName)}); }}\n");
        if (fonts is [{ } first, ..])
            css.Append(CultureInfo.InvariantCulture, $"body {{ font-family: {Quoted(first.Family)}, serif; }}\n");
        if (printed.Section.Type.Face == DesignFace.Sans)
        {
            string own = fonts.Any(f => f.Family == printed.SansFont) ? Quoted(printed.SansFont) + ", " : "";
            css.Append(CultureInfo.InvariantCulture, $"h1, h2, h3, h4, h5, h6, p.author, p.affiliation {{ font-family: {own}sans-serif; }}\n");
        }

        using Stream design = typeof(StyleSheet).Assembly.GetManifestResourceStream("book.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the assembly.");
        using var reader = new StreamReader(design, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(css.Append(reader.ReadToEnd()).ToString());
    }

    private static string Quoted(string text) => "\"" + string.Concat(text.Where(static c => c is not ('"' or '\\' or '<' or '\n' or '\r'))) + "\"";
}
