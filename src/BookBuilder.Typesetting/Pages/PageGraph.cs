using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Where the next page begins. Carried lines count down, so that the order of places is an order of the pages.</summary>
/// <param name="Rank">How far the text has come.</param>
/// <param name="Float">The first float not yet on a page.</param>
/// <param name="Carried">Note lines that still have to be printed, negative.</param>
/// <param name="Box">The first box not yet on a page.</param>
/// <param name="Side">The side of the next page.</param>
/// <param name="Facing">One more than the lines of white at the foot of the page that faces it; 0 when there is none.</param>
internal readonly record struct Place(long Rank, int Float, int Carried, int Box, PageSide Side, int Facing) : IComparable<Place>
{
    /// <summary>Where a text begins.</summary>
    /// <param name="side">The side of its first page.</param>
    public static Place First(PageSide side) => new(0, 0, 0, 0, side, 0);

    /// <inheritdoc/>
    public int CompareTo(Place other)
    {
        if (Rank != other.Rank) return Rank < other.Rank ? -1 : 1;
        if (Float != other.Float) return Float - other.Float;
        if (Carried != other.Carried) return Carried - other.Carried;
        if (Box != other.Box) return Box - other.Box;
        return Side != other.Side ? Side - other.Side : Facing - other.Facing;
    }
}

/// <summary>All divisions of a text into pages: places, and the pages that lead from one to another. A place is looked at when it is asked for, and once.</summary>
internal sealed class PageGraph
{
    private readonly PageGeometry _geometry;
    private readonly VariedText _text;
    /// <summary>What may begin at a place. Of lines carried on from an earlier page the first note and the number of lines tell which they are.</summary>
    private readonly Dictionary<(int Box, int Float, int Carried, NodeId Note), List<PageChoice>> _known = [];
    /// <summary>For each box of the galley (and the end) how many pages are needed from there, at least.</summary>
    private readonly int[] _pages;
    /// <summary>For each box of the galley (and the end) how many boxes from there on pages like to begin with, and how much they like it at the most.</summary>
    private readonly int[] _likely;
    private readonly double _liking;

    /// <summary>The pages of a text.</summary>
    public PageGraph(PageGeometry geometry, VariedText text)
    {
        (_geometry, _text) = (geometry, text);
        _pages = LeastPages(geometry, text);
        (_likely, _liking) = LikedBeginnings(text.Galley);
    }

    /// <summary>Whether everything is on a page.</summary>
    public bool IsEnd(Place at) => at.Box == _text.End && at.Float == _text.Galley.Floats.Length && at.Carried == 0;

    /// <summary>The pages that may begin at a place.</summary>
    public List<PageChoice> From(Place at, ImmutableArray<NoteSlice> carried)
    {
        var key = (at.Box, at.Float, at.Carried, carried.IsEmpty ? NodeId.None : carried[0].Note);
        if (!_known.TryGetValue(key, out List<PageChoice>? choices))
            _known[key] = choices = PageChoices.From(_geometry, _text, at.Box, at.Float, carried);
        return choices;
    }

    /// <summary>What a page costs as one of two that face each other, or that are two sides of a leaf. Ends of chapters are exempt.</summary>
    public double Spread(Place at, PageChoice choice)
    {
        if (choice.Plan.IsFinal || !_geometry.HasSpreads) return 0;
        double uneven = at is { Side: PageSide.Recto, Facing: > 0 } ? PageCosts.Facing(at.Facing - 1, choice.White) : 0;
        return uneven + (choice.Divides && at.Side == PageSide.Recto ? PageCosts.HyphenOverleaf : 0);
    }

    /// <summary>Where a page leads.</summary>
    public Place Next(Place at, PageChoice choice)
    {
        PagePlan plan = choice.Plan;
        bool isLeft = at.Side == PageSide.Verso;
        int carried = 0;
        foreach (NoteSlice slice in choice.Carried) carried += slice.To - slice.From;
        return new(_text.Rank(plan.End), plan.EndFloat, -carried, plan.End,
            isLeft ? PageSide.Recto : PageSide.Verso, isLeft && !plan.IsFinal ? choice.White + 1 : 0);
    }

    /// <summary>What the rest costs at the least: what the pages cost that are needed, if all were perfect and began where pages like to begin.</summary>
    public double AtLeast(Place at)
    {
        int box = _text.Nominal(at.Box), pages = _pages[box], likely = _likely[box];
        // Where a liked beginning is worth more than a page, it may pay to make more pages than are needed.
        if (_liking > PageCosts.EveryPage) pages = Math.Max(pages, likely);
        return PageCosts.EveryPage * pages - _liking * Math.Min(pages, likely);
    }

    /// <summary>Counts, for each box, the boxes from there on before which a page likes to begin, and says how much at the most.</summary>
    private static (int[] Likely, double Liking) LikedBeginnings(Galley galley)
    {
        var likely = new int[galley.Boxes.Length + 1];
        double liking = 0;
        for (int i = galley.Boxes.Length - 1; i >= 0; i--)
        {
            int cost = galley.Boxes[i].BreakBefore;
            bool isLiked = cost is < 0 and > BreakCost.Forced;
            if (isLiked) liking = Math.Max(liking, -cost);
            likely[i] = likely[i + 1] + (isLiked ? 1 : 0);
        }
        return (likely, liking);
    }

    /// <summary>Counts how many pages are needed at the least, by what a page can hold at the most: spaces shrunk, the one at its top dropped,
    /// as many paragraphs set shorter as may be. Floats and notes need room besides.</summary>
    private static int[] LeastPages(PageGeometry geometry, VariedText text)
    {
        ImmutableArray<GalleyBox> boxes = text.Galley.Boxes;
        Length saved = text.MostSaved, dropped = geometry.HasGrid ? geometry.Line : Length.Zero;
        if (!geometry.HasGrid)
            foreach (GalleyBox box in boxes) dropped = Length.Max(dropped, box.Space.Natural - box.Space.Shrink);
        Length holds = geometry.Height + dropped + saved * PageWalk.MostVaried;
        var pages = new int[boxes.Length + 1];
        Length height = -saved;                     // a place within a paragraph that is set shorter has less before it than its place in the galley
        for (int i = boxes.Length - 1; i >= 0; i--)
        {
            height += Needed(geometry, boxes[i]);
            pages[i] = Math.Max(1, (int)(height.ScaledPoints / holds.ScaledPoints));
        }
        return pages;
    }

    /// <summary>The room that a box and the space above it take at the least. On a grid spaces may be rounded to nothing, and what is no line of it down to a whole line.</summary>
    private static Length Needed(PageGeometry geometry, GalleyBox box)
    {
        Length height = Length.Min(box.Height, geometry.Height);
        if (!geometry.HasGrid) return height + box.Space.Natural - box.Space.Shrink;
        return geometry.IsOnGrid(box) ? Length.Min(height, geometry.Line) : Length.Max(Length.Zero, height - geometry.Line);
    }
}
