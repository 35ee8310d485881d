using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;

namespace BookBuilder.Cli.Watching;

/// <summary>The files below a book's folder that are none of the book's: what its builds write, and what editors keep beside a file.</summary>
/// <remarks>Hidden files are not among a book's files to begin with.</remarks>
internal sealed record LeftOut
{
    private const string Certificate = "parity.json";

    private static readonly StringComparison Names = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly string _root;
    private readonly ImmutableArray<string> _files;
    private readonly string? _folder;

    /// <param name="root">The book's folder.</param>
    /// <param name="outputs">The folder that outputs go to: finished files in it are left out, whoever made them, but not what a chapter may stand in or show. When it is
    /// the book's own folder, or above, only the outputs themselves are left out.</param>
    /// <param name="written">Other files that are written, by their full paths.</param>
    public LeftOut(string root, string outputs, IEnumerable<string> written)
    {
        _root = root;
        _folder = Below(root, outputs) is { Length: > 0 } folder ? folder + "/" : null;
        _files = [.. written.Append(Path.Combine(outputs, Certificate)).Select(file => Below(root, file)).OfType<string>()];
    }

    /// <summary>The same when a build has shown where its outputs go; nothing new when it wrote none.</summary>
    public LeftOut After(BuildReport report) => report.Outputs.IsEmpty ? this
        : new(_root, Path.GetDirectoryName(report.Outputs[0].Location)!, [.. _files.Select(file => Path.Combine(_root, file)), .. report.Outputs.Select(static o => o.Location)]);

    /// <summary>Whether a path, relative to the book's folder, is left out.</summary>
    public bool Has(string path) =>
        _folder is not null && path.StartsWith(_folder, Names) && IsMade(path) || _files.Any(file => file.Equals(path, Names)) || IsScratch(BookPath.FileNameOf(path));

    /// <summary>Whether a file is of a kind that is made and that no book is made of.</summary>
    private static bool IsMade(string path) => Path.GetExtension(path).ToLowerInvariant() is ".pdf" or ".epub" or ".json" or ".html" or ".sarif" or ".log" or ".zip";

    /// <summary>Backups as many editors make them ("a.md~"), and what Emacs saves by itself ("#a.md#").</summary>
    private static bool IsScratch(string name) => name.EndsWith('~') || name is ['#', .., '#'];

    /// <summary>A full path relative to the root, empty for the root itself; null when it is not below.</summary>
    private static string? Below(string root, string path)
    {
        string relative = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
        return relative == "." ? "" : BookPath.Normalize(relative);
    }
}
