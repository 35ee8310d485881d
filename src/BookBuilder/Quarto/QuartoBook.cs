using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells a Quarto book again in the book's own form.</summary>
internal static partial class QuartoBook
{
    /// <summary>Whether the files are such a book: there is a <c>_quarto.yml</c>.</summary>
    public static bool Recognizes(IBookFiles files) => QuartoProject.FileOf(files) is not null;

    /// <summary>Translates it. Never fails: what is not understood is kept as text, found and told.</summary>
    /// <param name="files">The source; it is only read.</param>
    /// <param name="only">The one file that is the whole book; null when the project's files say what is in it.</param>
    /// <param name="settings">What the user chose.</param>
    public static TranslatedBook Translate(IBookFiles files, string? only, TranslationSettings settings)
    {
        var log = new TranslationAccount();
        QuartoProject project = only is null ? QuartoProject.Read(files, log)
            : new QuartoProject { Chapters = [new PlannedChapter(PlannedRole.Chapter, only, null, true, SourceSpan.None)] };
        var scope = new QuartoScope(files, settings, log);
        var read = new Dictionary<string, QuartoChapter>(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        var planned = ImmutableArray.CreateBuilder<PlannedChapter>();
        foreach (PlannedChapter chapter in project.Chapters)
        {
            if (chapter.Path is null) planned.Add(chapter);
            else if (QuartoChapter.Read(files, chapter.Path, chapter.From, project, scope, log) is { } told)
            {
                // Names that differ only in case, or in their endings, would be one file.
                string path = told.Path;
                for (int i = 2; !taken.Add(path); i++) path = string.Create(CultureInfo.InvariantCulture, $"{told.Path[..^3]}-{i}.md");
                read[path] = told with { Path = path };
                planned.Add(chapter with { Path = path, IsNumbered = told.IsNumbered });
            }
        }
        ImmutableArray<TranslatedFile> chapters =
        [
            .. planned.Where(p => p.Path is not null).Select(p => Linked(new TranslatedFile(p.Path!, read[p.Path!].Finished(files, scope, log)), read.Keys)),
        ];
        YamlMap? data = only is not null && read.Count == 1 ? read.Values.First().Data : null;
        string fallback = read.Values.Select(c => c.Lines.FirstOrDefault(l => l.Text.StartsWith("# ", StringComparison.Ordinal)).Text).FirstOrDefault(t => t is not null) is { } heading
            ? HeadingWords.Plain((AttributeList.AtEnd(heading)?.Before ?? heading).TrimStart('#', ' ')) : "";
        ImmutableArray<TranslatedFile> book = LooseEnds.Tie([QuartoManifest.Write(files, project, data, planned.ToImmutable(), fallback.Length > 0 ? fallback : files.Name, log), .. chapters], log.Said).AddRange(scope.Cells.Drawings);
        return new TranslatedBook
        {
            Dialect = SourceDialect.Quarto,
            Files = book,
            Resources = BookResources.Of(files, book),
            Findings = log.Findings,
            Diagnostics = FindingSummary.Of(log),
        };
    }

    /// <summary>Links to documents lead to what they have become.</summary>
    private static TranslatedFile Linked(TranslatedFile file, ICollection<string> chapters) => file with
    {
        Lines = [.. file.Lines.Select(l => l.Text.Contains("](", StringComparison.Ordinal) ? l.With(CodeSpans.Replace(l.Text, Link(), m =>
            BookPath.Normalize(m.Groups[1].Value.TrimStart('/') + ".md", m.Groups[1].Value.StartsWith('/') ? "" : BookPath.FolderOf(file.Path)) is { } path && chapters.Contains(path)
                ? $"]({(m.Groups[1].Value.StartsWith('/') ? Up(file.Path) + m.Groups[1].Value[1..] : m.Groups[1].Value)}.md{m.Groups[2].Value})" : m.Value)) : l)],
    };

    private static string Up(string path) => string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));

    [GeneratedRegex(@"\]\(([^()\s#:<>]+)\.(?:qmd|ipynb|md|html|Rmd|rmd)(#[^()\s]*)?\)")]
    private static partial Regex Link();
}
