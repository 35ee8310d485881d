using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>What parts look like on their own pages and in the contents.</summary>
public sealed class PartPagesTests
{
    private static readonly PagedBook Pages = Composed();

    [Fact]
    public void A_part_is_named_in_capitals_that_read_as_they_were_written()
    {
        GlyphRun label = Assert.Single(Runs(Pages), r => r.Source.Node.Chapter == "b" && r.Text.StartsWith("Part", StringComparison.Ordinal));
        var capitals = new FixedPitchShaper().Shape(label.Text.ToUpperInvariant(), new FontRequest("Any", 400, false, 10.Pt, FontFeatures.None, "en-US"));
        Assert.Equal(capitals.SelectMany(r => r.Glyphs).Select(g => g.Id), label.Glyphs.Select(g => g.Id));
    }

    [Fact]
    public void In_the_contents_the_titles_of_parts_and_chapters_begin_at_one_edge()
    {
        ImmutableArray<GlyphRun> contents = [.. Pages.Pages.TakeWhile(p => p.Label != "1").SelectMany(p => p.Body).OfType<GlyphRun>()];
        Length[] edges = [.. new[] { "Tides", "Towns", "Bergen" }.Select(title => contents.Last(r => r.Text.StartsWith(title, StringComparison.Ordinal)).Origin.X)];
        Assert.Single(edges.Distinct());
    }

    private static IEnumerable<GlyphRun> Runs(PagedBook book) => book.Pages.SelectMany(p => p.Body).OfType<GlyphRun>();

    private static PagedBook Composed()
    {
        var metadata = new BookMetadata { Title = "Harbours", Authors = [new Contributor("Ada Moon")], Identifiers = [new("uri", "urn:harbours")] };
        ImmutableArray<Chapter> chapters =
        [
            Read("a", ChapterRole.Body, "# Tides\n\nWords."), Read("b", ChapterRole.Part, "# Towns"), Read("c", ChapterRole.Body, "# Bergen\n\nWords."),
        ];
        return Sheets.Compose(Resolver.Resolve(new Book(metadata, Sheets.Design(40, 30), new BookPlan(), chapters)).Value).Value;
    }

    private static Chapter Read(string key, ChapterRole role, string text) =>
        MarkdownReader.Read(new ChapterSource(key, $"{key}.md", role, text, "en-US")).Value;
}
