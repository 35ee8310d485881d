using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>What <c>_quarto.yml</c> says of a book (quarto.org, Book Structure).</summary>
internal sealed record QuartoProject
{
    /// <summary>The file's name; empty when there is none.</summary>
    public string Path { get; init; } = "";
    /// <summary>All it says; null when there is none or it cannot be read.</summary>
    public YamlMap? Config { get; init; }
    /// <summary><c>_variables.yml</c>; null when there is none.</summary>
    public YamlMap? Variables { get; init; }
    /// <summary>The chapters and parts in their order. A chapter's path is that of the source.</summary>
    public ImmutableArray<PlannedChapter> Chapters { get; init; } = [];

    /// <summary>The project file's name; null when the files have none.</summary>
    public static string? FileOf(IBookFiles files) =>
        new[] { "_quarto.yml", "_quarto.yaml" }.FirstOrDefault(f => files.Read(f, 0) is not FileMissing);

    /// <summary>Reads it with what lies beside it.</summary>
    public static QuartoProject Read(IBookFiles files, TranslationAccount log)
    {
        var project = new QuartoProject();
        if (SourceText.TryText(files, "_variables.yml") is { } variables)
            project = project with { Variables = YamlLookup.ReadProject(variables, "_variables.yml", log.Said) };
        if (FileOf(files) is not { } path || SourceText.Lines(files, path, SourceSpan.None, log.Said) is not { } lines) return project;
        YamlMap? config = YamlLookup.ReadProject(string.Join('\n', lines.Select(l => l.Text)) + "\n", path, log.Said);
        foreach (string profile in files.List().Where(f => !f.Contains('/') && f.StartsWith("_quarto-", StringComparison.Ordinal) && BookPath.StemOf(f) != "_quarto-"))
            log.Find(Carrying.LeftOut, $"profile {profile}", SourceSpan.OfFile(profile), "no profile is chosen");
        foreach (string key in (ReadOnlySpan<string>)["pre-render", "post-render"])
            if (config.At("project", key) is { } script) log.Find(Carrying.NeedsProgram, key, script.Span);
        if (SourceText.TryText(files, "_language.yml") is { } language && YamlLookup.ReadProject(language, "_language.yml", log.Said) is { } words && config is not null && config.At("language") is null)
            config = config with { Entries = config.Entries.Add(new YamlEntry("language", SourceSpan.OfFile("_language.yml"), words)) };
        return project with { Path = path, Config = config, Chapters = Listed(files, config, log) };
    }

    private static ImmutableArray<PlannedChapter> Listed(IBookFiles files, YamlMap? config, TranslationAccount log)
    {
        var planned = ImmutableArray.CreateBuilder<PlannedChapter>();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (YamlValue item in config.Items("book", "chapters")) Add(item, PlannedRole.Chapter);
        foreach (YamlValue item in config.Items("book", "appendices")) Add(item, PlannedRole.Appendix);
        if (config.At("book", "references") is { } references) Add(references, PlannedRole.Chapter);
        if (planned.Count > 0) return planned.ToImmutable();
        // A project of another kind: its documents, the index first.
        foreach (string file in Documents(files, config))
            planned.Add(new PlannedChapter(PlannedRole.Chapter, file, null, true, SourceSpan.None));
        return planned.ToImmutable();

        void Add(YamlValue item, PlannedRole role)
        {
            switch (item)
            {
                case YamlScalar scalar:
                    if (scalar.Text.Trim().Trim('-').Length == 0) return; // a rule in a sidebar
                    AddFile(scalar.Text, scalar.Span, role);
                    break;
                case YamlMap when item.Text("part") is { } part:
                    bool isFile = IsDocument(part);
                    if (isFile) AddFile(part, item.Span, PlannedRole.Part);
                    else planned.Add(new PlannedChapter(PlannedRole.Part, null, Pandoc.BookData.Plain(part) ?? part, true, item.At("part")!.Span));
                    foreach (YamlValue inner in item.Items("chapters")) Add(inner, role);
                    planned.Add(new PlannedChapter(PlannedRole.PartEnd, null, null, true, item.Span));
                    break;
                case YamlMap when (item.Text("file") ?? item.Text("href")) is { } named:
                    AddFile(named, item.Span, role);
                    break;
                default:
                    log.Said.Report(Problems.QuartoChapterUnread(item.Span));
                    break;
            }
        }

        void AddFile(string written, SourceSpan span, PlannedRole role)
        {
            if (BookPath.Normalize(written) is not { Length: > 0 } path) log.Said.Report(Problems.FileOutside(written, span));
            else if (!seen.Add(path)) log.Said.Report(Problems.QuartoChapterTwice(path, span));
            else planned.Add(new PlannedChapter(role, path, null, true, span));
        }
    }

    /// <summary>The documents of a folder: those named in <c>project.render</c>, else all but those that begin with an underscore.</summary>
    private static ImmutableArray<string> Documents(IBookFiles files, YamlMap? config)
    {
        string output = config.Text("project", "output-dir") ?? "_book";
        ImmutableArray<string> all =
        [
            .. files.List().Where(f => (f.EndsWith(".qmd", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
                && !f.StartsWith(output + "/", StringComparison.Ordinal) && !f.Split('/').Any(p => p.StartsWith('_'))).Order(NaturalOrder.Instance),
        ];
        ImmutableArray<string> named = [.. config.Items("project", "render").Select(r => r.Text()).OfType<string>().Where(all.Contains)];
        return named.IsEmpty ? [.. all.OrderBy(f => f is "index.qmd" ? 0 : 1)] : named;
    }

    /// <summary>Whether a text names a document rather than a title.</summary>
    public static bool IsDocument(string text) =>
        text.EndsWith(".qmd", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".rmd", StringComparison.OrdinalIgnoreCase);
}
