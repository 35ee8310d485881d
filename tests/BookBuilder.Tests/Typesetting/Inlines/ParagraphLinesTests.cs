using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Inlines;

/// <summary>Where lines end, and what is kept of the text where they do.</summary>
public sealed class ParagraphLinesTests
{
    private readonly Desk _desk = Desk.FixedPitch();

    [Fact]
    public void Nothing_has_no_lines()
    {
        Assert.True(_desk.Ragged(20).IsEmpty);
        Assert.True(_desk.Ragged(20, _desk.Text("")).IsEmpty);
        Assert.True(_desk.Ragged(20, _desk.Text("  ")).IsEmpty);
    }

    [Fact]
    public void A_space_at_a_line_end_is_kept_without_width_so_that_words_do_not_run_together()
    {
        ComposedParagraph set = _desk.Ragged(8, _desk.Text("one two three"));
        Assert.Equal("one two |three", Desk.Copied(set));
        Line first = set.Lines[0];
        Assert.Equal(Length.Zero, Desk.Runs(first).Last().Glyphs[^1].Advance);
        Assert.Equal(35.Pt, first.Width);
    }

    [Fact]
    public void Justified_lines_fill_their_measure_to_the_last_scaled_point()
    {
        Text text = _desk.Text("In olden times when wishing still helped one there lived a king whose daughters were all beautiful and the youngest most of all");
        ComposedParagraph set = _desk.Set(_desk.Style with { Hyphenated = false }, 37, text);
        Assert.True(set.Lines.Length > 2);
        foreach (Line line in set.Lines[..^1])
        {
            Assert.Equal(185.Pt, line.Width);
            long sum = Desk.Runs(line).SelectMany(r => r.Glyphs).Sum(g => g.Advance.ScaledPoints);
            Assert.Equal(185.Pt, new Length(sum));
        }
        Assert.Equal(0, set.Lines[^1].Ratio);
    }

    [Fact]
    public void Letters_grow_and_shrink_as_far_as_they_may_and_no_farther_and_never_in_a_last_line()
    {
        Text text = _desk.Text("In olden times when wishing still helped one there lived a king whose daughters were all beautiful and the youngest most of all");
        ComposedParagraph set = _desk.Set(_desk.Style with { Hyphenated = false, Expansion = 0.02 }, 37, text);
        Assert.All(set.Lines.SelectMany(Desk.Runs), r => Assert.InRange(r.Expansion, 0.98, 1.02));
        Assert.Contains(set.Lines, l => Desk.Runs(l).Any(r => r.Expansion == 1.02));
        Assert.All(Desk.Runs(set.Lines[^1]), r => Assert.Equal(1, r.Expansion));
        ComposedParagraph plain = _desk.Set(_desk.Style with { Hyphenated = false, Expansion = 0 }, 37, text);
        Assert.All(plain.Lines.SelectMany(Desk.Runs), r => Assert.Equal(1, r.Expansion));
    }

    [Fact]
    public void A_word_with_a_notes_mark_is_divided_and_grows_as_if_it_had_none()
    {
        var mark = new NoteMark(new("c", 900), "1", true) { Id = _desk.NextId() };
        ComposedParagraph set = _desk.Set(_desk.Style with { Expansion = 0.02 }, 9, _desk.Text("responsibility"), mark);
        Assert.True(set.Lines[0].IsHyphenated);
    }

    [Fact]
    public void Code_keeps_its_width_in_a_justified_line()
    {
        var code = new CodeInline("let it be") { Id = _desk.NextId() };
        ComposedParagraph set = _desk.Set(_desk.Style with { Hyphenated = false, Expansion = 0.02 }, 33, _desk.Text("In olden times when wishing "), code, _desk.Text(" still helped one there lived a king whose daughters"));
        GlyphRun[] runs = [.. set.Lines.SelectMany(Desk.Runs)];
        Assert.All(runs.Where(r => r.Source.Node == code.Id), r => Assert.Equal(1, r.Expansion));
        Assert.Contains(runs, r => r.Expansion != 1);
    }

