using System.Collections.Immutable;
using BookBuilder.Mathematics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Mathematics;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Mathematics;

public sealed class MathComposerTests
{
    private readonly Desk _desk = Desk.RealFaces();

    private ComposedBox Set(string tex, bool isDisplay = false) =>
        MathComposer.Compose(_desk.Context, TexReader.Read(tex, SourceSpan.None).Value, _desk.Style, isDisplay, _desk.NextId());

    private static GlyphRun Run(ComposedBox box, string text) => box.Items.OfType<GlyphRun>().Single(r => r.Text == text);

    private static Length Gap(ComposedBox box, string left, string right)
    {
        GlyphRun a = Run(box, left);
        return Run(box, right).Origin.X - a.Origin.X - new Length(a.Glyphs.Sum(g => g.Advance.ScaledPoints));
    }

    [Fact]
    public void Letters_slant_figures_and_names_stand_upright_and_copying_gives_what_was_typed()
    {
        ComposedBox box = Set(@"2x+\sin y");
        Assert.Equal(["2", "x", "+", "sin", "y"], box.Items.OfType<GlyphRun>().Select(r => r.Text));
        GlyphRun upright = Set(@"\mathrm{x}").Items.OfType<GlyphRun>().Single();
        Assert.NotEqual(upright.Glyphs[0].Id, Run(box, "x").Glyphs[0].Id);
        Assert.All(box.Items, item => Assert.Equal(FramePart.Content, item.Source.Part));
    }

    [Theory]
    [InlineData("f(x)=[a]")]
    [InlineData(@"a<b\leq c")]
    [InlineData(@"\left(\frac{a}{b}\right\}\to\{c")]
    [InlineData(@"\unknown{a} + \text{(if x)}")]
    public void A_formula_in_a_Hebrew_book_is_turned_about_in_no_sign(string tex)
    {
        ComposedBox english = Set(tex);
        ComposedBox hebrew = MathComposer.Compose(_desk.Context, TexReader.Read(tex, SourceSpan.None).Value, _desk.Style with { Language = "he" }, false, _desk.NextId());
        Assert.Equal(english.Items.OfType<GlyphRun>().Select(Looks), hebrew.Items.OfType<GlyphRun>().Select(Looks));

        static string Looks(GlyphRun run) => $"{run.Text} {string.Join(' ', run.Glyphs.Select(g => g.Id))} at {run.Origin.X.Points:0.00}";
    }

    [Fact]
    public void Words_of_two_directions_in_a_formula_are_kept_in_the_order_in_which_they_are_read() => Assert.Equal(
        "\u05d0\u05d1 12 ab", string.Concat(MathComposer.Compose(_desk.Context, TexReader.Read("\\text{\u05d0\u05d1 12 ab}", SourceSpan.None).Value, _desk.Style with { Language = "he" }, false, _desk.NextId())
            .Items.OfType<GlyphRun>().Select(static r => r.Text)));

    [Fact]
    public void Every_frame_names_the_formula()
    {
        BookBuilder.Model.Blocks.NodeId owner = _desk.NextId();
        MathExpression math = TexReader.Read(@"\frac{a}{\sqrt{b}}", SourceSpan.None).Value;
        ComposedBox box = MathComposer.Compose(_desk.Context, math, _desk.Style, true, owner);
        Assert.All(box.Items, item => Assert.Equal(owner, item.Source.Node));
    }

    [Fact]
    public void A_plus_between_terms_has_medium_space_and_a_sign_has_none()
    {
        Assert.InRange(Gap(Set("a+b"), "+", "b").Points, 2.0, 2.4);
        Assert.InRange(Gap(Set("-b"), "−", "b").Points, -0.3, 0.3);
        Assert.InRange(Gap(Set("a=b"), "=", "b").Points, 2.6, 3.0);
        Assert.InRange(Gap(Set("a,b"), ",", "b").Points, 1.5, 1.9);
        ComposedBox script = Set("x^{a+b}");
        Assert.InRange(Gap(script, "+", "b").Points, -0.3, 0.3);
    }

