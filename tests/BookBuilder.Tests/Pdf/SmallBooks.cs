using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Pdf;

/// <summary>Books of a few blocks, resolved, and their PDF read back.</summary>
internal static class SmallBooks
{
    /// <summary>A book of one chapter.</summary>
    public static ResolvedBook Of(params ImmutableArray<Block> blocks) => Of([], blocks);

    /// <summary>A book of one chapter with notes.</summary>
    public static ResolvedBook Of(ImmutableArray<NoteDefinition> notes, params ImmutableArray<Block> blocks) =>
        OfChapters([new Chapter { Key = "one", Path = "one.md", Role = ChapterRole.Body, Content = [new Heading(1, [new Text("One")]), .. blocks], Notes = notes }]);

    /// <summary>A book of chapters.</summary>
    public static ResolvedBook OfChapters(ImmutableArray<Chapter> chapters) => Resolver.Resolve(new Book(
        new BookMetadata
        {
            Title = "A Book (of \u201Csorts\u201D)", Authors = [new("Ada Lovelace"), new("Ödön von Horváth")], Language = "en-GB",
            Date = new DateOnly(2023, 8, 16), Description = "About <things> & more", Identifiers = [new("uuid", "12345678-1234-5678-1234-567812345678")],
        },
        new BookDesign(), new BookPlan(), chapters)).Value;

    /// <summary>The bytes of a book's PDF, set plainly.</summary>
    public static byte[] Pdf(ResolvedBook book, PdfOptions? options = null) => Pdf(PlainPages.Of(book), book, options);

    /// <summary>The bytes of a PDF.</summary>
    public static byte[] Pdf(PagedBook pages, ResolvedBook book, PdfOptions? options = null)
    {
        using MemoryStream output = new();
        // Pages that were put together by hand may show any chapter.
        if (pages.Sections is [{ Chapters.IsEmpty: true } all]) pages = pages with { Sections = [all with { Chapters = book.Chapters }] };
        PdfDocument.Write(pages, book, options ?? new PdfOptions(), output);
        return output.ToArray();
    }

    /// <summary>The book's PDF as objects.</summary>
    public static PdfReading Read(ResolvedBook book) => new(Pdf(book));

    /// <summary>A PDF as objects.</summary>
    public static PdfReading Read(PagedBook pages, ResolvedBook book) => new(Pdf(pages, book));
}
