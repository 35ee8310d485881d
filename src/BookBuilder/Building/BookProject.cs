using BookBuilder.Files;

namespace BookBuilder.Building;

/// <summary>A book before it is read: its files, and which of them says what is in it.</summary>
public sealed class BookProject
{
    /// <summary>The project file's usual name.</summary>
    public const string ManifestName = "book.yml";

    private BookProject(IBookFiles files, string manifestPath, string? onlyChapter) =>
        (Files, ManifestPath, OnlyChapter) = (files, manifestPath, onlyChapter);

    /// <summary>The files.</summary>
    public IBookFiles Files { get; }

    /// <summary>The project file, relative to the root; it need not exist.</summary>
    internal string ManifestPath { get; }

    /// <summary>The one Markdown file that is the whole book; null when the project file or the folder says what is in it.</summary>
    internal string? OnlyChapter { get; }

    /// <summary>Opens a book on disk.</summary>
    /// <param name="path">The book's folder, its project file (.yml), or a single Markdown file (.md, .Rmd, .qmd) that is the whole book.</param>
    /// <exception cref="DirectoryNotFoundException">There is nothing at that path.</exception>
    /// <exception cref="ArgumentException">It is a file of another kind.</exception>
    public static BookProject Open(string path)
    {
        if (Directory.Exists(path)) return new BookProject(new DiskFiles(path), ManifestName, null);
        if (!File.Exists(path)) throw new DirectoryNotFoundException($"there is no folder or file '{path}'");
        string name = Path.GetFileName(path);
        var files = new DiskFiles(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Those of other tools say what a folder is; what is in it is read from the folder.
        if (name is "_quarto.yml" or "_bookdown.yml" or "book.toml") return new BookProject(files, ManifestName, null);
        if (BookPath.IsMarkdown(name) || Path.GetExtension(name).ToLowerInvariant() is ".rmd" or ".qmd") return new BookProject(files, ManifestName, name);
        if (Path.GetExtension(name).ToLowerInvariant() is ".yml" or ".yaml") return new BookProject(files, name, null);
        throw new ArgumentException($"'{path}' is neither a folder nor a Markdown file nor a book.yml", nameof(path));
    }

    /// <summary>The same book for one build, which does not list its files twice.</summary>
    internal BookProject ListedOnce() => new(new ListedOnce(Files), ManifestPath, OnlyChapter);

    /// <summary>A book of any files.</summary>
    public static BookProject FromFiles(IBookFiles files) => new(files, ManifestName, null);

    /// <summary>A book in memory: texts by their paths, "book.yml" among them or not.</summary>
    /// <param name="name">What the book's folder would be called; the title of a book without one.</param>
    /// <param name="texts">Paths with forward slashes and what the files hold.</param>
    public static BookProject FromTexts(string name, IEnumerable<KeyValuePair<string, string>> texts) =>
        FromFiles(MemoryFiles.FromTexts(name, texts));
}
