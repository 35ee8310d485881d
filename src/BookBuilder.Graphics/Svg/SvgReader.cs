using System.Collections.Immutable;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Svg;

/// <summary>Reads an SVG file into a <see cref="Drawing"/>.</summary>
/// <remarks>SVG 2, static and self-contained: shapes, text, groups, use, gradients, clip paths, markers and carried images. What else
/// a file asks for is reported with its line and left out.</remarks>
internal static class SvgReader
{
    private const double PointsPerPixel = 0.75;

    /// <summary>The size CSS gives to what does not say its own.</summary>
    private const double UsualWidth = 300, UsualHeight = 150;

    /// <summary>The drawing, or null and an error.</summary>
    public static Drawing? Read(ReadOnlyMemory<byte> data, string path, BookLimits limits, DiagnosticSink sink)
    {
        if (SvgFile.Read(data, path, limits, sink) is not SvgFile file) return null;
        SvgElement root = file.Root;
        SvgDrawer drawer = new(file);
        Dictionary<string, string> declarations = drawer.Sheet.DeclarationsOf(root);
        SvgViewBox? view = SvgViewBox.Of(file, root);
        (double width, double height) = Size(file, declarations, view);

        SvgScope around = new(SvgStyle.Initial, view?.Width ?? width, view?.Height ?? height);
        SvgSubject subject = new(root, declarations, around with { Style = SvgStyle.Initial.Within(file, root, declarations, around.Diagonal) });
        SvgRefusals.Report(file, subject);
        ImmutableArray<DrawingItem> items = drawer.Children(root, subject.Scope);
        if (drawer.HasGivenUp) return null;

        (SvgViewBox shown, Affine place) = Shown(file, view ?? new(0, 0, width, height), width, height);
        ImmutableArray<DrawingItem>.Builder placed = ImmutableArray.CreateBuilder<DrawingItem>();
        SvgDrawer.Place(place, null, items, placed);
        items = placed.ToImmutable();
        if (!SvgDrawer.Holds(new(0, 0, shown.Width, shown.Height), DrawingBounds.WithoutText(items, Affine.Identity)))
            items = [new DrawingGroup(Affine.Identity, 1, new ContourBuilder().Rectangle(0, 0, shown.Width, shown.Height).ToContour(FillRule.NonZero), items)];
        return new Drawing((width * PointsPerPixel).Pt, (height * PointsPerPixel).Pt, shown.Width, shown.Height, items)
        {
            Title = root.Children.FirstOrDefault(c => c.Name == "title")?.PlainText(),
            Description = root.Children.FirstOrDefault(c => c.Name == "desc")?.PlainText(),
        };
    }

    /// <summary>Width and height in pixels: as given, else by the view box, whose shape also gives the one from the other.</summary>
    private static (double Width, double Height) Size(SvgFile file, Dictionary<string, string> declarations, SvgViewBox? view)
    {
        double? width = Given("width"), height = Given("height");
        if (view is not SvgViewBox box) return (width ?? UsualWidth, height ?? UsualHeight);
        if (width is double w) return (w, height ?? w * box.Height / box.Width);
        return height is double h ? (h * box.Width / box.Height, h) : (box.Width, box.Height);

        double? Given(string name)
        {
            string? text = declarations.GetValueOrDefault(name)?.Trim();
            // A share of the page is the book's to give, not the drawing's.
            if (text is null or "" or "auto" || text.EndsWith('%')) return null;
            if (SvgLength.Parse(text, 16, 0) is double value and > 0 and < 1e6) return value;
            file.BadValue(file.Root, name, text);
            return null;
        }
    }

    /// <summary>
    /// The part of the drawing's plane that fills its size, and where the content stands in it. When the shapes of view box and
    /// size differ, the view grows (or, to fill, shrinks) to the size's shape, so that one scale holds both ways.
    /// </summary>
    private static (SvgViewBox Shown, Affine Place) Shown(SvgFile file, SvgViewBox view, double width, double height)
    {
        SvgAspect aspect = SvgAspect.Of(file, file.Root);
        Affine fit = view.Fit(width, height, aspect);
        double shownWidth = width / fit.A, shownHeight = height / fit.D;
        // What rounding made of an equal shape is equal.
        if (Math.Abs(shownWidth - view.Width) < 1e-9 * view.Width) shownWidth = view.Width;
        if (Math.Abs(shownHeight - view.Height) < 1e-9 * view.Height) shownHeight = view.Height;
        double left = (shownWidth - view.Width) * aspect.AlignX - view.X, top = (shownHeight - view.Height) * aspect.AlignY - view.Y;
        return (new(0, 0, shownWidth, shownHeight), left == 0 && top == 0 ? Affine.Identity : new Affine(1, 0, 0, 1, left, top));
    }
}
