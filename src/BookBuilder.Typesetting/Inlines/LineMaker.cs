using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Makes finished lines of a paragraph whose breaks are chosen.</summary>
internal static class LineMaker
{
    /// <summary>Makes the lines.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="breaks">Where its lines end.</param>
    /// <param name="measure">The width of the paragraph, indents included.</param>
    public static ImmutableArray<Line> Make(InlineContext context, PreparedParagraph paragraph, ImmutableArray<BreakPoint> breaks, Length measure)
    {
        ImmutableArray<Line>.Builder lines = ImmutableArray.CreateBuilder<Line>(breaks.Length);
        using RunCollector runs = new(paragraph.Text, paragraph.Shaped);
        int first = 0;
        BreakPoint? before = null;
        foreach (BreakPoint end in breaks)
        {
            lines.Add(MakeLine(context, paragraph, runs, first, before, end, measure, isFirst: lines.Count == 0));
            before = end;
            first = FirstAfter(paragraph.Items, end.Item);
        }
        return lines.MoveToImmutable();
    }

    /// <summary>The first item of the line after a break: white and penalties vanish there.</summary>
    public static int FirstAfter(ReadOnlySpan<ParagraphItem> items, int item)
    {
        int next = items[item].Kind == ItemKind.Box ? item : item + 1;
        while (next < items.Length && items[next].Kind != ItemKind.Box && items[next] is not { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced }) next++;
        return next;
    }

    private static Line MakeLine(InlineContext context, PreparedParagraph paragraph, RunCollector runs, int first, BreakPoint? before, BreakPoint end, Length measure, bool isFirst)
    {
        ReadOnlySpan<ParagraphItem> items = paragraph.Items;
        ReadOnlySpan<ItemText> sources = paragraph.Sources;
        TextStyle style = paragraph.Style;
        ParagraphItem last = items[end.Item];
        White white = White.Of(items[first..end.Item], end, last.EndStretch, style);
        Length indent = isFirst ? style.FirstIndent : style.HangingIndent;
        Length hang = isFirst ? paragraph.FirstHang : items[before!.Value.Item].HangAfter;
        Length left = style.Alignment switch
        {
            LineAlignment.Center => indent + (end.Shortfall > Length.Zero ? end.Shortfall / 2 : Length.Zero),
            LineAlignment.Right => indent + (end.Shortfall > Length.Zero ? end.Shortfall : Length.Zero),
            _ => indent - hang,
        };
        runs.Begin(left);
        int begin = before is { } earlier && items[earlier.Item].Kind == ItemKind.Penalty ? sources[earlier.Item].Start : 0;
        int at = 0;
        for (int i = first; i < end.Item; i++)
        {
            ItemText source = sources[i];
            if (items[i].Kind == ItemKind.Glue && source.End > source.Start) runs.SetWhite(source.Start, source.End, white.Next(items[i]), white.Of(items[i]));
            else if (items[i].Kind == ItemKind.Box)
            {
                runs.Set(Math.Max(source.Start, begin), source.End, white.Of(items[i]));
                if (i == 0 && paragraph.LabelWidth > Length.Zero) runs.SkipTo(left + paragraph.LabelWidth);
            }
            at = Math.Max(at, source.End);
        }
        bool divides = last is { Kind: ItemKind.Penalty, IsHyphen: true } && last.Width > Length.Zero;
        if (divides)
        {
            // The break may stand within a ligature, whose first part belongs to this line.
            if (at < sources[end.Item].Start) runs.Set(at, sources[end.Item].Start);
            runs.SetHyphen(context.Shaper, sources[end.Item].Start);
        }
        Length right = runs.Pen;
        SetVanishedWhite(runs, items, sources, end.Item, white);
        ImmutableArray<FrameItem>.Builder frames = runs.Finish(style.Alignment == LineAlignment.Right || measure >= Length.Unbounded ? null : measure);

        Decorations.Add(paragraph.Text, runs.Pieces, frames);
        int to = runs.Pieces.Length == 0 ? 0 : runs.Pieces[^1].End;
        (Length ascent, Length descent) = runs.Pieces.Length == 0 ? FaceHeights.Of(context.Shaper.FaceFor(RunStyle.Of(style).Request), style.Size) : (runs.Ascent, runs.Descent);
        return new Line
        {
            Items = frames.ToImmutable(), Width = right, Ascent = ascent, Descent = descent, Ratio = white.Ratio, SpaceRatio = white.SpaceRatio, LetterGrowth = white.LetterGrowth,
            IsHyphenated = divides, Overrun = end.Overrun,
            Notes = NotesIn(paragraph.Text, runs.Pieces, to), Anchors = AnchorsIn(paragraph.Text, runs.Pieces), Start = StartOf(paragraph.Text, runs.Pieces),
        };
    }

    /// <summary>The white a line ends in, and what else vanishes there, stays as characters of no width: copied words do not run together.</summary>
    private static void SetVanishedWhite(RunCollector runs, ReadOnlySpan<ParagraphItem> items, ReadOnlySpan<ItemText> sources, int item, White white)
    {
        int stop = Math.Max(FirstAfter(items, item), item + 1);
        for (int i = item; i < stop && i < items.Length; i++)
            if (items[i].Kind == ItemKind.Glue && sources[i].End > sources[i].Start)
                runs.SetWhite(sources[i].Start, sources[i].End, Length.Zero, white.Of(items[i]));
    }

