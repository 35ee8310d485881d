using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Where a piece of a span came to stand in its line.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Just after its last.</param>
/// <param name="Left">Its left edge from the line's left.</param>
/// <param name="Right">Its right edge.</param>
internal readonly record struct PlacedPiece(int Start, int End, Length Left, Length Right);

/// <summary>Puts the glyphs of a line side by side and gathers them in runs, line after line.</summary>
internal sealed class RunCollector(ParagraphText text, ShapedText shaped) : IDisposable
{
    /// <summary>Of a line of a book.</summary>
    private const int UsualGlyphs = 128, UsualPieces = 40;

    private readonly ImmutableArray<FrameItem>.Builder _frames = ImmutableArray.CreateBuilder<FrameItem>();
    private readonly List<LinePart> _parts = [];
    private Length _left;
    private readonly BorrowedList<TextGlyph> _part = new(UsualGlyphs);
    private readonly BorrowedList<PlacedPiece> _pieces = new(UsualPieces);
    private readonly BorrowedList<ShapedGlyph> _glyphs = new(UsualGlyphs);
    private int _runSpan = -1, _runStart, _runEnd;
    private FontFace? _runFace;
    private byte _runLevel;
    private double _runExpansion = 1;
    private Length _runLeft;

    /// <summary>Where the next glyph goes, while the line is set in the order it is read.</summary>
    public Length Pen { get; private set; }
    /// <summary>The pieces placed, in the order of the characters; borrowed until the next line begins or this one is finished.</summary>
    public ReadOnlySpan<PlacedPiece> Pieces => _pieces.Items;
    /// <summary>How far the line reaches above the baseline.</summary>
    public Length Ascent { get; private set; }
    /// <summary>How far it reaches below.</summary>
    public Length Descent { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _part.Dispose();
        _pieces.Dispose();
        _glyphs.Dispose();
    }

    /// <summary>Begins a line at its left edge.</summary>
    public void Begin(Length left)
    {
        _frames.Clear();
        _parts.Clear();
        _pieces.KeepFirst(0);
        (_left, Pen, Ascent, Descent) = (left, left, Length.Zero, Length.Zero);
        (_runSpan, _runStart, _runEnd, _runExpansion) = (-1, 0, 0, 1);
    }

    /// <summary>Sets characters as they were shaped.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">Just after the last.</param>
    /// <param name="expansion">How many times as wide as they were drawn.</param>
    public void Set(int start, int end, double expansion = 1)
    {
        Length natural = Length.Zero, grown = Length.Zero;
        for (int s = SpanOf(start); s < text.Spans.Count && text.Spans[s].Start < end; s++)
        {
            TextSpan span = text.Spans[s];
            int from = Math.Max(start, span.Start), to = Math.Min(end, span.End);
            if (from >= to) continue;
            Length left = Pen;
            if (text.BoxAt(from) is { } box) Place(box, span);
            else
            {
                _part.KeepFirst(0);
                shaped.Copy(from, to, span.Style, _part);
                foreach (ref readonly TextGlyph glyph in _part.Items)
                {
                    // Counted from the beginning, so that rounding never adds up.
                    natural += glyph.Glyph.Advance;
                    Length due = Growth(natural, expansion);
                    Put(s, glyph, glyph.Glyph.Advance + due - grown, expansion);
                    grown = due;
                }
                _runEnd = Math.Max(_runEnd, to);
            }
            _pieces.Add(new(from, to, left, Pen));
        }
    }

    /// <summary>How much wider letters become.</summary>
    public static Length Growth(Length width, double expansion) => expansion == 1 ? Length.Zero : width * (expansion - 1);

    /// <summary>Sets white, so wide.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">Just after its last.</param>
    /// <param name="width">The width of all of it.</param>
    /// <param name="expansion">How many times as wide as drawn the letters beside it are: they share its run.</param>
    public void SetWhite(int start, int end, Length width, double expansion = 1)
    {
        bool given = false;
        for (int s = SpanOf(start); s < text.Spans.Count && text.Spans[s].Start < end; s++)
        {
            TextSpan span = text.Spans[s];
            int from = Math.Max(start, span.Start), to = Math.Min(end, span.End);
            if (from >= to || text.Characters[from] == ParagraphText.LineEnd) continue;
            Length left = Pen;
            _part.KeepFirst(0);
            shaped.Copy(from, to, span.Style, _part);
            foreach (ref readonly TextGlyph glyph in _part.Items)
            {
                Put(s, glyph, given ? Length.Zero : width, expansion);
                given = true;
            }
            _runEnd = Math.Max(_runEnd, to);
            _pieces.Add(new(from, to, left, Pen));
        }
    }

    /// <summary>Leaves white up to a place, with no character for it.</summary>
    public void SkipTo(Length place)
    {
        Flush();
        if (place > Pen) _parts.Add(new(0, 0, _frames.Count, 0, Pen, place - Pen, text.Direction.BaseLevel));
        Pen = place;
    }

