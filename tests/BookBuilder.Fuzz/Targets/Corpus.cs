using System.Collections.Immutable;
using System.Text;
using BookBuilder.Files;
using BookBuilder.Tests;

namespace BookBuilder.Fuzz.Targets;

/// <summary>The project's own books and samples, as seeds.</summary>
internal static class Corpus
{
    private static readonly string[] Folders = ["content", "tests/books", "tests/suite", "docs/guide", "tests/BookBuilder.Tests"];

    /// <summary>The texts of all files of the corpus with one of these endings, in the order of their paths.</summary>
    public static ImmutableArray<string> Texts(params string[] endings) => [.. Files(endings).Select(System.IO.File.ReadAllText)];

    /// <summary>The bytes of all files of the corpus with one of these endings up to a size, a character each.</summary>
    public static ImmutableArray<string> Bytes(int most, params string[] endings) =>
        [.. Files(endings).Select(System.IO.File.ReadAllBytes).Where(b => b.Length <= most).Select(Encoding.Latin1.GetString)];

    /// <summary>A folder of the repository as one text; see <see cref="FileBundle"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="most">Larger files are left out.</param>
    public static string Bundle(string folder, int most = 6_000)
    {
        var files = new DiskFiles(Path.Combine(Repository.Root, folder));
        return FileBundle.Of(files.List().Where(f => !IsBytes(f)).Select(f => (f, files.Read(f, most) as FileFound)).Where(static f => f.Item2 is not null)
            .Select(static f => (f.f, Encoding.UTF8.GetString(f.Item2!.Data.Span))));
    }

    /// <summary>The bytes of a file of the repository.</summary>
    public static byte[] File(string path) => System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, path));

    private static bool IsBytes(string path) => Path.GetExtension(path) is ".png" or ".jpg" or ".ttf";

    private static IEnumerable<string> Files(string[] endings) => Folders.Select(f => Path.Combine(Repository.Root, f))
        .SelectMany(static f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
        .Where(f => endings.Any(f.EndsWith) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
