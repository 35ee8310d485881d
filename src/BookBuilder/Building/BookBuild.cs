using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Files;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Explaining;
using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf;
using BookBuilder.Translation;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Building;

/// <summary>One build from its beginning to its end.</summary>
internal sealed class BookBuild(BookProject source, BuildOptions options, IProgress<BuildProgress>? progress, CancellationToken stop)
{
    private readonly DiagnosticSink _sink = new();
    private readonly ImmutableArray<PhaseTime>.Builder _phases = ImmutableArray.CreateBuilder<PhaseTime>();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly BookProject _read = source.ListedOnce();
    private BuildMemory _memory = new(options, keeps: false);
    private BookProject? _told;
    /// <summary>The book as it is read: what the caller gave, or what its translation made of that.</summary>
    private BookProject Project => _told ?? _read;
    private TranslatedBook? _translated;
    private Origins? _origins;
    private Weighing _weighing = new() { Errors = options.WarningsAsErrors, IgnoredByCaller = options.Ignored };
    // Whether all was said that can be said of the whole book; only then it is known that a comment silences nothing.
    private bool _isAllSaid;
    // Of chapters that a handout leaves out only errors are told.
    private ImmutableHashSet<string> _absent = [];

    /// <summary>Runs the build.</summary>
    /// <param name="outputs">Where finished files go; null for the folder that options and manifest name.</param>
    /// <param name="isCheck">Whether the outputs go nowhere: then none is reported.</param>
    public BuildReport Run(IBookOutputs? outputs, bool isCheck)
    {
        // A handout is taken out of the book, and has a design of its own: what one leaves is of no use to the other.
        BuildCache? cache = options.Handout is null ? options.Cache : null;
        if (cache is not null) _memory = cache.Take(options);
        bool isWhole = false;
        try
        {
            BuildReport report = Made(outputs, isCheck);
            isWhole = true;
            return report;
        }
        catch (LimitPassedException passed)
        {
            return Refused(passed);
        }
        finally
        {
            if (isWhole && cache is not null)
            {
                _memory.EndBuild();
                cache.Leave(_memory);
            }
            else _memory.Dispose();
            if (isWhole) options.Store?.EndBuild();
        }
    }

    private BuildReport Made(IBookOutputs? outputs, bool isCheck)
    {
        ReadyBook? whole = Prepare(out BuildReport stopped);
        // What is said of the layout depends on words that are going to change: with errors, it waits.
        if (whole is null || HasErrors && !options.Draft) return stopped;
        (ReadyBook Book, WholeEdition? Edition)? taken = options.Handout is null ? (whole, null) : Take(whole);
        if (taken is not var (ready, edition)) return Report(whole.Files, whole.Title, whole.Counts, []);

        if (isCheck && options.ProbeLink is { } probe)
            _sink.Report(Timed(BuildPhase.Links, () => ExternalLinks.Check(ready.Book, probe, stop)));
        bool makesEpub = options.Targets.HasFlag(BookTargets.Epub) || isCheck && options.Devices != EpubDevice.None;
        using CoverMaking? cover = makesEpub && ready.Cover is null ? CoverMaking.Begin(ready.Book, ready.Fonts, _memory, stop) : null;
        PagedBook? pages = null;
        ImmutableArray<PdfStandard> standards = [];
        BookCounts counts = ready.Counts;
        if (options.Targets.HasFlag(BookTargets.Pdf) || ready.Manifest.Epub.PageList || options.Sheets is not null)
        {
            pages = Timed(BuildPhase.Composing, () => Told(Compose(ready, edition)));
            counts = counts with { Pages = pages.Pages.Length };
            if (options.Targets.HasFlag(BookTargets.Pdf))
                standards = Timed(BuildPhase.Composing, () => Told(PdfClaims.Settle(pages, ready.Book, ready.Manifest.PdfStandards, _memory.Pdf)));
        }
        _isAllSaid = pages is not null && options.Handout is null;
        if (HasErrors && !options.Draft) return Report(ready.Files, ready.Title, counts, []);

        ResolvedBook book = pages is null ? ready.Book : PageReferences.Fill(ready.Book, pages.Map.Folios, _memory.Composition.References, out _);
        var writing = new OutputWriting(options, ready.Manifest, book, ready.Pictures, pages, standards, ready.Cover, ready.Fonts, _memory)
        {
            Name = options.OutputName ?? ready.OutputName, Drawing = cover,
        };
        if (options.Targets.HasFlag(BookTargets.Epub)) writing = writing with { Conforms = Told(writing.SettleClaim()) };
        if (HasErrors && !options.Draft) return Report(ready.Files, ready.Title, counts, []);
        if (isCheck && options.Devices != EpubDevice.None) _sink.Report(writing.Lint(options.Devices));
        WrittenOutputs written = Timed(BuildPhase.Writing, () =>
        {
            IBookOutputs? place = outputs ?? OutputWriting.Folder(source, options, ready.Manifest, _sink);
            return place is null ? WrittenOutputs.None : writing.Write(place, done => Tell(BuildPhase.Writing, done), _sink, stop);
        });
        return Report(ready.Files, ready.Title, counts, isCheck ? [] : written.Files) with { Agreed = written.Agreed };
    }

