using System.Collections.Immutable;
using BookBuilder.Files;

namespace BookBuilder.Translation;

/// <summary>Settles which files the pictures of a text mean: another tool picks by output, follows addresses on the web, or looks in folders of its own.</summary>
internal sealed class PictureFiles(IBookFiles files, TranslationAccount log)
{
    private static readonly string[] Forms = ["svg", "png", "jpg", "jpeg", "webp", "gif"];
    private readonly HashSet<string> _all = new(files.List(), StringComparer.Ordinal);

    /// <summary>The text with every picture a file of the book, or a link where it can be none.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="chapter">The file it is to stand in, from whose folder pictures are looked for.</param>
    /// <param name="folders">Other folders in which a picture may lie.</param>
    public ImmutableArray<SourceLine> Settle(ImmutableArray<SourceLine> lines, string chapter, params ImmutableArray<string> folders)
    {
        bool[] isText = RunningText.Find(lines);
        return [.. lines.Select((l, i) => isText[i] && l.Text.Contains("![", StringComparison.Ordinal) ? l.With(Line(l, chapter, folders)) : l)];
    }

    private string Line(SourceLine line, string chapter, ImmutableArray<string> folders)
    {
        string text = line.Text, blanked = CodeSpans.Blanked(line.Text);
        var told = new System.Text.StringBuilder();
        int at = 0;
        for (PictureText? picture = PictureText.Find(text, 0); picture is not null; picture = PictureText.Find(text, picture.End))
        {
            if (blanked[picture.Start] != '!') continue;
            told.Append(text, at, picture.Start - at).Append(Settled(picture, line, chapter, folders));
            at = picture.End;
        }
        return told.Append(text, at, text.Length - at).ToString();
    }

    private string Settled(PictureText picture, SourceLine line, string chapter, ImmutableArray<string> folders)
    {
        (string address, string title) = Parts(picture.Target);
        if (address.Length == 0) return picture.ToString();
        if (BookPath.IsAddress(address))
        {
            log.Find(Carrying.Approximated, "picture on the web", line.At(picture.Start, picture.End - picture.Start), "a link to it");
            string words = picture.Caption.Length > 0 ? picture.Caption : picture.Attributes["fig-alt"] ?? picture.Attributes["alt"] ?? address;
            return address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? words : $"[{words}](<{(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address)}>)";
        }
        if (picture.Attributes["fig-cap"] is { } caption && picture.Caption.Length == 0)
            picture = picture with { Caption = caption, Attributes = picture.Attributes.With("fig-cap", null) };
        return Found(address, chapter, folders) is { } other && other != address
            ? (picture with { Target = (other.Contains(' ') ? $"<{other}>" : other) + title }).ToString()
            : picture.ToString();
    }

    /// <summary>The address of the file that is meant: as written if it is there, else one of another form or in another folder; null when there is none.</summary>
    private string? Found(string address, string chapter, ImmutableArray<string> folders)
    {
        string written = Uri.UnescapeDataString(address);
        string extension = Path.GetExtension(written).TrimStart('.').ToLowerInvariant();
        bool isShown = Forms.Contains(extension);
        string folder = BookPath.FolderOf(chapter);
        string[] forms = isShown ? [""] : [.. Forms.Select(f => "." + f)];
        string stem = isShown ? written : extension is "pdf" or "eps" or "tif" or "tiff" ? written[..^(extension.Length + 1)] : written;
        foreach (string form in forms)
        {
            if (stem.StartsWith('/') && Has(stem[1..] + form, "")) return stem + form;
            if (Has(stem + form, folder) || Has(stem + form, "")) return stem + form;
        }
        foreach (string other in folders)
            foreach (string form in forms)
                foreach (string tail in Tails(stem))
                    if (BookPath.Normalize(tail + form, other) is { } path && _all.Contains(path)) return "/" + path;
        return null;
    }

    /// <summary>A path and what is left of it without its first folders.</summary>
    private static IEnumerable<string> Tails(string path)
    {
        for (int at = 0; at >= 0; at = path.IndexOf('/', at) is >= 0 and int slash ? slash + 1 : -1) yield return path[at..];
    }

    private bool Has(string path, string folder) => BookPath.Normalize(path, folder) is { } normal && _all.Contains(normal);

    private static (string Address, string Title) Parts(string target)
    {
        string trimmed = target.Trim();
        if (trimmed.StartsWith('<') && trimmed.IndexOf('>') is int close and > 0) return (trimmed[1..close], trimmed[(close + 1)..]);
        int title = trimmed.IndexOfAny([' ', '\t']);
        return title < 0 || trimmed[title..].Trim()[0] is not ('"' or '\'') ? (trimmed, "") : (trimmed[..title], trimmed[title..]);
    }
}
