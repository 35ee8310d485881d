using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Fonts;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>Writes a book on a printer's sheets: every page is painted once, as a form (ISO 32000-1, 8.10), and shown at its place on its sheet.</summary>
/// <remarks>Such a file is for the printer, not for a reader: it has no tags, no links, no outline and claims no standard.
/// Words that their glyphs do not say are told all the same, so that its text can be searched.</remarks>
internal sealed class SheetWriter(ImposedBook sheets, ResolvedBook book, PdfOptions options, PdfFile file, CancellationToken stop)
{
    private const int PagesInABatch = 64;

    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = stop };
    private readonly PdfOptions _options = options with { Standards = [] };
    private readonly ImageObjects _images = new(new(keeps: false));
    // Only the trimmed page goes on the sheet: what surrounds it is for another printer.
    private readonly ImmutableArray<Page> _pages = [.. sheets.Pages.Pages.Select(static p => p with { Surround = default, Marks = [] })];

    /// <summary>Writes everything.</summary>
    public void Write()
    {
        GlyphTexts texts = DocumentFonts.TextsOf(sheets.Pages, PdfMemory.None, _parallel);
        Dictionary<FontFace, ObjectRef> fonts = DocumentFonts.Write(file, texts, PdfMemory.None, _options.Compressed, _parallel);
        ResourceObjects resources = new(file, fonts, _images, _options.Compressed);
        Form[] forms = WriteForms(new(texts, Tags: null, RepeatedItems.None), resources);
        PageTree tree = new(file, sheets.Sides.Length);
        for (int i = 0; i < sheets.Sides.Length; i++) WriteSide(i, forms, tree);

        ObjectRef root = tree.Write();
        ObjectRef labels = PageLabels.Write(file, [.. sheets.Sides.Select(static s => s.Label)]);
        ObjectRef metadata = DocumentInformation.WriteMetadata(file, book.Metadata, _options);
        ObjectRef catalog = file.Add(new Syntax().OpenDictionary().Name("Type").Name("Catalog").Name("Pages").Reference(root)
            .Name("Lang").Text(book.Metadata.Language)
            .Name("ViewerPreferences").OpenDictionary().Name("DisplayDocTitle").Boolean(true)
            // A printer that listens turns the sheets as they were made to be turned, and prints them in their own size.
            .Name("PrintScaling").Name("None")
            .Name("Duplex").Name(sheets.Turn == SheetTurn.ShortEdge ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge").CloseDictionary()
            .Name("PageLabels").Reference(labels).Name("Metadata").Reference(metadata).CloseDictionary());
        string permanentName = string.Join('\n', [.. book.Metadata.Identifiers.Select(DocumentInformation.NameOf), book.Metadata.Title, "sheets"]);
        file.Finish(catalog, DocumentInformation.WriteDictionary(file, book.Metadata, _options), Encoding.UTF8.GetBytes(permanentName));
    }

    /// <param name="Id">The form.</param>
    /// <param name="IsTransparent">Whether something on the page is not opaque.</param>
    private readonly record struct Form(ObjectRef Id, bool IsTransparent);

    private Form[] WriteForms(PaintContext context, ResourceObjects resources)
    {
        Form[] forms = new Form[_pages.Length];
        for (int start = 0; start < _pages.Length; start += PagesInABatch)
        {
            int first = start;
            var batch = new (PaintedPage Page, EncodedStream Content)[Math.Min(PagesInABatch, _pages.Length - start)];
            Parallel.For(0, batch.Length, _parallel, i =>
            {
                PaintedPage page = PagePainter.Paint(_pages[first + i], 0, context);
                byte[] content = [.. page.Body.Span, (byte)'\n', .. page.Furniture.Span];
                batch[i] = (page, EncodedStream.Of(content, _options.Compressed));
            });
            _images.Write(file, [.. batch.SelectMany(entry => ResourceObjects.ImagesIn(entry.Page.BodyResources)
                .Concat(ResourceObjects.ImagesIn(entry.Page.FurnitureResources)))], _options.Compressed, _parallel);
            for (int i = 0; i < batch.Length; i++)
            {
                PageSize size = _pages[start + i].Size;
                Syntax entries = new Syntax().Name("Type").Name("XObject").Name("Subtype").Name("Form").Name("BBox").OpenArray().Number(0).Number(0)
                    .Thousandths(Canvas.Thousandths(size.Width)).Thousandths(Canvas.Thousandths(size.Height)).CloseArray().Name("Resources");
                PaintedPage page = batch[i].Page;
                resources.Write(entries, page.BodyResources, page.FurnitureResources);
                forms[start + i] = new(file.AddStream(entries, batch[i].Content), page.BodyResources.IsTransparent || page.FurnitureResources.IsTransparent);
            }
        }
        return forms;
    }

    private void WriteSide(int index, Form[] forms, PageTree tree)
    {
        SheetSide side = sheets.Sides[index];
        Canvas canvas = new(new ResourceSet("S"));
        foreach (PlacedPage placed in side.Pages)
        {
            canvas.Save();
            WriteBox(canvas.Out, placed.Cell, side.Size).Operator("W"u8).Operator("n"u8);
            canvas.Transform(PlaceOf(placed, side.Size));
            canvas.Draw(NameOf(placed));
            canvas.Restore();
        }
        foreach (BoxItem mark in side.Marks.OfType<BoxItem>()) WriteBox(canvas.Out, mark.Box, side.Size).Operator("f"u8);

        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("Page").Name("Parent").Reference(tree.ParentOf(index))
            .Name("MediaBox").OpenArray().Number(0).Number(0)
            .Thousandths(Canvas.Thousandths(side.Size.Width)).Thousandths(Canvas.Thousandths(side.Size.Height)).CloseArray()
            .Name("Contents").OpenArray().Reference(file.AddStream(new Syntax(), EncodedStream.Of(canvas.Out.Written, _options.Compressed))).CloseArray()
            .Name("Resources").OpenDictionary().Name("XObject").OpenDictionary();
        foreach (PlacedPage placed in side.Pages) to.Name(NameOf(placed)).Reference(forms[placed.Page].Id);
        to.CloseDictionary().CloseDictionary();
        if (side.Pages.Any(p => forms[p.Page].IsTransparent))
            to.Name("Group").OpenDictionary().Name("S").Name("Transparency").Name("CS").Name("DeviceRGB").CloseDictionary();
        tree.Add(file.Add(to.CloseDictionary()));
    }

    private static string NameOf(PlacedPage placed) => string.Create(CultureInfo.InvariantCulture, $"P{placed.Page + 1}");

    /// <summary>From the page's coordinates to the sheet's, both with y up.</summary>
    private Affine PlaceOf(PlacedPage placed, PageSize sheet)
    {
        double scale = placed.Box.Width / _pages[placed.Page].Size.Width;
        return placed.IsUpsideDown
            ? new(-scale, 0, 0, -scale, placed.Box.Right.Points, (sheet.Height - placed.Box.Y).Points)
            : new(scale, 0, 0, scale, placed.Box.X.Points, (sheet.Height - placed.Box.Bottom).Points);
    }

    private static Syntax WriteBox(Syntax to, Rectangle box, PageSize sheet) => to
        .Thousandths(Canvas.Thousandths(box.X)).Thousandths(Canvas.Thousandths(sheet.Height) - Canvas.Thousandths(box.Bottom))
        .Thousandths(Canvas.Thousandths(box.Width)).Thousandths(Canvas.Thousandths(box.Height)).Operator("re"u8);
}
