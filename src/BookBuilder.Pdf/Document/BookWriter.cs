using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Fonts;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>Puts the whole document together: fonts, then the sections, some at a time painted side by side and written in order,
/// then what speaks of all pages.</summary>
internal sealed class BookWriter
{
    private const int PagesInABatch = 64;

    private readonly PagedBook _pages;
    private readonly ResolvedBook _book;
    private readonly PdfOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly PdfFile _file;
    private readonly PdfMemory _memory;
    private readonly StructurePlan _plan;
    private readonly Destinations _destinations;
    private readonly ContentPlaces _places = new();
    private readonly ImageObjects _images;
    private readonly List<SectionOfBook> _sections = [];
    private readonly List<Page> _sheets = [];
    private int _linkCount;

    public BookWriter(PagedBook pages, ResolvedBook book, PdfOptions options, PdfFile file, PdfMemory memory, CancellationToken stop)
    {
        (_pages, _book, _options, _file, _memory) = (pages, book, options, file, memory);
        _parallel = new() { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = stop };
        _plan = StructurePlan.Of(book, memory.Plans, _parallel);
        _destinations = new(book);
        _images = new(memory.Images);
    }

    /// <summary>Writes everything.</summary>
    public void Write()
    {
        if (_pages.Pages.IsEmpty) throw new ArgumentException("A document has at least one page.");
        GlyphTexts texts = DocumentFonts.TextsOf(_pages, _memory, _parallel);
        _memory.Begin(texts, _options.Compressed);
        Dictionary<FontFace, ObjectRef> fonts = DocumentFonts.Write(_file, texts, _memory, _options.Compressed, _parallel);
        ResourceObjects resources = new(_file, fonts, _images, _options.Compressed);
        PageTree tree = new(_file, _pages.Pages.Length);
        foreach (ImmutableArray<PagedSection> batch in Batches()) WriteBatch(batch, texts, resources, tree);
        while (tree.Pages.Count < _pages.Pages.Length) WriteBlank(resources, tree);

        ObjectRef root = tree.Write();
        ObjectRef structure = StructureWriter.Write(_file, _plan, _sections, _pages.Pages.Length, _memory.Structures, _memory.Keeps);
        ObjectRef? outline = OutlineTree.Write(_file, _book.Outline, _destinations);
        ObjectRef names = _destinations.Write(_file, tree.Pages, _sheets, _plan, _places);
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

    /// <summary>The sections, so many at a time that there is enough to paint side by side.</summary>
    private IEnumerable<ImmutableArray<PagedSection>> Batches()
    {
        var batch = ImmutableArray.CreateBuilder<PagedSection>();
        int pages = 0;
        foreach (PagedSection section in _pages.Sections)
        {
            batch.Add(section);
            pages += section.Count;
            if (pages < PagesInABatch) continue;
            yield return batch.DrainToImmutable();
            pages = 0;
        }
        if (batch.Count > 0) yield return batch.DrainToImmutable();
    }

    private void WriteBatch(ImmutableArray<PagedSection> sections, GlyphTexts texts, ResourceObjects resources, PageTree tree)
    {
        PaintedSection[] painted = Paint(sections, texts);
        _images.Write(_file, [.. painted.SelectMany(static s => s.Images)], _options.Compressed, _parallel);
        for (int i = 0; i < painted.Length; i++)
        {
            while (tree.Pages.Count < sections[i].First) WriteBlank(resources, tree);
            int first = tree.Pages.Count;
            WrittenSection written = Write(painted[i], first, resources, tree);
            foreach (ObjectRef page in written.Pages) tree.Add(page);
            foreach (NodeId target in written.Wanted) _destinations.Want(target);
            _linkCount += written.Links.Length;
            foreach (PaintedSheet page in painted[i].Pages)
            {
                _destinations.Add(page.Sheet, _sheets.Count);
                _sheets.Add(page.Sheet);
            }
            _places.Add(sections[i].Chapters.Select(static c => c.Key), painted[i].Places, first);
            _sections.Add(new(painted[i].Places, written, sections[i].Chapters, first));
        }
    }

    /// <summary>The sections as operators: as they were, where the very same were painted before; the others are painted page by page side by side.</summary>
    private PaintedSection[] Paint(ImmutableArray<PagedSection> sections, GlyphTexts texts)
    {
        var painted = new PaintedSection[sections.Length];
        List<(int Section, int Page, PaintContext Context)> wanted = [];
        Parallel.For(0, painted.Length, _parallel, i =>
        {
            if (_memory.Painted.TryRecall(sections[i], out painted[i])) return;
            if (_memory.Shelf?.Find(sections[i], _pages.PagesOf(sections[i]), texts, _options.Compressed) is not { } found) return;
            painted[i] = found;
            _memory.Painted.Keep(sections[i], found);
        });
        for (int i = 0; i < sections.Length; i++)
        {
            if (painted[i] is not null) continue;
            PaintContext context = new(texts, _plan.Tags, RepeatedItems.Find(_pages.PagesOf(sections[i]), _plan.Tags));
            for (int page = 0; page < sections[i].Count; page++) wanted.Add((i, page, context));
        }
        var made = new (PaintedSheet Sheet, ImmutableArray<MarkedPart> Parts)[wanted.Count];
        Parallel.For(0, made.Length, _parallel, i =>
        {
            (int section, int place, PaintContext context) = wanted[i];
            Page sheet = SheetPages.Of(_pages.Pages[sections[section].First + place]);
            PaintedPage page = PagePainter.Paint(sheet, place, context);
            made[i] = (Encoded(sheet, page), page.Parts);
        });
        List<(int Section, ImmutableArray<ImmutableArray<MarkedPart>> Parts)> anew = [];
        for (int at = 0; at < wanted.Count;)
        {
            int section = wanted[at].Section, pages = sections[section].Count;
            ImmutableArray<ImmutableArray<MarkedPart>> parts = [.. made.Skip(at).Take(pages).Select(static m => m.Parts)];
            painted[section] = new([.. made.Skip(at).Take(pages).Select(static m => m.Sheet)], new(parts));
            _memory.Painted.Keep(sections[section], painted[section]);
            anew.Add((section, parts));
            at += pages;
        }
        if (_memory.Shelf is { } shelf)
            Parallel.ForEach(anew, _parallel, made => shelf.Put(sections[made.Section], painted[made.Section], made.Parts, texts, _options.Compressed));
        return painted;
    }

    private PaintedSheet Encoded(Page sheet, PaintedPage page) => new(sheet, EncodedStream.Of(page.Body.Span, _options.Compressed),
        page.Furniture.IsEmpty ? null : EncodedStream.Of(page.Furniture.Span, _options.Compressed), page.BodyResources, page.FurnitureResources, page.Links);

    /// <summary>The objects of a section: as they were, where all numbers are as they were; else written now.</summary>
    private WrittenSection Write(PaintedSection section, int first, ResourceObjects resources, PageTree tree)
    {
        int linkKey = _pages.Pages.Length + _linkCount;
        ImmutableArray<int> refers =
        [
            first, linkKey, .. section.Pages.Select((_, i) => tree.ParentOf(first + i).Number), .. section.Images.Select(image => _images[image].Number),
            .. section.Faces.Select(face => resources.Fonts[face].Number),
        ];
        if (_memory.Written.TryRecall(section, out WrittenSection before) && before.Block is { } block && block.First == _file.NextOfBlock
            && before.Refers.AsSpan().SequenceEqual(refers.AsSpan()))
        {
            _file.Repeat(block);
            return before;
        }
        _file.BeginBlock(_memory.Keeps);
        var links = new SectionLinks(_file, _plan, _book, _destinations, first, linkKey);
        ImmutableArray<ObjectRef> pages = [.. section.Pages.Select(_ => _file.Reserve())];
        for (int i = 0; i < pages.Length; i++) WritePage(pages[i], first + i, section.Pages[i], section.Places.PartsOnPage[i] > 0, links, resources, tree);
        PdfBlock? written = _file.EndBlock();
        WrittenSection made = new(refers, links.DependOnOtherChapters ? null : written, pages, links.ToImmutable(), links.Wanted);
        _memory.Written.Keep(section, made);
        return made;
    }

    /// <summary>A page with nothing on it, or nothing but marks for the cutting.</summary>
    private void WriteBlank(ResourceObjects resources, PageTree tree)
    {
        int index = tree.Pages.Count;
        if (!_pages.Pages[index].Body.IsEmpty || !_pages.Pages[index].Furniture.IsEmpty)
            throw new InvalidOperationException($"Page {_pages.Pages[index].Label} shows something and belongs to no section.");
        Page sheet = SheetPages.Of(_pages.Pages[index]);
        PaintedPage page = PagePainter.Paint(sheet, 0, new(new GlyphTexts(), _plan.Tags, RepeatedItems.None));
        ObjectRef id = _file.Reserve();
        WritePage(id, index, Encoded(sheet, page), hasParts: false,
            new SectionLinks(_file, _plan, _book, _destinations, index, 0), resources, tree);
        tree.Add(id);
        _sheets.Add(sheet);
    }

    private void WritePage(ObjectRef id, int index, PaintedSheet painted, bool hasParts, SectionLinks links, ResourceObjects resources, PageTree tree)
    {
        Page page = painted.Sheet;
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
        to.Name("Contents").OpenArray().Reference(_file.AddStream(new Syntax(), painted.Body));
        if (painted.Furniture is { } furniture) to.Reference(_file.AddStream(new Syntax(), furniture));
        resources.Write(to.CloseArray().Name("Resources"), painted.BodyResources, painted.FurnitureResources);
        if (painted.IsTransparent)
            to.Name("Group").OpenDictionary().Name("S").Name("Transparency").Name("CS").Name("DeviceRGB").CloseDictionary();
        if (hasParts) to.Name("StructParents").Number(index);
        if (!painted.Links.IsEmpty)
        {
            to.Name("Annots").OpenArray();
            foreach (PlacedLink link in painted.Links) to.Reference(links.Write(link, index, height));
            to.CloseArray();
        }
        _file.Put(id, to.Name("Tabs").Name("S").CloseDictionary());
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
