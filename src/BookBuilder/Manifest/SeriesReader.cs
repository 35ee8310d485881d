using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Manifest;

/// <summary>Reads the series in which a book appears: its title, or a map of its title and the book's number in it.</summary>
internal static class SeriesReader
{
    public static BookSeries? Read(ManifestSection root)
    {
        if (root.Value("series") is not YamlMap map) return root.Text("series") is string only ? new BookSeries(only) : null;
        ManifestSection section = root.Section("series");
        string? title = section.Text("title");
        if (title is null && section.Value("title") is null) root.Sink.Report(Problems.MissingKey("title", "series", map.Span));
        YamlScalar? number = section.Scalar("number", "a number such as 3 or 2.1");
        if (number is not null && !IsPosition(number.Text))
        {
            section.WrongType(section.FullKey("number"), "a number such as 3 or 2.1", number);
            number = null;
        }
        section.End();
        return title is null ? null : new BookSeries(title, number?.Text);
    }

    // EPUB 3.3, D.3.4: whole numbers, by points where there are several.
    private static bool IsPosition(string text) => text.Split('.').All(static part => part.Length > 0 && part.All(char.IsAsciiDigit));
}
