using System.Xml.Linq;
using BookBuilder.Files;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Svg;
using BookBuilder.Manifest;
using BookBuilder.Markdown;
using BookBuilder.Mathematics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.PageText;
using FsCheck.Xunit;

namespace BookBuilder.Tests.Properties;

/// <summary>What holds of every text that is read: nothing is thrown, and every complaint has its place. The long campaign is tests/BookBuilder.Fuzz.</summary>
[Properties(Arbitrary = [typeof(Inputs)], MaxTest = 300, Replay = Seeds.Replay, QuietOnSuccess = true)]
public sealed class ReadingProperties
{
    [Property]
    public void Every_text_is_a_chapter(AnyText text)
    {
        Reported<Chapter> read = MarkdownReader.Read(new ChapterSource("a", "a.md", ChapterRole.Body, text.Value, "en-US"));
        InFile.AssertPlaced(read.Diagnostics, "a.md", text.Value.StartsWith('\ufeff') ? text.Value[1..] : text.Value);
    }

    [Property]
    public void Every_text_is_a_formula(AnyText text) =>
        Assert.All(TexReader.Read(text.Value, new SourceSpan("a.md", new(3, 1), new(3, 2))).Diagnostics, said => Assert.Equal("a.md", said.Span.Path));

    [Property]
    public void Every_text_is_a_printed_book(AnyText text) =>
        Assert.DoesNotContain(BookManifestReader.Read(PageTextFiles.Of(PageTextReader.Read(text.Value, "pages.txt", PageTextOverrides.None))[0].Text, "book.yml").Diagnostics,
            static d => d.Severity == Severity.Error);

    [Property]
    public void Every_manifest_is_read_or_told_with_its_place(AnyManifest manifest)
    {
        Reported<BookManifest?> read = BookManifestReader.Read(manifest.Value, "book.yml");
        InFile.AssertPlaced(read.Diagnostics, "book.yml", manifest.Value);
        Assert.True(read.Value is not null || read.Diagnostics.Any(static d => d.Severity == Severity.Error));
    }

    [Property]
    public void Every_drawing_is_written_clean_or_told(AnySvg svg)
    {
        Reported<Picture?> read = PictureReader.Read(System.Text.Encoding.UTF8.GetBytes(svg.Value), "a.svg", SourceSpan.OfFile("a.md"));
        if (read.Value is not VectorPicture picture)
        {
            Assert.Contains(read.Diagnostics, static d => d.Severity == Severity.Error);
            return;
        }
        foreach (XElement element in XDocument.Parse(SvgWriter.Write(picture.Drawing, "x-")).Descendants())
        {
            Assert.DoesNotContain(element.Name.LocalName, (string[])["script", "foreignObject", "set", "animate"]);
            foreach (XAttribute attribute in element.Attributes())
            {
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
                if (attribute.Name.LocalName == "href") Assert.Matches("^(#|data:image/)", attribute.Value);
            }
        }
    }

    [Property]
    public void No_path_leads_out_of_the_book(AnyPath path)
    {
        if (BookPath.Normalize(path.Value, "chapters") is not { } normal) return;
        string root = Path.GetFullPath("/book/root"), full = Path.GetFullPath(Path.Combine(root, normal));
        Assert.True(full == root || full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal), $"{path} leads to {full}");
        Assert.DoesNotContain(normal.Split('/'), static part => part is "." or "..");
    }
}

/// <summary>Where the random inputs begin: the same ones on every machine, so that a failure comes again.</summary>
internal static class Seeds
{
    public const string Replay = "20240229,1";
}
