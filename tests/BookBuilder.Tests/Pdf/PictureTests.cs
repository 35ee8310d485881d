using System.Collections.Immutable;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Pdf;

/// <summary>Pictures of pixels and of shapes come out as they went in.</summary>
public sealed class PictureTests
{
    private static readonly Rectangle Box = new(100.Pt, 100.Pt, 200.Pt, 100.Pt);

    [Fact]
    public void Pixels_and_their_opacity_come_back_as_they_were()
    {
        byte[] samples = [.. Enumerable.Range(0, 5 * 4 * 3).Select(i => (byte)(i * 37 % 251))], alpha = [.. Enumerable.Range(0, 20).Select(i => (byte)(i * 13))];
        using PdfReading pdf = Show(new RasterItem(Png(5, 4, RasterColors.Rgb, samples) with { Alpha = alpha }, Box) { Source = FrameSource.Artifact });
        StreamToken image = (StreamToken)pdf.Find(pdf.Pages[0], "Resources", "XObject", "BI0")!;

        Assert.Equal("DeviceRGB 5 4 8", Facts(pdf, image, "ColorSpace", "Width", "Height", "BitsPerComponent"));
        Assert.Equal(samples, pdf.Data(image));
        Assert.Equal(alpha, pdf.Data((StreamToken)pdf.Find(image, "SMask")!));
        Assert.Equal("DeviceRGB", pdf.Show(pdf.Find(pdf.Pages[0], "Group", "CS")));
    }

    [Fact]
    public void A_jpeg_is_passed_on_and_inverted_inks_are_turned_back()
    {
        byte[] file = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9];
        RasterImage image = new() { Format = RasterFormat.Jpeg, File = file, PixelWidth = 8, PixelHeight = 8, Colors = RasterColors.Cmyk, IsInverted = true };
        using PdfReading pdf = Show(new RasterItem(image, Box) { Source = FrameSource.Artifact });
        StreamToken stream = (StreamToken)pdf.Find(pdf.Pages[0], "Resources", "XObject", "BI0")!;

