using System.Text;
using System.Xml.Linq;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Svg;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Graphics;

public sealed class SvgWriterTests
{
    private static Drawing Read(string svg)
    {
        Reported<Picture?> read = PictureReader.Read(Encoding.UTF8.GetBytes(svg), "f.svg", default);
        Assert.Empty(read.Diagnostics);
        return Assert.IsType<VectorPicture>(read.Value).Drawing;
    }

    private const string Sample = """
        <svg xmlns="http://www.w3.org/2000/svg" width="90pt" height="45pt" viewBox="0 0 200 100">
          <title>A &lt;b&gt; &amp; c</title>
          <linearGradient id="x"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".5"/></linearGradient>
          <clipPath id="k"><circle cx="50" cy="50" r="40"/></clipPath>
          <rect width="50" height="50" fill="url(#x)" stroke="#123456" stroke-width="2" stroke-dasharray="4 2" stroke-linecap="round"/>
          <rect width="50" height="50" fill="url(#x)"/>
          <g clip-path="url(#k)" opacity=".5" transform="rotate(30)"><path d="M0 0h10v10z" fill-rule="evenodd"/><path d="M5 5l9 9"/></g>
          <text x="10" y="20" font-family="'Source Sans 3', sans-serif" text-anchor="end">CO<tspan dy="3" font-size="8">2</tspan> &lt; 3 “tons”</text>
          <text x="1" y="90" xml:space="preserve"> two  spaces</text>
        </svg>
        """;

    [Fact]
    public void What_is_written_reads_as_the_same_drawing()
    {
        string once = SvgWriter.Write(Read(Sample), "fig1-");
        Assert.Equal(once, SvgWriter.Write(Read(once), "fig1-"));
        Assert.Equal(once, SvgWriter.Write(Read(Sample), "fig1-"));
    }

    [Fact]
    public void It_is_well_formed_has_its_size_title_and_text_and_prefixes_its_names()
    {
        string svg = SvgWriter.Write(Read(Sample), "fig1-");
        XElement root = XElement.Parse(svg);
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(("90pt", "45pt", "0 0 200 100"), ((string?)root.Attribute("width"), (string?)root.Attribute("height"), (string?)root.Attribute("viewBox")));
        Assert.Equal("A <b> & c", root.Element(ns + "title")!.Value);
        Assert.Equal(["CO2 < 3 “tons”", " two  spaces"], root.Elements(ns + "text").Select(t => t.Value));
        Assert.Equal("'Source Sans 3', sans-serif", root.Descendants(ns + "tspan").First().Attribute("font-family")!.Value);
        string[] ids = [.. root.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>()];
        Assert.Equal(["fig1-g1", "fig1-c2"], ids);
    }

    [Fact]
    public void Nothing_of_a_hostile_file_comes_through()
    {
        Drawing drawing = Assert.IsType<VectorPicture>(PictureReader.Read(Encoding.UTF8.GetBytes(
            "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'><script>alert(1)</script><text font-family='\"&gt;&lt;script/&gt;'>\u0007a</text></svg>".Replace("\u0007", "", StringComparison.Ordinal)),
            "f.svg", default).Value).Drawing;
        string svg = SvgWriter.Write(drawing with { Title = "\u0001]]>\"" });
        Assert.DoesNotContain("<script", svg);
        Assert.DoesNotContain("onload", svg);
        Assert.Equal("]]>\"", XElement.Parse(svg).Elements().First().Value);
    }

    [Fact]
    public void Every_kind_of_item_is_written_and_drawn()
    {
        byte[] png = SampleImages.Png(1, 2, [255, 0, 0]);
        var image = ((RasterPicture)PictureReader.Read(png, "a.png", default).Value!).Image;
        Drawing drawing = new(72.Pt, 72.Pt, 72, 72,
        [
            new DrawingImage(image, 0, 0, 36, 36),
            .. Read(Sample).Items,
        ]);
        Assert.Equal(Convert.ToBase64String(png), XElement.Parse(SvgWriter.Write(drawing)).Elements().First(e => e.Name.LocalName == "image")
            .Attributes().First(a => a.Name.LocalName == "href").Value.Split(',')[1]);
        Assert.NotEmpty(DrawingRasterizer.ToPng(drawing, 72, SansFont));
    }

    [Fact]
    public void A_rasterized_drawing_has_its_colours_in_their_places_and_the_same_bytes_again()
    {
        Drawing drawing = Read("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='20' height='20' fill='#0080ff'/><g transform='translate(20 0)'><rect width='20' height='10' fill='red'/></g><text x='30' y='19' text-anchor='middle' font-size='10' font-weight='700'>M</text></svg>");
        byte[] png = DrawingRasterizer.ToPng(drawing, 80, SansFont);
        Assert.Equal(png, DrawingRasterizer.ToPng(drawing, 80, SansFont));
        var image = ((RasterPicture)PictureReader.Read(png, "a.png", default).Value!).Image;
        Assert.Equal((80, 40), (image.PixelWidth, image.PixelHeight));
        Assert.Equal((0, 128, 255), At(10, 10));
        Assert.Equal((255, 0, 0), At(70, 10));
        Assert.Equal((255, 255, 255), At(42, 38));
        Assert.Contains(Enumerable.Range(50, 20), x => At(x, 34) == (0, 0, 0));

        (int, int, int) At(int x, int y) => image.Samples.Span.Slice(3 * (y * 80 + x), 3) switch { var s => (s[0], s[1], s[2]) };
    }

    private static ReadOnlyMemory<byte> SansFont(DrawingFontRequest request) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "fonts/source-sans", request.Weight >= 600 ? "SourceSans3-Bold.ttf" : "SourceSans3-Regular.ttf"));
}
