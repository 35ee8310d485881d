namespace BookBuilder.Markdown.Conversion;

/// <summary>Finds the file a picture's address means.</summary>
internal static class PicturePath
{
    /// <summary>The address relative to the book's root with forward slashes.</summary>
    /// <param name="chapter">The chapter's file, relative to the root.</param>
    /// <param name="address">What the author wrote, relative to the chapter's folder; a leading slash means the root.</param>
    /// <returns>Null when it leads out of the book's folder.</returns>
    public static string? Resolve(string chapter, string address)
    {
        string decoded = Uri.UnescapeDataString(address).Replace('\\', '/');
        bool fromRoot = decoded.StartsWith('/');
        List<string> parts = fromRoot ? [] : [.. chapter.Split('/')[..^1]];
        foreach (string part in decoded.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>Whether an address names a scheme ("https:", "data:"): then it is no file of the book. One letter is a drive.</summary>
    public static bool HasScheme(string address)
    {
        int colon = address.IndexOf(':');
        return colon > 0 && address.AsSpan(0, colon).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") < 0
            && char.IsAsciiLetter(address[0]);
    }
}
