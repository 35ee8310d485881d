using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.MdBook;

/// <summary>Tells an mdBook book again in the book's own form.</summary>
internal static class MdBookBook
{
    private const string Project = "book.toml";
    private static readonly string[] BuiltIn = ["links", "index"];

    /// <summary>Whether the files are such a book: a <c>book.toml</c>, and the <c>SUMMARY.md</c> it leads to.</summary>
    public static bool Recognizes(IBookFiles files)
    {
        if (SourceText.TryText(files, Project) is not { } toml) return false;
        return files.Read(SummaryOf(TomlReader.Read(toml, Project, new DiagnosticSink())), 0) is not FileMissing || toml.Contains("[book]", StringComparison.Ordinal);
    }

    /// <summary>Translates it. Never fails: what is not understood is kept as text, found and told.</summary>
    /// <param name="files">The source; it is only read.</param>
    /// <param name="only">The one file that is the whole book; null when the project's files say what is in it.</param>
    /// <param name="settings">What the user chose.</param>
    public static TranslatedBook Translate(IBookFiles files, string? only, TranslationSettings settings)
    {
        var log = new TranslationAccount();
        YamlMap? toml = only is null && SourceText.TryText(files, Project) is { } text ? TomlReader.Read(text, Project, log.Said) : null;
        string summary = SummaryOf(toml), folder = BookPath.FolderOf(summary);
        ImmutableArray<SummaryEntry> entries = only is not null ? [new SummaryEntry(SummaryKind.Numbered, BookPath.StemOf(only), only, 0, SourceSpan.None)] : [];
        if (only is null)
        {
            if (SourceText.TryLines(files, summary) is { } lines) entries = Summary.Read(lines, log.Said);
            else log.Said.Report(Problems.NoSummary(summary, SourceSpan.OfFile(Project)));
        }
        YamlValue? html = toml.At("output", "html");
        var reader = new MdBookText(files, html.Flag("mathjax-support") == true, new MdBookCode(html.At("code", "hidelines"), log), log);
        (ImmutableArray<MdBookChapter> chapters, ImmutableArray<PlannedChapter> planned) = Chapters(files, entries, only is null ? folder : "", reader, log);

        var manifest = new ManifestText();
        Write(files, manifest, toml, planned, chapters, entries.IsEmpty ? 0 : entries.Max(e => e.Depth), log);
        Report(toml, log);
        ImmutableArray<TranslatedFile> book = LooseEnds.Tie([manifest.ToFile(), .. chapters.Select(c => new TranslatedFile(c.Path, c.Lines))], log.Said);
        return new TranslatedBook
        {
            Dialect = SourceDialect.MdBook,
            Files = book,
            Resources = BookResources.Of(files, book),
            Findings = log.Findings,
            Diagnostics = FindingSummary.Of(log),
        };
    }

    private static string SummaryOf(YamlMap? toml)
    {
        string folder = BookPath.Normalize(toml.Text("book", "src") ?? "src") ?? "src";
        return folder.Length == 0 ? "SUMMARY.md" : folder + "/SUMMARY.md";
    }

