using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;

namespace BookBuilder.Translation;

/// <summary>Finds the pictures and other files that a translated book needs, so that an import can copy them.</summary>
internal static partial class BookResources
{
    /// <summary>The files of the source that the texts name, normalized, each once.</summary>
    /// <param name="files">The source.</param>
    /// <param name="texts">The translated texts.</param>
    public static ImmutableArray<string> Of(IBookFiles files, IEnumerable<TranslatedFile> texts)
    {
        HashSet<string> all = [.. files.List()];
        var found = new SortedSet<string>(NaturalOrder.Instance);
        foreach (TranslatedFile text in texts)
        {
            string folder = BookPath.FolderOf(text.Path);
            foreach (SourceLine line in text.Lines)
                foreach (Match name in (text.Path == "book.yml" ? Quoted() : Address()).Matches(line.Text))
                {
                    string address = Uri.UnescapeDataString(name.Groups[1].Success ? name.Groups[1].Value : name.Groups[2].Value);
                    // A picture is looked for from the chapter's folder, then from the root.
                    foreach (string from in (ReadOnlySpan<string>)[folder, ""])
                        if (BookPath.Normalize(address.TrimStart('/'), from) is { Length: > 0 } path && all.Contains(path))
                        {
                            found.Add(path);
                            break;
                        }
                }
        }
        found.ExceptWith(texts.Select(t => t.Path));
        return [.. found];
    }

    [GeneratedRegex(@"\]\(\s*(?:<([^>]+)>|([^\s()]+(?:\([^\s()]*\)[^\s()]*)*))")]
    private static partial Regex Address();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)+)\"")]
    private static partial Regex Quoted();
}
