using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>A chapter in finished lines, not yet in pages.</summary>
/// <param name="Boxes">Its column of text.</param>
/// <param name="Floats">Figures and tables that may move to the top of a later page, in order.</param>
/// <param name="Notes">The lines of each note.</param>
/// <param name="NoteOrder">The notes in the order of their marks.</param>
internal sealed record Galley(
    ImmutableArray<GalleyBox> Boxes,
    ImmutableArray<GalleyFloat> Floats,
    FrozenDictionary<NodeId, ImmutableArray<GalleyBox>> Notes,
    ImmutableArray<NodeId> NoteOrder)
{
    /// <summary>Sets a paragraph of the running text anew, by its number, in the other ways it can be set.</summary>
    public IReadOnlyDictionary<int, Func<ParagraphVariants>> Variants { get; init; } = FrozenDictionary<int, Func<ParagraphVariants>>.Empty;

    /// <summary>The sign at the right of a note's last line when the note goes on overleaf, relative to that line's box; nothing by default.</summary>
    public ImmutableArray<Frames.FrameItem> GoesOn { get; init; } = [];

    /// <summary>New lines of a paragraph with all that its first box has from its neighbours: space, marks, ground.</summary>
    /// <param name="first">Its first box.</param>
    /// <param name="lines">The new lines; not empty.</param>
    public ImmutableArray<GalleyBox> Dressed(int first, ImmutableArray<GalleyBox> lines)
    {
        GalleyBox old = Boxes[first];
        IEnumerable<Frames.Destination> above = old.Marks.Where(m => !lines.Any(l => l.Marks.Any(n => n.Node == m.Node)));
        lines = [.. lines.Select(l => l with { Panels = old.Panels })];
        return lines.SetItem(0, lines[0] with { Space = old.Space, BreakBefore = old.BreakBefore, Section = old.Section, Chapter = old.Chapter, Marks = [.. above, .. lines[0].Marks] });
    }

    /// <summary>The galley with one paragraph set otherwise.</summary>
    /// <param name="first">Its first box.</param>
    /// <param name="count">How many boxes it has.</param>
    /// <param name="lines">Its new lines, as <see cref="Dressed"/>.</param>
    public Galley With(int first, int count, ImmutableArray<GalleyBox> lines)
    {
        return this with
        {
            Boxes = [.. Boxes[..first], .. lines, .. Boxes[(first + count)..]],
            Floats = [.. Floats.Select(f => f with { Before = Moved(f.Before), Earliest = Moved(f.Earliest) })],
        };

        // A place within the paragraph moves to its end: no mention in it comes later.
        int Moved(int box) => box <= first ? box : Math.Max(box, first + count) + lines.Length - count;
    }
}

/// <summary>A paragraph set otherwise than best.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Cost">How much worse it is, on the scale of page costs.</param>
internal sealed record ParagraphVariant(ImmutableArray<GalleyBox> Lines, double Cost);

/// <summary>The other ways in which a paragraph can be set.</summary>
/// <param name="Shorter">With a line less; null when it cannot be had decently.</param>
/// <param name="Longer">With a line more.</param>
internal sealed record ParagraphVariants(ParagraphVariant? Shorter, ParagraphVariant? Longer);

/// <summary>A figure or table with its caption: never broken, set where it stands or at the top of a page.</summary>
/// <param name="Before">The box of the galley before which it stands.</param>
/// <param name="Boxes">Its boxes, from top to bottom.</param>
/// <param name="Node">The figure or table.</param>
/// <param name="Name">"Figure 3.1", for what is said about it; empty when it has no number.</param>
/// <param name="Span">Where the author wrote it.</param>
internal sealed record GalleyFloat(int Before, ImmutableArray<GalleyBox> Boxes, NodeId Node, string Name, SourceSpan Span)
{
    /// <summary>Where it may stand: never <see cref="Placement.Here"/>, which makes boxes of the text of it.</summary>
    public Placement Placement { get; init; }

    /// <summary>The box of the galley before which it may stand at the earliest: just after its first mention, if that stands before its place.</summary>
    public int Earliest { get; init; } = Before;

    /// <summary>Its height; the spaces inside it are rigid.</summary>
    public Length Height { get; } = Columns.Height(Boxes);

    /// <summary>The notes its parts call for.</summary>
    public ImmutableArray<NodeId> Notes { get; } = [.. Boxes.SelectMany(b => b.Notes)];
}

/// <summary>Sums over boxes that stand on each other.</summary>
internal static class Columns
{
    /// <summary>The natural height; the space above the first counts nothing.</summary>
    public static Length Height(ImmutableArray<GalleyBox> boxes)
    {
        Length height = Length.Zero;
        for (int i = 0; i < boxes.Length; i++)
            height += boxes[i].Height + (i == 0 ? Length.Zero : boxes[i].Space.Natural);
        return height;
    }
}