    /// <summary>Reads and resolves the book, and shows it to somebody who only looks.</summary>
    /// <param name="look">Is given the book, and what says of a place in it where its author wrote it. It is not called when there is no book.</param>
    public BuildReport Look(Action<ReadyBook, Func<SourceSpan, SourceSpan>> look)
    {
        try
        {
            ReadyBook? ready = Prepare(out BuildReport report);
            if (ready is not null) look(ready, span => _origins?.Of(span) ?? span);
            return report;
        }
        catch (LimitPassedException passed)
        {
            return Refused(passed);
        }
        finally
        {
            _memory.Dispose();
        }
    }

    /// <summary>Sets the book and answers a question about its layout.</summary>
    public LayoutExplanation Explain(LayoutQuestion question)
    {
        try
        {
            return Explained(question);
        }
        catch (LimitPassedException passed)
        {
            return new([], Refused(passed));
        }
        finally
        {
            _memory.Dispose();
        }
    }

    private BuildReport Refused(LimitPassedException passed)
    {
        _sink.Report(passed.Diagnostic);
        return Report([Project.ManifestPath], "", new BookCounts(), []);
    }

    private LayoutExplanation Explained(LayoutQuestion question)
    {
        ReadyBook? ready = Prepare(out BuildReport stopped);
        if (ready is null || HasErrors && !options.Draft) return new([], stopped);
        LayoutAccount account = Timed(BuildPhase.Composing, () => Told(BookComposer.Account(ready.Book, ready.Pictures, ready.Fonts.NewShaper, stop, options.Limits.Pages)));
        return new(LayoutAnswer.To(ready.Book, account, question), Report(ready.Files, ready.Title, ready.Counts, []));
    }

