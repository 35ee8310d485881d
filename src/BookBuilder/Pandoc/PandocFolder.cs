using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Tells a folder of Pandoc's Markdown again in the book's own form: its files are one text to Pandoc, and every heading of level 1 begins a chapter.</summary>
internal static partial class PandocFolder
{
    private static readonly string[] Defaults = ["defaults.yaml", "defaults.yml", "pandoc.yaml", "pandoc.yml"];
    private static readonly string[] Metadata = ["metadata.yaml", "metadata.yml"];

    /// <summary>Whether the files are such a book: a defaults or metadata file lies beside Markdown files, or the first of them, and no other, names the book's title at its top.</summary>
    public static bool Recognizes(IBookFiles files)
    {
        ImmutableArray<string> texts = Texts(files);
        if (texts.IsEmpty) return false;
        if (Defaults.Concat(Metadata).Any(f => files.Read(f, 0) is not FileMissing)) return true;
        return Begins(files, texts[0]) && !texts.Skip(1).Any(f => Begins(files, f));
    }

    /// <summary>Translates it. Never fails: what is not understood is kept as text, found and told.</summary>
    /// <param name="files">The source; it is only read.</param>
    /// <param name="only">The one file that is the whole book; null when the project's files say what is in it.</param>
    /// <param name="settings">What the user chose.</param>
    public static TranslatedBook Translate(IBookFiles files, string? only, TranslationSettings settings)
    {
        var log = new TranslationAccount();
        YamlMap? defaults = only is null ? ReadFirst(files, Defaults, log) : null;
        YamlMap? data = only is null ? ReadFirst(files, Metadata, log) : null;
        foreach (YamlValue named in defaults.Items("metadata-file").Concat(defaults.Items("metadata-files")))
            if (named.Text() is { } path && SourceText.TryText(files, path) is { } yaml && YamlLookup.ReadProject(yaml, path, log.Said) is { } more) data = data.Over(more);
        if (defaults.At("metadata") is YamlMap inner) data = data.Over(inner);
        if (defaults.At("variables") is YamlMap variables) data = (variables as YamlMap).Over(data ?? new YamlMap([], SourceSpan.None));

        var notes = new GlobalNotes();
        var text = ImmutableArray.CreateBuilder<SourceLine>();
        foreach ((string path, SourceSpan mention) in only is null ? Inputs(files, defaults) : [(only, SourceSpan.None)])
        {
            if (SourceText.Lines(files, path, mention, log.Said) is not { } lines) continue;
            (lines, YamlMap? block) = MetadataBlocks.Take(lines, log);
            if (block is not null) data = data.Over(block);
            text.AddRange(notes.Take(Included(files, lines, log), log));
            // Pandoc puts a blank line between files.
            text.Add(new SourceLine("", path, lines.Length > 0 ? lines[^1].Line : 1));
        }
        if (only is null && defaults.At("input-files") is null && defaults.At("input-file") is null) TellLeftOut(files, [.. text.Select(l => l.Path)], log);
        ImmutableArray<SourceLine> all = ParagraphGuard.Translate(Shifted(text.ToImmutable(), defaults, data));
        var scope = PandocScope.Of(all);
        string topLevel = defaults.Text("top-level-division") ?? data.Text("top-level-division") ?? "";
        ImmutableArray<PandocChapter> chapters = PandocChapter.Cut(all, topLevel == "part", BookData.Plain(data.Text("title")));
        var pictures = new PictureFiles(files, log);
        ImmutableArray<string> resources = [.. defaults.Items("resource-path").Select(r => r.Text()).OfType<string>().Where(r => r is not ("." or ".."))];
        ImmutableArray<TranslatedFile> told =
        [
            .. chapters.Select((c, i) => new TranslatedFile(c.Path, pictures.Settle(PandocMarkdown.Translate(WithNotes(c, chapters, i, notes, log), scope, log), c.Path, resources))),
        ];
        told = Linked(told, chapters);

        var manifest = new ManifestText();
        BookData.Write(manifest, data, Spoken(files.Name), log);
        Cover(files, manifest, data);
        YamlMap? layout = defaults is null ? data : data is null ? defaults : data.Over(new YamlMap([.. defaults.Entries.Where(e => e.Key is "toc-depth" or "number-sections")], defaults.Span));
        BookData.WriteLayout(manifest, layout, log);
        ChapterPlan.Write(manifest, [.. chapters.Select(c => new PlannedChapter(c.Role, c.Path, null, c.IsNumbered, c.Lines.FirstOrDefault().At()))]);
        BookData.Report(data, log, "top-level-division", "variables");
        BookData.Report(defaults, log, "input-files", "input-file", "output-file", "from", "to", "reader", "writer", "metadata", "metadata-file", "metadata-files", "variables", "standalone", "top-level-division", "shift-heading-level-by", "resource-path", "citeproc", "verbosity", "table-of-contents", "epub-cover-image", "self-contained", "embed-resources", "wrap", "columns", "tab-stop", "fail-if-warnings", "number-offset", "split-level", "epub-chapter-level", "extract-media");
        ImmutableArray<TranslatedFile> book = LooseEnds.Tie([manifest.ToFile(), .. told], log.Said);
        return new TranslatedBook
        {
            Dialect = SourceDialect.Pandoc,
            Files = book,
            Resources = BookResources.Of(files, book),
            Findings = log.Findings,
            Diagnostics = FindingSummary.Of(log),
        };
    }

