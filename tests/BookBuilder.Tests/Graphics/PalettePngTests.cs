using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;

namespace BookBuilder.Tests.Graphics;

/// <summary>Pictures of few colours take a byte to the pixel, and nobody sees a difference (PNG specification, colour type 3).</summary>
public class PalettePngTests
{
    private const int Width = 64;

    [Fact]
    public void Few_colours_stay_what_they_are()
    {
        byte[] pixels = Pixels(static (x, y) => ((byte)(x * 4), 7, (byte)(y % 4)));
        RasterImage image = Read(PalettePng.Write(Runs(pixels), Width)!);
        Assert.Equal(Opaque(pixels), image.Samples.ToArray());
    }

    [Fact]
    public void Shades_beyond_a_palette_become_the_nearest_ones()
    {
        // 64 shades that are there often, and 448 a little beside them that are rare, as the edges of letters have them.
        byte[] pixels = Pixels(static (x, y) => ((byte)(x * 4), (byte)(x * 4), (byte)Math.Min(255, x * 4 + (y < 48 ? 0 : y % 8))));
        RasterImage image = Read(PalettePng.Write(Runs(pixels), Width)!);
        int[] steps = [.. Opaque(pixels).Zip(image.Samples.ToArray()).Select(static c => Math.Abs(c.First - c.Second))];
        Assert.InRange(steps.Max(), 1, 6);
    }

    [Fact]
    public void A_picture_that_a_palette_would_change_has_none() =>
        Assert.Null(PalettePng.Write(Runs(Pixels(static (x, y) => ((byte)(x * 4), (byte)(y * 4), (byte)(x * y)))), Width));

    [Fact]
    public void A_made_cover_has_a_palette_and_a_gradient_has_none()
    {
        Assert.Equal(3, ColorTypeOf("<rect width='40' height='20' fill='#0080ff'/><circle cx='20' cy='10' r='9' fill='#fff'/>"));
        Assert.NotEqual(3, ColorTypeOf("<linearGradient id='g'><stop stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient><linearGradient id='h' y2='1' x2='0'><stop stop-color='#0f0' stop-opacity='0'/><stop offset='1' stop-color='#0f0'/></linearGradient><rect width='40' height='20' fill='url(#g)'/><rect width='40' height='20' fill='url(#h)'/>"));
    }

    private static int ColorTypeOf(string svg)
    {
        var picture = (VectorPicture)PictureReader.Read(System.Text.Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>{svg}</svg>"), "a.svg", default).Value!;
        return DrawingRasterizer.ToPng(picture.Drawing, 400, static _ => default)[25];
    }

    // In two parts that end within a row.
    private static PixelRuns Runs(byte[] pixels)
    {
        PixelRuns runs = new();
        runs.Add(pixels.AsSpan(0, 4 * 100));
        runs.Add(pixels.AsSpan(4 * 100));
        return runs;
    }

    private static RasterImage Read(byte[] png) => ((RasterPicture)PictureReader.Read(png, "a.png", default).Value!).Image;

    private static byte[] Pixels(Func<int, int, (byte Red, byte Green, byte Blue)> color) =>
        [.. Enumerable.Range(0, Width * Width).SelectMany(i => color(i % Width, i / Width) is var c ? (byte[])[c.Red, c.Green, c.Blue, 255] : [])];

    private static byte[] Opaque(byte[] pixels) => [.. pixels.Where(static (_, i) => i % 4 != 3)];
}
