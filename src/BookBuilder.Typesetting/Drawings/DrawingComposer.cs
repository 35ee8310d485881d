using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Drawings;

/// <summary>Shapes the texts of a drawing with the book's faces.</summary>
internal static class DrawingComposer
{
    /// <summary>Places a drawing in a box. Families it asks for are taken when the book has them, else the sans of the design.</summary>
    public static DrawingFrame Compose(InlineContext context, Drawing drawing, Rectangle box, NodeId owner) => throw new NotImplementedException();
}