    private static FrameSource StartOf(ParagraphText text, ReadOnlySpan<PlacedPiece> pieces)
    {
        foreach (PlacedPiece piece in pieces)
        foreach (TextSpan span in text.Spans)
            if (span.Start <= piece.Start && piece.Start < span.End)
            {
                if (span.Source.Part == FramePart.Content && span.Leaf is not null)
                    return span.Source with { Offset = span.Source.Offset + piece.Start - span.Start };
                break;
            }
        return FrameSource.Artifact;
    }

    private static ImmutableArray<NodeId> NotesIn(ParagraphText text, ReadOnlySpan<PlacedPiece> pieces, int end)
    {
        if (text.Marks.Count == 0 || pieces.Length == 0) return [];
        ImmutableArray<NodeId>.Builder notes = ImmutableArray.CreateBuilder<NodeId>();
        for (int m = FirstFrom(text.Marks, pieces[0].Start, mark => mark.At); m < text.Marks.Count && text.Marks[m].At < end; m++)
            if (text.Marks[m].Mark.IsFirst) notes.Add(text.Marks[m].Mark.Note);
        return notes.ToImmutable();
    }

    private static ImmutableArray<(NodeId, Length)> AnchorsIn(ParagraphText text, ReadOnlySpan<PlacedPiece> pieces)
    {
        if (text.Anchors.Count == 0 || pieces.Length == 0) return [];
        ImmutableArray<(NodeId, Length)>.Builder anchors = ImmutableArray.CreateBuilder<(NodeId, Length)>();
        int piece = 0;
        for (int a = FirstFrom(text.Anchors, pieces[0].Start, anchor => anchor.At); a < text.Anchors.Count && text.Anchors[a].At < pieces[^1].End; a++)
        {
            while (piece < pieces.Length - 1 && pieces[piece].End <= text.Anchors[a].At) piece++;
            anchors.Add((text.Anchors[a].Node, pieces[piece].Left));
        }
        return anchors.ToImmutable();
    }

    /// <summary>The first of things in the order of the characters that stands at or after a place.</summary>
    private static int FirstFrom<T>(List<T> things, int place, Func<T, int> placeOf)
    {
        int low = 0, high = things.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (placeOf(things[middle]) < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Shares out what a line has too much or too little, so that rounding never adds up.</summary>
    private struct White
    {
        private const double WidestRatio = 5;

        private long _toShare, _weights, _given, _seen;
        private bool _stretches;
        private double _expansion;

        /// <summary>How much of its stretch or shrink the white takes.</summary>
        public double Ratio { get; private set; }

        /// <summary>How many times as wide as usual a word space is.</summary>
        public double SpaceRatio { get; private set; }

        /// <summary>By which share of themselves letters were widened or narrowed.</summary>
        public readonly double LetterGrowth => _expansion == 0 ? 0 : _expansion - 1;

        /// <summary>How many times as wide as drawn the letters of a piece are; white belongs to the letters beside it.</summary>
        public readonly double Of(ParagraphItem item) => item.Give > Length.Zero || item.Stretch > Length.Zero ? _expansion : 1;

        public static White Of(ReadOnlySpan<ParagraphItem> line, BreakPoint chosen, Length endStretch, TextStyle style)
        {
            White natural = new() { _expansion = 1, SpaceRatio = 1 };
            if (style.Alignment != LineAlignment.Justified || chosen.Shortfall == Length.Zero) return natural;
            bool stretches = chosen.Shortfall > Length.Zero;
            Length letters = Length.Zero, stretch = Length.Zero, shrink = Length.Zero, spaces = Length.Zero;
            foreach (ParagraphItem item in line)
            {
                if (stretches && item.Fills) return natural;
                letters += item.Give;
                stretch += item.Stretch;
                shrink += item.Shrink;
                if (item.Stretch > Length.Zero) spaces += item.Width;
            }
            Justification set = Justification.Of(chosen.Shortfall, letters, stretch + endStretch, shrink);
            double expansion = 1 + set.Letters * style.Expansion;
            long rest = chosen.Shortfall.ScaledPoints - Growth(line, expansion), white = (stretches ? stretch : shrink).ScaledPoints;
            if (white == 0) return natural with { _expansion = expansion, Ratio = set.Letters };
            // Wider spaces would be holes: such a line is better left short.
            long toShare = !stretches ? Math.Max(rest, -white)
                : set.White > WidestRatio ? (long)(white * WidestRatio)
                : (long)((Int128)rest * white / (white + endStretch.ScaledPoints));
            return new White
            {
                _toShare = toShare, _weights = white, _stretches = stretches, _expansion = expansion,
                Ratio = set.White, SpaceRatio = 1 + toShare / (double)Math.Max(1, spaces.ScaledPoints),
            };
        }

        private static long Growth(ReadOnlySpan<ParagraphItem> line, double expansion)
        {
            long growth = 0;
            foreach (ParagraphItem item in line)
                if (item.Give > Length.Zero) growth += RunCollector.Growth(item.Width, expansion).ScaledPoints;
            return growth;
        }

        public Length Next(ParagraphItem glue)
        {
            if (_weights == 0) return glue.Width;
            _seen += (_stretches ? glue.Stretch : glue.Shrink).ScaledPoints;
            long due = (long)((Int128)_toShare * _seen / _weights);
            Length width = glue.Width + new Length(due - _given);
            _given = due;
            return width;
        }
    }
}
