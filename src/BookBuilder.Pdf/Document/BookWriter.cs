using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>Puts the whole document together: fonts, then pages in batches that are painted side by side and written in order,
/// then what speaks of all pages.</summary>
internal sealed class BookWriter
{
    private const int PagesInABatch = 64;

    private readonly PagedBook _pages;
    private readonly ResolvedBook _book;
    private readonly PdfOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly PdfFile _file;
    private readonly StructurePlan _plan;
    private readonly Destinations _destinations;
    private readonly ContentPlaces _places = new();
    private readonly ImageObjects _images = new();
    private readonly List<LinkAnnotation> _links = [];

    public BookWriter(PagedBook pages, ResolvedBook book, PdfOptions options, PdfFile file, CancellationToken stop)
    {
        (_pages, _book, _options, _file) = (pages with { Pages = [.. pages.Pages.Select(SheetPages.Of)] }, book, options, file);
        _parallel = new() { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = stop };
        _plan = StructurePlan.Of(book);
        _destinations = new(book);
    }

    /// <summary>Writes everything.</summary>
    public void Write()
    {
        if (_pages.Pages.IsEmpty) throw new ArgumentException("A document has at least one page.");
        GlyphTexts texts = DocumentFonts.TextsOf(_pages, _parallel);
        PaintContext context = new(texts, _plan.Tags, RepeatedItems.Find(_pages, _plan.Tags));
        ResourceObjects resources = new(_file, DocumentFonts.Write(_file, texts, _options.Compressed, _parallel), _images, _options.Compressed);
        PageTree tree = new(_file, _pages.Pages.Length);
        for (int start = 0; start < _pages.Pages.Length; start += PagesInABatch) WriteBatch(start, context, resources, tree);

        ObjectRef root = tree.Write();
        ObjectRef structure = StructureWriter.Write(_file, _plan, tree.Pages, _places, _links);
        ObjectRef? outline = OutlineTree.Write(_file, _book.Outline, _destinations);
        ObjectRef names = _destinations.Write(_file, tree.Pages, _pages.Pages, _plan, _places);
        ObjectRef labels = PageLabels.Write(_file, [.. _pages.Pages.Select(static p => p.Label)]);
        ObjectRef metadata = DocumentInformation.WriteMetadata(_file, _book.Metadata, _options);
        Syntax catalog = new Syntax().OpenDictionary().Name("Type").Name("Catalog").Name("Pages").Reference(root)
            .Name("Lang").Text(_book.Metadata.Language)
            .Name("MarkInfo").OpenDictionary().Name("Marked").Boolean(true).CloseDictionary()
            .Name("StructTreeRoot").Reference(structure)
            .Name("ViewerPreferences").OpenDictionary().Name("DisplayDocTitle").Boolean(true).CloseDictionary()
            .Name("PageLabels").Reference(labels)
            .Name("Names").OpenDictionary().Name("Dests").Reference(names).CloseDictionary()
            .Name("OutputIntents").OpenArray().Reference(WriteOutputIntent()).CloseArray()
            .Name("Metadata").Reference(metadata);
        if (outline is { } headings) catalog.Name("Outlines").Reference(headings).Name("PageMode").Name("UseOutlines");
        ObjectRef catalogId = _file.Add(catalog.CloseDictionary());
        _file.Finish(catalogId, DocumentInformation.WriteDictionary(_file, _book.Metadata, _options), Encoding.UTF8.GetBytes(PermanentName()));
    }

    private void WriteBatch(int start, PaintContext context, ResourceObjects resources, PageTree tree)
    {
        var batch = new (PaintedPage Page, EncodedStream Body, EncodedStream Furniture)[Math.Min(PagesInABatch, _pages.Pages.Length - start)];
        Parallel.For(0, batch.Length, _parallel, i =>
        {
            PaintedPage page = PagePainter.Paint(_pages.Pages[start + i], context);
            batch[i] = (page, EncodedStream.Of(page.Body.Span, _options.Compressed), EncodedStream.Of(page.Furniture.Span, _options.Compressed));
        });
        _images.Write(_file, [.. batch.SelectMany(entry => ResourceObjects.ImagesIn(entry.Page.BodyResources)
            .Concat(ResourceObjects.ImagesIn(entry.Page.FurnitureResources)))], _options.Compressed, _parallel);
        for (int i = 0; i < batch.Length; i++)
        {
            _places.Add(batch[i].Page);
            _destinations.Add(_pages.Pages[start + i], start + i);
            WritePage(start + i, batch[i].Page, batch[i].Body, batch[i].Furniture, resources, tree);
        }
    }