    /// <summary>The files in the order of <c>input-files</c>, else all Markdown files in natural order.</summary>
    private static ImmutableArray<(string Path, SourceSpan Mention)> Inputs(IBookFiles files, YamlMap? defaults)
    {
        ImmutableArray<(string, SourceSpan)> named =
        [
            .. defaults.Items("input-files").Concat(defaults.Items("input-file")).OfType<YamlScalar>()
                .Select(f => (BookPath.Normalize(f.Text) ?? f.Text, f.Span)).Where(f => !f.Item1.EndsWith(".yaml", StringComparison.Ordinal)),
        ];
        return named.IsEmpty ? [.. Texts(files).Select(f => (f, SourceSpan.None))] : named;
    }

    /// <summary>Markdown in folders is no part of a book whose files lie at the root, unless one of them includes it.</summary>
    private static void TellLeftOut(IBookFiles files, HashSet<string> taken, TranslationAccount log)
    {
        ImmutableArray<string> left = [.. Markdown(files).Where(f => f.Contains('/') && !taken.Contains(f) && !f.Split('/').Any(p => p.StartsWith('.'))).Order(NaturalOrder.Instance)];
        if (!left.IsEmpty && Texts(files).All(f => !f.Contains('/'))) log.Said.Report(Problems.MarkdownInFolders(left[0], left.Length, SourceSpan.OfFile(left[0])));
    }