    /// <summary>Reads and resolves the book with all that it needs.</summary>
    /// <param name="report">What is to be reported when nothing more is done.</param>
    /// <returns>Null when there is nothing to set.</returns>
    private ReadyBook? Prepare(out BuildReport report)
    {
        report = Report([Project.ManifestPath], "", new BookCounts(), []);
        SourceDialect dialect = Timed(BuildPhase.Reading, Translate);
        if (Timed(BuildPhase.Reading, () => ProjectReading.Read(Project, options.Limits, _sink, _memory)) is not { } book)
        {
            report = Report([Project.ManifestPath], "", new BookCounts(), []);
            return null;
        }
        (BookManifest manifest, ImmutableArray<ManifestChapter> listed, bool hasManifest) = book;
        _memory.Shelf = BuildShelf.For(options, Project.ManifestPath, book.Source);
        _weighing = _weighing with { Ignored = manifest.Diagnostics.Ignored, Errors = _weighing.Errors.AddRange(manifest.Diagnostics.Errors) };
        ImmutableArray<string> files = [Project.ManifestPath, .. listed.Select(c => c.Path).OfType<string>()];
        if (!listed.Any(c => c.Role == ChapterRole.Body))
        {
            // Where a chapter's line is wrong, that has been told.
            if (!HasErrors) _sink.Report(Problems.NoChapters(hasManifest ? SourceSpan.OfFile(Project.ManifestPath) : SourceSpan.None));
            report = Report(files, manifest.Metadata.Title, new BookCounts(), []);
            return null;
        }

        if (listed.Length > options.Limits.Chapters)
            throw new LimitPassedException(Problems.TooManyChapters(listed.Length, options.Limits.Chapters, SourceSpan.OfFile(Project.ManifestPath)));
        ImmutableArray<Chapter> chapters = Timed(BuildPhase.Reading, () => ReadChapters(manifest, listed));
        // Whatever follows costs more than reading did: not even a draft is made of a book without bounds.
        ImmutableArray<Diagnostic> beyond = LimitCheck.Of(manifest.Metadata, SourceSpan.OfFile(Project.ManifestPath), chapters, options.Limits, _memory);
        if (!beyond.IsEmpty)
        {
            _sink.Report(beyond);
            report = Report(files, manifest.Metadata.Title, new BookCounts(), []);
            return null;
        }
        _weighing = _weighing with { Silences = [.. chapters.SelectMany(static c => c.Silences).Select(InSource)] };
        // None could be read, and each has been told: that the book has no chapters would be no news.
        if (!chapters.Any(c => c.Role == ChapterRole.Body))
        {
            report = Report(files, manifest.Metadata.Title, new BookCounts(), []);
            return null;
        }

        BookMetadata metadata = ProjectReading.Titled(manifest.Metadata, Project.Files.Name, chapters);
        // With errors this waits: the title may be what they are about.
        if (hasManifest && manifest.Metadata.Title.Length == 0 && !HasErrors)
            _sink.Report(Problems.NoTitle(metadata.Title, SourceSpan.OfFile(Project.ManifestPath), SourceForm.TitlePlace(source, dialect)));
        metadata = _memory.Metadata.Recall((manifest.Metadata, metadata.Title), _ => BookIdentity.Identified(metadata));

        BookDesign design = Told(BookHyphenation.Load(Project.Files, manifest, options.Limits, _memory));
        if (options.Design is { } change) design = _memory.OwnDesign.Recall((design, change), static from => from.Change(from.Design));
        Book read = Timed(BuildPhase.Reading, () => Transformed(new Book(metadata, design, manifest.Plan, chapters)));
        GatheredPictures gathered = Timed(BuildPhase.Pictures, () => Told(PictureGathering.Gather(Project.Files, read.Chapters, options.Draft, options.Limits, _memory, stop)));
        read = read with { Chapters = gathered.Chapters };
        // What a reference names may stand in a chapter that could not be read: then only that chapter is told.
        bool isWhole = options.Draft || chapters.Length == listed.Length && chapters.All(c => !c.Content.IsEmpty);
        BookFonts fonts = Timed(BuildPhase.Pictures, () => Told(BookFonts.Load(Project.Files, manifest, options.Limits, _memory)));
        _memory.Hold(fonts);
        BookCover? given = Timed(BuildPhase.Pictures, () => Told(BookCover.Read(Project.Files, manifest, metadata, options.Limits, _memory)));
        _memory.Use(fonts, gathered.Pictures);
        ResolvedBook resolved = Timed(BuildPhase.Resolving, () => Told(Resolver.Resolve(read, _memory.Resolution), d => isWhole || !Problems.IsOfMissingName(d)));
        if (isWhole) HandoutTaking.Check(manifest, resolved, _sink);
        var ready = new ReadyBook(manifest, files, BookCensus.Count(read, _memory), gathered.Pictures, fonts, given, resolved) { Source = read, Project = Project };
        report = Report(files, metadata.Title, ready.Counts, []);
        return ready;
    }

