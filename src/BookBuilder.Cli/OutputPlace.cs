using BookBuilder.Building;

namespace BookBuilder.Cli;

/// <summary>Where <c>-o</c> leads: a folder, or one file by its name.</summary>
/// <param name="Folder">The folder; null when none is named.</param>
/// <param name="Name">The file's name without ending; null for the usual one.</param>
/// <param name="Target">What the file is by its ending; null when a folder is named.</param>
internal sealed record OutputPlace(string? Folder, string? Name, BookTargets? Target)
{
    /// <summary>Reads what was given; null when nothing was.</summary>
    public static OutputPlace Read(string? given)
    {
        if (given is null) return new(null, null, null);
        BookTargets? target = Path.GetExtension(given).ToLowerInvariant() switch
        {
            ".pdf" => BookTargets.Pdf,
            ".epub" => BookTargets.Epub,
            _ => null,
        };
        if (target is null || Path.GetFileNameWithoutExtension(given).Length == 0) return new(given, null, null);
        string folder = Path.GetDirectoryName(given) ?? "";
        return new(folder.Length == 0 ? "." : folder, Path.GetFileNameWithoutExtension(given), target);
    }
}