    [Fact]
    public void A_hyphen_the_breaking_made_is_an_artifact_that_reads_as_a_soft_hyphen()
    {
        ComposedParagraph set = _desk.Set(_desk.Style, 9, _desk.Text("responsibility"));
        Line first = set.Lines[0];
        Assert.True(first.IsHyphenated);
        GlyphRun hyphen = Desk.Runs(first).Last();
        Assert.Equal("\u00AD", hyphen.Text);
        Assert.Equal(FramePart.Artifact, hyphen.Source.Part);
        Assert.Equal(0x2010, hyphen.Glyphs[0].Id);
        Assert.Equal("responsibility", Desk.Copied(set).Replace("\u00AD|", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_soft_hyphen_is_seen_only_where_a_line_ends_and_then_alone_decides()
    {
        ComposedParagraph whole = _desk.Ragged(20, _desk.Text("super\u00ADcalifragilistic"));
        Assert.Equal("supercalifragilistic", Desk.Copied(whole));
        ComposedParagraph parted = _desk.Set(_desk.Style with { Alignment = LineAlignment.Left }, 15, _desk.Text("super\u00ADcalifragilistic"));
        Assert.Equal("super\u00AD|califragilistic", Desk.Copied(parted));
        Assert.Equal(6, parted.Lines[1].Start.Offset);
    }

    [Theory]
    [InlineData("It holds only 80 GB", "It holds only |80 GB", 17)]
    [InlineData("It moves at 2 TB/s", "It moves at |2 TB/s", 14)]
    [InlineData("All but some 3 % of it", "All but some |3 % of it", 15)]
    [InlineData("See Figure\u00A03.2 there", "See |Figure\u00A03.2 |there", 12)]
    [InlineData("the sea – the moon", "the sea – |the moon", 9)]
    [InlineData("the years 2019–2021", "the |years |2019–|2021", 6)]
    [InlineData("the sea—the moon", "the sea—|the moon", 10)]
    [InlineData("well-known", "well-|known", 6)]
    [InlineData("an e-mail", "an |e-mail", 6)]
    [InlineData("minus -5 here", "minus |-5 here", 8)]
    [InlineData("left/right and and/or", "left/right |and and/or", 11)]
    [InlineData("by J. Smith", "by |J. Smith", 9)]
    [InlineData("one\u200Btwo", "one|two", 4)]
    [InlineData("天地玄黃宇宙", "天地玄|黃宇宙", 3)]
    public void Lines_end_where_a_reader_expects_it(string text, string lines, int measure) =>
        Assert.Equal(lines, Desk.Copied(_desk.Ragged(measure, _desk.Text(text))));

    [Fact]
    public void An_address_ends_lines_after_its_signs_and_before_a_percent_sign_without_a_hyphen()
    {
        const string address = "https://example.org/path/to-a_page?query=1&other=two%20words";
        Link link = new(address, [_desk.Text(address)], IsAutolink: true) { Id = _desk.NextId() };
        for (int measure = 12; measure < 40; measure++)
        {
            ComposedParagraph set = _desk.Set(_desk.Style, measure, link);
            Assert.Equal(address, Desk.Copied(set).Replace("|", "", StringComparison.Ordinal));
            foreach (Line line in set.Lines[..^1])
            {
                string end = Desk.Runs(line).Last().Text;
                Line next = set.Lines[set.Lines.IndexOf(line) + 1];
                Assert.True("/.-_?&=:".Contains(end[^1], StringComparison.Ordinal) || Desk.Runs(next).First().Text[0] == '%', end);
                Assert.False(end.EndsWith("https:", StringComparison.Ordinal), end);
            }
        }
    }

    [Fact]
    public void Short_code_stays_whole_and_long_code_parts_after_its_points()
    {
        CodeInline Code(string value) => new(value) { Id = _desk.NextId() };
        Assert.Equal("call |a.b_c.d", Desk.Copied(_desk.Ragged(8, _desk.Text("call "), Code("a.b_c.d"))));
        string[] lines = Desk.Copied(_desk.Ragged(22, Code("System.Collections.Immutable"))).Split('|');
        Assert.Equal(["System.Collections.", "Immutable"], lines);
    }

    [Fact]
    public void A_forced_line_end_ends_a_line_that_is_not_stretched()
    {
        ComposedParagraph set = _desk.Set(_desk.Style, 30, _desk.Text("one two"), new LineBreak(), _desk.Text("three"));
        Assert.Equal("one two|three", Desk.Copied(set));
        Assert.Equal(35.Pt, set.Lines[0].Width);
    }

    [Fact]
    public void First_and_hanging_indents_move_lines_to_the_right()
    {
        TextStyle style = _desk.Style with { Alignment = LineAlignment.Left, Hyphenated = false, FirstIndent = 10.Pt, HangingIndent = 20.Pt };
        ComposedParagraph set = _desk.Set(style, 12, _desk.Text("one two three four"));
        Assert.Equal("one two |three |four", Desk.Copied(set));
        Assert.Equal([10.Pt, 20.Pt, 20.Pt], set.Lines.Select(l => Desk.Runs(l).First().Origin.X));
    }

    [Fact]
    public void Centred_and_right_aligned_lines_stand_where_they_should()
    {
        TextStyle style = _desk.Style with { Hyphenated = false };
        Assert.Equal(15.Pt, Desk.Runs(_desk.Set(style with { Alignment = LineAlignment.Center }, 10, _desk.Text("four")).Lines[0]).First().Origin.X);
        Assert.Equal(30.Pt, Desk.Runs(_desk.Set(style with { Alignment = LineAlignment.Right }, 10, _desk.Text("four")).Lines[0]).First().Origin.X);
    }

    [Fact]
    public void Small_marks_hang_out_of_a_justified_edge()
    {
        ComposedParagraph set = _desk.Set(_desk.Style with { Hyphenated = false }, 9, _desk.Text("some two, three four"));
        Assert.Equal(45.Pt + 5.Pt * 0.6, set.Lines[0].Width);
        ComposedParagraph quoted = _desk.Set(_desk.Style with { Hyphenated = false }, 12, _desk.Text("“quoted”"));
        Assert.Equal(-(5.Pt * 0.5), Desk.Runs(quoted.Lines[0]).First().Origin.X);
    }

    [Fact]
    public void A_word_that_cannot_be_divided_sticks_out_and_is_reported_with_its_place()
    {
        ComposedParagraph set = _desk.Set(_desk.Style with { Hyphenated = false }, 10, _desk.Text("the incomprehensibilities", line: 7));
        Assert.Equal(55.Pt, set.Lines[1].Overrun);
        Diagnostic said = Assert.Single(set.Lines[1].Said, d => d.Code == "BB2101");
        Assert.Equal(7, said.Span.Start.Line);
        Assert.Contains("55pt", said.Message, StringComparison.Ordinal);
        Assert.Contains("incomprehensibilities", said.Message, StringComparison.Ordinal);
        Assert.NotEmpty(said.Hints);
    }

    [Fact]
    public void Spaces_like_holes_are_reported()
    {
        ComposedParagraph set = _desk.Set(_desk.Style with { Hyphenated = false }, 24, _desk.Text("a be incomprehensibilities of it"));
        Assert.Contains(set.Lines.SelectMany(l => l.Said), d => d is { Code: "BB2102", Severity: Severity.Warning });
    }

    [Fact]
    public void A_paragraph_can_be_had_a_line_longer_or_shorter_where_its_words_allow()
    {
        Text text = _desk.Text("The moon pulls the sea, and the sea comes in. Twice a day it rises, twice it goes back, and that is it for now");
        ComposedParagraph best = ParagraphComposer.Compose(_desk.Context, [text], _desk.Style, 150.Pt);
        (ComposedParagraph? shorter, ComposedParagraph? longer) = ParagraphComposer.Otherwise(_desk.Context, [text], _desk.Style, 150.Pt, label: null, best.Lines.Length);
        Assert.Equal(best.Lines.Length + 1, longer?.Lines.Length);
        Assert.True(longer?.Demerits > best.Demerits);
        Assert.Null(shorter);
    }

    [Fact]
    public void The_sign_that_stands_for_a_picture_takes_no_words_with_it_where_it_was_typed()
    {
        ComposedParagraph set = _desk.Set(_desk.Style, 60, _desk.Text("\uFFFCzero\u200Bwidth"));
        Assert.Equal("\uFFFCzerowidth", string.Concat(set.Lines.SelectMany(l => l.Items.OfType<GlyphRun>()).Select(r => r.Text)));
    }

    [Fact]
    public void Ten_thousand_marks_in_one_paragraph_all_find_their_lines()
    {
        Inline[] content = [.. Enumerable.Range(0, 10_000).SelectMany(i => new Inline[] { _desk.Text("word "), new NoteMark(_desk.NextId(), "1", true) { Id = _desk.NextId() } })];
        ComposedParagraph set = _desk.Set(_desk.Style, 60, [.. content]);
        Assert.Equal(10_000, set.Lines.Sum(l => l.Notes.Length));
        Assert.Equal(10_000, set.Lines.Sum(l => l.Anchors.Length));
    }

    [Fact]
    public void A_picture_within_a_line_stands_on_the_baseline_no_higher_than_a_few_lines()
    {
        VectorPicture gull = new(new Drawing(400.Pt, 300.Pt, 400, 300, []));
        Desk desk = Desk.FixedPitch(new Pictures(new Dictionary<string, Picture> { ["gull.svg"] = gull }.ToFrozenDictionary()));
        ImageInline image = new("gull.svg", "a gull") { Id = desk.NextId() };
        Line line = Assert.Single(desk.Ragged(60, desk.Text("see "), image).Lines);
        DrawingFrame frame = line.Items.OfType<DrawingFrame>().Single();
        Assert.Equal((20.Pt, Length.Zero), (frame.Box.X, frame.Box.Bottom));
        Assert.Equal((160.Pt, 120.Pt), (frame.Box.Width, frame.Box.Height));
        Assert.Equal(120.Pt, line.Ascent);
        Assert.Equal(image.Id, frame.Source.Node);
    }

    [Fact]
    public void The_widths_for_tables_are_the_longest_piece_and_the_whole()
    {
        ImmutableArray<Inline> content = [_desk.Text("one three 80 GB")];
        Assert.Equal((25.Pt, 75.Pt), ParagraphComposer.Measure(_desk.Context, content, _desk.Style with { Hyphenated = false }));
        ImmutableArray<Inline> divided = [_desk.Text("responsibilities")];
        Assert.Equal(80.Pt, ParagraphComposer.Measure(_desk.Context, divided, _desk.Style with { Hyphenated = false }).Minimum);
        Assert.Equal(25.Pt, ParagraphComposer.Measure(_desk.Context, divided, _desk.Style).Minimum);
        ImmutableArray<Inline> forced = [_desk.Text("one"), new LineBreak(), _desk.Text("two four")];
        Assert.Equal(40.Pt, ParagraphComposer.Measure(_desk.Context, forced, _desk.Style).Natural);
    }
}
