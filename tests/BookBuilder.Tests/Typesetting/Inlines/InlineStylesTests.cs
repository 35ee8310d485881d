using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Inlines;

/// <summary>How styles, notes, links and labels come out in frames.</summary>
public sealed class InlineStylesTests
{
    private readonly Desk _desk = Desk.RealFaces();

    private Line One(params ImmutableArray<Inline> content)
    {
        ComposedParagraph set = ParagraphComposer.Compose(_desk.Context, content, _desk.Style with { Alignment = LineAlignment.Left }, 1000.Pt);
        return Assert.Single(set.Lines);
    }

    private Styled Styled(InlineStyle style, params ImmutableArray<Inline> content) => new(style, content) { Id = _desk.NextId() };

    private static string FaceOf(Line line, string text) => Desk.Runs(line).Single(r => r.Text == text).Face.Name;

    [Fact]
    public void Emphasis_within_emphasis_is_upright_again()
    {
        Line line = One(_desk.Text("a"), Styled(InlineStyle.Emphasis, _desk.Text("b"), Styled(InlineStyle.Cite, _desk.Text("c")), Styled(InlineStyle.Strong, _desk.Text("d"))));
        Assert.Equal("SourceSerif4-It", FaceOf(line, "b"));
        Assert.Equal("SourceSerif4-Regular", FaceOf(line, "c"));
        Assert.Equal("SourceSerif4-BoldIt", FaceOf(line, "d"));
    }

    [Fact]
    public void Every_frame_names_its_leaf_and_the_offset_of_its_first_character()
    {
        Text first = _desk.Text("one two three "), second = _desk.Text("four");
        ComposedParagraph set = ParagraphComposer.Compose(_desk.Context, [first, Styled(InlineStyle.Emphasis, second)], _desk.Style with { Alignment = LineAlignment.Left }, 40.Pt);
        foreach (GlyphRun run in set.Lines.SelectMany(Desk.Runs).Where(r => r.Source.Part == FramePart.Content))
        {
            Text leaf = run.Source.Node == first.Id ? first : second;
            Assert.Equal(run.Text, leaf.Value.Substring(run.Source.Offset, run.Text.Length));
        }
        Assert.Equal(new FrameSource(first.Id, FramePart.Content, 8), set.Lines[1].Start);
    }

    [Fact]
    public void A_ligature_stands_for_all_its_letters_and_parts_where_a_hyphen_divides_it()
    {
        GlyphRun office = Desk.Runs(One(_desk.Text("office"))).Single();
        Assert.Equal("office", office.Text);
        Assert.True(office.Glyphs.Length < 6);
        TextStyle narrow = _desk.Style with { Alignment = LineAlignment.Left };
        ComposedParagraph set = ParagraphComposer.Compose(_desk.Context, [_desk.Text("ef\u00ADficiency")], narrow, 30.Pt);
        Assert.Equal("ef\u00AD|ficiency", Desk.Copied(set));
        Line second = set.Lines[1];
        Length sum = new(Desk.Runs(second).SelectMany(r => r.Glyphs).Sum(g => g.Advance.ScaledPoints));
        Assert.Equal(second.Width, sum);
        Assert.Equal(Desk.Runs(One(_desk.Text("ficiency"))).Single().Glyphs.Select(g => g.Id), Desk.Runs(second).Single().Glyphs.Select(g => g.Id));
    }

    [Fact]
    public void Kerning_does_not_stop_where_a_link_begins()
    {
        Line whole = One(_desk.Text("AVAVAV"));
        Line parted = One(_desk.Text("AVA"), new Reference(_desk.NextId(), [_desk.Text("VAV")]) { Id = _desk.NextId() });
        Assert.Equal(whole.Width, parted.Width);
        Assert.Equal(2, Desk.Runs(parted).Count());
    }

    [Fact]
    public void A_ligature_never_joins_two_leaves()
    {
        Line line = One(_desk.Text("of"), new Reference(_desk.NextId(), [_desk.Text("fice")]) { Id = _desk.NextId() });
        Assert.Equal(["of", "fice"], Desk.Runs(line).Select(r => r.Text));
    }

