using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>Nothing is said of accessibility that the book does not have.</summary>
public sealed class AccessibilityMetadataTests
{
    private static readonly Figure Described = new("a.png", "Words", [new Text("Caption")], []);
    private static readonly Figure Undescribed = new("a.png", "", [new Text("Caption")], []);

    [Fact]
    public void A_book_of_words_offers_what_every_book_of_ours_does() =>
        // The cover is a picture; the book has none other.
        Assert.Equal(["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA", "alternativeText"], Features(Para("x")));

    [Fact]
    public void Pictures_are_called_described_only_when_all_of_them_are()
    {
        Assert.Contains("alternativeText", Features(Described));
        Assert.DoesNotContain("alternativeText", Features(Described, Undescribed));
        Assert.DoesNotContain("alternativeText", Features(Para(new ImageInline("a.png", ""))));
        Assert.Equal(["textual", "textual,visual"], Said("schema:accessModeSufficient", Described));
        Assert.Equal(["textual,visual"], Said("schema:accessModeSufficient", Described, Undescribed));
        Assert.Contains("Some pictures have no text alternative.", Said("schema:accessibilitySummary", Undescribed).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_tells_nothing_needs_no_words() =>
        Assert.Contains("alternativeText", Features(new Figure("a.png", "", [], []) { Attributes = new() { Classes = ["decorative"] } }));

    [Fact]
    public void Formulas_are_called_described_only_when_all_can_be_said()
    {
        var said = new MathBlock(new MathExpression("x", new MathIdentifier("x"), "x"));
        var unsaid = new MathBlock(new MathExpression("x", new MathIdentifier("x"), ""));
        Assert.Equal(["MathML", "describedMath"], Features(said).Except(Features()));
        Assert.Equal(["MathML"], Features(said, unsaid).Except(Features()));
        Assert.Equal(["textual,visual"], Said("schema:accessModeSufficient", unsaid));
    }

    [Fact]
    public void What_a_picture_shows_is_told_where_its_author_says_it_or_a_drawing_has_words()
    {
        Figure Of(string kind) => Described with { Attributes = new() { Classes = [kind] } };
        Assert.Equal(["textual", "visual"], Said("schema:accessMode", Described));
        Assert.Equal(["textual", "visual", "chartOnVisual", "diagramOnVisual", "textOnVisual"], Said("schema:accessMode", Of("chart"), Of("diagram"), Of("words")));

        var run = new DrawingTextRun("North", 10, ["serif"], 400, false, new SolidPaint(new Color(0, 0, 0)), 1);
        var map = new VectorPicture(new Drawing(90.Pt, 45.Pt, 90, 45, [new DrawingGroup(Affine.Identity, 1, null, [new DrawingText(0, 0, TextAnchor.Start, [run])])]));
        Assert.Equal(["textual", "visual", "textOnVisual"], Said(Resolve(Book(Chapter("one", Title("One"), Described))), "schema:accessMode", map));
    }

    [Fact]
    public void Headings_are_called_a_structure_only_when_none_skips_a_level()
    {
        Heading Of(int level) => new(level, [new Text("x")]);
        Assert.Contains("structuralNavigation", Features(Of(2), Of(3), Of(2)));
        Assert.DoesNotContain("structuralNavigation", Features(Of(2), Of(4)));
        Assert.DoesNotContain("structuralNavigation", Features(new Division([Of(3)])));
    }

    [Fact]
    public void An_index_is_told_where_there_is_one()
    {
        ResolvedBook book = Resolve(Book(Chapter("one", Title("One")),
            Chapter("end", new Heading(1, [new Text("Index")]) { Attributes = new() { Classes = ["index"] } }) with { Role = ChapterRole.BackMatter }));
        Assert.Contains("index", Said(book, "schema:accessibilityFeature"));
        Assert.DoesNotContain("index", Features());
    }

    [Fact]
    public void What_moves_is_no_hazard_that_anybody_has_ruled_out()
    {
        Assert.Equal(["none"], Said("schema:accessibilityHazard", Described));
        var moving = new RasterPicture(new RasterImage { Format = RasterFormat.Png, File = Animated(Png), PixelWidth = 1, PixelHeight = 1, Colors = RasterColors.Gray });
        ResolvedBook book = Resolve(Book(Chapter("one", Title("One"), Described)));
        Assert.Equal(["unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard"], Said(book, "schema:accessibilityHazard", moving));
        Assert.Contains("Some pictures move", Said(book, "schema:accessibilitySummary", moving).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cover_that_moves_counts()
    {
        byte[] epub = Write(Resolve(Book(Chapter("one", Title("One")))), options: Options with { Cover = Animated(Png) });
        Assert.Equal(["unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard"], Metas(epub, "schema:accessibilityHazard").Select(m => m.Value));
    }

    [Theory]
    [InlineData("en-GB", "en", "The text flows with ")]
    [InlineData("de-AT", "de", "Der Text richtet sich ")]
    [InlineData("fr", "fr", "Le texte s’adapte ")]
    [InlineData("es-MX", "es", "El texto se adapta ")]
    [InlineData("fi", "en", "The text flows with ")]
    public void The_summary_is_in_the_book_s_language_if_we_speak_it(string language, string spoken, string begins)
    {
        XElement summary = Metas(Write(Resolve(Book(Chapter("one", Title("One"))) with { Metadata = Metadata with { Language = language } })), "schema:accessibilitySummary").Single();
        Assert.Equal(spoken, (string?)summary.Attribute(XNamespace.Xml + "lang"));
        Assert.StartsWith(begins, summary.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_author_s_own_summary_takes_its_place_in_the_book_s_language()
    {
        XElement summary = Metas(Write(Resolve(Book(Chapter("one", Title("One")))), options: Options with { Accessibility = new() { Summary = "Read it aloud." } }), "schema:accessibilitySummary").Single();
        Assert.Equal("Read it aloud.", summary.Value);
        Assert.Null(summary.Attribute(XNamespace.Xml + "lang"));
    }

    private static string[] Features(params ImmutableArray<Block> blocks) => Said("schema:accessibilityFeature", blocks);

    private static string[] Said(string property, params ImmutableArray<Block> blocks) => Said(Resolve(Book(Chapter("one", [Title("One"), .. blocks]))), property);

    private static string[] Said(ResolvedBook book, string property, Picture? picture = null)
    {
        Pictures pictures = picture is null ? Pictures("a.png") : new(new Dictionary<string, Picture> { ["a.png"] = picture }.ToFrozenDictionary());
        return [.. Metas(Write(book, pictures), property).Select(m => m.Value)];
    }

    private static IEnumerable<XElement> Metas(byte[] epub, string property) =>
        Xml(epub, "EPUB/package.opf").Descendants(Opf + "meta").Where(m => (string?)m.Attribute("property") == property);

    /// <summary>The same picture with the chunk that announces an animation, after its header of 33 bytes.</summary>
    private static byte[] Animated(byte[] png)
    {
        byte[] chunk = new byte[20];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 8);
        "acTL"u8.CopyTo(chunk.AsSpan(4));
        return [.. png[..33], .. chunk, .. png[33..]];
    }
}
