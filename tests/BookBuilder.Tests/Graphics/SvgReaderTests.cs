using System.Collections.Immutable;
using System.Text;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Graphics;

public sealed class SvgReaderTests
{
    private static Reported<Picture?> Read(string svg, BookLimits? limits = null) =>
        PictureReader.Read(Encoding.UTF8.GetBytes(svg), "f.svg", SourceSpan.OfFile("01.md"), limits ?? BookLimits.Default);

    /// <summary>A drawing of 100 x 100 units with this inside, about which nothing is said; what reaches out of it is cut, and here shown without the cut.</summary>
    private static ImmutableArray<DrawingItem> Items(string inside)
    {
        Reported<Picture?> read = Read(Svg(inside));
        Assert.Empty(read.Diagnostics);
        ImmutableArray<DrawingItem> items = Assert.IsType<VectorPicture>(read.Value).Drawing.Items;
        return items is [DrawingGroup { Clip: Contour clip } window] && Path(clip) == "M0,0 L100,0 L100,100 L0,100 Z" ? window.Items : items;
    }

    private static Drawing Whole(string svg) => Assert.IsType<VectorPicture>(Read(svg).Value).Drawing;

    private static string Svg(string inside) => $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 100'>{inside}</svg>";

    private static DrawingShape Shape(string inside) => Assert.IsType<DrawingShape>(Assert.Single(Items(inside)));

    private static DrawingText Text(string inside) => Assert.IsType<DrawingText>(Assert.Single(Items(inside)));

    private static string Path(Contour contour) => string.Join(' ', contour.Segments.Select(s => s.Kind switch
    {
        SegmentKind.Move => $"M{Point(s.X, s.Y)}",
        SegmentKind.Line => $"L{Point(s.X, s.Y)}",
        SegmentKind.Curve => $"C{Point(s.X1, s.Y1)},{Point(s.X2, s.Y2)},{Point(s.X, s.Y)}",
        _ => "Z",
    }));

    private static string Point(double x, double y) => FormattableString.Invariant($"{Math.Round(x, 2) + 0.0},{Math.Round(y, 2) + 0.0}");

    private static string Said(string inside) => string.Join("\n", Read(Svg(inside)).Diagnostics.Select(d => $"{d.Code} {d.Message}"));

    [Theory]
    [InlineData("width='200' height='100' viewBox='0 0 50 25'", 150, 75, 50, 25)]
    [InlineData("width='72pt' height='1in' viewBox='0 0 10 10'", 72, 72, 10, 10)]
    [InlineData("width='25.4mm' viewBox='0 0 10 20'", 72, 144, 10, 20)]
    [InlineData("width='100%' height='100%' viewBox='0 0 40 20'", 30, 15, 40, 20)]
    [InlineData("width='40' height='20'", 30, 15, 40, 20)]
    [InlineData("", 225, 112.5, 300, 150)]
    [InlineData("width='200' height='100' viewBox='0 0 50 50'", 150, 75, 100, 50)]
    [InlineData("width='200' height='100' viewBox='0 0 50 50' preserveAspectRatio='xMidYMid slice'", 150, 75, 50, 25)]
    [InlineData("width='200' height='100' viewBox='0 0 50 50' preserveAspectRatio='none'", 150, 75, 50, 50)]
    public void The_size_is_the_file_s_own(string attributes, double width, double height, double viewWidth, double viewHeight)
    {
        Drawing drawing = Whole($"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>");
        Assert.Equal((width.Pt, height.Pt), (drawing.Width, drawing.Height));
        Assert.Equal((viewWidth, viewHeight), (drawing.ViewWidth, drawing.ViewHeight));
    }

    [Fact]
    public void A_view_box_that_begins_elsewhere_is_moved_to_the_corner()
    {
        Drawing drawing = Whole("<svg xmlns='http://www.w3.org/2000/svg' viewBox='-10 5 20 20'><line x1='-10' y1='5' x2='0' y2='9' stroke='red'/></svg>");
        Assert.Equal(new Affine(1, 0, 0, 1, 10, -5), Assert.IsType<DrawingGroup>(Assert.Single(drawing.Items)).Transform);
    }

