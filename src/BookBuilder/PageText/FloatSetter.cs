using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Makes tables and lost pictures of what is left of them, with the captions and remarks that belong to them.</summary>
internal sealed partial class FloatSetter
{
    private const int BlocksBefore = 3, BlocksBehind = 6;

    private readonly PageReading _reading;
    private readonly List<PageBlock> _blocks;
    private readonly FloatCaption?[] _captionOf;
    private readonly TextRun?[] _remarkOf;
    private readonly HashSet<int> _taken = [];
    private readonly bool _captionsStandBelow;

    private FloatSetter(PageReading reading, DraftChapter chapter)
    {
        _reading = reading;
        _blocks = [.. chapter.Blocks.Where(b => b is not PageEnd)];
        _captionOf = new FloatCaption?[_blocks.Count];
        _remarkOf = new TextRun?[_blocks.Count];
        // Where a book puts its captions shows in those that can belong to one thing only.
        int below = 0, above = 0;
        for (int i = 0; i < _blocks.Count; i++)
            if (CaptionAt(i) is not null)
            {
                if (IsThing(i - 1)) below++;
                if (IsThing(i + 1)) above++;
            }
        _captionsStandBelow = below >= above;
    }

    /// <summary>The chapter with its figures and tables.</summary>
    /// <param name="labels">The labels of the book so far.</param>
    public static DraftChapter Set(PageReading reading, DraftChapter chapter, HashSet<string> labels) =>
        chapter with { Blocks = new FloatSetter(reading, chapter).Run(labels) };

