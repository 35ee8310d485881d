using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using Markdig.Syntax.Inlines;
using Inline = BookBuilder.Model.Blocks.Inline;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads a picture that stands alone in its paragraph as a figure.</summary>
internal static class FigureReader
{
    /// <summary>The figure, or null when the paragraph is something else. A backslash after the picture keeps it in the text (Pandoc's manual, implicit_figures).</summary>
    public static Figure? Read(ChapterReading reading, ContainerInline text, SourceSpan span)
    {
        if (text.FirstChild is not LinkInline { IsImage: true } image) return null;
        if (!(image.NextSibling is null || (image.NextSibling is AttributesInline && image.NextSibling.NextSibling is null))) return null;
        Attributes attributes = (image.NextSibling as AttributesInline)?.Attributes ?? Attributes.None;
        attributes = LeafAttributes.WithLabel(image, attributes);
        string source = InlineReader.PictureSource(reading, image, span);
        ImmutableArray<Inline> caption = InlineReader.Read(reading, image);
        return new Figure(source, Alternative(reading, attributes, source, caption, span), caption, [])
        {
            Span = span,
            Attributes = attributes,
            Width = Width(reading, attributes, span),
            Placement = PlacementReader.Read(reading, attributes, span),
        };
    }

    // Other tools know many that begin with "fig-"; they say nothing here and are no mistakes.
    private static readonly ImmutableArray<string> Known = ["alt", "fig-alt", "width", "height", "short", "fig-scap", "lang", "dir", "title", "place"];

    private static string Alternative(ChapterReading reading, Attributes attributes, string source, ImmutableArray<Inline> caption, SourceSpan span)
    {
        if (attributes.Has("decorative")) return "";
        if ((attributes["alt"] ?? attributes["fig-alt"]) is { } written)
        {
            Descriptions.Check(reading, written, source, span);
            return written;
        }
        string words = PlainText.Of(caption);
        reading.Said.Report(words.Length == 0 ? Problems.PictureWithoutWords(span) : Problems.CaptionAsDescription(span));
        return words;
    }

    /// <summary>The width that attributes ask for; null when they do not. A height alone is reported.</summary>
    public static RelativeWidth? Width(ChapterReading reading, Attributes attributes, SourceSpan span)
    {
        foreach (string key in attributes.Values.Select(v => v.Key).Where(k => !Known.Contains(k) && !k.StartsWith("fig-", StringComparison.Ordinal)))
            if (Spelling.Nearest(key, Known) is { } nearest) reading.Said.Report(Problems.MisspeltAttribute(key, span, nearest));
        if (attributes["width"] is not { } written)
        {
            if (attributes["height"] is { } height)
                reading.Said.Report(Problems.BadAttribute("height", height, "a width instead: a picture keeps its proportions", span));
            return null;
        }
        string text = written.Trim();
        int unit = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (double.TryParse(text[..unit], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number > 0 && number < 10_000)
            switch (text[unit..].Trim())
            {
                case "%" when number <= 100: return new RelativeWidth(number / 100, null);
                case "in": return new RelativeWidth(null, number.In);
                case "cm": return new RelativeWidth(null, (number * 10).Mm);
                case "mm": return new RelativeWidth(null, number.Mm);
                case "pt": return new RelativeWidth(null, number.Pt);
                case "px" or "": return new RelativeWidth(null, (number * 0.75).Pt); // 96 to the inch
            }
        reading.Said.Report(Problems.BadAttribute("width", written, "a share such as 80%, or a length such as 3in, 8cm, 200pt or 300px", span));
        return null;
    }
}