    /// <summary>Sets the hyphen of a divided word: decoration that reads as a soft hyphen.</summary>
    public void SetHyphen(IShaper shaper, int at)
    {
        Flush();
        TextSpan span = text.Spans[SpanOf(at - 1)];
        byte level = text.Direction.LevelAt(at - 1);
        foreach (ShapedRun run in shaper.Shape(Hyphens.Character(shaper, span.Style), span.Style.Request))
        {
            _parts.Add(new(0, 0, _frames.Count, 1, Pen, run.Width, level));
            FrameSource source = new(span.Source.Node, FramePart.Artifact, span.Source.Offset + at - span.Start);
            _frames.Add(new GlyphRun
            {
                Source = source, Face = run.Face, Size = span.Style.Request.Size, Origin = new(Pen, span.Style.Shift), Glyphs = run.Glyphs,
                Text = "\u00AD", Color = span.Style.Color,
            });
            Pen += run.Width;
        }
    }

    /// <summary>The frames in the order of the characters, each where it is seen.</summary>
    /// <param name="mirroredIn">The width in which a paragraph that runs right to left begins at the right edge; null for one that stays where it was set.</param>
    public ImmutableArray<FrameItem>.Builder Finish(Length? mirroredIn)
    {
        Flush();
        if (text.Direction.Levels is null) return _frames;
        Length start = text.Direction.BaseLevel == 1 && mirroredIn is Length measure ? measure - Pen : _left;
        _pieces.KeepFirst(0);
        VisualOrder.Apply(_parts, start, _frames, _pieces);
        Pen += start - _left;
        return _frames;
    }

    /// <summary>Ends a run: what follows starts another.</summary>
    public void Flush()
    {
        if (_glyphs.Count > 0)
        {
            TextSpan span = text.Spans[_runSpan];
            bool backward = (_runLevel & 1) == 1;
            ShapedGlyph[] glyphs = _glyphs.Items.ToArray();
            if (backward) Array.Reverse(glyphs);
            _parts.Add(new(_runStart, _runEnd, _frames.Count, 1, _runLeft, Pen - _runLeft, _runLevel));
            _frames.Add(new GlyphRun
            {
                Source = span.Source with { Offset = span.Source.Offset + _runStart - span.Start },
                Face = _runFace!, Size = span.Style.Request.Size, Origin = new(_runLeft, span.Style.Shift), Glyphs = ImmutableCollectionsMarshal.AsImmutableArray(glyphs),
                Text = text.Characters[_runStart.._runEnd], Color = span.Style.Color, RightToLeft = backward,
                Expansion = _runExpansion,
            });
            _glyphs.KeepFirst(0);
        }
        _runSpan = -1;
    }

    private void Put(int span, in TextGlyph glyph, Length advance, double expansion)
    {
        if (glyph.Face is null) return;
        if (span != _runSpan || glyph.Face != _runFace || glyph.Level != _runLevel || expansion != _runExpansion)
        {
            if (_runSpan == span) _runEnd = glyph.Glyph.Cluster;
            Flush();
            (_runSpan, _runFace, _runLevel, _runExpansion) = (span, glyph.Face, glyph.Level, expansion);
            (_runStart, _runEnd, _runLeft) = (glyph.Glyph.Cluster, glyph.Glyph.Cluster, Pen);
            Measure(text.Spans[span].Style, glyph.Face);
        }
        _glyphs.Add(glyph.Glyph with { Cluster = glyph.Glyph.Cluster - _runStart, Advance = advance });
        Pen += advance;
    }

    private void Place(ComposedBox box, TextSpan span)
    {
        Flush();
        _parts.Add(new(span.Start, span.End, _frames.Count, box.Items.Length, Pen, box.Width, text.Direction.LevelAt(span.Start)));
        foreach (FrameItem item in box.Items) _frames.Add(item.MovedBy(Pen, span.Style.Shift));
        Pen += box.Width;
        // A face's height has some white in it, a formula's has none: it gets that white, or it would touch the next line.
        Length white = box.Items.Any(i => i is GlyphRun) ? span.Style.Request.Size * 0.15 : Length.Zero;
        Ascent = Length.Max(Ascent, box.Ascent - span.Style.Shift + white);
        Descent = Length.Max(Descent, box.Descent + span.Style.Shift + white);
    }

    /// <summary>A raised or lowered figure counts with its own height only, so that it does not push lines apart.</summary>
    private void Measure(RunStyle style, FontFace face)
    {
        (Length up, Length down) = style.IsScript
            ? (style.Request.Size * (face.CapHeight / (double)face.UnitsPerEm), Length.Zero) : FaceHeights.Of(face, style.Request.Size);
        Ascent = Length.Max(Ascent, up - style.Shift);
        Descent = Length.Max(Descent, down + style.Shift);
    }

    private int SpanOf(int at)
    {
        int low = 0, high = text.Spans.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (text.Spans[middle].Start <= at) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
