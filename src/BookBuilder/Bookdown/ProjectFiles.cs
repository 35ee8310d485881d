using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>A document of the book, and where it is named.</summary>
internal sealed record ProjectFile(string Path, SourceSpan Mention);

/// <summary>Finds the documents of a book and their order, as bookdown's source_files() does.</summary>
internal static class ProjectFiles
{
    /// <summary>The documents in their order. What <c>rmd_files</c> names and is not there is an error when it is read.</summary>
    public static ImmutableArray<ProjectFile> List(IBookFiles files, YamlMap? project, TranslationAccount account)
    {
        string merged = BookPath.StemOf(project.TextAt("book_filename")?.Text ?? "_main");
        ImmutableArray<string> all = [.. files.List().Where(f => !InOutput(f, project))];
        ImmutableArray<ProjectFile> listed = Listed(project, account);
        ImmutableArray<ProjectFile> below = Below(all, project);
        bool isMarkdownToo = project.Flag("include_md") == true;
        ImmutableArray<ProjectFile> root = listed.IsEmpty ? [.. Sorted(all.Where(f => !f.Contains('/') && (IsRmd(f) || isMarkdownToo && IsMd(f))))] : listed;
        if (root.IsEmpty && below.IsEmpty) return Knitted(all, merged, account);
        return
        [
            .. root.Concat(below)
                .Where(f => !BookPath.FileNameOf(f.Path).StartsWith('_') && !IsMerged(f.Path, merged))
                .DistinctBy(f => f.Path)
                .OrderBy(f => BookPath.StemOf(f.Path) == "index" && !f.Path.Contains('/') ? 0 : 1),
        ];
    }

    /// <summary>Whether a file is called as R Markdown is.</summary>
    public static bool IsRmd(string path) => path.EndsWith(".rmd", StringComparison.OrdinalIgnoreCase);

    private static bool IsMd(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsMerged(string path, string merged) => !path.Contains('/') && BookPath.StemOf(path) == merged;

    private static bool InOutput(string path, YamlMap? project)
    {
        string folder = (project.TextAt("output_dir")?.Text ?? "_book").Trim('/', '.');
        return folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal);
    }

    // As list.files() sorts: by character, upper and lower case alike; "10-" stands before "2-".
    private static IEnumerable<ProjectFile> Sorted(IEnumerable<string> paths) =>
        paths.Order(StringComparer.OrdinalIgnoreCase).ThenBy(p => p, StringComparer.Ordinal).Select(p => new ProjectFile(p, SourceSpan.OfFile(p)));

    /// <summary><c>rmd_files</c>: a list, or one for each output; then the one for screens.</summary>
    private static ImmutableArray<ProjectFile> Listed(YamlMap? project, TranslationAccount account)
    {
        YamlValue? value = project.At("rmd_files");
        if (value is YamlMap byOutput)
        {
            YamlEntry? chosen = new[] { "html", "epub", "latex", "docx", "word" }.Select(k => byOutput.Entries.FirstOrDefault(e => e.Key == k)).FirstOrDefault(e => e is not null);
            if (chosen is null) return [];
            account.Find(Carrying.Approximated, "rmd_files for each output", byOutput.Span, $"the files for {chosen.Key}, in both outputs");
            if (byOutput.Entries.Any(e => !Texts(e.Value).SequenceEqual(Texts(chosen.Value)))) account.Tell(Problems.FilesByOutput(chosen.Key, byOutput.Span));
            value = chosen.Value;
        }
        return [.. value.TextsAt().Where(s => s.Text.Trim().Length > 0).Select(s => new ProjectFile(BookPath.Normalize(s.Text.Trim()) ?? s.Text.Trim(), s.Span))];

        static IEnumerable<string> Texts(YamlValue value) => value.TextsAt().Select(t => t.Text);
    }

    /// <summary><c>rmd_subdir: true</c> is everything below the root, a list only those folders.</summary>
    private static ImmutableArray<ProjectFile> Below(ImmutableArray<string> all, YamlMap? project)
    {
        if (project.Flag("rmd_subdir") == true) return [.. Sorted(all.Where(f => f.Contains('/') && IsRmd(f)))];
        if (project.Flag("rmd_subdir") == false) return [];
        return [.. project.TextsAt("rmd_subdir").SelectMany(d => Sorted(all.Where(f => f.StartsWith(d.Text.Trim('/') + "/", StringComparison.Ordinal) && IsRmd(f))))];
    }

    /// <summary>A book of which only knitted Markdown is there: the merged file, else all Markdown at the root.</summary>
    private static ImmutableArray<ProjectFile> Knitted(ImmutableArray<string> all, string merged, TranslationAccount account)
    {
        ImmutableArray<string> root = [.. all.Where(f => !f.Contains('/') && IsMd(f))];
        string? main = root.FirstOrDefault(f => IsMerged(f, merged));
        ImmutableArray<ProjectFile> found = main is not null && !root.Any(f => f != main && BookPath.StemOf(f) == "index")
            ? [new ProjectFile(main, SourceSpan.OfFile(main))]
            : [.. Sorted(root.Where(f => !f.StartsWith('_') && !f.StartsWith("README", StringComparison.OrdinalIgnoreCase))).OrderBy(f => BookPath.StemOf(f.Path) == "index" ? 0 : 1)];
        if (!found.IsEmpty) account.Find(Carrying.Supported, "knitted Markdown", found[0].Mention, "read as it is");
        return found;
    }
}
