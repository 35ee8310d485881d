using System.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Frames;

/// <summary>Moves finished things without composing them again.</summary>
public static class FrameMoves
{
    /// <summary>The same item, moved right and down.</summary>
    public static FrameItem MovedBy(this FrameItem item, Length right, Length down) => item switch
    {
        GlyphRun run => run with { Origin = new(run.Origin.X + right, run.Origin.Y + down) },
        BoxItem box => box with { Box = Moved(box.Box, right, down) },
        RasterItem raster => raster with { Box = Moved(raster.Box, right, down) },
        DrawingFrame drawing => drawing with { Box = Moved(drawing.Box, right, down) },
        LinkArea link => link with { Box = Moved(link.Box, right, down) },
        _ => throw new UnreachableException($"{item.GetType().Name} is new: say here how it moves."),
    };

    private static Rectangle Moved(Rectangle box, Length right, Length down) => box with { X = box.X + right, Y = box.Y + down };
}
