using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Epub.Content;
using BookBuilder.Epub.Navigation;
using BookBuilder.Epub.Package;
using BookBuilder.Graphics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Publication;

/// <summary>Makes all files that the package lists, and the package itself.</summary>
internal static class PublicationFiles
{
    /// <summary>Makes the content of the package document; the files' bytes are in its items.</summary>
    public static PackageContent Of(ResolvedBook book, Pictures pictures, PageMap? pages, EpubOptions options, DateTimeOffset modified, EpubMemory memory)
    {
        var shown = new ShownPictures([.. book.Chapters.SelectMany(chapter => memory.Shown.Recall(chapter, PictureFiles.ShownIn)).DistinctBy(static p => p.Path, StringComparer.Ordinal)]);
        PictureFiles files = memory.Pictures.Recall((pictures, shown), static from => PictureFiles.Of(from.Shown, from.Pictures));
        var content = new BookContent(book, Places.Of(book), files, PageMarks.Of(pages, book.Anchors.Values), options.NoteElement);
        PackageItem cover = CoverImage(options);
        memory.Begin(content);
        ImmutableArray<NavigationEntry> tree = NavigationEntry.TreeOf(content, memory.Titles);

        FinishedPage coverPage = CoverDocument.Write(content, cover.Href, options.CoverAlternativeText, PictureFacts.Moves(options.Cover.Span), "cover");
        ResolvedChapter[] written = [.. book.Chapters.Where(Places.IsWritten)];
        var chapters = new FinishedPage?[written.Length];
        Parallel.For(0, written.Length, i => chapters[i] = content.Places.FileOf(written[i]) == Places.NavigationFile ? null : Document(content, written[i], $"text-{Number(i + 1)}", memory));
        PlacedMark[] marks = [.. chapters.OfType<FinishedPage>().SelectMany(static c => c.Marks)];
        FinishedPage navigation = NavigationDocument.Write(content, tree, marks, "nav");
        ImmutableArray<PlacedMark> pageList = PageList.Of(content, [.. marks, .. navigation.Marks]);
        var ncx = new PackageItem("ncx", NcxDocument.File, "application/x-dtbncx+xml", NcxDocument.Write(book.Metadata, tree, pageList));

        FinishedPage[] all = [coverPage, .. chapters.Select(c => c ?? navigation)];
        if (!navigation.Item.IsInSpine)
            all = [.. all, navigation];
        return new PackageContent
        {
            Metadata = book.Metadata,
            Modified = modified,
            Producer = options.Producer,
            Facts = all.Aggregate(new AccessibilityFacts(), static (sum, page) => sum + page.Facts),
            Accessibility = options.Accessibility,
            Conforms = options.Conforms,
            NcxId = ncx.Id,
            PageBreakSource = pageList.IsEmpty ? null : SourceOfPages(book.Metadata, pages),
            Items =
            [
                .. all.Select(static p => p.Item), ncx, new PackageItem("style", StyleSheet.File, "text/css", StyleSheet.Write(options.Fonts, book.Design)),
                cover, .. content.Pictures.Items, .. options.Fonts.Select(Font),
            ],
        };
    }

    /// <summary>The file of a chapter: as it was, where the same pages of print begin in the very same chapter; else written now.</summary>
    private static FinishedPage Document(BookContent content, ResolvedChapter chapter, string id, EpubMemory memory)
    {
        ImmutableArray<PageMark> marks = content.Marks.InChapter(chapter.Key);
        if (memory.Documents.TryRecall(chapter, out WrittenDocument before) && before.Id == id && before.Marks.AsSpan().SequenceEqual(marks.AsSpan())) return before.Page;
        FinishedPage page = ChapterDocument.Write(content, chapter, id);
        memory.Documents.Keep(chapter, new(id, marks, page));
        return page;
    }

    /// <summary>The printed edition by its ISBN, else in words: an identifier of the book may be this edition's, and the pages are another one's.</summary>
    private static string SourceOfPages(BookMetadata book, PageMap? pages) =>
        book.PrintIsbn is { } isbn ? BookIdentifiers.Of(new BookIdentifier("isbn", isbn)) : $"{pages?.Edition ?? book.Title}. PDF edition";

    private static PackageItem CoverImage(EpubOptions options)
    {
        string ending = options.CoverMediaType switch
        {
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            _ => throw new ArgumentException($"A cover is a PNG or a JPEG image, not '{options.CoverMediaType}'.", nameof(options)),
        };
        return new PackageItem("cover-image", PictureFiles.Folder + PictureFiles.CoverName + ending, options.CoverMediaType, options.Cover) { Properties = ["cover-image"] };
    }

    private static PackageItem Font(EpubFont font, int index)
    {
        string type = Path.GetExtension(font.FileName).ToLowerInvariant() switch
        {
            ".otf" => "font/otf",
            ".woff" => "font/woff",
            ".woff2" => "font/woff2",
            _ => "font/ttf",
        };
        return new PackageItem($"font-{Number(index + 1)}", StyleSheet.FontFolder + font.FileName, type, font.Data);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