    /// <summary>A book in another tool's form is told again in the book's own, in memory; the source is never written to.</summary>
    private SourceDialect Translate()
    {
        SourceDialect dialect = options.Dialect ?? SourceForm.Of(_read);
        _translated = SourceForm.Translate(_read, dialect, options.Translation, options.Limits);
        if (_translated is null) return dialect;
        _origins = new Origins(_translated, source.Files);
        _told = BookProject.FromFiles(new TranslatedFiles(_read.Files, _translated));
        return dialect;
    }

    /// <summary>Everything that was said, at the places where the author wrote what it is about, and weighed as author and caller want it.</summary>
    private WeighedDiagnostics Said()
    {
        IEnumerable<Diagnostic> said = _sink.ToImmutable().Where(d => d.Severity == Severity.Error || !_absent.Contains(d.Span.Path));
        if (_origins is not null) said = _translated!.Diagnostics.Concat(said.Select(_origins.Of));
        WeighedDiagnostics weighed = _weighing.Weigh(said);
        if (!_isAllSaid) return weighed;
        // What is said of finished files is often said only when it is asked for.
        IEnumerable<Diagnostic> idle = weighed.Idle.Where(static i => !i.Code.IsWithin("BB5")).Select(static i => Problems.SilencesNothing(i.Code.Written, i.Silence.Place));
        WeighedDiagnostics idled = (_weighing with { Silences = [] }).Weigh(idle);
        return weighed with { Told = weighed.Told.AddRange(idled.Told), Suppressed = weighed.Suppressed.AddRange(idled.Suppressed) };
    }

    /// <summary>A comment of a chapter at its place in the author's file.</summary>
    private Silence InSource(Silence silence) => _origins is null ? silence
        : silence with { Place = _origins.Of(silence.Place), Scope = silence.Scope is { } scope ? _origins.Of(scope) : null };

    /// <summary>The book as the caller's own passes leave it.</summary>
    private Book Transformed(Book book)
    {
        foreach (IBookTransform transform in options.Transforms)
        {
            stop.ThrowIfCancellationRequested();
            book = Told(transform.Transform(book, stop));
        }
        return book;
    }

    /// <summary>A book read and resolved, with all that setting and writing it needs.</summary>
    internal sealed record ReadyBook(BookManifest Manifest, ImmutableArray<string> Files, BookCounts Counts, Pictures Pictures, BookFonts Fonts,
        BookCover? Cover, ResolvedBook Book)
    {
        /// <summary>What its files are called, without ending.</summary>
        public string OutputName { get; init; } = Manifest.OutputName ?? BookIdentity.Slug(Book.Metadata.Title);

        public string Title => Book.Metadata.Title;

        /// <summary>The book as its author wrote it.</summary>
        public required Book Source { get; init; }

        /// <summary>The files it was read from.</summary>
        public required BookProject Project { get; init; }
    }

    /// <summary>Takes the handout that is asked for out of the book; null when there is no such handout.</summary>
    private (ReadyBook Book, WholeEdition? Edition)? Take(ReadyBook whole)
    {
        if (HandoutTaking.Find(options.Handout!, whole.Manifest, whole.Book, _sink) is not { } handout) return null;
        // What is said of the whole book's pages is said when that is built.
        WholeEdition? edition = handout.Plan.BookPages == true
            ? new(whole.Book, Timed(BuildPhase.Composing, () => Compose(whole, edition: null).Value.Map)) : null;
        ResolvedBook book = Timed(BuildPhase.Resolving, () => Told(HandoutTaking.Take(handout, whole.Book, edition?.Map)));
        _absent = HandoutTaking.AbsentFiles(whole.Book, handout.Selection);
        // The author's cover is that of the whole book.
        return (whole with
        {
            Book = book, Counts = BookCensus.Count(book), Cover = null, OutputName = HandoutTaking.FileName(handout, whole.Book, whole.OutputName),
        }, edition);
    }

