using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BookBuilder.Epub;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Tests.Epub;

/// <summary>Small books for the tests of this room, and the files that become of them.</summary>
internal static class EpubFixture
{
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";
    public static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";

    /// <summary>One white pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGi6gUwAAAABJRU5ErkJggg==");

    public static EpubOptions Options { get; } = new() { Cover = Png, CoverMediaType = "image/png", CoverAlternativeText = "The title on grey" };

    public static BookMetadata Metadata { get; } = new()
    {
        Title = "Tides & Harbours",
        Authors = [new("Ann Bell", null, "Bell, Ann")],
        Date = new DateOnly(2023, 8, 16),
        Language = "en-US",
        Identifiers = [new("uuid", "0B1C2D3E-1111-5222-8333-444455556666")],
    };

    public static Book Book(params ImmutableArray<Chapter> chapters) => new(Metadata, new BookDesign(), new BookPlan(), chapters);

    public static Chapter Chapter(string key, params ImmutableArray<Block> blocks) => Chapter(key, [], blocks);

    public static Chapter Chapter(string key, ImmutableArray<NoteDefinition> notes, params ImmutableArray<Block> blocks) =>
        new() { Key = key, Path = key + ".md", Role = ChapterRole.Body, Content = blocks, Notes = notes };

    public static Heading Title(string words) => new(1, [new Text(words)]);

    public static Paragraph Para(params ImmutableArray<Inline> content) => new(content);

    public static Paragraph Para(string words) => new([new Text(words)]);

    public static ResolvedBook Resolve(Book book) => Resolver.Resolve(book).Value;

    public static Pictures Pictures(params ReadOnlySpan<string> paths)
    {
        Dictionary<string, Picture> all = [];
        foreach (string path in paths)
            all.Add(path, new RasterPicture(new RasterImage { Format = RasterFormat.Png, File = Png, PixelWidth = 120, PixelHeight = 60, Colors = RasterColors.Gray }));
        return new Pictures(all.ToFrozenDictionary());
    }

    public static byte[] Write(ResolvedBook book, Pictures? pictures = null, PageMap? pages = null, EpubOptions? options = null)
    {
        var output = new MemoryStream();
        EpubPublication.Write(book, pictures ?? BookBuilder.Graphics.Pictures.None, pages, options ?? Options, output);
        return output.ToArray();
    }

    /// <summary>The publication's files by their path.</summary>
    public static Dictionary<string, byte[]> Files(byte[] epub)
    {
        using var zip = new ZipArchive(new MemoryStream(epub));
        Dictionary<string, byte[]> files = [];
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            var bytes = new MemoryStream();
            using Stream stream = entry.Open();
            stream.CopyTo(bytes);
            files.Add(entry.FullName, bytes.ToArray());
        }
        return files;
    }

    public static string Text(byte[] epub, string path) => Encoding.UTF8.GetString(Files(epub)[path]);

    public static XDocument Xml(byte[] epub, string path) => Parse(Files(epub)[path]);

    public static XDocument Parse(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>What becomes of blocks in the body of a chapter, after its title, as written.</summary>
    public static string Body(Block[] blocks, Pictures? pictures = null, ImmutableArray<NoteDefinition> notes = default)
    {
        ResolvedBook book = Resolve(Book(Chapter("one", notes.IsDefault ? [] : notes, [Title("One"), .. blocks])));
        string file = Text(Write(book, pictures), "EPUB/one.xhtml");
        int from = file.IndexOf("</h1>", StringComparison.Ordinal) + 6;
        int to = file.IndexOf("</section>\n</body>", from, StringComparison.Ordinal);
        return file[from..to].TrimEnd('\n');
    }

    public static string Body(params Block[] blocks) => Body(blocks, null);

    public static string Inline(params ImmutableArray<Inline> inlines) => Body(Para(inlines))["<p>".Length..^"</p>".Length];
}