    [Fact]
    public void Scripts_are_smaller_raised_and_lowered()
    {
        ComposedBox box = Set("x_i^2");
        GlyphRun sub = Run(box, "i"), super = Run(box, "2");
        Assert.True(super.Origin.Y < Length.Zero && sub.Origin.Y > Length.Zero);
        Assert.True(sub.Size < 8.Pt && super.Size < 8.Pt);
        Assert.True(super.Origin.X >= Run(box, "x").Origin.X + Run(box, "x").Glyphs[0].Advance);
    }

    [Fact]
    public void A_fraction_has_its_rule_on_the_axis_its_parts_centred_above_and_below()
    {
        ComposedBox box = Set(@"\frac{1}{1000}", isDisplay: true);
        BoxItem rule = box.Items.OfType<BoxItem>().Single();
        Length middle = rule.Box.Y + rule.Box.Height / 2;
        Assert.InRange(middle.Points, -3.2, -1.8);
        GlyphRun over = Run(box, "1"), under = Run(box, "1000");
        Assert.True(over.Origin.Y < rule.Box.Y && under.Origin.Y > rule.Box.Bottom);
        Length overCentre = over.Origin.X + over.Glyphs[0].Advance / 2, ruleCentre = rule.Box.X + rule.Box.Width / 2;
        Assert.InRange((overCentre - ruleCentre).Points, -0.05, 0.05);
        Assert.True(Set(@"\frac{1}{2}").Ascent < Set(@"\frac{1}{2}", isDisplay: true).Ascent);
    }

    [Fact]
    public void A_root_and_its_fences_grow_with_what_they_hold()
    {
        GlyphRun low = Run(Set(@"\sqrt{x}"), "√"), high = Run(Set(@"\sqrt{\frac{a}{b}}", true), "√");
        Assert.True(high.Size > low.Size * 1.3);
        ComposedBox fenced = Set(@"\left(\frac{a}{b}\right)", true);
        Assert.True(Run(fenced, "(").Size > 14.Pt);
        Assert.Equal(10.Pt, Run(Set("(x)"), "(").Size);
    }

    [Fact]
    public void Limits_stand_above_and_below_in_a_display_and_beside_within_a_line()
    {
        ComposedBox display = Set(@"\sum_{i}^{n}", true), inline = Set(@"\sum_{i}^{n}");
        Assert.True(Run(display, "n").Origin.X < Run(display, "∑").Origin.X + Run(display, "∑").Glyphs[0].Advance);
        Assert.True(Run(inline, "n").Origin.X >= Run(inline, "∑").Glyphs[0].Advance);
        Assert.True(Run(display, "∑").Size > Run(inline, "∑").Size);
    }

    [Fact]
    public void The_box_holds_the_ink_of_all_parts()
    {
        ComposedBox box = Set(@"\frac{a}{b} + \sqrt[3]{x^2} + \hat{y} + \sum_{i=1}^n x", true);
        foreach (BoxItem rule in box.Items.OfType<BoxItem>())
        {
            Assert.True(-rule.Box.Y <= box.Ascent);
            Assert.True(rule.Box.Right <= box.Width + new Length(8));
        }
        foreach (GlyphRun run in box.Items.OfType<GlyphRun>())
            Assert.InRange(run.Origin.Y.Points, -box.Ascent.Points - 0.01, box.Descent.Points + 0.01);
    }

    [Fact]
    public void A_face_without_mathematics_sets_formulas_too()
    {
        Desk plain = Desk.FixedPitch();
        ComposedBox box = MathComposer.Compose(plain.Context, TexReader.Read(@"\frac{x_1}{\sqrt{y}}", SourceSpan.None).Value, plain.Style, true, plain.NextId());
        Assert.True(box.Ascent > 5.Pt && box.Descent > Length.Zero);
    }
}