    [Fact]
    public void A_note_mark_is_raised_led_to_its_note_and_brings_the_note_to_the_line()
    {
        NoteMark mark = new(_desk.NextId(), "3", IsFirst: true) { Id = _desk.NextId() };
        NoteMark again = new(_desk.NextId(), "1", IsFirst: false) { Id = _desk.NextId() };
        Line line = One(_desk.Text("sea"), mark, _desk.Text(" and"), again);
        Assert.Equal<NodeId[]>([mark.Note], [.. line.Notes]);
        Assert.Equal([mark.Id, again.Id], line.Anchors.Select(a => a.Node));
        GlyphRun run = Desk.Runs(line).Single(r => r.Source.Node == mark.Id);
        Assert.Equal("3", run.Text);
        Assert.NotEqual(Desk.Runs(One(_desk.Text("3"))).Single().Glyphs[0].Id, run.Glyphs[0].Id);
        LinkArea area = line.Items.OfType<LinkArea>().First();
        Assert.Equal(new NodeTarget(mark.Note), area.Target);
        Assert.Equal(run.Origin.X, area.Box.X);
    }

    [Fact]
    public void Two_marks_side_by_side_are_printed_apart_by_a_raised_comma()
    {
        NoteMark five = new(_desk.NextId(), "5", true) { Id = _desk.NextId() }, six = new(_desk.NextId(), "6", true) { Id = _desk.NextId() };
        Line line = One(_desk.Text("sea"), five, six);
        Assert.Equal(["sea", "5", ",", "6"], Desk.Runs(line).Select(r => r.Text));
        GlyphRun comma = Desk.Runs(line).Single(r => r.Text == ",");
        Assert.Equal(FramePart.Artifact, comma.Source.Part);
        Assert.True(comma.Origin.Y < Length.Zero);
        Assert.Equal<NodeId[]>([five.Note, six.Note], [.. line.Notes]);
    }

    [Fact]
    public void No_line_begins_with_a_note_mark()
    {
        Desk desk = Desk.FixedPitch();
        NoteMark mark = new(desk.NextId(), "1", true) { Id = desk.NextId() };
        Assert.Equal("the |sea1 |now", Desk.Copied(desk.Ragged(7, desk.Text("the sea"), mark, desk.Text(" now"))));
        Assert.Equal("the sea—1|now", Desk.Copied(desk.Ragged(9, desk.Text("the sea—"), mark, desk.Text("\u200Bnow"))));
    }

    [Fact]
    public void Raised_and_lowered_text_does_not_make_a_line_higher()
    {
        Line plain = One(_desk.Text("water H"));
        Line scripts = One(_desk.Text("water H"), Styled(InlineStyle.Subscript, _desk.Text("2")), _desk.Text("O, x"), Styled(InlineStyle.Superscript, _desk.Text("n+1")));
        Assert.Equal(plain.Ascent, scripts.Ascent);
        Assert.Equal(plain.Descent, scripts.Descent);
        Assert.True(plain.Ascent + plain.Descent <= 12.Pt + new Length(2));
    }

    [Fact]
    public void Rules_and_backgrounds_cover_what_they_decorate_and_no_more()
    {
        Line line = One(_desk.Text("a "), Styled(InlineStyle.Underline, _desk.Text("b")), _desk.Text(" "), Styled(InlineStyle.Highlight, _desk.Text("c")), _desk.Text(" "),
            Styled(InlineStyle.Strikeout, _desk.Text("d")));
        BoxItem[] boxes = [.. line.Items.OfType<BoxItem>()];
        Assert.Equal(3, boxes.Length);
        Assert.IsType<BoxItem>(line.Items[0]);
        foreach ((string text, BoxItem box) in new[] { ("c", boxes[0]), ("b", boxes[1]), ("d", boxes[2]) })
        {
            GlyphRun run = Desk.Runs(line).Single(r => r.Text == text);
            Assert.Equal(run.Origin.X, box.Box.X);
            Assert.Equal(run.Glyphs[0].Advance, box.Box.Width);
        }
        Assert.True(boxes[1].Box.Y > Length.Zero && boxes[2].Box.Bottom < Length.Zero);
    }

