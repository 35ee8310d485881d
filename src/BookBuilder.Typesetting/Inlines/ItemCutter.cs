using System.Runtime.InteropServices;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Cuts a shaped paragraph into the boxes, white and penalties of the line breaker.</summary>
internal sealed class ItemCutter(InlineContext context, TextStyle paragraph, ParagraphText text, ShapedText shaped)
{
    /// <summary>The share of itself by which a word space grows at ratio 1, and by which it may shrink at most.</summary>
    private const double SpaceStretch = 1 / 2.0, SpaceShrink = 0.31;

    private readonly BorrowedList<ParagraphItem> _items = new(text.Characters.Length / 2 + 8);
    private readonly BorrowedList<ItemText> _sources = new(text.Characters.Length / 2 + 8);
    private readonly List<WordDivision> _divisions = [];
    private readonly string _characters = text.Characters;
    private readonly BreakPlaces _places = new(text.Characters);
    private readonly HashSet<int>? _marks = text.Marks.Count == 0 ? null : [.. text.Marks.Select(m => m.At)];
    private int _span;
    private Func<int, TextSpan>? _spanAt;
    private (RunStyle Style, Length Width)? _hyphen;

    private bool IsJustified => paragraph.Alignment == LineAlignment.Justified;

    /// <summary>Whether characters may hang out of the measure: only where it has an even edge.</summary>
    private bool Hangs => IsJustified && paragraph.Protruding;

    /// <summary>For each item its characters, once cut. They belong to whoever asked for the cutting.</summary>
    public BorrowedList<ItemText> Sources => _sources;

    /// <summary>How far the first line may hang out; nothing where a label stands before it.</summary>
    public Length FirstHang() =>
        Hangs && text.LabelLength == 0 && _characters.Length > 0 ? LeftHang(0) : Length.Zero;

    /// <summary>Cuts the paragraph. Where nothing is to be seen there are no items. They belong to the caller.</summary>
    public BorrowedList<ParagraphItem> Cut(Length labelWidth)
    {
        if (string.IsNullOrWhiteSpace(_characters) && !_characters.Contains(ParagraphText.LineEnd)) return _items;
        if (text.LabelLength > 0) Add(ParagraphItem.Box(labelWidth), 0, text.LabelLength);
        int at = text.LabelLength;
        while (at < _characters.Length)
        {
            char c = _characters[at];
            if (c == ParagraphText.LineEnd)
            {
                // A line end after another, or at the beginning, leaves an empty line.
                if (_items.Count == 0 || _items[_items.Count - 1].Kind == ItemKind.Penalty) Add(ParagraphItem.Box(Length.Zero), at, at);
                EndLine(at, at + 1);
                at++;
            }
            else if (BreakPlaces.IsSpace(c)) at = Space(at);
            else at = Word(at);
        }
        if (_items.Count > 0 && _items[_items.Count - 1] is not { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced }) EndLine(at, at);
        return _items;
    }

    private void Add(ParagraphItem item, int start, int end)
    {
        _items.Add(item);
        _sources.Add(new(start, end));
    }

    private void EndLine(int start, int end)
    {
        Add(ParagraphItem.Penalty(ParagraphItem.Never), start, start);
        Add(ParagraphItem.Fill, start, start);
        Add(ParagraphItem.Penalty(ParagraphItem.Forced) with { HangBefore = RightHang(start) }, start, end);
    }

    private int Space(int start)
    {
        int end = start;
        while (end < _characters.Length && BreakPlaces.IsSpace(_characters[end])) end++;
        bool atEdge = start == text.LabelLength || _characters[start - 1] == ParagraphText.LineEnd
            || end == _characters.Length || _characters[end] == ParagraphText.LineEnd;
        if (atEdge)
        {
            // White at the edge of a paragraph shows nothing; its characters stay for copying.
            Add(ParagraphItem.Penalty(ParagraphItem.Never), start, start);
            Add(ParagraphItem.Glue(Length.Zero, Length.Zero, Length.Zero), start, end);
            return end;
        }
        // No line begins with a note's mark, even if its author left a space before it.
        int cost = _marks?.Contains(end) == true ? ParagraphItem.Never : _places.AtSpace(start, end, SpanAt(start).Style.Request.Language);
        ParagraphItem glue = White(start, end);
        if (cost == 0) Add(WithHangs(glue, start, end), start, end);
        else
        {
            Add(WithHangs(ParagraphItem.Penalty(cost), start, end), start, start);
            Add(glue, start, end);
        }
        return end;
    }

    private ParagraphItem White(int start, int end)
    {
        Length width = shaped.Width(start, end);
        bool stretches = IsJustified && SpanAt(start).Style.Kind == RunKind.Words && _characters[start] is ' ' or '\u00A0';
        return stretches ? ParagraphItem.Glue(width, width * SpaceStretch, width * SpaceShrink) : ParagraphItem.Glue(width, Length.Zero, Length.Zero);
    }

