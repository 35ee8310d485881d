using System.Diagnostics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Content;

/// <summary>Writes an outline as a path (ISO 32000-1, 8.5.2).</summary>
internal static class ContourPath
{
    /// <summary>Writes its segments; painting is the caller's.</summary>
    public static void Write(Syntax to, Contour contour, int decimals)
    {
        bool begun = false;
        foreach (ContourSegment segment in contour.Segments)
        {
            // A path that does not begin with a move has no current point; its first point stands in.
            if (!begun && segment.Kind is (SegmentKind.Line or SegmentKind.Curve))
                to.Number(segment.X, decimals).Number(segment.Y, decimals).Operator("m"u8);
            begun = begun || segment.Kind != SegmentKind.Close;
            switch (segment.Kind)
            {
                case SegmentKind.Move:
                    to.Number(segment.X, decimals).Number(segment.Y, decimals).Operator("m"u8);
                    break;
                case SegmentKind.Line:
                    to.Number(segment.X, decimals).Number(segment.Y, decimals).Operator("l"u8);
                    break;
                case SegmentKind.Curve:
                    to.Number(segment.X1, decimals).Number(segment.Y1, decimals).Number(segment.X2, decimals).Number(segment.Y2, decimals)
                        .Number(segment.X, decimals).Number(segment.Y, decimals).Operator("c"u8);
                    break;
                case SegmentKind.Close:
                    if (begun) to.Operator("h"u8);
                    break;
                default:
                    throw new UnreachableException($"{segment.Kind} is new: say here how it is written.");
            }
        }
    }
}
