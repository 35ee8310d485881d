namespace BookBuilder.Files;

/// <summary>The form of a path in a book: relative to its root, with forward slashes, without "." and "..".</summary>
public static class BookPath
{
    /// <summary>Brings a path into that form; null when it is absolute, an address, or leads out of the root.</summary>
    /// <param name="path">As the author wrote it; backslashes count as slashes.</param>
    /// <param name="folder">The folder it starts from, normalized; empty for the root.</param>
    public static string? Normalize(string path, string folder = "")
    {
        path = path.Replace('\\', '/');
        if (path.StartsWith('/') || path.Contains('\0') || IsAddress(path) || path is [_, ':', ..]) return null;
        List<string> parts = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>Whether it is an address on a network ("https://…", "data:…") rather than a file.</summary>
    public static bool IsAddress(string path) =>
        path.StartsWith("//", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal)
        || path.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of a path; empty for the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is int slash and > 0 ? path[..slash] : "";

    /// <summary>The last part of a path.</summary>
    public static string FileNameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The last part of a path without its extension.</summary>
    public static string StemOf(string path)
    {
        string name = FileNameOf(path);
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    /// <summary>Whether it is called as a Markdown file is.</summary>
    public static bool IsMarkdown(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
