using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using BookBuilder.Epub.Package;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Svg;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;

namespace BookBuilder.Epub.Content;

/// <summary>A picture as a file of the publication.</summary>
/// <param name="Item">The file.</param>
/// <param name="Width">Its natural width.</param>
/// <param name="IsOpaque">Whether it brings its own ground; else it is laid on white, because its colours were chosen for paper.</param>
internal sealed record PictureFile(PackageItem Item, Length Width, bool IsOpaque)
{
    /// <summary>Whether it is a drawing with words in it.</summary>
    public bool HasWords { get; init; }
    /// <summary>Whether it moves.</summary>
    public bool Moves { get; init; }
}

/// <summary>The pictures that the book shows, each once.</summary>
internal sealed class PictureFiles
{
    /// <summary>The folder of all pictures; the cover's is among them.</summary>
    public const string Folder = "images/";
    /// <summary>The cover's name, without the format's ending.</summary>
    public const string CoverName = "cover";

    private readonly FrozenDictionary<string, PictureFile> _byPath;

    private PictureFiles(IEnumerable<KeyValuePair<string, PictureFile>> files, ImmutableArray<PackageItem> items) =>
        (_byPath, Items) = (files.ToFrozenDictionary(), items);

    /// <summary>The files, in the order in which the book first shows them.</summary>
    public ImmutableArray<PackageItem> Items { get; }

    /// <summary>The picture at a path of the model; null when it could not be read.</summary>
    public PictureFile? this[string path] => _byPath.GetValueOrDefault(path);

    /// <summary>The pictures that a chapter shows, in reading order, with what is said of them.</summary>
    public static ImmutableArray<(string Path, string Words)> ShownIn(ResolvedChapter chapter) => PicturesShown.In(chapter);

    /// <summary>Makes files of pictures.</summary>
    /// <param name="shown">Those that the book shows, each once, in the order in which it first shows them.</param>
    /// <param name="pictures">The pictures.</param>
    public static PictureFiles Of(ShownPictures shown, Pictures pictures)
    {
        List<KeyValuePair<string, PictureFile>> files = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { CoverName };
        foreach ((string path, string words) in shown.All)
        {
            if (pictures[path] is not { } picture)
                continue;
            string name = FreeName(path, names);
            string id = string.Create(CultureInfo.InvariantCulture, $"image-{files.Count + 1}");
            files.Add(new(path, FileOf(picture, words, id, Folder + name)));
        }
        return new PictureFiles(files, [.. files.Select(static f => f.Value.Item)]);
    }

    private static PictureFile FileOf(Picture picture, string words, string id, string href) => picture switch
    {
        RasterPicture { Image: { Format: RasterFormat.Png } image } => new(new(id, href + ".png", "image/png", image.File), picture.NaturalWidth, image.Alpha.IsEmpty) { Moves = PictureFacts.Moves(image.File.Span) },
        RasterPicture { Image: { Format: RasterFormat.Jpeg } image } => new(new(id, href + ".jpg", "image/jpeg", image.File), picture.NaturalWidth, IsOpaque: true),
        VectorPicture vector => new(new(id, href + ".svg", "image/svg+xml", Encoding.UTF8.GetBytes(SvgWriter.Write(Named(vector.Drawing, words)))), picture.NaturalWidth, IsOpaque: false)
        {
            HasWords = PictureFacts.HasWords(vector.Drawing.Items),
        },
        _ => throw new UnreachableException($"{picture.GetType().Name} is new: say here which file it becomes."),
    };

    /// <summary>The drawing with its description, for those who open its file by itself: as its title if it has none, else beside its own.</summary>
    private static Drawing Named(Drawing drawing, string words) =>
        words.Length == 0 ? drawing : drawing.Title is null ? drawing with { Title = words } : drawing with { Description = drawing.Description ?? words };

    /// <summary>A name made of the picture's own: letters, digits, hyphens, unique without regard to case.</summary>
    private static string FreeName(string path, HashSet<string> taken)
    {
        string file = path[(path.LastIndexOf('/') + 1)..];
        string stem = file.LastIndexOf('.') is int dot and > 0 ? file[..dot] : file;
        string name = string.Concat(stem.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        return free;
    }

    /// <summary>Finds the pictures of a chapter in reading order.</summary>
    private sealed class PicturesShown : TreeRewriter
    {
        private readonly List<(string Path, string Words)> _shown = [];

        public static ImmutableArray<(string Path, string Words)> In(ResolvedChapter chapter)
        {
            var shown = new PicturesShown();
            shown.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes)
                shown.Rewrite(note.Content);
            return [.. shown._shown];
        }

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block is Figure figure)
                _shown.Add((figure.Source, figure.AlternativeText));
            return base.Replace(block);
        }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is ImageInline image)
                _shown.Add((image.Source, image.AlternativeText));
            return base.Replace(inline);
        }
    }
}

/// <summary>Pictures in the order in which the book first shows them: the same in the same order are the same.</summary>
internal readonly record struct ShownPictures(ImmutableArray<(string Path, string Words)> All)
{
    public bool Equals(ShownPictures other) => All.AsSpan().SequenceEqual(other.All.AsSpan());

    public override int GetHashCode() => All.Length;
}