    [Fact]
    public void What_reaches_out_of_the_drawing_is_cut_at_its_edge()
    {
        DrawingGroup window = Assert.IsType<DrawingGroup>(Assert.Single(Whole(Svg("<rect x='90' width='20' height='5'/>")).Items));
        Assert.Equal("M0,0 L100,0 L100,100 L0,100 Z", Path(window.Clip!));
        Assert.IsType<DrawingText>(Assert.Single(Whole(Svg("<text x='95' y='10'>long text at the edge</text>")).Items));
    }

    [Fact]
    public void Title_and_description_are_kept()
    {
        Drawing drawing = Whole(Svg("<title>Water\n use</title><desc>Two bars.</desc>"));
        Assert.Equal(("Water use", "Two bars."), (drawing.Title, drawing.Description));
    }

    [Theory]
    [InlineData("M1 2 L3 4 H5 V6 Z", "M1,2 L3,4 L5,4 L5,6 Z")]
    [InlineData("m1,2 3,4 h5v6z l1 1", "M1,2 L4,6 L9,6 L9,12 Z M1,2 L2,3")]
    [InlineData("M0 0C1 2 3 4 5 6S9 9 10 10", "M0,0 C1,2,3,4,5,6 C7,8,9,9,10,10")]
    [InlineData("M0 0Q3 3 6 0T12 0", "M0,0 C2,2,4,2,6,0 C8,-2,10,-2,12,0")]
    [InlineData("M.5.5-1e1-2", "M0.5,0.5 L-10,-2")]
    [InlineData("M10 0A10 10 0 01 0 10", "M10,0 C10,5.52,5.52,10,0,10")]
    [InlineData("M10 0a10,10 0 1 0-10 10", "M10,0 C10,-5.52,5.52,-10,0,-10 C-5.52,-10,-10,-5.52,-10,0 C-10,5.52,-5.52,10,0,10")]
    [InlineData("M0 0A0 5 0 0 0 3 4", "M0,0 L3,4")]
    [InlineData("M0 0 A1 1 0 0 1 4 0", "M0,0 C0,-1.1,0.9,-2,2,-2 C3.1,-2,4,-1.1,4,0")]
    public void Path_data_becomes_lines_and_cubics(string data, string expected) =>
        Assert.Equal(expected, Path(Shape($"<path d='{data}'/>").Contour));

    [Fact]
    public void Path_data_with_a_mistake_is_drawn_up_to_it_and_told_with_its_place()
    {
        Reported<Picture?> read = Read("<svg xmlns='http://www.w3.org/2000/svg'>\n  <path d='M0 0 L1 1 X9'/></svg>");
        Assert.Equal("M0,0 L1,1", Path(Assert.IsType<DrawingShape>(Assert.IsType<VectorPicture>(read.Value).Drawing.Items[0]).Contour));
        Diagnostic said = Assert.Single(read.Diagnostics);
        Assert.Equal(("BB4114", Severity.Warning, "f.svg", new SourcePosition(2, 3)), (said.Code, said.Severity, said.Span.Path, said.Span.Start));
    }

    [Theory]
    [InlineData("<rect x='1' y='2' width='3' height='4'/>", "M1,2 L4,2 L4,6 L1,6 Z")]
    [InlineData("<polygon points='0,0 4,0 4,3'/>", "M0,0 L4,0 L4,3 Z")]
    [InlineData("<polyline points='0 0 4 0 4 3'/>", "M0,0 L4,0 L4,3")]
    [InlineData("<circle r='10%' cx='10' cy='10'/>", "M20,10 C20,15.52,15.52,20,10,20 C4.48,20,0,15.52,0,10 C0,4.48,4.48,0,10,0 C15.52,0,20,4.48,20,10 Z")]
    [InlineData("<ellipse rx='4' ry='2' style='cx:1px;cy:1px'/>", "M5,1 C5,2.1,3.21,3,1,3 C-1.21,3,-3,2.1,-3,1 C-3,-0.1,-1.21,-1,1,-1 C3.21,-1,5,-0.1,5,1 Z")]
    public void Basic_shapes_become_outlines(string element, string expected)
    {
        Assert.Equal(expected, Path(Shape(element).Contour));
    }