    /// <summary>A stretch without breakable white: words, no-break spaces, boxes.</summary>
    private int Word(int start)
    {
        int end = start;
        while (end < _characters.Length && _characters[end] != ParagraphText.LineEnd && !BreakPlaces.IsSpace(_characters[end])) end++;
        WordDivisions.Find(context.Hyphenators, text, start, end, _spanAt ??= at => SpanAt(at), _divisions);
        bool isHost = paragraph.BreaksAsAddress && HostNames.IsHost(_characters.AsSpan(start, end - start));
        int box = start, next = 0;
        for (int at = start + 1; at < end; at++)
        {
            if (_characters[at] == '\u00A0')
            {
                box = CloseBox(box, at);
                Add(ParagraphItem.Penalty(ParagraphItem.Never), at, at);
                Add(White(at, at + 1), at, at + 1);
                box = at + 1;
                continue;
            }
            while (next < _divisions.Count && _divisions[next].At < at) next++;
            if (next < _divisions.Count && _divisions[next].At == at) box = Divide(box, _divisions[next], end);
            else if (CostAt(at, start, end, isHost) is int cost and < ParagraphItem.Never && shaped.CanCut(at))
            {
                box = CloseBox(box, at);
                ParagraphItem place = _characters[at - 1] is '-' or '\u2010' && SpanAt(at).Style.Kind == RunKind.Words
                    ? ParagraphItem.Hyphen(Length.Zero, cost) : ParagraphItem.Penalty(cost);
                // A line that ends within an address or code may fall short: it has hardly a space to stretch.
                RunStyle style = SpanAt(at).Style;
                if (style.Kind is RunKind.Code or RunKind.Address) place = place with { EndStretch = style.Request.Size * 2 };
                Add(WithHangs(place, at, at), at, at);
            }
        }
        CloseBox(box, end);
        return end;
    }

    private int CostAt(int at, int wordStart, int wordEnd, bool isHost)
    {
        if (text.HasSoftBreak(at)) return 0;
        // No line begins with a note's mark.
        if (_marks?.Contains(at) == true) return ParagraphItem.Never;
        return SpanAt(at).Style.Kind switch
        {
            RunKind.Address => _places.InAddress(at, wordStart, wordEnd),
            RunKind.Code => _places.InCode(at, wordStart, wordEnd),
            _ when isHost => _places.InHost(at, wordStart, wordEnd),
            _ when paragraph.BreaksAsAddress => Math.Min(_places.InWords(at, wordStart, wordEnd), _places.InAddress(at, wordStart, wordEnd)),
            _ => _places.InWords(at, wordStart, wordEnd),
        };
    }

    private int CloseBox(int from, int to)
    {
        if (to <= from) return to;
        Length width = shaped.Width(from, to);
        Add(IsJustified && AreLetters(from, to) ? ParagraphItem.Letters(width, width * paragraph.Expansion) : ParagraphItem.Box(width), from, to);
        return to;
    }

    /// <summary>Whether nothing but letters of words and marks of notes stands there: code, addresses, formulas and pictures keep their widths.</summary>
    private bool AreLetters(int from, int to)
    {
        for (int at = from; at < to; at = SpanAt(at).End)
            if (SpanAt(at).Style.Kind is not (RunKind.Words or RunKind.Mark) || text.BoxAt(at) is not null) return false;
        return true;
    }

    private int Divide(int box, WordDivision division, int wordEnd)
    {
        RunStyle style = SpanAt(division.At - 1).Style;
        if (_hyphen is not { } known || known.Style != style) _hyphen = known = (style, Hyphens.Width(context.Shaper, style));
        Length hyphen = known.Width;
        int before = shaped.CutBefore(division.At);
        if (before < box) return box;
        box = CloseBox(box, before);
        Length extra = Length.Zero, after = Length.Zero;
        if (before < division.At)
        {
            // The hyphen divides a ligature: its parts are shaped anew, and the line that follows begins with the second one.
            int close = Math.Min(shaped.CutAfter(division.At), wordEnd);
            extra = shaped.WidthOfPart(before, division.At, style);
            after = shaped.WidthOfPart(division.At, close, style) - shaped.Width(before, close);
        }
        ParagraphItem place = division.IsAuthors ? ParagraphItem.Hyphen(hyphen + extra, division.Cost) : ParagraphItem.Division(hyphen + extra, division.Cost);
        Add(place with { WidthAfter = after, HangBefore = Hangs ? hyphen * HangingMarks.Right('-') : Length.Zero }, division.At, division.At);
        return box;
    }

    private ParagraphItem WithHangs(ParagraphItem item, int end, int next) => item with { HangBefore = RightHang(end), HangAfter = LeftHang(next) };

    private Length RightHang(int end)
    {
        if (!Hangs || end == 0 || !shaped.CanCut(end - 1) || !shaped.CanCut(end)) return Length.Zero;
        double share = HangingMarks.Right(_characters[end - 1]);
        return share == 0 || SpanAt(end - 1).Style is { IsScript: true } or { Kind: RunKind.Code or RunKind.Mark } ? Length.Zero : shaped.Width(end - 1, end) * share;
    }

    private Length LeftHang(int start)
    {
        if (!Hangs || start + 1 > _characters.Length || !shaped.CanCut(start) || !shaped.CanCut(start + 1)) return Length.Zero;
        double share = HangingMarks.Left(_characters[start]);
        return share == 0 ? Length.Zero : shaped.Width(start, start + 1) * share;
    }

    /// <summary>The span of a character. Asked for in rising order with small steps back, so it is found by walking.</summary>
    private ref readonly TextSpan SpanAt(int at)
    {
        ReadOnlySpan<TextSpan> spans = CollectionsMarshal.AsSpan(text.Spans);
        while (spans[_span].Start > at) _span--;
        while (spans[_span].End <= at) _span++;
        return ref spans[_span];
    }
}
