using System.Collections.Immutable;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Graphics.Svg;

/// <summary>Raster images inside drawings: only those the drawing carries itself.</summary>
/// <remarks>SVG 2, 12.3.</remarks>
internal static class SvgImage
{
    public static void Read(SvgFile file, SvgSubject subject, ImmutableArray<DrawingItem>.Builder into)
    {
        SvgElement element = subject.Element;
        if (element.Reference is not string address) return;
        if (Decode(file, element, address) is not byte[] data) return;
        DiagnosticSink sink = new();
        RasterImage? image = RasterReader.Read(new RasterSource(data, "image in the drawing", file.SpanOf(element)), file.Limits, sink);
        foreach (Diagnostic said in sink.ToImmutable()) file.Report(said);
        if (image is null) return;

        double naturalWidth = image.IsTurned ? image.PixelHeight : image.PixelWidth, naturalHeight = image.IsTurned ? image.PixelWidth : image.PixelHeight;
        bool hasWidth = subject["width"] is not (null or "auto"), hasHeight = subject["height"] is not (null or "auto");
        double width = hasWidth ? subject.Across(file, "width") : 0, height = hasHeight ? subject.Down(file, "height") : 0;
        if (!hasWidth) width = hasHeight ? height * naturalWidth / naturalHeight : naturalWidth;
        if (!hasHeight) height = width * naturalHeight / naturalWidth;
        if (width <= 0 || height <= 0) return;

        double x = subject.Across(file, "x"), y = subject.Down(file, "y");
        SvgAspect aspect = SvgAspect.Of(file, element);
        Affine fit = new SvgViewBox(0, 0, naturalWidth, naturalHeight).Fit(width, height, aspect);
        DrawingImage placed = new(image, x + fit.E, y + fit.F, naturalWidth * fit.A, naturalHeight * fit.D);
        Contour? clip = aspect.IsSlice ? new ContourBuilder().Rectangle(x, y, width, height).ToContour(FillRule.NonZero) : null;
        SvgDrawer.Place(Affine.Identity, clip, [placed], into);
    }

    private static byte[]? Decode(SvgFile file, SvgElement element, string address)
    {
        if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            file.Report(Problems.OutsideOfDrawing(file.SpanOf(element), address.Length <= 60 ? address : address[..57] + "…"));
            return null;
        }
        int comma = address.IndexOf(',');
        string head = comma < 0 ? address : address[..comma];
        if (head.Contains("svg", StringComparison.OrdinalIgnoreCase))
        {
            file.Unsupported(element, "a drawing inside a drawing's image");
            return null;
        }
        byte[] data = new byte[comma < 0 ? 0 : (address.Length - comma) / 4 * 3 + 3];
        if (comma >= 0 && head.EndsWith("base64", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(address[(comma + 1)..], data, out int length))
            return data[..length];
        file.BadValue(element, "href", address);
        return null;
    }
}
