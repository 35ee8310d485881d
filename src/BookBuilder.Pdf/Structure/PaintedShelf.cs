using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Structure;

/// <summary>Sections as other processes painted them, with what else is asked of their pages; so that nobody need look at what is on them.</summary>
/// <remarks>A section stands there under its own name. What its glyphs stand for in the whole book is not in that name: it stands beside what was painted, which is of no use once it is
/// another. Sections with drawings that fade or are seen through are painted each time.</remarks>
/// <param name="place">Where they stand.</param>
/// <param name="things">What pages show.</param>
internal sealed class PaintedShelf(IShelf place, FrameThings things)
{
    private readonly ConcurrentDictionary<PagedSection, Entry?> _entries = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the glyphs of a section stand for.</summary>
    /// <param name="section">The section.</param>
    /// <param name="find">Finds it out.</param>
    public GlyphTexts TextsOf(PagedSection section, Func<GlyphTexts> find) => Of(section) is { } entry ? entry.Texts ??= find() : find();

    /// <summary>Whether something on its pages stands in the way of claims.</summary>
    /// <param name="section">The section.</param>
    /// <param name="find">Finds it out.</param>
    public bool IsHindered(PagedSection section, Func<bool> find) => Of(section) is { } entry ? entry.IsHindered ??= find() : find();

    /// <summary>The section as it was painted; null when it is not there, or was painted when its glyphs stood for other texts.</summary>
    /// <param name="section">The section.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="texts">What the glyphs of the book stand for.</param>
    /// <param name="compressed">Whether the file is to be small.</param>
    public PaintedSection? Find(PagedSection section, ImmutableArray<Page> pages, GlyphTexts texts, bool compressed)
    {
        if (Of(section) is not { Painted: { } painted, Texts: { } own } entry) return null;
        // A book may have thousands of pages: what was taken, or is of no use, is let go.
        entry.Painted = null;
        if (entry.PaintedFor != KeyOf(own, texts, compressed)) return null;
        try
        {
            return Read(new StoredReader(painted), pages);
        }
        catch (InvalidDataException)
        {
            return null;                                          // it is painted anew, as if nothing had been there
        }
    }

    /// <summary>Puts a section there that was painted now.</summary>
    /// <param name="section">The section.</param>
    /// <param name="painted">The section as operators.</param>
    /// <param name="parts">The marked parts of its pages.</param>
    /// <param name="texts">What the glyphs of the book stand for.</param>
    /// <param name="compressed">Whether the file is to be small.</param>
    public void Put(PagedSection section, PaintedSection painted, ImmutableArray<ImmutableArray<MarkedPart>> parts, GlyphTexts texts, bool compressed)
    {
        if (Of(section) is not { Texts: { } own } entry) return;
        ContentKey paintedFor = KeyOf(own, texts, compressed);
        var operators = new StoredWriter();
        bool isWhole = Write(operators, painted, parts);
        // It could not be told the last time either.
        if (entry.PaintedFor == paintedFor && !isWhole) return;
        var to = new StoredWriter();
        to.Flag(entry.IsHindered is not null).Flag(entry.IsHindered == true);
        if (!Write(to, own)) return;
        to.Name(paintedFor).Flag(isWhole).Bytes(isWhole ? operators.Written : []);
        place.Put(entry.Name, to.Written);
    }

    private Entry? Of(PagedSection section) => _entries.GetOrAdd(section, static (section, shelf) => shelf.EntryOf(section), this);

    private Entry? EntryOf(PagedSection section)
    {
        if (place.NameOf(section) is not { } bound) return null;
        ContentKey name = new StoredWriter().Text("painted").Name(bound).Key;
        if (place.Find(name) is not { } found) return new(name);
        try
        {
            var from = new StoredReader(found);
            bool isKnown = from.Flag(), isHindered = from.Flag();
            GlyphTexts texts = ReadTexts(from);
            ContentKey paintedFor = new(from.Text());
            bool isWhole = from.Flag();
            ReadOnlyMemory<byte> painted = from.Bytes();
            from.End();
            return new(name) { IsHindered = isKnown ? isHindered : null, Texts = texts, PaintedFor = paintedFor, Painted = isWhole ? painted : (ReadOnlyMemory<byte>?)null };
        }
        catch (InvalidDataException)
        {
            return new(name);
        }
    }

    /// <summary>The name of what else a painted section depends on: what its glyphs stand for in the whole book.</summary>
    private static ContentKey KeyOf(GlyphTexts own, GlyphTexts texts, bool compressed)
    {
        StoredWriter from = new StoredWriter().Flag(compressed);
        foreach (OpenTypeFace face in own.Faces)
        {
            IReadOnlyDictionary<ushort, string> all = texts.TextsOf(face);
            from.Text(face.Name);
            foreach ((ushort glyph, _) in own.Of(face)) from.Number(glyph).Text(all[glyph]);
        }
        return from.Key;
    }

    private bool Write(StoredWriter to, GlyphTexts texts)
    {
        to.Number(texts.Faces.Count);
        foreach (OpenTypeFace face in texts.Faces)
        {
            if (things.NameOf(face) is not { } name) return false;
            to.Text(name).Number(texts.TextsOf(face).Count);
            foreach ((ushort glyph, string text) in texts.Of(face)) to.Number(glyph).Text(text);
        }
        return true;
    }

