using System.Text;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Importing;

/// <summary>Writes the files of an imported book into a new folder: all of them, or none.</summary>
public static class ImportFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes them.</summary>
    /// <param name="folder">A folder that does not exist or is empty.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="files">The files; their paths stay below the folder.</param>
    /// <returns>What is wrong, or null when all are written.</returns>
    /// <exception cref="ArgumentException">A file's path leads out of the folder, or two have the same: a fault of the importer.</exception>
    public static Diagnostic? Write(string folder, string shown, IReadOnlyList<TextFile> files) =>
        WriteAll(folder, shown, [.. files.Select(f => KeyValuePair.Create(f.Path, (ReadOnlyMemory<byte>)Utf8.GetBytes(f.Text)))]);

    /// <summary>Writes files of any kind: paths and bytes.</summary>
    internal static Diagnostic? WriteAll(string folder, string shown, IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string named, _) in files)
            if (BookPath.Normalize(named) is not { Length: > 0 } path || !paths.Add(path))
                throw new ArgumentException($"'{named}' is no path below the new folder, or stands there twice.", nameof(files));

        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string beside = Path.Combine(Path.GetDirectoryName(folder) ?? folder,
            $".{Path.GetFileName(folder)}.{Path.GetRandomFileName()}");
        try
        {
            for (string? above = folder; above is not null; above = Path.GetDirectoryName(above))
                if (File.Exists(above)) return Problems.ImportFolderNotWritten(shown, above == folder ? "a file has its name" : $"'{above}' is a file", SourceSpan.None);
            bool exists = Directory.Exists(folder);
            if (exists && Directory.EnumerateFileSystemEntries(folder).Any()) return Problems.ImportFolderNotEmpty(shown, SourceSpan.None);
            foreach ((string named, ReadOnlyMemory<byte> data) in files)
            {
                string place = Path.Combine(beside, BookPath.Normalize(named)!.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.WriteAllBytes(place, data.Span);
            }
            // An empty folder gives its place to the whole one.
            if (exists) Directory.Delete(folder);
            Directory.Move(beside, folder);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return Problems.ImportFolderNotWritten(shown, "access is denied", SourceSpan.None);
        }
        catch (IOException exception)
        {
            return Problems.ImportFolderNotWritten(shown, exception.Message.TrimEnd('.'), SourceSpan.None);
        }
        finally
        {
            RemoveRest(beside);
        }
    }

    /// <summary>What is left beside the folder when something failed; it is gone when nothing did.</summary>
    private static void RemoveRest(string beside)
    {
        try
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // What made the writing fail makes this fail, and that has been said.
        }
    }
}
