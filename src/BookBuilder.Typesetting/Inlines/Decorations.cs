using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Rules, backgrounds and places to click around a line's text.</summary>
internal static class Decorations
{
    private static readonly Color Marker = new(0xFF, 0xF2, 0xA8);
    private static readonly Color KeyEdge = Color.Gray(0x80);

    /// <summary>Adds the decorations of what stands in a line: backgrounds before the text, rules and links after it.</summary>
    public static void Add(ParagraphText text, ReadOnlySpan<PlacedPiece> pieces, ImmutableArray<FrameItem>.Builder frames)
    {
        if (text.Decorations.Count == 0 || pieces.Length == 0) return;
        int lineStart = pieces[0].Start, lineEnd = pieces[^1].End, backgrounds = 0;
        List<(Length Left, Length Right)> extents = [];
        foreach (Decoration decoration in text.Decorations)
        {
            if (decoration.Start >= lineEnd || decoration.End <= lineStart) continue;
            Find(decoration, pieces, extents);
            foreach ((Length left, Length right) in extents)
            {
                FrameItem item = Frame(decoration, left, right);
                if (decoration.Kind is DecorationKind.Highlight or DecorationKind.Key) frames.Insert(backgrounds++, item);
                else frames.Add(item);
            }
        }
    }

    /// <summary>Finds where what is decorated stands: in one place, but where text of two directions meets in a line it may stand in several.</summary>
    private static void Find(Decoration decoration, ReadOnlySpan<PlacedPiece> pieces, List<(Length Left, Length Right)> extents)
    {
        extents.Clear();
        foreach (PlacedPiece piece in pieces)
        {
            if (piece.Start >= decoration.End || piece.End <= decoration.Start || piece.Right <= piece.Left) continue;
            (Length left, Length right) = (piece.Left, piece.Right);
            int beside = 0;
            while (beside < extents.Count && extents[beside].Right != left && extents[beside].Left != right) beside++;
            if (beside < extents.Count) extents[beside] = (Length.Min(extents[beside].Left, left), Length.Max(extents[beside].Right, right));
            else extents.Add((left, right));
        }
    }

    private static FrameItem Frame(Decoration decoration, Length left, Length right)
    {
        RunStyle style = decoration.Style;
        Length em = style.Request.Size, width = right - left, rule = em * 0.05;
        FrameSource ornament = new(decoration.Node, FramePart.Artifact);
        return decoration.Kind switch
        {
            DecorationKind.Link => new LinkArea(Around(em * 0.75, em * 0.25), decoration.Target!) { Source = new(decoration.Node, FramePart.Content) },
            DecorationKind.Underline => new BoxItem(new(left, style.Shift + em * 0.11, width, rule), style.Color, null, Length.Zero) { Source = ornament },
            DecorationKind.Strikeout => new BoxItem(new(left, style.Shift - em * 0.25, width, rule), style.Color, null, Length.Zero) { Source = ornament },
            DecorationKind.Highlight => new BoxItem(Around(em * 0.78, em * 0.24), Marker, null, Length.Zero) { Source = ornament },
            DecorationKind.Key => new BoxItem(Around(em * 0.86, em * 0.26), null, KeyEdge, 0.5.Pt) { Source = ornament },
            _ => throw new UnreachableException($"{decoration.Kind} is new: say here how it looks."),
        };

        Rectangle Around(Length up, Length down) => new(left, style.Shift - up, width, up + down);
    }
}
