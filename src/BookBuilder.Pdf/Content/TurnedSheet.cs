using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>Brings what is read on a turned sheet to its place on the upright one: the sheet is printed upright and turned on the screen (ISO 32000-1, table 30, Rotate).</summary>
internal static class TurnedSheet
{
    /// <summary>The quarter turns clockwise that bring a turned page upright on the screen, in degrees.</summary>
    public const int Rotate = 90;

    /// <summary>From the turned sheet's coordinates to the upright one's, both with y up.</summary>
    public static Affine Of(Page page) => new(0, 1, -1, 0, page.Size.Width.Points, 0);

    /// <summary>The place on the upright sheet, y down; the same on a page that is not turned.</summary>
    public static Rectangle Upright(Page page, Rectangle box) =>
        page.IsTurned ? new(box.Y, page.Size.Height - box.Right, box.Height, box.Width) : box;

    /// <inheritdoc cref="Upright(Page, Rectangle)"/>
    public static Position Upright(Page page, Position at) => page.IsTurned ? new(at.Y, page.Size.Height - at.X) : at;
}