    [Fact]
    public void Round_corners_are_held_within_the_sides() =>
        Assert.Equal("M2,0 L2,0 C3.1,0,4,0.9,4,2 L4,4 C4,5.1,3.1,6,2,6 L2,6 C0.9,6,0,5.1,0,4 L0,2 C0,0.9,0.9,0,2,0 Z",
            Path(Shape("<rect width='4' height='6' rx='9' ry='2'/>").Contour));

    [Theory]
    [InlineData("#0f8", 0, 255, 136)]
    [InlineData("#1A2b3C", 26, 43, 60)]
    [InlineData("rebeccapurple", 102, 51, 153)]
    [InlineData("rgb(10, 20,30)", 10, 20, 30)]
    [InlineData("rgb(100% 0% 50% / 1)", 255, 0, 128)]
    [InlineData("hsl(120, 100%, 25%)", 0, 128, 0)]
    [InlineData("currentColor", 1, 2, 3)]
    public void Colours_are_read_as_css_writes_them(string color, byte red, byte green, byte blue) =>
        Assert.Equal(new SolidPaint(new(red, green, blue)), Shape($"<g color='#010203'><rect width='1' height='1' fill='{color}'/></g>").Fill);

    [Fact]
    public void Attributes_give_way_to_rules_and_rules_to_the_element_s_own_style()
    {
        const string style = "<style>rect { fill: red } .b { fill: lime; stroke: blue } #c { stroke-width: 7 } /* fill: x */</style>";
        DrawingShape shape = Shape(style + "<rect id='c' class='a b' width='9' height='9' fill='black' stroke-width='2' style='stroke: navy; fill-opacity: 50%'/>");
        Assert.Equal(new SolidPaint(new(0, 255, 0)), shape.Fill);
        Assert.Equal(0.5, shape.FillOpacity);
        Assert.Equal((new SolidPaint(new(0, 0, 128)), 7), (shape.Stroke!.Paint, shape.Stroke.Width));
    }

    [Fact]
    public void Strokes_keep_their_dashes_caps_and_joins()
    {
        Stroke stroke = Shape("<line x2='9' stroke='#000' stroke-width='.5mm' stroke-dasharray='3,1 2' stroke-dashoffset='1' stroke-linecap='round' stroke-linejoin='bevel' stroke-opacity='.25'/>").Stroke!;
        Assert.Equal([3, 1, 2, 3, 1, 2], stroke.Dashes.AsEnumerable());
        Assert.Equal((1, 1, 2, 0.25, 4.0), (stroke.DashOffset, stroke.Cap, stroke.Join, stroke.Opacity, stroke.MiterLimit));
        Assert.Equal(1.89, stroke.Width, 2);
    }

    [Fact]
    public void Transforms_are_applied_from_right_to_left()
    {
        DrawingGroup group = Assert.IsType<DrawingGroup>(Assert.Single(Items("<g transform='translate(10,20) rotate(90) scale(2 3)'><rect width='1' height='1'/></g>")));
        Assert.Equal((4.0, 24.0), Rounded(group.Transform.Apply(2, -2).X - 12, group.Transform.Apply(2, -2).Y));
        Assert.Equal(new Affine(0, 2, -3, 0, 10, 20), group.Transform);

        static (double, double) Rounded(double x, double y) => (Math.Round(x, 9), Math.Round(y, 9));
    }

    [Fact]
    public void Opacity_makes_a_group_only_where_parts_lie_over_each_other()
    {
        Assert.Equal(0.25, Shape("<rect opacity='.5' fill-opacity='.5' width='1' height='1'/>").FillOpacity);
        DrawingGroup both = Assert.IsType<DrawingGroup>(Assert.Single(Items("<g opacity='.5'><rect width='2' height='2'/><rect width='1' height='1'/></g>")));
        Assert.Equal((0.5, 2), (both.Opacity, both.Items.Length));
    }

