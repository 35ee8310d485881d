using BookBuilder.Building;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Tests.Building;

/// <summary>A cover is made for a book that has none, and its words fit.</summary>
public sealed class CoverTests
{
    [Theory]
    [InlineData("Sea", null)]
    [InlineData("The Ethical Dilemma of Producing Artificial Intelligence (AI)", "What large language models cost, and who pays")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "Eine Geschichte")]
    [InlineData("An Account of the Travels, Trials and Tribulations of Several Persons of Quality in the Northern Parts of the Kingdom, Together with Remarks on the Weather, the Roads, the Inns and the Manners of the Inhabitants, and a Map", "A subtitle that is itself so long that nobody would ever print it on the cover of a book, least of all under such a title, and yet it is there, and longer still than anybody thought")]
    public void Every_line_stands_inside_the_margins_and_none_upon_another(string title, string? subtitle)
    {
        var metadata = new BookMetadata { Title = title, Subtitle = subtitle, Authors = [.. Enumerable.Range(1, 9).Select(i => new Contributor($"Somebody Number {i}"))] };
        Drawing drawing = CoverComposer.Compose(metadata, new BookDesign(), new FixedPitchShaper());
        DrawingText[] lines = [.. drawing.Items.OfType<DrawingText>()];
        Assert.All(lines, line => Assert.True(line.X + line.Runs[0].Text.Length * line.Runs[0].Size / 2 <= CoverComposer.Width - 129, line.Runs[0].Text));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Y >= pair.Second.Runs[0].Size * 0.9, pair.Second.Runs[0].Text));
        Assert.True(lines[^1].Y < CoverComposer.Height - 100);
    }

    [Fact]
    public void The_same_title_has_the_same_pattern_and_another_has_another()
    {
        string Pattern(string title) => string.Join(';', CoverComposer.Compose(new BookMetadata { Title = title }, new BookDesign(), new FixedPitchShaper())
            .Items.OfType<DrawingShape>().Select(s => (s.Contour.Segments[0], s.Fill)));
        Assert.Equal(Pattern("Sea"), Pattern("Sea"));
        Assert.NotEqual(Pattern("Sea"), Pattern("Land"));
    }
}
