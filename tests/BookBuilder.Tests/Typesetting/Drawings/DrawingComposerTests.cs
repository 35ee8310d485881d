using System.Collections.Immutable;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Drawings;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Drawings;

public sealed class DrawingComposerTests
{
    private readonly Desk _desk = Desk.RealFaces();

    private static DrawingText Text(TextAnchor anchor, params ImmutableArray<DrawingTextRun> runs) => new(50, 20, anchor, runs);

    private static DrawingTextRun Words(string text, string family = "sans-serif") =>
        new(text, 8, [family], 400, false, new SolidPaint(new Color(9, 8, 7)), 1);

    private DrawingFrame Set(params ImmutableArray<DrawingItem> items) =>
        DrawingComposer.Compose(_desk.Context, new Drawing(100.Pt, 100.Pt, 100, 100, items), new Rectangle(1.Pt, 2.Pt, 50.Pt, 50.Pt), _desk.NextId());

    private static Length Width(GlyphRun run) => new(run.Glyphs.Sum(g => g.Advance.ScaledPoints));

    [Fact]
    public void Texts_are_held_at_their_beginning_middle_or_end()
    {
        DrawingFrame frame = Set(Text(TextAnchor.Start, Words("Tides")), Text(TextAnchor.Middle, Words("Tides")), Text(TextAnchor.End, Words("Tides")));
        Length width = Width(frame.Texts[0][0]);
        Assert.Equal([50.Pt, 50.Pt - width / 2, 50.Pt - width], frame.Texts.Select(t => t[0].Origin.X));
        Assert.All(frame.Texts, t => Assert.Equal(20.Pt, t[0].Origin.Y));
        Assert.Equal(8.Pt, frame.Texts[0][0].Size);
        Assert.Equal(new Color(9, 8, 7), frame.Texts[0][0].Color);
    }

    [Fact]
    public void Runs_of_one_text_follow_each_other_with_their_shifts()
    {
        GlyphRun[] runs = [.. Set(Text(TextAnchor.Start, Words("CO"), Words("2") with { ShiftX = 1, ShiftY = 3 })).Texts[0]];
        Assert.Equal(50.Pt + Width(runs[0]) + 1.Pt, runs[1].Origin.X);
        Assert.Equal(23.Pt, runs[1].Origin.Y);
    }

    [Fact]
    public void Texts_come_in_drawing_order_groups_gone_through_depth_first()
    {
        DrawingGroup group = new(Affine.Identity, 1, null, [Text(TextAnchor.Start, Words("two")), Text(TextAnchor.Start, Words("three"))]);
        DrawingFrame frame = Set(Text(TextAnchor.Start, Words("one")), group, Text(TextAnchor.Start, Words("four")));
        Assert.Equal(["one", "two", "three", "four"], frame.Texts.Select(t => t[0].Text));
    }

    [Theory]
    [InlineData("Source Serif 4", "SourceSerif4")]
    [InlineData("serif", "SourceSerif4")]
    [InlineData("monospace", "SourceCodePro-Regular")]
    [InlineData("Comic Sans MS", "SourceSans3-Regular")]
    public void A_family_the_book_has_is_taken_else_its_sans(string asked, string face) =>
        Assert.StartsWith(face, Set(Text(TextAnchor.Start, Words("a", asked))).Texts[0][0].Face.Name, StringComparison.Ordinal);
}
