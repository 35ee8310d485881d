using System.Collections.Immutable;
using System.Text;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Tells a bookdown book again in the book's own form.</summary>
internal static class BookdownBook
{
    /// <summary>Whether the files are such a book: a _bookdown.yml, an index.Rmd that asks for bookdown, or R Markdown and nothing else at the root.</summary>
    public static bool Recognizes(IBookFiles files)
    {
        if (files.Read("_bookdown.yml", 0) is not FileMissing) return true;
        ImmutableArray<string> root = [.. files.List().Where(f => !f.Contains('/'))];
        if (root.FirstOrDefault(f => f.Equals("index.rmd", StringComparison.OrdinalIgnoreCase)) is { } index
            && files.Read(index, 1 << 20) is FileFound found && Encoding.UTF8.GetString(found.Data.Span).Contains("bookdown", StringComparison.Ordinal)) return true;
        return root.Any(ProjectFiles.IsRmd) && !root.Any(f => BookPath.IsMarkdown(f) && !f.StartsWith("README", StringComparison.OrdinalIgnoreCase) && !root.Contains(Path.ChangeExtension(f, ".Rmd")));
    }

    /// <summary>Translates it. Never fails: what is not understood is kept as text, found and told.</summary>
    /// <param name="files">The source; it is only read.</param>
    /// <param name="only">The one file that is the whole book; null when the project's files say what is in it.</param>
    /// <param name="settings">What the user chose.</param>
    public static TranslatedBook Translate(IBookFiles files, string? only, TranslationSettings settings)
    {
        var account = new TranslationAccount();
        YamlMap? bookYaml = only is null ? BookdownProject.ReadFile(files, "_bookdown.yml", account) : null;
        ImmutableArray<ProjectFile> listed = only is null ? ProjectFiles.List(files, bookYaml, account) : [new ProjectFile(only, SourceSpan.OfFile(only))];
        ImmutableArray<BookdownDocument> sources = [.. listed.Select(f => BookdownDocument.Read(files, f.Path, f.Mention, account)).OfType<BookdownDocument>()];
        YamlMap? head = sources.FirstOrDefault()?.Yaml;
        YamlMap? output = BookdownProject.ReadFile(files, "_output.yml", account);
        var project = new BookdownProject(bookYaml, output ?? head.At("output") as YamlMap, head);

        var session = new KnitrSession(files);
        var writer = new ChunkWriter(session, settings, account);
        var knitting = new Knitting(files, session, writer, account);
        ImmutableArray<ImmutableArray<SourceLine>> knitted = TextReferences.Settle([.. sources.Select(Knit)], account);
        var manifest = new ManifestWriting(project, files, writer, account);
        var pictures = new ForeignPictures(files, writer, account);
        ImmutableArray<KnittedDocument> documents = [.. sources.Select((s, i) => new KnittedDocument(s.Path, TitleOf(s, i, sources.Length, manifest), Told(knitted[i], pictures, account)))];
        ImmutableArray<BookChapter> chapters = ChapterCutting.Cut(documents, account);
        chapters = LinkSettling.Settle(NoteScopes.Settle(chapters, account), files, account);
        return new TranslatedBook
        {
            Dialect = SourceDialect.Bookdown,
            Files = [manifest.Write(chapters), .. chapters.Select(c => new TranslatedFile(c.Path, c.Lines)), .. writer.Drawings],
            Resources = [.. Resources(files, listed)],
            Findings = [.. account.Findings.OrderBy(f => Place(f.Span))],
            Diagnostics = account.Said.ToImmutable(),
        };

        // Documents that are knitted one by one share no values, and each counts its chunks.
        ImmutableArray<SourceLine> Knit(BookdownDocument source)
        {
            if (bookYaml.Flag("new_session") == true) session.Restart();
            return knitting.Knit(source);
        }

        int Place(SourceSpan span) => listed.Select(f => f.Path).ToList().IndexOf(span.Path) is int at and >= 0 ? at * 1_000_000 + span.Start.Line : -1;
    }

    /// <summary>What is told again within one document.</summary>
    private static ImmutableArray<SourceLine> Told(ImmutableArray<SourceLine> lines, ForeignPictures pictures, TranslationAccount account)
    {
        lines = LinkTargets.Translate(lines);
        lines = Equations.TranslateBrackets(Equations.Translate(lines, account));
        lines = RawLatex.Translate(lines, account);
        lines = RawHtml.Translate(lines, account);
        lines = pictures.Translate(lines);
        lines = Divisions.Translate(lines, account);
        return Citations.Keep(PandocMarkdown.TranslateBlocks(lines, account), account);
    }

    /// <summary>The title of a document without a heading: its own, or the book's when the document is the whole book.</summary>
    private static string? TitleOf(BookdownDocument source, int index, int count, ManifestWriting manifest) =>
        index == 0 && count > 1 ? null : index == 0 ? manifest.Title : source.Yaml.TextAt("title")?.Text;

    /// <summary>Pictures and data beside the documents.</summary>
    private static IEnumerable<string> Resources(IBookFiles files, ImmutableArray<ProjectFile> listed)
    {
        HashSet<string> documents = [.. listed.Select(f => f.Path)];
        return files.List().Where(f => !documents.Contains(f) && Path.GetExtension(f).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".svg" && !documents.Contains(f));
    }
}
