using BookBuilder.Graphics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;

namespace BookBuilder.Building;

/// <summary>The picture a draft shows where one is missing: a crossed frame with the file's name.</summary>
internal static class MissingPicture
{
    public static Picture For(string path)
    {
        const double width = 300, height = 150;
        var line = new Stroke(new SolidPaint(Color.Gray(0xb0)), 1, 1, 0, 0, 4, [4, 3], 0);
        Contour frame = new([
            new(SegmentKind.Move, 0.5, 0.5), new(SegmentKind.Line, width - 0.5, 0.5), new(SegmentKind.Line, width - 0.5, height - 0.5),
            new(SegmentKind.Line, 0.5, height - 0.5), new(SegmentKind.Close, 0, 0)], FillRule.NonZero);
        return new VectorPicture(new Drawing(width.Pt, height.Pt, width, height,
        [
            new DrawingShape(frame, new SolidPaint(Color.Gray(0xf4)), 1, line),
            Line("Missing picture", height / 2 - 6, 14, 600),
            Line(path.Length > 50 ? "…" + path[^49..] : path, height / 2 + 14, 11, 400),
        ])
        { Title = $"Missing picture: {path}" });

        static DrawingText Line(string text, double y, double size, int weight) =>
            new(width / 2, y, TextAnchor.Middle, [new DrawingTextRun(text, size, ["sans-serif"], weight, Italic: false, new SolidPaint(Color.Gray(0x60)), 1)]);
    }
}