    [Fact]
    public void What_is_hidden_is_not_drawn_but_its_visible_children_are()
    {
        Assert.Empty(Items("<rect width='1' height='1' display='none'/><g style='display:none'><rect width='1' height='1'/></g><rect width='1' height='1' fill='none'/>"));
        Assert.Single(Items("<g visibility='hidden'><rect width='1' height='1'/><rect width='2' height='2' visibility='visible'/></g>"));
    }

    [Fact]
    public void Gradients_inherit_from_each_other_and_fit_the_shape()
    {
        DrawingShape shape = Shape("""
            <linearGradient id='a'><stop offset='10%' stop-color='red'/><stop offset='.05' stop-color='blue' stop-opacity='.5'/></linearGradient>
            <linearGradient id='b' xlink:href='#a' y2='1' x2='0'/>
            <rect x='10' y='20' width='30' height='40' fill='url(#b)'/>
            """);
        LinearGradient gradient = Assert.IsType<LinearGradient>(shape.Fill);
        Assert.Equal((0.0, 0.0, 0.0, 1.0), (gradient.X1, gradient.Y1, gradient.X2, gradient.Y2));
        Assert.Equal(new Affine(30, 0, 0, 40, 10, 20), gradient.Transform);
        Assert.Equal([new(0.1, new(255, 0, 0), 1), new GradientStop(0.1, new(0, 0, 255), 0.5)], gradient.Stops.AsEnumerable());
    }

    [Fact]
    public void A_focus_outside_its_circle_is_brought_in()
    {
        RadialGradient gradient = Assert.IsType<RadialGradient>(Shape("<radialGradient id='a' gradientUnits='userSpaceOnUse' cx='50' cy='50' r='10' fx='90'><stop stop-color='red'/><stop offset='1'/></radialGradient><circle r='5' cx='50' cy='50' fill='url(#a)'/>").Fill);
        Assert.Equal((50.0, 10.0, 59.9, 50.0), (gradient.CenterX, gradient.Radius, gradient.FocusX, gradient.FocusY));
    }

    [Fact]
    public void Clip_paths_are_outlines_in_the_group_s_units()
    {
        DrawingGroup group = Assert.IsType<DrawingGroup>(Assert.Single(Items("<clipPath id='c'><rect width='2' height='2' transform='translate(1)'/></clipPath><rect width='9' height='9' clip-path='url(#c)' transform='scale(2)'/>")));
        Assert.Equal("M1,0 L3,0 L3,2 L1,2 Z", Path(group.Clip!));
        Assert.Equal(2, group.Transform.A);
        Assert.Empty(Items("<clipPath id='c'/><rect width='9' height='9' clip-path='url(#c)'/>"));
    }

    [Fact]
    public void Use_draws_again_in_another_place_with_the_colours_around_it()
    {
        DrawingGroup group = Assert.IsType<DrawingGroup>(Assert.Single(Items("<defs><rect id='r' width='1' height='1'/></defs><use href='#r' x='5' y='6' fill='red'/>")));
        Assert.Equal(new Affine(1, 0, 0, 1, 5, 6), group.Transform);
        Assert.Equal(new SolidPaint(new(255, 0, 0)), Assert.IsType<DrawingShape>(Assert.Single(group.Items)).Fill);
    }

    [Fact]
    public void A_symbol_is_fitted_to_the_size_of_its_use_and_cut_at_its_edge()
    {
        DrawingGroup cut = Assert.IsType<DrawingGroup>(Assert.Single(Items("<symbol id='s' viewBox='0 0 10 10'><circle r='5'/></symbol><use xlink:href='#s' x='20' width='40' height='20'/>")));
        Assert.Equal("M20,0 L60,0 L60,20 L20,20 Z", Path(cut.Clip!));
        Assert.Equal(new Affine(2, 0, 0, 2, 30, 0), Assert.IsType<DrawingGroup>(Assert.Single(cut.Items)).Transform);
    }

