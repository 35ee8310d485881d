using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;

namespace BookBuilder.Epub.Content;

/// <summary>Writes figures and pictures within lines.</summary>
internal static class PictureWriter
{
    public static void WriteFigure(Page page, Figure figure)
    {
        Markup xml = page.Out;
        xml.Open("figure", page.Of(figure));
        xml.Line();
        page.Breaks(figure);
        if (page.Content.Pictures[figure.Source] is { } picture)
        {
            page.Count(PictureFacts.Of(figure, picture, figure.AlternativeText));
            WriteImage(xml, picture, figure, figure.AlternativeText, WidthOf(page, picture, figure.Width));
        }
        else
        {
            xml.Element("p", $"[{Words(figure.AlternativeText, figure.Source)}]", ("class", "missing"));
        }
        xml.Line();
        WriteCaption(page, figure);
        xml.CloseLine();
    }

    public static void WriteInline(Page page, ImageInline image)
    {
        if (page.Content.Pictures[image.Source] is { } picture)
        {
            page.Count(PictureFacts.Of(image, picture, image.AlternativeText));
            WriteImage(page.Out, picture, image, image.AlternativeText, WidthOf(page, picture, image.Width), [.. page.Of(image, "inline")]);
        }
        else
        {
            page.Out.Element("span", $"[{Words(image.AlternativeText, image.Source)}]", page.Of(image, "missing"));
        }
    }

    private static void WriteCaption(Page page, Figure figure)
    {
        NumberLabel? label = page.Book.LabelOf(figure);
        if (label is null && figure.Caption.IsEmpty && figure.Notes.IsEmpty)
            return;
        page.Out.Open("figcaption");
        if (label is not null || !figure.Caption.IsEmpty)
        {
            page.Out.Open("p", ("class", "caption"));
            CaptionWriter.Write(page, label, figure.Caption);
            page.Out.Close();
        }
        if (!figure.Notes.IsEmpty)
        {
            page.Out.Open("div", ("class", "remarks"));
            BlockWriter.Write(page, figure.Notes);
            page.Out.Close();
        }
        page.Out.CloseLine();
    }

    private static void WriteImage(Markup xml, PictureFile picture, Node node, string alternativeText, string width, params ReadOnlySpan<(string, string?)> attributes)
    {
        string? drawing = picture.IsOpaque ? null : "drawing";
        bool hasClass = false;
        List<(string, string?)> all = [];
        foreach ((string name, string? value) in attributes)
        {
            hasClass |= name == "class";
            all.Add(name == "class" && drawing is not null ? (name, $"{value} {drawing}") : (name, value));
        }
        if (!hasClass)
            all.Add(("class", drawing));
        // Passed over in silence only where the author says that it tells nothing.
        string? role = alternativeText.Length == 0 && PictureFacts.IsDecorative(node) ? "presentation" : null;
        xml.Void("img", [("src", picture.Item.Href), ("alt", alternativeText), ("role", role), .. all, ("style", $"width: {width}")]);
    }

    /// <summary>
    /// The width in the page's own terms: a share of the measure as asked for, else the printed width in units of the type size,
    /// so that a drawing's letters keep their proportion to the text at every size the reader chooses.
    /// </summary>
    private static string WidthOf(Page page, PictureFile picture, RelativeWidth? asked)
    {
        if (asked?.Share is { } share)
            return (Math.Clamp(share, 0.01, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        Length width = asked?.Fixed ?? picture.Width;
        return (width / page.Book.Design.BodySize).ToString("0.##", CultureInfo.InvariantCulture) + "em";
    }

    private static string Words(string alternativeText, string source) => alternativeText.Length > 0 ? alternativeText : source;
}
