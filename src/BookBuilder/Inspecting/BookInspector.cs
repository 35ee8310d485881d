using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;

namespace BookBuilder.Inspecting;

/// <summary>Says what a book, a PDF or an EPUB holds. Nothing is written, and nothing in a file makes it throw.</summary>
public static class BookInspector
{
    /// <summary>The largest file that is looked into.</summary>
    public const long Limit = 1L << 30;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Says what a book holds.</summary>
    /// <param name="project">The book.</param>
    /// <param name="options">How it would be built.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>Null when it cannot be read; warnings and errors of a book that can be read are told as well.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<Reported<BookFacts?>> InspectAsync(BookProject project, BuildOptions options, CancellationToken stop = default) => Task.Run(() =>
    {
        BookFacts? facts = null;
        BuildReport report = new BookBuild(project, options, progress: null, stop).Look((ready, placeOf) => facts = Facts(ready, placeOf));
        return new Reported<BookFacts?>(facts is null ? null : facts with { Dialect = report.Dialect }, report.Diagnostics);
    }, stop);

    /// <summary>Says what a finished file holds, a PDF or an EPUB, ours or anybody's.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Its name, for what is said of it.</param>
    /// <returns>Null and an error when it cannot be read, or is neither.</returns>
    public static Reported<Inspection?> InspectFile(byte[] file, string path)
    {
        // What a file is stands in it; its name speaks only for one that is too broken to tell.
        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (file.AsSpan().StartsWith("%PDF-"u8) || extension == ".pdf")
            return InspectPdf(file, path) is var pdf && pdf.Value is { } facts ? new(Inspection.OfPdf(facts), pdf.Diagnostics) : new(null, pdf.Diagnostics);
        if (file.AsSpan().StartsWith("PK"u8) || extension == ".epub")
            return InspectEpub(file, path) is var epub && epub.Value is { } facts ? new(Inspection.OfEpub(facts), epub.Diagnostics) : new(null, epub.Diagnostics);
        return new(null, [Problems.NothingToInspect(SourceSpan.OfFile(path))]);
    }

    /// <summary>Says what a PDF holds, ours or anybody's.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Its name, for what is said of it.</param>
    /// <returns>Null and an error when it cannot be read.</returns>
    public static Reported<PdfFacts?> InspectPdf(byte[] file, string path) => InTime(() => OutputInspection.ReadPdf(file, path), path);

    /// <summary>Says what an EPUB holds, ours or anybody's.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Its name, for what is said of it.</param>
    /// <returns>Null and an error when it cannot be read.</returns>
    public static Reported<EpubFacts?> InspectEpub(byte[] file, string path) => InTime(() => OutputInspection.ReadEpub(file, path), path);

    // Our own steps have their bounds; those of a library on a hostile file need not. What runs on ends with the process.
    private static Reported<T?> InTime<T>(Func<Reported<T?>> read, string path) where T : class
    {
        Task<Reported<T?>> reading = Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([reading], Longest) == 0 ? reading.GetAwaiter().GetResult()
            : new(null, [Problems.InspectionTooLong((int)Longest.TotalSeconds, SourceSpan.OfFile(path))]);
    }

    private static BookFacts Facts(BookBuild.ReadyBook ready, Func<SourceSpan, SourceSpan> placeOf)
    {
        ResolvedBook book = ready.Book;
        Dictionary<string, Chapter> sources = ready.Source.Chapters.ToDictionary(static c => c.Key, StringComparer.Ordinal);
        var chapters = ImmutableArray.CreateBuilder<ChapterFacts>();
        var labels = ImmutableArray.CreateBuilder<LabelFact>();
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            if (!sources.TryGetValue(chapter.Key, out Chapter? source)) continue;
            (ContentCounts counts, ImmutableArray<LabelFact> own) = ContentCensus.Of(book, chapter, placeOf);
            string file = source.Path == ready.Project.ManifestPath ? "" : placeOf(source.Content.IsEmpty ? SourceSpan.OfFile(source.Path) : source.Content[0].Span).Path;
            chapters.Add(new(chapter.Role, chapter.Label?.Number ?? "", chapter.Title, file, counts));
            labels.AddRange(own);
        }
        BookDesign design = book.Design;
        return new BookFacts
        {
            Title = book.Metadata.Title,
            Authors = [.. book.Metadata.Authors.Select(static a => a.Name)],
            Language = book.Metadata.Language,
            Identifier = book.Metadata.Identifiers.FirstOrDefault() is { } identifier ? $"{identifier.Scheme}:{identifier.Value}" : "",
            Dialect = default,
            Chapters = chapters.ToImmutable(),
            Labels = labels.ToImmutable(),
            Pictures = [.. ready.Pictures.ByPath.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(p => PictureOf(p.Key, p.Value, SizeOf(ready.Project.Files, p.Key)))],
            Fonts = [.. new[] { design.BodyFont, design.SansFont, design.MonoFont }.Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static long SizeOf(IBookFiles files, string path) => files.Read(path, long.MaxValue) is FileFound { Data.Length: var size } ? size : 0;

    private static PictureFacts PictureOf(string path, Picture picture, long size) =>
        picture is RasterPicture { Image: var image } ? new(path, image.PixelWidth, image.PixelHeight, size) : new(path, null, null, size);
}
