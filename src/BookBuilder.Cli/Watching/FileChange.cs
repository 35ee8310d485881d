using System.Collections.Immutable;
using System.Globalization;

namespace BookBuilder.Cli.Watching;

/// <summary>What became of a file.</summary>
internal enum ChangeKind
{
    /// <summary>It says something else.</summary>
    Changed,
    /// <summary>It is gone.</summary>
    Removed,
    /// <summary>It is new.</summary>
    Added,
}

/// <summary>A file that is other than before.</summary>
/// <param name="Path">The file, relative to the book's folder.</param>
/// <param name="Kind">What became of it.</param>
internal readonly record struct FileChange(string Path, ChangeKind Kind)
{
    private const int MostNamed = 3;

    /// <summary>"a.md changed", "a.md, b.md changed, c.md removed, and 2 more": what is new comes last, for it is missed the least.</summary>
    /// <param name="changes">At least one.</param>
    /// <param name="pathOf">Turns a path of the book into one to print.</param>
    public static string Told(ImmutableArray<FileChange> changes, Func<string, string> pathOf)
    {
        IEnumerable<string> told = changes.OrderBy(static c => c.Kind).Take(MostNamed).GroupBy(static c => c.Kind)
            .Select(kind => $"{string.Join(", ", kind.Select(c => pathOf(c.Path)))} {kind.Key.ToString().ToLowerInvariant()}");
        string rest = changes.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $", and {changes.Length - MostNamed:N0} more") : "";
        return string.Join(", ", told) + rest;
    }
}