    [Fact]
    public void Arrowheads_point_where_the_line_goes()
    {
        ImmutableArray<DrawingItem> items = Items("<marker id='m' refX='3' refY='1.5' orient='auto'><path d='M0 0L3 1.5 0 3z'/></marker><path d='M10 10V30' stroke='black' stroke-width='2' marker-end='url(#m)'/>");
        (double x, double y) = Assert.IsType<DrawingGroup>(items[1]).Transform.Apply(3, 1.5);
        Assert.Equal((10.0, 30.0), (Math.Round(x, 9), Math.Round(y, 9)));
        (x, y) = Assert.IsType<DrawingGroup>(items[1]).Transform.Apply(0, 1.5);
        Assert.Equal((10.0, 24.0), (Math.Round(x, 9), Math.Round(y, 9)));
    }

    [Fact]
    public void Text_keeps_its_type_and_its_anchor()
    {
        DrawingText text = Text("<text x='5' y='7' text-anchor='middle' style=\"font: italic bold 12px 'My Face', sans-serif\" fill='#123'> One\n  two </text>");
        DrawingTextRun run = Assert.Single(text.Runs);
        Assert.Equal((5.0, 7.0, TextAnchor.Middle), (text.X, text.Y, text.Anchor));
        Assert.Equal(("One two", 12.0, 700, true, 0.0), (run.Text, run.Size, run.Weight, run.Italic, run.ShiftY));
        Assert.Equal(["My Face", "sans-serif"], run.Families.AsEnumerable());
        Assert.Equal(new SolidPaint(new(0x11, 0x22, 0x33)), run.Fill);
    }

    [Fact]
    public void Spans_follow_each_other_in_one_chunk_and_begin_another_where_x_is_given()
    {
        ImmutableArray<DrawingItem> items = Items("<text x='5' y='10' font-size='10'>H<tspan dy='3' font-size='7'>2</tspan><tspan dy='-3'>O is</tspan> wet <tspan x='5' dy='12'>next</tspan></text>");
        DrawingText first = Assert.IsType<DrawingText>(items[0]), second = Assert.IsType<DrawingText>(items[1]);
        Assert.Equal(["H", "2", "O is", " wet"], first.Runs.Select(r => r.Text));
        Assert.Equal([0, 3, -3, 0], first.Runs.Select(r => r.ShiftY));
        Assert.Equal(7, first.Runs[1].Size);
        Assert.Equal((5.0, 10.0, 12.0), (second.X, second.Y, second.Runs[0].ShiftY));
    }

    [Fact]
    public void Preserved_space_stays_and_letters_may_have_places_of_their_own()
    {
        Assert.Equal(" a  b ", Text("<text xml:space='preserve'> a  b </text>").Runs[0].Text);
        ImmutableArray<DrawingItem> letters = Items("<text x='1 20 30' y='5'>abcd</text>");
        Assert.Equal([(1, "a"), (20, "b"), (30, "cd")], letters.Select(l => ((DrawingText)l).X switch { double x => ((int)x, ((DrawingText)l).Runs[0].Text) }));
    }

    [Fact]
    public void A_carried_image_is_drawn_in_its_own_shape()
    {
        string data = Convert.ToBase64String(SampleImages.Png(2, 2, [255, 0, 0, 0, 255, 0]));
        DrawingImage image = Assert.IsType<DrawingImage>(Assert.Single(Items($"<image x='10' width='20' height='30' href='data:image/png;base64,{data}'/>")));
        Assert.Equal((10.0, 10.0, 20.0, 10.0), (image.X, image.Y, image.Width, image.Height));
        Assert.Equal(2, image.Image.PixelWidth);
    }

