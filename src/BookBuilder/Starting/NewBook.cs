using System.Collections.Immutable;
using System.Reflection;
using BookBuilder.Building;
using BookBuilder.Files;

namespace BookBuilder.Starting;

/// <summary>A small book to begin with: it builds without a warning, shows what a book can have, and teaches how that is written.</summary>
public static class NewBook
{
    // The files of the folder Template travel inside the assembly under this prefix.
    private const string Prefix = "new-book/";
    private const string TitleLine = "title: A New Book\n";

    // A file of that very name would hide others of the template from version control.
    private const string IgnoreFile = "gitignore";

    /// <summary>The book in memory.</summary>
    /// <param name="name">What its folder is called; the title is made of it: "harbours-of-the_north" is "Harbours of the north".</param>
    public static MemoryFiles InMemory(string name) => new(name, Contents(name));

    /// <summary>Whether a book can be begun in a folder: it is not there, or nothing is in it but the records of version control.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsFree(string folder) =>
        !File.Exists(folder) && (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).All(static e => Path.GetFileName(e) == ".git"));

    /// <summary>Writes the book into a folder, which is made when it does not exist.</summary>
    /// <param name="folder">The folder; it is free.</param>
    /// <returns>The files, relative to the folder, in natural order.</returns>
    /// <exception cref="IOException">The folder is not free, or cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static ImmutableArray<string> Write(string folder)
    {
        if (!IsFree(folder)) throw new IOException($"the folder '{folder}' is not empty");
        string root = Path.GetFullPath(folder);
        var written = ImmutableArray.CreateBuilder<string>();
        foreach ((string path, ReadOnlyMemory<byte> data) in Contents(Path.GetFileName(Path.TrimEndingDirectorySeparator(root))))
        {
            string file = Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // Nothing that came between is ever written over.
            using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(data.Span);
            written.Add(path);
        }
        written.Sort(NaturalOrder.Instance);
        return written.ToImmutable();
    }

    private static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Contents(string name)
    {
        Assembly assembly = typeof(NewBook).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Where(static r => r.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
            string path = resource[Prefix.Length..].Replace('\\', '/'), text = reader.ReadToEnd().ReplaceLineEndings("\n");
            if (path == BookProject.ManifestName) text = text.Replace(TitleLine, $"title: {Quoted(ProjectReading.Spoken(name))}\n", StringComparison.Ordinal);
            yield return new(path == IgnoreFile ? ".gitignore" : path, System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>A text as YAML that reads as nothing else (YAML 1.2, 7.3.1): without quotes where letters, digits and spaces are all there is.</summary>
    private static string Quoted(string text) =>
        char.IsAsciiLetter(text[0]) && text.All(static c => char.IsLetterOrDigit(c) || c == ' ') && text is not ("Null" or "True" or "False" or "Yes" or "No" or "On" or "Off" or "NULL" or "TRUE" or "FALSE")
            ? text
            : $"\"{string.Concat(text.Where(static c => !char.IsControl(c))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
