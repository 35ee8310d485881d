using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Pictures that this book cannot show though a website can: on the web, or of a kind that is not set. Another file of the same name serves, if there is one;
/// else a frame holds their place, so that captions and numbers stay.</summary>
internal sealed partial class ForeignPictures(IBookFiles files, ChunkWriter writer, TranslationAccount account)
{
    // In the order in which they suit both outputs.
    private static readonly string[] Settable = [".svg", ".png", ".jpg", ".jpeg"];
    private static readonly string[] Unsettable = [".pdf", ".gif", ".eps", ".ps", ".tif", ".tiff", ".webp", ".bmp", ".mp4", ".webm"];

    /// <summary>Rewrites them.</summary>
    public ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines) =>
        Prose.Each(lines, line => line.Text.Contains("![", StringComparison.Ordinal) ? Prose.Replace(line.Text, Picture(), m => Shown(m, line)) : line.Text);

    private string Shown(Match picture, SourceLine line)
    {
        string address = picture.Groups["address"].Value;
        string words = picture.Groups["words"].Value;
        SourceSpan span = line.At(Math.Min(picture.Index, line.Text.Length), Math.Min(picture.Length, Math.Max(0, line.Text.Length - picture.Index)));
        bool isRemote = BookPath.IsAddress(address);
        string extension = Path.GetExtension(address).ToLowerInvariant();
        if (!isRemote && !Unsettable.Contains(extension)) return picture.Value;
        if (!isRemote && Sibling(address, line.Path) is { } sibling)
        {
            account.Find(Carrying.Supported, $"picture {extension}", span, sibling);
            return $"![{words}]({sibling})";
        }
        // A missing file is another matter, told where files are read.
        if (!isRemote && !Exists(address, line.Path)) return picture.Value;
        account.Find(Carrying.Approximated, isRemote ? "picture on the web" : $"picture {extension}", span, "a frame in its place");
        account.Tell(isRemote ? Problems.PictureOnTheWeb(address, span) : Problems.PictureOfOtherKind(address, span));
        string frame = writer.Hold(address, isRemote ? "This picture is on the web" : $"This picture is a {extension[1..].ToUpperInvariant()} file");
        return $"![{words}]({frame})";
    }

    private string? Sibling(string address, string document)
    {
        string stem = address[..address.LastIndexOf('.')];
        return Settable.Select(e => stem + e).FirstOrDefault(p => Exists(p, document));
    }

    private bool Exists(string address, string document)
    {
        string path = Uri.UnescapeDataString(address).TrimStart('/');
        return (string[])[BookPath.FolderOf(document), ""] is var folders && folders.Any(f => BookPath.Normalize(path, f) is { } normal && files.Read(normal, 0) is not FileMissing);
    }

    [GeneratedRegex(@"!\[(?<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*<?(?<address>[^\s()<>]+)>?(?:\s+(?:""[^""]*""|'[^']*'))?\s*\)")]
    private static partial Regex Picture();
}