    private GlyphTexts ReadTexts(StoredReader from)
    {
        GlyphTexts texts = new();
        for (int left = from.Count(); left > 0; left--)
        {
            OpenTypeFace face = Face(from.Text());
            int glyphs = from.Count();
            texts.Add(face, Enumerable.Range(0, glyphs).Select(_ => KeyValuePair.Create(Glyph(from), from.Text())));
        }
        return texts;
    }

    private static ushort Glyph(StoredReader from) => from.Small() is >= 0 and <= ushort.MaxValue and int glyph ? (ushort)glyph : throw StoredReader.Malformed();

    private OpenTypeFace Face(string name) => things.Face(name) as OpenTypeFace ?? throw StoredReader.Malformed();

    private bool Write(StoredWriter to, PaintedSection section, ImmutableArray<ImmutableArray<MarkedPart>> parts)
    {
        for (int i = 0; i < section.Pages.Length; i++)
        {
            PaintedSheet page = section.Pages[i];
            Write(to, page.Body);
            to.Flag(page.Furniture is not null);
            if (page.Furniture is { } furniture) Write(to, furniture);
            if (!Write(to, page.BodyResources) || !Write(to, page.FurnitureResources)) return false;
            to.Number(page.Links.Length);
            foreach (PlacedLink link in page.Links) Write(to, link);
            to.Number(parts[i].Length);
            foreach (MarkedPart part in parts[i])
            {
                to.Node(part.Leaf.Node).Flag(part.Leaf.IsLabel).Real(part.Box.MinX).Real(part.Box.MinY).Real(part.Box.MaxX).Real(part.Box.MaxY);
            }
        }
        return true;
    }

    private PaintedSection Read(StoredReader from, ImmutableArray<Page> pages)
    {
        var sheets = ImmutableArray.CreateBuilder<PaintedSheet>(pages.Length);
        var parts = new ImmutableArray<MarkedPart>[pages.Length];
        for (int i = 0; i < pages.Length; i++)
        {
            EncodedStream body = Stream(from);
            EncodedStream? furniture = from.Flag() ? Stream(from) : null;
            ResourceSet ofBody = Resources(from, ResourceSet.OfBody), ofFurniture = Resources(from, ResourceSet.OfFurniture);
            var links = new PlacedLink[from.Count()];
            for (int link = 0; link < links.Length; link++) links[link] = Link(from);
            sheets.Add(new(SheetPages.Of(pages[i]), body, furniture, ofBody, ofFurniture, [.. links]));
            var marked = new MarkedPart[from.Count()];
            for (int number = 0; number < marked.Length; number++)
                marked[number] = new(number, new LeafKey(from.Node(), from.Flag()), new Bounds(from.Real(), from.Real(), from.Real(), from.Real()));
            parts[i] = [.. marked];
        }
        from.End();
        return new(sheets.MoveToImmutable(), new SectionPlaces(parts));
    }

    private static void Write(StoredWriter to, EncodedStream stream) => to.Text(stream.Filter).Bytes(stream.Data.Span);

    private static EncodedStream Stream(StoredReader from)
    {
        string? filter = from.OptionalText();
        return new(from.Bytes(), filter);
    }

    private bool Write(StoredWriter to, ResourceSet resources)
    {
        if (!resources.IsPlain) return false;
        string?[] faces = [.. resources.Faces.Select(entry => things.NameOf(entry.Face))], images = [.. resources.Images.Select(entry => things.PathOf(entry.Image))];
        foreach (string?[] names in (ReadOnlySpan<string?[]>)[faces, images])
        {
            to.Number(names.Length);
            foreach (string? name in names)
                if (name is null) return false;
                else to.Word(name);
        }
        return true;
    }

    private ResourceSet Resources(StoredReader from, string prefix)
    {
        ResourceSet resources = new(prefix);
        for (int left = from.Count(); left > 0; left--) resources.NameOf(Face(from.Word()));
        for (int left = from.Count(); left > 0; left--) resources.NameOf(things.Image(from.Word()) ?? throw StoredReader.Malformed());
        return resources;
    }

    private static void Write(StoredWriter to, PlacedLink link)
    {
        to.Node(link.Source);
        foreach (Length edge in (ReadOnlySpan<Length>)[link.Box.X, link.Box.Y, link.Box.Width, link.Box.Height]) to.Number(edge.ScaledPoints);
        switch (link.Target)
        {
            case NodeTarget node: to.Flag(true).Node(node.Node); break;
            case UriTarget uri: to.Flag(false).Text(uri.Uri); break;
            default: throw new UnreachableException($"{link.Target.GetType().Name} is new: say here how it is written.");
        }
    }

    private static PlacedLink Link(StoredReader from)
    {
        NodeId source = from.Node();
        Rectangle box = new(new(from.Number()), new(from.Number()), new(from.Number()), new(from.Number()));
        return new(source, box, from.Flag() ? new NodeTarget(from.Node()) : new UriTarget(from.Text()));
    }

    /// <summary>What stands there of a section, or was found out of it since.</summary>
    /// <param name="name">The name under which it stands.</param>
    private sealed class Entry(ContentKey name)
    {
        public ContentKey Name => name;
        /// <summary>Whether something on its pages stands in the way of claims; null as long as nobody has looked.</summary>
        public bool? IsHindered { get; set; }
        /// <summary>What its glyphs stand for; null as long as nobody has looked.</summary>
        public GlyphTexts? Texts { get; set; }
        /// <summary>What its glyphs stood for in the whole book when it was painted; null when it was not.</summary>
        public ContentKey? PaintedFor { get; init; }
        /// <summary>The section as it was painted, until it is taken.</summary>
        public ReadOnlyMemory<byte>? Painted { get; set; }
    }
}