    private void WritePage(int index, PaintedPage painted, EncodedStream body, EncodedStream furniture, ResourceObjects resources, PageTree tree)
    {
        Page page = _pages.Pages[index];
        long width = Canvas.Thousandths(page.Size.Width), height = Canvas.Thousandths(page.Size.Height);
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("Page").Name("Parent").Reference(tree.ParentOf(index));
        Length around = page.Surround.Width;
        foreach ((string box, Length inset) in ((string, Length)[])[("MediaBox", Length.Zero), ("BleedBox", around - page.Surround.Bleed), ("TrimBox", around)])
        {
            if (box == "BleedBox" && page.Surround.Bleed == Length.Zero) continue;
            long edge = Canvas.Thousandths(inset);
            to.Name(box).OpenArray().Thousandths(edge).Thousandths(edge).Thousandths(width - edge).Thousandths(height - edge).CloseArray();
        }
        if (page.IsTurned) to.Name("Rotate").Number(TurnedSheet.Rotate);
        to.Name("Contents").OpenArray().Reference(_file.AddStream(new Syntax(), body));
        if (!painted.Furniture.IsEmpty) to.Reference(_file.AddStream(new Syntax(), furniture));
        resources.Write(to.CloseArray().Name("Resources"), painted.BodyResources, painted.FurnitureResources);
        if (painted.BodyResources.IsTransparent || painted.FurnitureResources.IsTransparent)
            to.Name("Group").OpenDictionary().Name("S").Name("Transparency").Name("CS").Name("DeviceRGB").CloseDictionary();
        if (!painted.Parts.IsEmpty) to.Name("StructParents").Number(index);
        if (!painted.Links.IsEmpty)
        {
            to.Name("Annots").OpenArray();
            foreach (PlacedLink link in painted.Links) to.Reference(WriteLink(link, index, height));
            to.CloseArray();
        }
        _file.Put(tree.Pages[index], to.Name("Tabs").Name("S").CloseDictionary());
    }

    // 7-bit characters only (ISO 32000-1, 12.6.4.7) and of them only those that an address may have: others are percent-encoded, the name of a host is as IDNA has it.
    private static string AsciiOf(string address) => AsciiAddress.Of(address) ?? Uri.EscapeDataString(address);

    private ObjectRef WriteLink(PlacedLink link, int page, long height)
    {
        int key = _pages.Pages.Length + _links.Count;
        string words = _plan.LinkTexts.GetValueOrDefault(link.Source, "").Trim();
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("Annot").Name("Subtype").Name("Link")
            .Name("Rect").OpenArray()
            .Thousandths(Canvas.Thousandths(link.Box.X)).Thousandths(height - Canvas.Thousandths(link.Box.Bottom))
            .Thousandths(Canvas.Thousandths(link.Box.Right)).Thousandths(height - Canvas.Thousandths(link.Box.Y)).CloseArray()
            .Name("Border").OpenArray().Number(0).Number(0).Number(0).CloseArray()
            // Printed with the page, as PDF/A asks of every annotation.
            .Name("F").Number(4).Name("StructParent").Number(key).Name("A").OpenDictionary();
        switch (link.Target)
        {
            case UriTarget uri:
                to.Name("S").Name("URI").Name("URI").String(Encoding.ASCII.GetBytes(AsciiOf(uri.Uri)));
                if (words.Length == 0) words = uri.Uri;
                break;
            case NodeTarget node:
                to.Name("S").Name("GoTo").Name("D").String(Encoding.UTF8.GetBytes(_destinations.Want(node.Node)));
                if (words.Length == 0) words = _book.Chapters.FirstOrDefault(chapter => chapter.Key == node.Node.Chapter)?.Title ?? "";
                if (words.Length == 0) words = _book.Metadata.Title;
                break;
            default:
                throw new UnreachableException($"{link.Target.GetType().Name} is new: say here where it leads.");
        }
        ObjectRef id = _file.Add(to.CloseDictionary().Name("Contents").Text(words).CloseDictionary());
        _links.Add(new(link.Source, page, id, key));
        return id;
    }

    private ObjectRef WriteOutputIntent()
    {
        ObjectRef profile = _file.AddStream(new Syntax().Name("N").Number(3), EncodedStream.Of(ColorProfile.Make(), _options.Compressed));
        return _file.Add(new Syntax().OpenDictionary().Name("Type").Name("OutputIntent").Name("S").Name("GTS_PDFA1")
            .Name("OutputConditionIdentifier").Text("sRGB IEC61966-2.1").Name("Info").Text("sRGB IEC61966-2.1")
            .Name("DestOutputProfile").Reference(profile).CloseDictionary());
    }

    // Stays the same when the text is edited: another edition is the same book.
    private string PermanentName()
    {
        BookMetadata metadata = _book.Metadata;
        return metadata.Identifiers.IsEmpty
            ? string.Join('\n', [metadata.Title, metadata.Language, .. metadata.Authors.Select(author => author.Name)])
            : DocumentInformation.NameOf(metadata.Identifiers[0]);
    }
}