        Assert.Equal("DeviceCMYK DCTDecode 1 0 1 0 1 0 1 0", Facts(pdf, stream, "ColorSpace", "Filter", "Decode"));
        Assert.Equal(file, stream.Data.ToArray());
    }

    [Fact]
    public void A_picture_shown_often_is_in_the_file_once()
    {
        RasterItem first = new(Png(1, 1, RasterColors.Gray, [7]), Box) { Source = FrameSource.Artifact };
        RasterItem again = new(Png(1, 1, RasterColors.Gray, [7]), Box) { Source = FrameSource.Artifact };
        using PdfReading pdf = SmallBooks.Read(PlainPages.Pages([first, again], [first]), SmallBooks.Of());

        DictionaryToken names = (DictionaryToken)pdf.Find(pdf.Pages[0], "Resources", "XObject")!;
        Assert.Equal(names.Data["BI0"], names.Data["BI1"]);
        Assert.Equal(names.Data["BI0"], ((DictionaryToken)pdf.Find(pdf.Pages[1], "Resources", "XObject")!).Data["BI0"]);
    }

    [Theory]
    // Where the first pixel of the first row is seen: left or right, upper or lower; and whether its row then runs across or down.
    [InlineData(1, 0, 1, "across")]
    [InlineData(2, 1, 1, "across")]
    [InlineData(3, 1, 0, "across")]
    [InlineData(4, 0, 0, "across")]
    [InlineData(5, 0, 1, "down")]
    [InlineData(6, 1, 1, "down")]
    [InlineData(7, 1, 0, "down")]
    [InlineData(8, 0, 0, "down")]
    public void A_camera_may_be_held_in_eight_ways(int orientation, double right, double up, string rowRuns)
    {
        Affine map = BookBuilder.Pdf.Content.Orientations.Of(orientation);

        // The first pixel of a stored image is at the upper left of its unit square, the end of its row at the upper right.
        Assert.Equal((right, up), map.Apply(0, 1));
        (double x, double y) = map.Apply(1, 1);
        Assert.Equal(rowRuns == "across" ? (1 - right, up) : (right, 1 - up), (x, y));
    }

    [Fact]
    public void Boxes_are_filled_and_outlined_where_they_are()
    {
        using PdfReading pdf = Show(new BoxItem(Box, Color.Gray(51), new Color(255, 0, 0), 0.5.Pt) { Source = FrameSource.Artifact });

        Assert.Contains(".2 g\n1 0 0 RG\n.5 w\n100 448 200 100 re\nB\n", pdf.Operators(1));
    }

    [Fact]
    public void Shapes_keep_their_outline_rule_and_stroke()
    {
        Contour curve = new([new(SegmentKind.Move, 0, 0), new(SegmentKind.Curve, 10, 10, 1, 2, 3, 4), new(SegmentKind.Line, 5, 0), new(SegmentKind.Close, 0, 0)], FillRule.EvenOdd);
        Stroke dashed = new(new SolidPaint(Color.Black), 0.25, 1, 1, 2, 4, [3, 1, 2], -1);

        string operators = Draw(new DrawingShape(curve, new SolidPaint(new Color(255, 255, 0)), 1, dashed));

        Assert.Contains("1 1 0 rg\n0 0 m\n1 2 3 4 10 10 c\n5 0 l\nh\nf*\n", operators);
        Assert.Contains(".25 w\n1 J\n2 j\n[3 1 2]11 d\n0 0 m\n", operators);
        // The view of 100 x 50 units stands in a box of 200 x 100 pt whose upper edge is 548 pt above the page's lower edge.
        Assert.Contains("100 448 200 100 re\nW\nn\n2 0 0 -2 100 548 cm\n", operators);
    }

    [Fact]
    public void A_group_is_moved_cut_and_faded_as_a_whole()
    {
        DrawingShape square = new(Square(10), new SolidPaint(Color.Black), 1, null);
        using PdfReading pdf = Show(Frame(new DrawingGroup(new Affine(0, 1, -1, 0, 5, 6), 0.5, Square(8), [square, square])));

        Assert.Contains("0 1 -1 0 5 6 cm\n0 0 m\n8 0 l\n8 8 l\nh\nW\nn\n/BG0 gs\n/BX0 Do\nQ", pdf.Operators(1));
        Assert.Equal(".5", Facts(pdf, pdf.Find(pdf.Pages[0], "Resources", "ExtGState", "BG0")!, "ca").TrimStart('0'));
        IToken form = pdf.Find(pdf.Pages[0], "Resources", "XObject", "BX0")!;
        Assert.Equal("Form Transparency", Facts(pdf, form, "Subtype") + " " + pdf.Show(pdf.Find(form, "Group", "S")));
        // What of the view can be seen, in the units of the turned group.
        Assert.Equal("-6 -95 44 5", pdf.Show(pdf.Find(form, "BBox")));
    }

    [Fact]
    public void A_gradient_keeps_its_stops_and_its_place()
    {
        LinearGradient gradient = new(0, 0, 1, 0, [new(0.25, Color.Black, 1), new(0.5, new Color(255, 0, 0), 1), new(0.5, Color.White, 1)], new Affine(10, 0, 0, 10, 3, 4));
        using PdfReading pdf = Show(Frame(new DrawingShape(Square(10), gradient, 1, null)));
        IToken pattern = pdf.Find(pdf.Pages[0], "Resources", "Pattern", "BP0")!;

        Assert.Equal("20 0 0 -20 106 540", pdf.Show(pdf.Find(pattern, "Matrix")));
        Assert.Equal("2", pdf.Show(pdf.Find(pattern, "Shading", "ShadingType")));
        Assert.Equal("0.25 0.5", pdf.Show(pdf.Find(pattern, "Shading", "Function", "Bounds")));
        Assert.Equal("1 0 0", pdf.Show(pdf.Find(pattern, "Shading", "Function", "Functions", 1, "C1")));
        Assert.Equal("1 1 1", pdf.Show(pdf.Find(pattern, "Shading", "Function", "Functions", 2, "C0")));
    }

    [Fact]
    public void A_gradient_that_fades_has_a_mask_of_its_opacities()
    {
        RadialGradient gradient = new(5, 5, 5, 4, 4, [new(0, Color.Black, 1), new(1, Color.Black, 0)], Affine.Identity);
        using PdfReading pdf = Show(Frame(new DrawingShape(Square(10), gradient, 1, null)));
        IToken mask = pdf.Find(pdf.Pages[0], "Resources", "ExtGState", "BG0", "SMask", "G")!;

        Assert.Equal("DeviceGray", pdf.Show(pdf.Find(mask, "Group", "CS")));
        Assert.Equal("4 4 0 5 5 5", pdf.Show(pdf.Find(mask, "Resources", "Shading", "S0", "Coords")));
        Assert.Equal("0", pdf.Show(pdf.Find(mask, "Resources", "Shading", "S0", "Function", "Functions", 0, "C1")));
    }

    [Fact]
    public void Letters_in_a_drawing_stand_upright_where_they_are_held()
    {
        DrawingText text = new(10, 20, TextAnchor.Start, [new("Label", 10, [], 400, false, new SolidPaint(Color.Black), 1)]);
        GlyphRun run = PlainPages.Run("Label", FrameSource.Artifact, 10.Pt, 20.Pt);
        using PdfReading pdf = Show(Frame([[run]], text));

        Assert.Equal("Label", pdf.Text(1));
        var first = pdf.Document.GetPage(1).Letters[0];
        Assert.Equal((120.0, 508.0), (Math.Round(first.StartBaseLine.X, 3), Math.Round(first.StartBaseLine.Y, 3)));
        // Twice as large as set, since the view is shown twice as large; and the right way up.
        Assert.Equal(20, first.PointSize, 0.01);
        Assert.True(first.BoundingBox.Top > first.BoundingBox.Bottom);
    }

    private static Contour Square(double side) =>
        new([new(SegmentKind.Move, 0, 0), new(SegmentKind.Line, side, 0), new(SegmentKind.Line, side, side), new(SegmentKind.Close, 0, 0)], FillRule.NonZero);

    private static DrawingFrame Frame(params ImmutableArray<DrawingItem> items) => Frame([], items);

    private static DrawingFrame Frame(ImmutableArray<ImmutableArray<GlyphRun>> texts, params ImmutableArray<DrawingItem> items) =>
        new(new Drawing(200.Pt, 100.Pt, 100, 50, items), Box, texts) { Source = FrameSource.Artifact };

    private static string Draw(DrawingItem item)
    {
        using PdfReading pdf = Show(Frame(item));
        return pdf.Operators(1);
    }

    private static RasterImage Png(int width, int height, RasterColors colors, byte[] samples) => new()
    {
        Format = RasterFormat.Png, File = samples, PixelWidth = width, PixelHeight = height, Colors = colors, Samples = samples,
    };

    private static PdfReading Show(FrameItem item) => SmallBooks.Read(PlainPages.Page(item), SmallBooks.Of());

    private static string Facts(PdfReading pdf, IToken of, params string[] keys) => string.Join(' ', keys.Select(key => pdf.Show(pdf.Find(of, key))));
}