    [Theory]
    [InlineData("<image href='http://a.example/b.png' width='1' height='1'/>", "BB4113 'http://a.example/b.png'")]
    [InlineData("<use href='other.svg#a'/>", "BB4113 'other.svg#a'")]
    [InlineData("<rect width='1' height='1' filter='url(#f)'/>", "BB4112 a filter")]
    [InlineData("<g mask='url(#m)'/>", "BB4112 a mask")]
    [InlineData("<pattern id='p'/><rect width='1' height='1' fill='url(#p)'/>", "BB4112 a pattern")]
    [InlineData("<foreignObject/>", "BB4112 HTML")]
    [InlineData("<script>alert(1)</script>", "BB4112 a script")]
    [InlineData("<rect width='1' height='1' onclick='x()'/>", "BB4112 a script")]
    [InlineData("<rect width='1' height='1'><animate/></rect>", "")]
    [InlineData("<blink/>", "BB4112 the element 'blink'")]
    [InlineData("<rect width='1' height='1' fill='rde'/>", "BB4114 'rde'")]
    [InlineData("<rect width='wide' height='1'/>", "BB4114 'wide'")]
    [InlineData("<g transform='turn(3)'><rect width='1' height='1'/></g>", "BB4114 'turn(3)'")]
    [InlineData("<clipPath id='abc'/><rect width='1' height='1' fill='url(#ab)'/>", "BB4115 nothing in the drawing that fits here is called 'ab'")]
    [InlineData("<style>g rect { fill: red }</style>", "BB4112 the style for 'g rect'")]
    [InlineData("<text>a<textPath>b</textPath></text>", "BB4112 text along a path")]
    public void What_is_left_out_is_said(string inside, string expected)
    {
        string said = Said(inside);
        if (expected.Length == 0) Assert.Equal("", said);
        else Assert.StartsWith(expected, said);
    }

    [Fact]
    public void The_same_complaint_is_made_once() =>
        Assert.Single(Read(Svg("<rect filter='url(#f)' width='1' height='1'/><rect filter='url(#f)' width='1' height='1'/>")).Diagnostics);

    [Theory]
    [InlineData("<svg><g></svg>", "BB4111")]
    [InlineData("<svg", "BB4101")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>", "BB411")]
    public void A_broken_file_is_an_error_with_its_place(string svg, string code)
    {
        Reported<Picture?> read = Read(svg);
        Assert.Contains(read.Diagnostics, d => d.Code.StartsWith(code, StringComparison.Ordinal));
        if (read.Value is VectorPicture { Drawing: Drawing drawing })
            Assert.DoesNotContain("root", string.Concat(drawing.Items.OfType<DrawingText>().SelectMany(t => t.Runs).Select(r => r.Text)));
    }

    [Fact]
    public void A_document_type_alone_does_no_harm() =>
        Assert.Empty(Read("<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n<svg xmlns='http://www.w3.org/2000/svg'/>").Diagnostics);

    [Fact]
    public void Small_files_that_ask_for_endless_work_are_refused()
    {
        StringBuilder doubled = new("<g id='a0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 30; i++) doubled.Append($"<g id='a{i}'><use href='#a{i - 1}'/><use href='#a{i - 1}'/></g>");
        Assert.Equal("BB9423", Refusal($"<defs>{doubled}</defs><use href='#a29'/>"));
        Assert.Equal("BB9423", Refusal($"<clipPath id='c'>{string.Concat(Enumerable.Repeat("<rect/>", 500))}</clipPath>{string.Concat(Enumerable.Repeat("<rect width='1' height='1' clip-path='url(#c)'/>", 500))}"));
        Assert.Equal("BB9423", Refusal($"<path id='p' d='M0 0{string.Concat(Enumerable.Repeat("l1 1", 10_000))}'/>{string.Concat(Enumerable.Repeat("<use href='#p'/>", 100))}"));
        Assert.Equal("BB9423", Refusal(string.Concat(Enumerable.Repeat("<g/>", 2001))));
        Assert.Equal("BB9424", Refusal(string.Concat(Enumerable.Repeat("<g>", 1000)) + string.Concat(Enumerable.Repeat("</g>", 1000))));
        Assert.Contains("BB4112", Said("<g id='a'><use href='#a'/></g>"));
        Assert.Equal("", Said("<marker id='m'><path d='M0 0L1 1' stroke='red' marker-end='url(#m)'/></marker><path d='M0 0L1 1' stroke='red' marker-end='url(#m)'/>"));

        static string Refusal(string inside)
        {
            Reported<Picture?> read = Read(Svg(inside), new BookLimits { DrawingElements = 2000 });
            Assert.Null(read.Value);
            return Assert.Single(read.Diagnostics, d => d.Severity == Severity.Error).Code;
        }
    }
}
