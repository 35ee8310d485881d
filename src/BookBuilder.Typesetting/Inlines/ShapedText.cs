using System.Buffers;
using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A glyph of a paragraph, in the order of the characters.</summary>
/// <param name="Glyph">The glyph; its cluster counts in the paragraph's characters.</param>
/// <param name="Face">Its face; null for the place of a box or a forced line end.</param>
/// <param name="Level">The level of its direction (UAX #9): odd in text that runs right to left.</param>
internal readonly record struct TextGlyph(ShapedGlyph Glyph, FontFace? Face, byte Level)
{
    /// <summary>Whether it stands in text that runs right to left.</summary>
    public bool RightToLeft => (Level & 1) == 1;
}

/// <summary>The glyphs of a whole paragraph, as if it were set on one endless line: shaped once, cut often. They stand in borrowed memory until the lines are made.</summary>
internal sealed class ShapedText : IDisposable
{
    private readonly ParagraphText _text;
    private readonly IShaper _shaper;
    private readonly BorrowedList<TextGlyph> _glyphs;
    /// <summary>For each character (and the end) the first glyph at or after it.</summary>
    private int[] _first;
    /// <summary>For each character (and the end) whether text may be cut before it without shaping anew.</summary>
    private bool[] _cuts;
    /// <summary>The pen before each glyph, in scaled points.</summary>
    private long[] _pen;

    private ShapedText(ParagraphText text, IShaper shaper, BorrowedList<TextGlyph> glyphs)
    {
        (_text, _shaper, _glyphs) = (text, shaper, glyphs);
        int length = text.Characters.Length;
        _first = ArrayPool<int>.Shared.Rent(length + 1);
        _cuts = ArrayPool<bool>.Shared.Rent(length + 1);
        _pen = ArrayPool<long>.Shared.Rent(glyphs.Count + 1);
        int next = 0;
        for (int c = 0; c < length; c++)
        {
            while (next < glyphs.Count && glyphs[next].Glyph.Cluster < c) next++;
            _first[c] = next;
            _cuts[c] = next < glyphs.Count && glyphs[next].Glyph.Cluster == c;
        }
        _first[length] = glyphs.Count;
        _cuts[0] = _cuts[length] = true;
        _pen[0] = 0;
        for (int g = 0; g < glyphs.Count; g++) _pen[g + 1] = _pen[g] + glyphs[g].Glyph.Advance.ScaledPoints;
    }

    /// <summary>Shapes a paragraph. Stretches of one type are shaped as one, so that kerning does not stop where a link begins.</summary>
    public static ShapedText Shape(ParagraphText text, IShaper shaper)
    {
        BorrowedList<TextGlyph> glyphs = new(text.Characters.Length);
        for (int s = 0; s < text.Spans.Count;)
        {
            TextSpan span = text.Spans[s];
            if (IsNoText(text, span))
            {
                Length width = text.BoxAt(span.Start)?.Width ?? Length.Zero;
                glyphs.Add(new(new ShapedGlyph(0, span.Start, width, default, default), null, text.Direction.LevelAt(span.Start)));
                s++;
                continue;
            }
            int e = s + 1;
            while (e < text.Spans.Count && SetsAs(text, text.Spans[e], span)) e++;
            int count = glyphs.Count;
            Stretch(text, shaper, s, e, glyphs);
            if (count > 0 && count < glyphs.Count)
            {
                Length more = Seams.Between(shaper, text, glyphs[count - 1], text.Spans[s - 1].Style, glyphs[count], span.Style);
                if (more != Length.Zero) glyphs[count - 1] = glyphs[count - 1] with { Glyph = glyphs[count - 1].Glyph with { Advance = glyphs[count - 1].Glyph.Advance + more } };
            }
            s = e;
        }
        return new ShapedText(text, shaper, glyphs);
    }

    /// <summary>The glyphs, in the order of the characters.</summary>
    public ReadOnlySpan<TextGlyph> Glyphs => _glyphs.Items;

    /// <inheritdoc/>
    public void Dispose()
    {
        _glyphs.Dispose();
        ArrayPool<int>.Shared.Return(_first);
        ArrayPool<bool>.Shared.Return(_cuts);
        ArrayPool<long>.Shared.Return(_pen);
        (_first, _cuts, _pen) = ([], [], []);
    }

    /// <summary>Whether the text may be cut before a character without shaping it anew.</summary>
    public bool CanCut(int at) => _cuts[at];

    /// <summary>The width of the characters from <paramref name="start"/> to <paramref name="end"/>, both places where text can be cut.</summary>
    public Length Width(int start, int end) => new(_pen[_first[end]] - _pen[_first[start]]);

    /// <summary>The nearest place at or before a character where text can be cut.</summary>
    public int CutBefore(int at)
    {
        while (!_cuts[at]) at--;
        return at;
    }