    /// <summary>The chapters with those nested in them.</summary>
    private static (ImmutableArray<MdBookChapter>, ImmutableArray<PlannedChapter>) Chapters(IBookFiles files, ImmutableArray<SummaryEntry> entries, string folder, MdBookText reader, TranslationAccount log)
    {
        bool isFlat = entries.All(e => e.Depth == 0);
        var chapters = new List<(string Path, ImmutableArray<SourceLine>.Builder Lines)>();
        var planned = ImmutableArray.CreateBuilder<PlannedChapter>();
        var places = new Dictionary<string, MdBookChapter.Place>(StringComparer.Ordinal);
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        bool inPart = false;
        for (int n = 0; n < entries.Length; n++)
        {
            SummaryEntry entry = entries[n];
            if (entry.Kind == SummaryKind.Part)
            {
                planned.Add(new PlannedChapter(PlannedRole.Part, null, entry.Title, true, entry.Span));
                inPart = true;
                continue;
            }
            string? source = entry.File is null ? null : BookPath.Normalize(entry.File, folder);
            if (entry.File is not null && source is null) { log.Said.Report(Problems.FileOutside(entry.File, entry.Span)); continue; }
            if (source is not null && places.ContainsKey(source)) { log.Said.Report(Problems.SummaryChapterTwice(source, entry.Span)); continue; }
            if (entry.File is null) log.Find(Carrying.Approximated, "draft chapter", entry.Span, "its title alone");
            if ((source is null ? ImmutableArray<SourceLine>.Empty : reader.Read(source, entry.Span)) is not { } text) continue;

            bool isNested = entry.Depth > 0 && chapters.Count > 0 && planned is [.., { Role: PlannedRole.Chapter }];
            SummaryEntry settled = isNested ? entry : entry with { Depth = 0 };
            string? label = isNested ? "ch-" + HeadingWords.Slug((source is null ? entry.Title : source[..^Path.GetExtension(source).Length][folder.Length..]).Replace('/', ' ')) : null;
            string title = text.FirstOrDefault(l => l.Text.StartsWith("# ", StringComparison.Ordinal)).Text is { } heading ? (AttributeList.AtEnd(heading)?.Before ?? heading).TrimStart('#', ' ') : entry.Title;
            text = MdBookChapter.Shaped(text, settled, label, isFlat, log);
            if (isNested)
            {
                (string path, ImmutableArray<SourceLine>.Builder lines) = chapters[^1];
                text = MdBookChapter.WithOwnNotes(MdBookChapter.FromRoot(files, text, source ?? path), n);
                if (text.Length > 0) lines.Add(text[0].With(""));
                lines.AddRange(text);
                if (source is not null) places[source] = new MdBookChapter.Place(path, label, HeadingWords.Slug(HeadingWords.Plain(title)));
                continue;
            }
            string own = source ?? (folder.Length == 0 ? "" : folder + "/") + string.Create(CultureInfo.InvariantCulture, $"draft-{n + 1}.md");
            if (!BookPath.IsMarkdown(own)) own += ".md";
            // Names that differ only in case are one file on many machines.
            string stem = own[..own.LastIndexOf('.')], ending = own[own.LastIndexOf('.')..];
            for (int i = 2; !paths.Add(own); i++) own = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}{ending}");
            ImmutableArray<SourceLine>.Builder made = ImmutableArray.CreateBuilder<SourceLine>();
            made.AddRange(text);
            chapters.Add((own, made));
            if (source is not null) places[source] = new MdBookChapter.Place(own, null, HeadingWords.Slug(HeadingWords.Plain(title)));
            if (inPart && entry.Kind == SummaryKind.Suffix) { planned.Add(new PlannedChapter(PlannedRole.PartEnd, null, null, true, entry.Span)); inPart = false; }
            planned.Add(new PlannedChapter(entry.Kind switch { SummaryKind.Prefix => PlannedRole.Front, SummaryKind.Suffix => PlannedRole.Back, _ => PlannedRole.Chapter },
                own, null, entry.Kind == SummaryKind.Numbered, entry.Span));
        }
        return ([.. chapters.Select(c => new MdBookChapter(c.Path, MdBookChapter.Linked(c.Lines.ToImmutable(), c.Path, places)))], planned.ToImmutable());
    }

    private static void Write(IBookFiles files, ManifestText manifest, YamlMap? toml, ImmutableArray<PlannedChapter> planned, ImmutableArray<MdBookChapter> chapters, int depth, TranslationAccount log)
    {
        YamlMap book = toml.At("book") as YamlMap ?? new YamlMap([], SourceSpan.None);
        // What mdBook calls "language" is "lang" to Pandoc, whose words the common writer knows.
        string title = chapters.Select(c => c.Lines.FirstOrDefault(l => l.Text.StartsWith("# ", StringComparison.Ordinal)).Text).FirstOrDefault(t => t is not null) is { } heading
            ? HeadingWords.Plain((AttributeList.AtEnd(heading)?.Before ?? heading).TrimStart('#', ' ')) : files.Name;
        BookData.Write(manifest, book, title, log);
        if (toml.Text("output", "epub", "cover-image") is { } cover && new[] { cover, "src/" + cover }.Select(c => BookPath.Normalize(c)).FirstOrDefault(c => c is not null && files.Read(c, 0) is not FileMissing) is { } path)
            manifest.Text("cover", path, toml.At("output", "epub", "cover-image")!.Span);
        if (depth > 0) manifest.Line(string.Create(CultureInfo.InvariantCulture, $"toc: {{ depth: {Math.Min(6, Math.Max(2, depth + 1))} }}"));
        if (depth > 2) manifest.Line(string.Create(CultureInfo.InvariantCulture, $"numbering: {{ depth: {Math.Min(6, depth + 1)} }}"));
        if (toml.At("output", "html", "no-section-label") is { } none && toml.Flag("output", "html", "no-section-label") == true) manifest.Line("numbering: false", none.Span);
        ChapterPlan.Write(manifest, planned);
    }

    private static void Report(YamlMap? toml, TranslationAccount log)
    {
        foreach (YamlEntry preprocessor in (toml.At("preprocessor") as YamlMap)?.Entries ?? [])
            if (!BuiltIn.Contains(preprocessor.Key)) log.Find(Carrying.NeedsProgram, $"preprocessor {preprocessor.Key}", preprocessor.KeySpan, "the text as it is written");
        foreach (YamlEntry output in (toml.At("output") as YamlMap)?.Entries ?? [])
            if (output.Key is not ("html" or "epub" or "pdf")) log.Find(Carrying.LeftOut, $"output {output.Key}", output.KeySpan);
        foreach (string key in (ReadOnlySpan<string>)["theme", "additional-css", "additional-js"])
            if (toml.At("output", "html", key) is { } value) log.Find(Carrying.LeftOut, $"output.html.{key}", value.Span, "the design says how the book looks");
    }
}