    // Errors are always told; only where warnings count as errors all that was said has to be weighed.
    private bool HasErrors => _sink.HasErrors || _translated?.Diagnostics.Any(static d => d.Severity == Severity.Error) == true
        || !_weighing.Errors.IsEmpty && Said().Told.Any(static d => d.Severity == Severity.Error);

    private ImmutableArray<Chapter> ReadChapters(BookManifest manifest, ImmutableArray<ManifestChapter> listed)
    {
        ImmutableArray<Reported<Chapter?>> read = ChapterReading.ReadAll(Project.Files, listed, manifest.Metadata.Language,
            options.Limits, _memory, done => Tell(BuildPhase.Reading, done, listed.Length), stop);
        foreach (Reported<Chapter?> chapter in read) _sink.Report(chapter.Diagnostics);
        if (!options.Draft) return [.. read.Select(c => c.Value).OfType<Chapter>()];
        ImmutableArray<string> keys = ChapterReading.Keys(listed);
        return [.. read.Select((c, i) => c.Value is { Content.IsEmpty: false } whole ? whole : ChapterReading.Missing(listed[i], keys[i]))];
    }

    private Reported<PagedBook> Compose(ReadyBook ready, WholeEdition? edition)
    {
        PageCount? count = progress is null ? null : new PageCount(done => Tell(BuildPhase.Composing, done));
        return edition is null
            ? BookComposer.Compose(ready.Book, ready.Pictures, ready.Fonts.NewShaper, count, stop, options.Limits.Pages, _memory.Composition)
            : BookComposer.Compose(ready.Book, edition, ready.Pictures, ready.Fonts.NewShaper, count, stop, options.Limits.Pages);
    }

    private T Told<T>(Reported<T> reported, Func<Diagnostic, bool>? isWorthSaying = null)
    {
        _sink.Report(isWorthSaying is null ? reported.Diagnostics : reported.Diagnostics.Where(isWorthSaying));
        return reported.Value;
    }

    private T Timed<T>(BuildPhase phase, Func<T> work)
    {
        stop.ThrowIfCancellationRequested();
        Tell(phase, 0);
        TimeSpan start = _watch.Elapsed;
        T result = work();
        _phases.Add(new PhaseTime(phase, _watch.Elapsed - start));
        return result;
    }

    private void Tell(BuildPhase phase, int done, int? total = null) => progress?.Report(new BuildProgress(phase, done, total));

    private BuildReport Report(ImmutableArray<string> files, string title, BookCounts counts, ImmutableArray<BuiltFile> built)
    {
        WeighedDiagnostics said = Said();
        if (_translated is not null) files = [.. _translated.Files.Select(f => f.Lines.FirstOrDefault(l => l.Path.Length > 0).Path).OfType<string>()];
        return Report(said, files, title, counts, built);
    }

    private BuildReport Report(WeighedDiagnostics said, ImmutableArray<string> files, string title, BookCounts counts, ImmutableArray<BuiltFile> built) => new()
    {
        Diagnostics = BookCompiler.Bounded(BookCompiler.InOrder(said.Told, files, static d => d)),
        Suppressed = BookCompiler.InOrder(said.Suppressed, files, static s => s.Diagnostic),
        Dialect = _translated?.Dialect ?? SourceDialect.Native,
        Findings = _translated?.Findings ?? [],
        Outputs = built,
        Counts = counts,
        Phases = [.. _phases.GroupBy(p => p.Phase).Select(g => new PhaseTime(g.Key, new TimeSpan(g.Sum(p => p.Elapsed.Ticks))))],
        Elapsed = _watch.Elapsed,
        Title = title,
    };

    /// <summary>Passes a page count on at once, on the thread that counts.</summary>
    private sealed class PageCount(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