    /// <summary>The nearest place at or after a character where text can be cut.</summary>
    public int CutAfter(int at)
    {
        while (!_cuts[at]) at++;
        return at;
    }

    /// <summary>The glyphs of a stretch of one span. Where it begins or ends within a ligature, that part is shaped anew.</summary>
    public void Copy(int start, int end, RunStyle style, BorrowedList<TextGlyph> into)
    {
        int from = CutAfter(start), to = CutBefore(end);
        if (from > to)
        {
            Anew(start, end, style, into);
            return;
        }
        if (start < from) Anew(start, from, style, into);
        for (int g = _first[from]; g < _first[to]; g++) into.Add(_glyphs[g]);
        if (to < end) Anew(to, end, style, into);
    }

    /// <summary>The width of a stretch within one span, shaped anew where it cuts a ligature.</summary>
    public Length WidthOfPart(int start, int end, RunStyle style)
    {
        using BorrowedList<TextGlyph> glyphs = new(end - start);
        Copy(start, end, style, glyphs);
        long sum = 0;
        foreach (ref readonly TextGlyph glyph in glyphs.Items) sum += glyph.Glyph.Advance.ScaledPoints;
        return new Length(sum);
    }

    private void Anew(int start, int end, RunStyle style, BorrowedList<TextGlyph> into) => Add(_text, _shaper, start, end, style, into);

    private static bool SetsAs(ParagraphText text, TextSpan span, TextSpan first) =>
        span.Style.Request == first.Style.Request && span.Style.Shift == first.Style.Shift && span.Style.Tracking == first.Style.Tracking && span.Style.Capitals == first.Style.Capitals
        && span.Start != text.LabelLength && !IsNoText(text, span);

    /// <summary>Whether a span is the place of a box or a line's end. The sign that stands for a box may have been typed, too: then it is a character that no face has.</summary>
    private static bool IsNoText(ParagraphText text, TextSpan span) =>
        text.Characters[span.Start] == ParagraphText.LineEnd || (text.Characters[span.Start] == ParagraphText.Object && text.BoxAt(span.Start) is not null);

    private static void Stretch(ParagraphText text, IShaper shaper, int from, int to, BorrowedList<TextGlyph> glyphs)
    {
        int start = text.Spans[from].Start, end = text.Spans[to - 1].End, count = glyphs.Count;
        RunStyle style = text.Spans[from].Style;
        Add(text, shaper, start, end, style, glyphs);
        // A ligature across two leaves would belong to neither: such leaves are shaped apart.
        int at = count;
        for (int s = from + 1; s < to; s++)
        {
            while (at < glyphs.Count && glyphs[at].Glyph.Cluster < text.Spans[s].Start) at++;
            if (at < glyphs.Count && glyphs[at].Glyph.Cluster == text.Spans[s].Start) continue;
            glyphs.KeepFirst(count);
            Stretch(text, shaper, from, s, glyphs);
            Stretch(text, shaper, s, to, glyphs);
            return;
        }
    }

    /// <summary>Shapes characters of one type, each stretch of one direction by itself.</summary>
    private static void Add(ParagraphText text, IShaper shaper, int start, int end, RunStyle style, BorrowedList<TextGlyph> into)
    {
        while (start < end)
        {
            byte level = text.Direction.LevelAt(start);
            int to = text.Direction.Levels is null ? end : start + 1;
            while (to < end && text.Direction.LevelAt(to) == level) to++;
            ReadOnlySpan<char> characters = text.Characters.AsSpan(start, to - start);
            if (style.Capitals) characters = characters.ToString().ToUpperInvariant();
            if (shaper.TryShapeAsOne(characters, style.Request, level, out FontFace? face, out ReadOnlySpan<ShapedGlyph> glyphs))
                foreach (ref readonly ShapedGlyph glyph in glyphs) Add(glyph, face, start, level, style, into);
            else Add(shaper.Shape(characters, style.Request, level), start, level, style, into);
            start = to;
        }
    }

    private static void Add(ImmutableArray<ShapedRun> runs, int start, byte level, RunStyle style, BorrowedList<TextGlyph> into)
    {
        // Runs come as they are seen; line breaking needs them as they are read.
        if (runs.Length > 1) runs = runs.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        foreach (ShapedRun run in runs)
            for (int i = 0; i < run.Glyphs.Length; i++)
                Add(run.Glyphs[run.RightToLeft ? run.Glyphs.Length - 1 - i : i], run.Face, start, level, style, into);
    }

    private static void Add(in ShapedGlyph glyph, FontFace face, int start, byte level, RunStyle style, BorrowedList<TextGlyph> into)
    {
        Length advance = glyph.Advance > Length.Zero ? glyph.Advance + style.Tracking : glyph.Advance;
        into.Add(new(glyph with { Cluster = glyph.Cluster + start, Advance = advance }, face, level));
    }
}