    private static IEnumerable<string> Markdown(IBookFiles files) =>
        files.List().Where(BookPath.IsMarkdown).Where(f => !BookPath.StemOf(f).Equals("readme", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> Texts(IBookFiles files)
    {
        ImmutableArray<string> all = [.. Markdown(files)];
        ImmutableArray<string> atRoot = [.. all.Where(f => !f.Contains('/'))];
        return [.. (atRoot.IsEmpty ? all : atRoot).Order(NaturalOrder.Instance)];
    }

    private static bool Begins(IBookFiles files, string path) => SourceText.TryLines(files, path) is { } lines && MetadataBlocks.NamesTitle(lines);

    private static YamlMap? ReadFirst(IBookFiles files, string[] names, TranslationAccount log)
    {
        foreach (string name in names)
            if (SourceText.TryText(files, name) is { } yaml) return YamlLookup.ReadProject(yaml, name, log.Said);
        return null;
    }

    /// <summary><c>!include file</c> on a line of its own (the filter pandoc-include), relative to the root. What cannot be included stays as it is written.</summary>
    private static ImmutableArray<SourceLine> Included(IBookFiles files, ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        if (!lines.Any(l => l.Text.StartsWith("!include", StringComparison.Ordinal))) return lines;
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (isCode[i] || Include().Match(line.Text) is not { Success: true } include)
            {
                told.Add(line);
                continue;
            }
            string written = include.Groups[1].Value;
            SourceSpan span = line.At(0, line.Text.Length);
            if (BookPath.Normalize(written) is not { } path)
            {
                log.Said.Report(Problems.FileOutside(written, span));
                told.Add(line);
                continue;
            }
            // The YAML of an included file is no text.
            if (log.Includes.Put(path, line.Path, written, span, () => SourceText.Lines(files, path, span, log.Said), inner => Included(files, MetadataBlocks.Take(inner, log).Text, log)) is not { } text)
            {
                told.Add(line);
                continue;
            }
            log.Find(Carrying.Supported, "!include", line.At());
            told.AddRange(text);
        }
        return told.ToImmutable();
    }

    /// <summary>Headings moved up or down as <c>shift-heading-level-by</c> says.</summary>
    private static ImmutableArray<SourceLine> Shifted(ImmutableArray<SourceLine> lines, YamlMap? defaults, YamlMap? data)
    {
        if (!int.TryParse(defaults.Text("shift-heading-level-by") ?? data.Text("shift-heading-level-by"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int by) || by == 0) return lines;
        bool[] isText = RunningText.Find(lines);
        return [.. lines.Select((l, i) => isText[i] && Heading().Match(l.Text) is { Success: true } m
            ? l.With(new string('#', Math.Clamp(m.Length + by, 1, 6)) + l.Text[m.Length..]) : l)];
    }

    private static ImmutableArray<SourceLine> WithNotes(PandocChapter chapter, ImmutableArray<PandocChapter> all, int index, GlobalNotes notes, TranslationAccount log)
    {
        ImmutableArray<SourceLine> lines = notes.Give(chapter.Lines, log);
        // A note without a mark stays with the last chapter of its file.
        IEnumerable<string> ending = chapter.Lines.Select(l => l.Path).Distinct().Where(p => !all.Skip(index + 1).Any(c => c.Lines.Any(l => l.Path == p)));
        return [.. lines, .. ending.SelectMany(path => notes.Left(path, lines))];
    }

    /// <summary>Links to a file lead to the chapter that its text has become.</summary>
    private static ImmutableArray<TranslatedFile> Linked(ImmutableArray<TranslatedFile> told, ImmutableArray<PandocChapter> chapters)
    {
        var chapterOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PandocChapter chapter in chapters)
            foreach (SourceLine line in chapter.Lines)
                if (!line.IsBlank) chapterOf.TryAdd(line.Path, chapter.Path);
        return [.. told.Select(f => f with { Lines = [.. f.Lines.Select(l => l.Text.Contains("](", StringComparison.Ordinal) ? l.With(Link(l, f.Path)) : l)] })];

        string Link(SourceLine line, string from) => CodeSpans.Replace(line.Text, FileLink(), m =>
            BookPath.Normalize(m.Groups[1].Value, BookPath.FolderOf(line.Path)) is { } target && chapterOf.TryGetValue(target, out string? path)
                ? m.Groups[2].Length > 0 ? $"]({m.Groups[2].Value})" : path == target ? m.Value : $"]({Relative(from, path)})" : m.Value);
    }

    private static string Relative(string from, string to) =>
        string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/'))) + to;

    private static void Cover(IBookFiles files, ManifestText manifest, YamlMap? data)
    {
        if (data.Text("cover-image") is not { } cover || BookPath.Normalize(cover) is not { } path || files.Read(path, 0) is FileMissing) return;
        manifest.Text("cover", path, BookData.Span(data, "cover-image")).Text("cover-alt", data.Text("cover-image-alt"), BookData.Span(data, "cover-image-alt"));
    }

    /// <summary>A folder's name as a title.</summary>
    private static string Spoken(string folder)
    {
        string words = string.Join(' ', folder.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "Book" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"^!include\s+`?([^\s`]+)`?\s*$")]
    private static partial Regex Include();

    [GeneratedRegex(@"^#{1,6}(?=[ \t])")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^()\s#:]+\.(?:md|markdown))(#[^()\s]+)?\)")]
    private static partial Regex FileLink();
}
