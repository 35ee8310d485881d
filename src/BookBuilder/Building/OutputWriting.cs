using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Epub;
using BookBuilder.Files;
using BookBuilder.Graphics;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Sheets;

namespace BookBuilder.Building;

/// <summary>What was written.</summary>
/// <param name="Files">The books, in their places.</param>
/// <param name="Agreed">In how much they agree with the book; null when nobody looked.</param>
internal sealed record WrittenOutputs(ImmutableArray<BuiltFile> Files, AgreedCounts? Agreed)
{
    public static WrittenOutputs None { get; } = new([], null);
}

/// <summary>Writes the outputs of a book at the same time, and puts them in place only when all of them are whole.</summary>
internal sealed record OutputWriting(BuildOptions Options, BookManifest Manifest, ResolvedBook Book, Pictures Pictures, PagedBook? Pages,
    ImmutableArray<PdfStandard> Standards, BookCover? GivenCover, BookFonts Fonts, BuildMemory Memory)
{
    /// <summary>What the files are called, without ending.</summary>
    public required string Name { get; init; }
    /// <summary>The cover of an EPUB whose book brings none; null where none is needed.</summary>
    public CoverMaking? Drawing { get; init; }
    /// <summary>Whether the EPUB may say that it is accessible.</summary>
    public bool Conforms { get; init; }

    /// <summary>The folder that options and manifest name; null (and a report) when a link leads it out of the book.</summary>
    public static IBookOutputs? Folder(BookProject project, BuildOptions options, BookManifest manifest, DiagnosticSink sink)
    {
        if (options.OutputFolder is string asked) return new FolderOutputs(asked);
        if (project.Files is not DiskFiles disk) return new FolderOutputs(options.UsualOutputFolder);
        // In the book's own folder a link with the usual name is the book's as well, and leads where its author wants.
        if ((manifest.OutputFolder ?? BookPath.Normalize(Path.GetRelativePath(disk.Root, options.UsualOutputFolder))) is not string own)
            return new FolderOutputs(options.UsualOutputFolder);
        if (disk.FolderBelow(own) is string folder) return new FolderOutputs(folder);
        sink.Report(Problems.OutputOutside(own, SourceSpan.OfFile(project.ManifestPath)));
        return null;
    }

    /// <summary>Writes all that is asked for, and holds it against the book before it is put in place.</summary>
    public WrittenOutputs Write(IBookOutputs outputs, Action<int> written, DiagnosticSink sink, CancellationToken stop)
    {
        string name = Name;
        string certificate = Options.Handout is null ? OutputParity.File : OutputParity.FileOf(name);
        List<(BookTargets Target, string Name, Action<Stream> Write)> wanted = [];
        if (Options.Targets.HasFlag(BookTargets.Pdf)) wanted.Add((BookTargets.Pdf, name + ".pdf", stream => WritePdf(stream, stop)));
        if (Options.Targets.HasFlag(BookTargets.Epub)) wanted.Add((BookTargets.Epub, name + ".epub", WriteEpub));
        // Printer's sheets are not read by anybody and show the PDF's own pages: they are not compared.
        if (Options.Sheets is { } plan) wanted.Add((BookTargets.None, name + Ending(plan.Scheme) + ".pdf", stream => WriteSheets(plan, stream, stop)));
        OutputParity? parity = Options.Parity && !Options.Draft ? new(Book) : null;

        if (wanted.Count == 0) return WrittenOutputs.None;
        if (Prepared(outputs) is Diagnostic blocked)
        {
            sink.Report(blocked);
            return WrittenOutputs.None;
        }
        var pending = new PendingOutput?[wanted.Count + 1];
        var problems = new Diagnostic?[wanted.Count];
        var times = new (TimeSpan Writing, TimeSpan Rereading)[wanted.Count];
        int done = 0;
        try
        {
            Parallel.For(0, wanted.Count, new ParallelOptions { CancellationToken = stop }, i => problems[i] = Guarded(wanted[i].Name, () =>
            {
                pending[i] = outputs.Begin(wanted[i].Name);
                var watch = Stopwatch.StartNew();
                wanted[i].Write(pending[i]!.Stream);
                times[i].Writing = watch.Elapsed;
                if (wanted[i].Target != BookTargets.None && parity is not null)
                {
                    parity.Read(wanted[i].Target, pending[i]!);
                    times[i].Rereading = watch.Elapsed - times[i].Writing;
                }
                written(Interlocked.Increment(ref done));
            }));
            stop.ThrowIfCancellationRequested();
            sink.Report(problems.OfType<Diagnostic>());
            if (problems.Any(p => p is not null) || parity?.Certify(sink) == false) return WrittenOutputs.None;

            // Whatever can go wrong goes wrong before the first file is put in its place: a full disk leaves the old files as they were.
            if (parity is { HasCertificate: true } && Guarded(certificate, () => parity.WriteTo((pending[^1] = outputs.Begin(certificate)).Stream)) is Diagnostic uncertified)
                problems[0] = uncertified;
            long[] sizes = new long[pending.Length];
            for (int i = 0; i < pending.Length; i++)
                if (pending[i] is { } file) problems[0] ??= Guarded(i < wanted.Count ? wanted[i].Name : certificate, () => sizes[i] = file.Finish());
            if (problems[0] is { } unfinished)
            {
                sink.Report(unfinished);
                return WrittenOutputs.None;
            }
            return Placed(outputs, wanted, pending, sizes, times, certificate, sink) is { } built ? new(built, parity?.Agreed) : WrittenOutputs.None;
        }
        finally
        {
            foreach (PendingOutput? output in pending) output?.Dispose();
        }
    }

    /// <summary>Puts the files in their places, with no file of another build between them; null when a name could not be taken.</summary>
    private static ImmutableArray<BuiltFile>? Placed(IBookOutputs outputs, List<(BookTargets Target, string Name, Action<Stream> Write)> wanted, PendingOutput?[] pending,
        long[] sizes, (TimeSpan Writing, TimeSpan Rereading)[] times, string certificate, DiagnosticSink sink)
    {
        var built = ImmutableArray.CreateBuilder<BuiltFile>(wanted.Count);
        Diagnostic? problem = Guarded(wanted[0].Name, () =>
        {
            using IDisposable alone = outputs.Together();
            for (int i = 0; i < wanted.Count; i++)
            {
                if (Guarded(wanted[i].Name, pending[i]!.Commit) is { } refused)
                {
                    sink.Report(refused);
                    break;
                }
                built.Add(new BuiltFile(wanted[i].Target == BookTargets.None ? BookTargets.Pdf : wanted[i].Target, pending[i]!.Location, sizes[i]) { Writing = times[i].Writing, Rereading = times[i].Rereading });
            }
            // The certificate is of all files or of none.
            if (built.Count == wanted.Count && pending[^1] is { } certified && Guarded(certificate, certified.Commit) is { } uncertified) sink.Report(uncertified);
        });
        if (problem is null) return built.ToImmutable();
        sink.Report(problem);
        return null;
    }

    private PdfOptions PdfOptions => new() { Standards = Standards, Timestamp = Options.Timestamp, Producer = Options.Producer };

    private void WritePdf(Stream stream, CancellationToken stop) => PdfDocument.Write(Pages!, Book, PdfOptions, stream, stop, Memory.Pdf);

    private void WriteSheets(SheetPlan plan, Stream stream, CancellationToken stop) =>
        PdfDocument.Write(SheetImposer.Impose(Pages!, Book.Metadata.Language, plan), Book, PdfOptions, stream, stop);

    /// <summary>How the name of a file of printer's sheets ends.</summary>
    public static string Ending(SheetScheme scheme) => scheme switch
    {
        SheetScheme.Booklet => "-booklet",
        SheetScheme.TwoUp => "-2up",
        SheetScheme.FourUp => "-4up",
        _ => throw new UnreachableException($"{scheme} is new: say here what its file is called."),
    };

    /// <summary>What e-readers of these kinds would make of the EPUB.</summary>
    public ImmutableArray<Diagnostic> Lint(EpubDevice devices) => EpubPublication.Lint(Book, Pictures, PageMap, EpubOptions(), devices);

    /// <summary>Whether the EPUB may say that it is accessible, as its author claims.</summary>
    public Reported<bool> SettleClaim() =>
        EpubClaims.Settle(Book, Pictures, GivenCover?.Image ?? ReadOnlyMemory<byte>.Empty, Manifest.Epub.Accessibility);

    private void WriteEpub(Stream stream) => EpubPublication.Write(Book, Pictures, PageMap, EpubOptions(), stream, Memory.Epub);

    private PageMap? PageMap => Manifest.Epub.PageList ? Pages?.Map : null;

    private EpubOptions EpubOptions()
    {
        BookCover cover = GivenCover ?? Drawing?.Cover ?? throw new InvalidOperationException("Nobody began to draw a cover.");
        return new EpubOptions
        {
            Modified = Options.Timestamp,
            Cover = cover.Image,
            CoverMediaType = cover.MediaType,
            CoverAlternativeText = cover.AlternativeText,
            Fonts = Manifest.Epub.Fonts ? Fonts.ForEpub(Book.Design) : [],
            NoteElement = Manifest.Epub.NoteElement,
            Accessibility = Manifest.Epub.Accessibility,
            Conforms = Conforms,
            Producer = Options.Producer,
        };
    }

    /// <summary>One report for a folder that takes nothing, and not one for each file.</summary>
    private static Diagnostic? Prepared(IBookOutputs outputs)
    {
        try
        {
            outputs.Prepare();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problems.FolderUnwritable((outputs as FolderOutputs)?.Folder ?? "", exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>A disk that is full or a file that is open elsewhere is no fault of ours: it is reported.</summary>
    private static Diagnostic? Guarded(string name, Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problems.OutputUnwritable(name, exception.Message.TrimEnd('.'));
        }
    }
}
