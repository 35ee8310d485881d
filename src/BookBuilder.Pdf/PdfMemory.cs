using System.Collections.Immutable;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Claims;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Document;
using BookBuilder.Pdf.Fonts;
using BookBuilder.Pdf.Objects;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf;

/// <summary>What one PDF of a book leaves for the next: the pages of sections that are the very same are not painted again, and where all numbers of objects are the same as
/// well, their part of the file is written as it was.</summary>
/// <remarks>It relies on what <see cref="ResolutionMemory"/> and <see cref="BookBuilder.Typesetting.CompositionMemory"/> promise of what comes again. It serves one document at a time, whose faces
/// are those of the one before.</remarks>
public sealed class PdfMemory
{
    private readonly bool _keeps;
    private GlyphTexts? _texts;
    private bool? _compressed;
    private string _language = "";
    private BookTerms? _terms;

    /// <summary>A memory.</summary>
    /// <param name="keeps">Whether anything is kept; false when no other document will follow.</param>
    public PdfMemory(bool keeps = true)
    {
        _keeps = keeps;
        Claims = new(Plans, keeps);
        (Texts, Painted, Written, Structures) = (new(keeps), new(keeps), new(keeps), new(keeps));
        (Fonts, Images, Streams) = (new(keeps), new(keeps), new(keeps, StringComparer.Ordinal));
    }

    /// <summary>The memory of a document that nothing goes before and nothing follows.</summary>
    internal static PdfMemory None => new(keeps: false);

    /// <summary>Whether anything is kept.</summary>
    internal bool Keeps => _keeps;

    /// <summary>The structure of chapters. It is kept in any case: what may be claimed depends on it, and is settled before anything is written.</summary>
    internal Remembered<ResolvedChapter, ChapterPlan> Plans { get; } = new();
    /// <summary>What stands in the way of claims.</summary>
    internal ClaimMemory Claims { get; }
    /// <summary>What the glyphs of sections stand for.</summary>
    internal Remembered<PagedSection, GlyphTexts> Texts { get; }
    /// <summary>Sections as operators.</summary>
    internal Remembered<PagedSection, PaintedSection> Painted { get; }
    /// <summary>Sections as objects of the file.</summary>
    internal Remembered<PaintedSection, WrittenSection> Written { get; }
    /// <summary>Their structure as objects of the file.</summary>
    internal Remembered<SectionPlaces, WrittenStructure> Structures { get; }
    /// <summary>Faces as they are embedded.</summary>
    internal Remembered<OpenTypeFace, EmbeddedFont> Fonts { get; }
    /// <summary>Images as they are embedded.</summary>
    internal Remembered<RasterImage, EncodedImage> Images { get; }
    /// <summary>Other streams of objects, by the hash of what is in them.</summary>
    internal Remembered<string, EncodedStream> Streams { get; }

    /// <summary>Sections as other processes painted them; null when nothing is taken from them.</summary>
    internal PaintedShelf? Shelf { get; private set; }

    /// <summary>Says what other processes left, for the next document; null when nothing is taken from them.</summary>
    public void Use(PdfShelf? shelf) => Shelf = shelf is null ? null : new PaintedShelf(shelf.Place, shelf.Things);

    /// <summary>Begins to settle what may be claimed, or to write: what was made in another language is forgotten.</summary>
    internal void Begin(ResolvedBook book)
    {
        if (_language == book.Metadata.Language && ReferenceEquals(_terms, book.Terms)) return;
        Plans.Clear();
        Claims.Clear();
        Painted.Clear();
        (_language, _terms) = (book.Metadata.Language, book.Terms);
    }

    /// <summary>Begins to write: what was painted when glyphs stood for other texts, or was not compressed, is forgotten.</summary>
    internal void Begin(GlyphTexts texts, bool compressed)
    {
        if (_compressed != compressed || _texts?.AgreesWith(texts) == false) Painted.Clear();
        if (_compressed != compressed)
        {
            Fonts.Clear();
            Images.Clear();
            Streams.Clear();
        }
        (_texts, _compressed) = (texts, compressed);
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Plans.EndBuild();
        Claims.EndBuild();
        Texts.EndBuild();
        Painted.EndBuild();
        Written.EndBuild();
        Structures.EndBuild();
        Fonts.EndBuild();
        Images.EndBuild();
        Streams.EndBuild();
    }
}

/// <summary>What other processes left for writing.</summary>
/// <param name="Place">Where it stands. The sections of the pages have their names there from who composed them.</param>
/// <param name="Things">What the pages show.</param>
public sealed record PdfShelf(IShelf Place, FrameThings Things);