    [Fact]
    public void A_link_over_two_lines_has_two_places_to_click()
    {
        Link link = new("https://x.org", [_desk.Text("one two")]) { Id = _desk.NextId() };
        ComposedParagraph set = ParagraphComposer.Compose(_desk.Context, [link], _desk.Style with { Alignment = LineAlignment.Left }, 20.Pt);
        Assert.Equal(2, set.Lines.Length);
        foreach (Line line in set.Lines)
        {
            LinkArea area = line.Items.OfType<LinkArea>().Single();
            Assert.Equal(new UriTarget("https://x.org"), area.Target);
            Assert.Equal(link.Id, area.Source.Node);
            Assert.Equal(line.Width, area.Box.Right);
            Assert.Equal(_desk.Style.LinkColor, Desk.Runs(line).First().Color);
        }
    }

    [Fact]
    public void A_generated_label_stands_before_the_text_and_belongs_to_its_owner()
    {
        NodeId owner = _desk.NextId();
        ParagraphLabel label = new("12.", null, owner, 24.Pt);
        TextStyle style = _desk.Style with { Alignment = LineAlignment.Left, HangingIndent = 24.Pt };
        ComposedParagraph set = ParagraphComposer.Compose(_desk.Context, [_desk.Text("one two three four five six")], style, 80.Pt, label);
        GlyphRun first = Desk.Runs(set.Lines[0]).First();
        Assert.Equal(new FrameSource(owner, FramePart.Label), first.Source);
        Assert.All(set.Lines, line => Assert.Equal(24.Pt, Desk.Runs(line).First(r => r.Source.Part == FramePart.Content).Origin.X));
        Assert.Equal(FramePart.Content, set.Lines[0].Start.Part);
        Line alone = Assert.Single(ParagraphComposer.Compose(_desk.Context, [], style, 80.Pt, label).Lines);
        Assert.Equal("12.", Desk.Runs(alone).Single().Text);
    }

    [Fact]
    public void A_stretch_in_another_language_is_divided_by_its_own_rules()
    {
        SpanInline span = new([_desk.Text("responsibilities")]) { Id = _desk.NextId(), Attributes = new Attributes { Values = [new("lang", "tlh")] } };
        TextStyle style = _desk.Style with { Alignment = LineAlignment.Left };
        Assert.Single(ParagraphComposer.Compose(_desk.Context, [span], style, 40.Pt).Lines);
        Assert.True(ParagraphComposer.Compose(_desk.Context, [_desk.Text("responsibilities")], style, 40.Pt).Lines.Length > 1);
    }

    [Fact]
    public void A_character_that_no_face_has_is_reported_once_with_its_own_place()
    {
        One(_desk.Text("ab\u0C15c", line: 4));
        One(_desk.Text("\u0C15"));
        Diagnostic said = Assert.Single(_desk.Sink.ToImmutable());
        Assert.Equal("BB2150", said.Code);
        Assert.Equal(new SourcePosition(4, 3), said.Span.Start);
        Assert.Contains("U+0C15", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_could_not_be_read_leaves_its_words()
    {
        ImageInline image = new("missing.png", "a gull") { Id = _desk.NextId() };
        Line line = One(_desk.Text("see "), image);
        Assert.Equal("[a gull]", Desk.Runs(line).Last().Text);
        Assert.Equal(image.Id, Desk.Runs(line).Last().Source.Node);
    }

    [Fact]
    public void Words_that_run_from_right_to_left_stand_in_turned_order()
    {
        Line line = One(_desk.Text("a "), _desk.Text("אב"), _desk.Text(" "), _desk.Text("גד"), _desk.Text(" z"));
        Length X(string text) => Desk.Runs(line).First(r => r.Text.Contains(text, StringComparison.Ordinal)).Origin.X;
        Assert.True(X("a") < X("גד") && X("גד") < X("אב") && X("אב") < X("z"));
    }

    [Fact]
    public void The_same_paragraph_gives_the_same_frames()
    {
        ImmutableArray<Inline> content = [_desk.Text("In olden times when wishing still helped one, there lived a king whose daughters were all beautiful.")];
        string Show() => string.Join(';', ParagraphComposer.Compose(_desk.Context, content, _desk.Style, 150.Pt).Lines
            .SelectMany(Desk.Runs).Select(r => $"{r.Origin}{r.Text}{string.Join(',', r.Glyphs)}"));
        Assert.Equal(Show(), Show());
    }
}
