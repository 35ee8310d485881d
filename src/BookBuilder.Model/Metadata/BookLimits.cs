using System.Collections.Immutable;

namespace BookBuilder.Model.Metadata;

/// <summary>How much a book may hold. What is more is refused with an error of its own, before it costs the memory and the hours of the machine.</summary>
/// <remarks>They belong to whoever builds, never to the book: a book that could raise them would not be bound by them. The defaults are far above
/// what books hold (the longest chapters of the world's longest novels pass), and a book at its limits is still built within minutes.</remarks>
public sealed record BookLimits
{
    /// <summary>The limits of an ordinary build.</summary>
    public static BookLimits Default { get; } = new();

    /// <summary>Bytes of a picture, a font, a file of data. Default: 64 MiB.</summary>
    public long FileBytes { get; init; } = 64 << 20;
    /// <summary>Bytes of a chapter's file. Default: 16 MiB.</summary>
    public long ChapterBytes { get; init; } = 16 << 20;
    /// <summary>Characters of a chapter, in UTF-16 units. Default: 4 million, some 1,500 pages.</summary>
    public long ChapterCharacters { get; init; } = 4_000_000;
    /// <summary>Lines of a chapter's file. Default: 200,000.</summary>
    public long ChapterLines { get; init; } = 200_000;
    /// <summary>Characters of all chapters together. Default: 32 million.</summary>
    public long BookCharacters { get; init; } = 32_000_000;
    /// <summary>Chapters, parts and appendices. Default: 2,000.</summary>
    public long Chapters { get; init; } = 2_000;
    /// <summary>Characters of one paragraph, heading, cell, or line of code. Default: 500,000.</summary>
    public long ParagraphCharacters { get; init; } = 500_000;
    /// <summary>Characters of a heading, and of the book's title. Default: 5,000.</summary>
    public long TitleCharacters { get; init; } = 5_000;
    /// <summary>Blocks, inlines, rows, cells and lines of code of the whole book. Default: 1 million, some 4,000 pages.</summary>
    public long Nodes { get; init; } = 1_000_000;
    /// <summary>Notes of a chapter. Default: 10,000.</summary>
    public long Notes { get; init; } = 10_000;
    /// <summary>Cells of a table. Default: 50,000.</summary>
    public long TableCells { get; init; } = 50_000;
    /// <summary>Columns of a table. Default: 200.</summary>
    public long TableColumns { get; init; } = 200;
    /// <summary>Printed pages. Default: 10,000.</summary>
    public long Pages { get; init; } = 10_000;
    /// <summary>Pixels of a picture. Default: 100 million.</summary>
    public long PicturePixels { get; init; } = 100_000_000;
    /// <summary>Pixels of all pictures together that are held decoded, as all but JPEG are. Default: 300 million, of some 900 MB.</summary>
    public long BookPixels { get; init; } = 300_000_000;
    /// <summary>Elements of an SVG drawing, those shown again by <c>use</c> counted each time. Default: 100,000.</summary>
    public long DrawingElements { get; init; } = 100_000;
    /// <summary>How deep the elements of an SVG drawing may stand in each other. Default: 200.</summary>
    public long DrawingDepth { get; init; } = 200;
    /// <summary>Values of book.yml once its aliases are written out. Default: 20,000.</summary>
    public long YamlValues { get; init; } = 20_000;
    /// <summary>How deep lists and maps of book.yml may stand in each other. Default: 32.</summary>
    public long YamlDepth { get; init; } = 32;

    /// <summary>All of them, by the names they have on the command line.</summary>
    public static ImmutableArray<BookLimit> All { get; } =
    [
        new("file-bytes", "bytes of a picture, a font or a file of data", l => l.FileBytes, (l, n) => l with { FileBytes = n }),
        new("chapter-bytes", "bytes of a chapter's file", l => l.ChapterBytes, (l, n) => l with { ChapterBytes = n }),
        new("chapter-characters", "characters of a chapter", l => l.ChapterCharacters, (l, n) => l with { ChapterCharacters = n }),
        new("chapter-lines", "lines of a chapter's file", l => l.ChapterLines, (l, n) => l with { ChapterLines = n }),
        new("book-characters", "characters of all chapters together", l => l.BookCharacters, (l, n) => l with { BookCharacters = n }),
        new("chapters", "chapters, parts and appendices", l => l.Chapters, (l, n) => l with { Chapters = n }),
        new("paragraph-characters", "characters of a paragraph, a heading, a cell or a line of code", l => l.ParagraphCharacters, (l, n) => l with { ParagraphCharacters = n }),
        new("title-characters", "characters of a heading, and of the book's title", l => l.TitleCharacters, (l, n) => l with { TitleCharacters = n }),
        new("nodes", "blocks, inlines, rows, cells and lines of code of the whole book", l => l.Nodes, (l, n) => l with { Nodes = n }),
        new("notes", "notes of a chapter", l => l.Notes, (l, n) => l with { Notes = n }),
        new("table-cells", "cells of a table", l => l.TableCells, (l, n) => l with { TableCells = n }),
        new("table-columns", "columns of a table", l => l.TableColumns, (l, n) => l with { TableColumns = n }),
        new("pages", "printed pages", l => l.Pages, (l, n) => l with { Pages = n }),
        new("picture-pixels", "pixels of a picture", l => l.PicturePixels, (l, n) => l with { PicturePixels = n }),
        new("book-pixels", "pixels of all pictures together, but for those of JPEG", l => l.BookPixels, (l, n) => l with { BookPixels = n }),
        new("drawing-elements", "elements of an SVG drawing", l => l.DrawingElements, (l, n) => l with { DrawingElements = n }),
        new("drawing-depth", "elements of an SVG drawing in each other", l => l.DrawingDepth, (l, n) => l with { DrawingDepth = n }),
        new("yaml-values", "values of book.yml once its aliases are written out", l => l.YamlValues, (l, n) => l with { YamlValues = n }),
        new("yaml-depth", "lists and maps of book.yml in each other", l => l.YamlDepth, (l, n) => l with { YamlDepth = n }),
    ];
}

/// <summary>One limit, as it is named to whoever sets it.</summary>
/// <param name="Name">Its name on the command line: "table-cells".</param>
/// <param name="Counts">What it counts, without an article.</param>
/// <param name="Of">Its value.</param>
/// <param name="Set">The limits with another value, which is positive.</param>
public sealed record BookLimit(string Name, string Counts, Func<BookLimits, long> Of, Func<BookLimits, long, BookLimits> Set);
