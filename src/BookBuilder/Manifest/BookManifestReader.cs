using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Manifest;

/// <summary>Reads book.yml. Every mistake is reported with its place, all in one run; a default stands where a value was wrong.</summary>
public static class BookManifestReader
{
    /// <summary>What a book without book.yml has.</summary>
    public static BookManifest Default { get; } = new() { Metadata = new BookMetadata { Title = "" } };

    /// <summary>Reads the file's text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="path">Its name, for diagnostics; it lies in the book's root, where the paths in it begin.</param>
    /// <returns>Null when the text is no YAML at all or no map: then nothing can be said about the book.</returns>
    public static Reported<BookManifest?> Read(string yaml, string path) => Read(yaml, path, BookLimits.Default);

    /// <summary>Reads book.yml within limits of the caller's.</summary>
    public static Reported<BookManifest?> Read(string yaml, string path, BookLimits limits)
    {
        var sink = new DiagnosticSink();
        YamlValue? value = YamlReader.Read(yaml, path, limits, sink);
        if (value is not null and not YamlMap)
            sink.Report(Problems.WrongType(path, "a map of keys such as 'title: …'", value is YamlList ? "a list" : "text", value.Span));
        if (value is not YamlMap map) return sink.With(sink.ToImmutable().IsEmpty ? Default : null);

        var root = new ManifestSection("", map, SourceSpan.OfFile(path), sink);
        var manifest = new BookManifest
        {
            Metadata = MetadataReader.Read(root),
            Chapters = ChapterListReader.Read(root),
            ListsBody = (root.Value("chapters") ?? root.Value("parts")) is not null,
            Plan = ReadPlan(root),
            Cover = ChapterListReader.File(root, "cover"),
            CoverAlternativeText = root.Text("cover-alt"),
        };
        manifest = DesignReader.Read(root, manifest);
        manifest = manifest with { Epub = ReadEpub(root.Section("epub")) };
        manifest = ReadOutput(root.Section("output"), manifest) with { Handouts = HandoutReader.Read(root), Diagnostics = DiagnosticsReader.Read(root.Section("diagnostics")) };
        ManifestSection source = root.Section("source");
        source.OneOf("dialect", "auto", "native", "bookdown", "quarto", "mdbook", "pandoc");
        source.End();
        root.End();
        return new(manifest, InOrderOfText(sink));
    }

    private static BookPlan ReadPlan(ManifestSection root)
    {
        var plan = new BookPlan();
        ManifestSection contents = root.Section("toc");
        plan = plan with { ContentsDepth = contents.Whole("depth", 1, 6, plan.ContentsDepth) };
        contents.End();

        foreach (YamlScalar list in root.Texts("lists", "figures or tables"))
            plan = root.OneOf(list, "lists", ["figures", "tables"]) switch
            {
                "figures" => plan with { ListOfFigures = true },
                "tables" => plan with { ListOfTables = true },
                _ => plan,
            };

        if (root.Value("numbering") is YamlMap)
        {
            ManifestSection numbering = root.Section("numbering");
            plan = plan with { NumberingDepth = numbering.Whole("depth", 0, 6, plan.NumberingDepth) };
            numbering.End();
        }
        else if (!root.Flag("numbering", fallback: true))
        {
            plan = plan with { NumberingDepth = 0 };
        }

        ManifestSection notes = root.Section("notes");
        plan = plan with { NotesRestart = notes.OneOf("restart", "chapter", "book") != "book" };
        notes.End();
        return plan with { Labels = LabelReader.Read(root.Section("labels")) };
    }

    private static EpubSettings ReadEpub(ManifestSection epub)
    {
        var usual = new EpubSettings();
        var settings = new EpubSettings
        {
            Fonts = epub.Flag("fonts", usual.Fonts),
            NoteElement = epub.OneOf("footnotes", "aside", "div") ?? usual.NoteElement,
            PageList = epub.Flag("page-list", usual.PageList),
            Accessibility = AccessibilityReader.Read(epub.Section("accessibility")),
        };
        epub.End();
        return settings;
    }

    private static BookManifest ReadOutput(ManifestSection output, BookManifest manifest)
    {
        YamlScalar? folder = output.Scalar("dir", "a folder");
        string? normalized = folder is null ? null : Files.BookPath.Normalize(folder.Text);
        if (folder is not null && normalized is null) output.Sink.Report(Problems.OutputOutside(folder.Text, folder.Span));

        YamlScalar? name = output.Scalar("name", "a file's name");
        bool isGood = name is null || IsFileName(name.Text);
        if (!isGood) output.Sink.Report(Problems.BadOutputName(name!.Text, name.Span));
        output.End();
        return manifest with { OutputFolder = normalized, OutputName = isGood ? name?.Text : null };
    }

    /// <summary>Whether a text can be the name of a file in any folder.</summary>
    internal static bool IsFileName(string name) =>
        name.Length <= 100 && !name.StartsWith('.') && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0 && !name.Any(char.IsControl);

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> InOrderOfText(DiagnosticSink sink) =>
        [.. sink.ToImmutable().OrderBy(d => d.Span.Start.Line).ThenBy(d => d.Span.Start.Column)];
}