    private List<PageBlock> Run(HashSet<string> labels)
    {
        for (int i = 0; i < _blocks.Count; i++)
            if (CaptionAt(i) is { } caption) Attach(i, caption);
        for (int i = 0; i < _blocks.Count; i++)
            if (IsThing(i)) AttachRemark(i);
        List<PageBlock> set = [];
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_taken.Contains(i)) continue;
            PageBlock? block = _blocks[i] switch
            {
                BlankRun blank => Blank(i, blank),
                PictureLine picture => Lost(i, new LostFigure(picture.Line, $"the picture '{picture.Source}' did not come with the text") { Caption = _captionOf[i] ?? Worded(picture) }, $"![{picture.Words}]({picture.Source})"),
                RowRun rows => Table(i, rows),
                PipeRun pipe => new PrintedTable(pipe.Line, pipe, 1) { Caption = _captionOf[i], Remark = _remarkOf[i] },
                TextRun text when CaptionAt(i) is { } alone => Alone(text, alone),
                _ => _blocks[i],
            };
            if (block is not null) set.Add(Labelled(block, labels));
            if (block is TextRun or ItemRun && SpokenOf(i) is { } lost) set.Add(lost);
        }
        return set;
    }

    private FloatCaption? CaptionAt(int i) =>
        i >= 0 && i < _blocks.Count && _blocks[i] is TextRun text && _reading.Allows(text.Line, PageTextRule.Caption) ? Captions.Of(text) : null;

    private bool IsThing(int i) => i >= 0 && i < _blocks.Count && _blocks[i] is BlankRun or PictureLine or RowRun or PipeRun
        && !(_blocks[i] is BlankRun && _reading.Overrides.At(_blocks[i].Line).IsPicture == false);

    private void Attach(int i, FloatCaption caption)
    {
        int? target = null;
        if (_reading.Overrides.At(caption.Line).CaptionOf is int line)
        {
            int at = _blocks.FindIndex(b => b.Line == line || b is BlankRun blank && line >= blank.Line && line <= blank.LastLine);
            if (IsThing(at)) target = at;
            else _reading.Said.Report(Problems.OverrideCaptionOfNothing(line, _reading.Overrides.At(caption.Line).Span));
        }
        bool isTable = caption.Kind == TypedNumberKind.Table;
        int[] near = _captionsStandBelow ? [i - 1, i + 1] : [i + 1, i - 1];
        target ??= near.Where(n => IsThing(n) && _captionOf[n] is null && (!isTable || _blocks[n] is RowRun or PipeRun)).Select(n => (int?)n).FirstOrDefault()
            ?? near.Where(n => IsThing(n) && _captionOf[n] is null).Select(n => (int?)n).FirstOrDefault();
        if (target is not int thing) return;
        _captionOf[thing] = caption;
        _taken.Add(i);
    }

    /// <summary>"Source: …" or "Note: …" right behind a figure, or behind its caption, is its remark.</summary>
    private void AttachRemark(int i)
    {
        int next = i + 1;
        while (next < _blocks.Count && _taken.Contains(next)) next++;
        if (next >= _blocks.Count || _blocks[next] is not TextRun text || !Remark().IsMatch(text.Text) || !_reading.Allows(text.Line, PageTextRule.FigureNote)) return;
        _remarkOf[i] = text;
        _taken.Add(next);
        _reading.Decide(text.Line, PageTextRule.FigureNote, Folding.Short(text.Text), Folding.Short(text.Text), Confidence.Medium,
            string.Create(CultureInfo.InvariantCulture, $"the remark under what stands in line {_blocks[i].Line}"));
    }

    private LostFigure? Blank(int i, BlankRun blank)
    {
        bool? said = Enumerable.Range(blank.Line, blank.LastLine - blank.Line + 1).Select(l => _reading.Overrides.At(l).IsPicture).FirstOrDefault(p => p is not null);
        if (said != false && _reading.Allows(blank.Line, PageTextRule.MissingPicture))
        {
            if (_captionOf[i] is not null) return Lost(i, new LostFigure(blank.Line, "a blank line above its caption is all that is left"), "");
            if (_remarkOf[i] is not null || said == true || IsNamed(i)) return Lost(i, new LostFigure(blank.Line, "a blank line is all that is left"), "");
        }
        _reading.Decide(blank.Line, PageTextRule.StrayBlank, "", "", Confidence.Medium, "a line with blanks only, no caption at it and no picture spoken of: no picture");
        return null;
    }

    private bool IsNamed(int i) =>
        Enumerable.Range(Math.Max(0, i - 2), Math.Min(_blocks.Count, i + 3) - Math.Max(0, i - 2)).Any(n => _blocks[n] switch
        {
            TextRun text => Mentions.NamesPicture(text.Text),
            ItemRun item => Mentions.NamesPicture(item.Text),
            _ => false,
        });

    private LostFigure Lost(int i, LostFigure figure, string before)
    {
        figure = figure with { Caption = _captionOf[i] ?? figure.Caption, Remark = _remarkOf[i] };
        Tell(figure, before, Confidence.Medium);
        return figure;
    }

    private void Tell(LostFigure figure, string before, Confidence confidence) =>
        _reading.Doubt(figure.Line, PageTextRule.MissingPicture, before, "a placeholder", confidence,
            Problems.PictureLost(figure.Caption is { } caption ? $"{caption.Kind} {caption.Number}".TrimEnd() : null, _reading.Span(figure.Line)), figure.Grounds);

    /// <summary>The words that a page's reader gave a picture, as its caption.</summary>
    private static FloatCaption? Worded(PictureLine picture) =>
        picture.Words.Trim().Length > 0 ? new FloatCaption(picture.Line, TypedNumberKind.Figure, "", picture.Words.Trim(), null) : null;

    private PageBlock Alone(TextRun text, FloatCaption caption)
    {
        if (caption.Kind == TypedNumberKind.Figure)
        {
            var figure = new LostFigure(text.Line, "its caption is all that is left") { Caption = caption };
            Tell(figure, "", Confidence.Low);
            return figure;
        }
        _reading.Doubt(text.Line, PageTextRule.CaptionWithoutThing, Folding.Short(text.Text), Folding.Short(text.Text), Confidence.Low,
            Problems.CaptionAtNothing(caption.Number, _reading.Span(text.Line)));
        return text;
    }

    private PrintedTable Table(int i, RowRun rows)
    {
        string size = string.Create(CultureInfo.InvariantCulture, $"{rows.Rows[0].Length} columns, {rows.Rows.Length - 1} rows");
        if (rows.IsRagged)
            _reading.Doubt(rows.Line, PageTextRule.Table, size, size, Confidence.Low, Problems.RaggedRows(_reading.Span(rows.Line)));
        else
            _reading.Decide(rows.Line, PageTextRule.Table, size, size, Confidence.High, "lines with equally many tabs");
        (RowRun body, int fold) = Unfolded(rows);
        if (fold > 1)
            _reading.Decide(rows.Line, PageTextRule.FoldedTable, string.Join(" | ", rows.Rows[0]), string.Join(" | ", body.Rows[0]), Confidence.High,
                string.Create(CultureInfo.InvariantCulture, $"the head repeats itself: {body.Rows[0].Length} columns, {body.Rows.Length - 1} rows, printed with fold={fold}"));
        return new PrintedTable(rows.Line, body, fold) { Caption = _captionOf[i], Remark = _remarkOf[i] };
    }

    /// <summary>A table whose head is its own repetition, with the right halves of its rows below the left ones.</summary>
    private (RowRun, int) Unfolded(RowRun rows)
    {
        ImmutableArray<string> head = rows.Rows[0];
        if (rows.Rows.Length < 3 || !_reading.Allows(rows.Line, PageTextRule.FoldedTable)) return (rows, 1);
        for (int columns = 1; columns <= head.Length / 2; columns++)
        {
            int fold = head.Length / columns;
            if (head.Length % columns != 0 || head[..columns].All(string.IsNullOrEmpty)) continue;
            if (!Enumerable.Range(1, fold - 1).All(f => head.AsSpan(f * columns, columns).SequenceEqual(head.AsSpan(0, columns)))) continue;
            IEnumerable<ImmutableArray<string>> body = Enumerable.Range(0, fold).SelectMany(f => rows.Rows.Skip(1).Select(r => r.Slice(f * columns, columns)));
            return (rows with { Rows = [head[..columns], .. body.Where(r => r.Any(c => c.Length > 0))] }, fold);
        }
        return (rows, 1);
    }

    /// <summary>A placeholder behind a paragraph that speaks of a picture, where none is near.</summary>
    private LostFigure? SpokenOf(int i)
    {
        string text = _blocks[i] switch { TextRun run => run.Text, ItemRun item => item.Text, _ => "" };
        bool? said = _reading.Overrides.At(_blocks[i].Line).IsPicture;
        if (said == true)
        {
            var asked = new LostFigure(_blocks[i].Line, "the overrides say so");
            Tell(asked, "", Confidence.Certain);
            return asked;
        }
        if (said == false || !_reading.Allows(_blocks[i].Line, PageTextRule.SpokenOf)) return null;
        bool hasAny = false, hasTable = false;
        for (int n = Math.Max(0, i - BlocksBefore); n < Math.Min(_blocks.Count, i + 1 + BlocksBehind); n++)
        {
            bool isCaption = n != i && CaptionAt(n) is not null;
            hasAny |= IsThing(n) || isCaption;
            hasTable |= _blocks[n] is RowRun or PipeRun || isCaption;
        }
        if (!hasTable && Mentions.OfTable(text) is { } table)
            _reading.Doubt(_blocks[i].Line, PageTextRule.SpokenOf, table, table, Confidence.Low, Problems.TableSpokenOf(table, _reading.Span(_blocks[i].Line)));
        if (hasAny || Mentions.OfPicture(text) is not { } words) return null;
        var figure = new LostFigure(_blocks[i].Line, $"the text says '{words}', and no picture is near");
        Tell(figure, "", Confidence.Low);
        return figure;
    }

    private PageBlock Labelled(PageBlock block, HashSet<string> labels)
    {
        FloatCaption? caption = block switch { LostFigure figure => figure.Caption, PrintedTable table => table.Caption, _ => null };
        if (caption is null || caption.Number.Length == 0) return block;
        bool isTable = block is PrintedTable;
        caption = caption with { Label = Captions.Label(caption, isTable, labels) };
        _reading.Decide(caption.Line, PageTextRule.Caption, caption.Printed, $"{caption.Words} {{#{caption.Label}}}", Confidence.High,
            string.Create(CultureInfo.InvariantCulture, $"of what stands in line {block.Line}"));
        if (isTable != (caption.Kind == TypedNumberKind.Table))
            _reading.Decide(caption.Line, PageTextRule.CaptionKind, $"{caption.Kind} {caption.Number}", isTable ? "a table" : "a figure", Confidence.Medium, "it is numbered among its own kind");
        return block switch { LostFigure figure => figure with { Caption = caption }, PrintedTable table => table with { Caption = caption }, _ => block };
    }

    [GeneratedRegex(@"^(?:\*{1,2})?(?:Sources?|Notes?|Quelle|Anmerkung|Source des données)(?:\*{1,2})?\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
