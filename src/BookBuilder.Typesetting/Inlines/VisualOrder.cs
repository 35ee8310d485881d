using BookBuilder.Fonts.Unicode;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A part of a line that moves as one when its order is settled: a run of glyphs, a box, a gap.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Just after its last.</param>
/// <param name="FirstFrame">Its first frame.</param>
/// <param name="Frames">How many frames it has.</param>
/// <param name="Left">Where it was set.</param>
/// <param name="Width">How far it moves the pen on.</param>
/// <param name="Level">The level of its direction.</param>
internal readonly record struct LinePart(int Start, int End, int FirstFrame, int Frames, Length Left, Length Width, byte Level);

/// <summary>Moves the parts of a line, set side by side in the order they are read, to where they are seen (UAX #9, rule L2).</summary>
internal static class VisualOrder
{
    /// <summary>Moves the frames, and says where each part came to stand, in the order the parts are read.</summary>
    /// <param name="parts">The parts, in the order they are read.</param>
    /// <param name="left">The line's left edge.</param>
    /// <param name="frames">The frames; moved.</param>
    /// <param name="places">Where the places are noted.</param>
    public static void Apply(List<LinePart> parts, Length left, IList<FrameItem> frames, BorrowedList<PlacedPiece> places)
    {
        PlacedPiece[] pieces = new PlacedPiece[parts.Count];
        Length pen = left;
        foreach (int i in TextDirection.VisualOrder([.. parts.Select(p => p.Level)]))
        {
            LinePart part = parts[i];
            for (int f = part.FirstFrame; f < part.FirstFrame + part.Frames; f++) frames[f] = frames[f].MovedBy(pen - part.Left, Length.Zero);
            pieces[i] = new(part.Start, part.End, pen, pen + part.Width);
            pen += part.Width;
        }
        foreach (PlacedPiece piece in pieces)
            if (piece.End > piece.Start) places.Add(piece);
    }
}
