using System.Buffers.Binary;
using System.Text;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>Shows glyph runs. Runs that go on in the same type on the same line go on in the same operator.</summary>
/// <remarks>Where a glyph is to stand is computed from the beginning of its run; only the difference to where the viewer's pen
/// is goes into the file, rounded to a thousandth of the em, so that no error adds up.</remarks>
internal sealed class TextPainter
{
    // Beyond ten em a new line start is shorter than an adjustment and kinder to programs that read text.
    private const double LongestAdjustment = 10_000;
    private const double WidelySpaced = 0.04;

    // In the order in which they are read, each with its distance from the run's origin.
    private readonly List<GlyphCluster> _clusters = [];
    private readonly List<Length> _places = [];
    private readonly Canvas _canvas;
    private readonly GlyphTexts? _texts;
    private readonly long _height;
    private readonly bool _turned;
    private readonly Action<string?>? _enterWord;
    private bool _open, _inArray, _inString;
    private long _lineX, _lineY, _rise;
    private double _pen;

    /// <summary>Text on a page, where y runs up in the file.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="texts">What glyphs stand for where nothing else is said.</param>
    /// <param name="height">The page's height.</param>
    /// <param name="enterWord">Told before each word what the word is where its glyphs do not say it, else null; it opens the text
    /// object within the marked content that is to hold the word.</param>
    public static TextPainter OnPage(Canvas canvas, GlyphTexts texts, Length height, Action<string?> enterWord) =>
        new(canvas, texts, Canvas.Thousandths(height), turned: false, enterWord);

    /// <summary>Text within a drawing, whose y has been turned down already: the letters are turned back. Without texts no word is told:
    /// within an artifact nothing is.</summary>
    public static TextPainter InDrawing(Canvas canvas, GlyphTexts? texts) => new(canvas, texts, 0, turned: true, null);

    private TextPainter(Canvas canvas, GlyphTexts? texts, long height, bool turned, Action<string?>? enterWord) =>
        (_canvas, _texts, _height, _turned, _enterWord) = (canvas, texts, height, turned, enterWord);

    private Syntax Out => _canvas.Out;

    /// <summary>Shows a run.</summary>
    public void Show(GlyphRun run)
    {
        if (run.Glyphs.IsEmpty) return;
        OpenTypeFace face = (OpenTypeFace)run.Face;
        (string Font, long Size, long Expansion) type =
            (_canvas.Resources.NameOf(face), Canvas.Thousandths(run.Size), (long)Math.Round(run.Expansion * 100_000));
        double em = type.Size / 1000.0 * (type.Expansion / 100_000.0), start = run.Origin.X.Points;
        FindClusters(run);
        for (int at = 0; at < _clusters.Count;)
        {
            int end = WordEnd(run, at);
            // Told whole, not letter by letter: a reader takes a word for a word.
            bool told = _texts is not null && !IsInvisible(run, _clusters[at]) && (!SaysItself(_texts, run, face, at, end) || IsSpacedOut(run, face, at, end));
            Enter(told ? TextOf(run, at, end) : null);
            if (at == 0) Begin(run, run.Origin.X + _places[0], type);
            for (; at < end; at++) Show(run, face, _clusters[at], start, _places[at], em);
            if (told && _enterWord is null) CloseActualText();
        }
        Rise(0);
    }

    // What runs to the left is shown from the right: the file holds it in the order in which it is read (ISO 32000-1, 14.8.2.3.3),
    // and whoever takes the glyphs as they come has the words.
    private void FindClusters(GlyphRun run)
    {
        _clusters.Clear();
        _places.Clear();
        Length from = Length.Zero;
        for (int i = 0; i < run.Glyphs.Length; i += _clusters[^1].Count)
        {
            _clusters.Add(GlyphCluster.At(run, i));
            _places.Add(from);
            for (int k = i; k < i + _clusters[^1].Count; k++) from += run.Glyphs[k].Advance;
        }
        if (!run.RightToLeft) return;
        _clusters.Reverse();
        _places.Reverse();
    }

    private void Show(GlyphRun run, OpenTypeFace face, GlyphCluster cluster, double start, Length from, double em)
    {
        bool isInvisible = IsInvisible(run, cluster);
        for (int i = cluster.First; i < cluster.First + cluster.Count; i++)
        {
            ShapedGlyph glyph = run.Glyphs[i];
            if (!isInvisible)
            {
                Rise(-Canvas.Thousandths(glyph.OffsetY));
                MoveTo(start + from.Points + glyph.OffsetX.Points, em);
                Put(glyph.Id);
                _pen += FaceUnits.WidthOf(face, glyph.Id) * em / 1000;
            }
            from += glyph.Advance;
        }
    }

    /// <summary>Begins a text object, if none is open.</summary>
    public void Open()
    {
        if (_open) return;
        Out.Operator("BT"u8);
        if (_turned) Out.Number(1).Number(0).Number(0).Number(-1).Number(0).Number(0).Operator("Tm"u8);
        (_open, _lineX, _lineY, _rise) = (true, long.MinValue, long.MinValue, 0);
    }

    /// <summary>Ends the text object, if one is open.</summary>
    public void End()
    {
        if (!_open) return;
        Flush();
        Out.Operator("ET"u8);
        _open = false;
    }

    // A soft hyphen at which no line ended: nobody sees it, and it would only come between the letters when copied.
    private static bool IsInvisible(GlyphRun run, GlyphCluster cluster) =>
        cluster.Count == 1 && run.Glyphs[cluster.First].Advance == Length.Zero && cluster.TextOf(run) is "\u00AD";

    // A word ends before and after a space, and a hyphen the breaking made is not part of it.
    private int WordEnd(GlyphRun run, int at)
    {
        int end = at + 1;
        if (StandsAlone(run, _clusters[at])) return end;
        while (end < _clusters.Count && !StandsAlone(run, _clusters[end])) end++;
        return end;
    }

    private static bool StandsAlone(GlyphRun run, GlyphCluster cluster) => cluster.TextOf(run) is "" or " " or "\u00AD";

    private bool SaysItself(GlyphTexts texts, GlyphRun run, OpenTypeFace face, int at, int end)
    {
        IReadOnlyDictionary<ushort, string> own = texts.TextsOf(face);
        for (; at < end; at++)
        {
            GlyphCluster cluster = _clusters[at];
            ReadOnlySpan<char> rest = cluster.TextOf(run);
            if (cluster.Count == 1)
            {
                if (!rest.SequenceEqual(own[run.Glyphs[cluster.First].Id])) return false;
                continue;
            }
            for (int k = 0; k < cluster.Count; k++)
            {
                string said = own[run.Glyphs[cluster.First + k].Id];
                if (!rest.StartsWith(said, StringComparison.Ordinal)) return false;
                rest = rest[said.Length..];
            }
            if (!rest.IsEmpty) return false;
        }
        return true;
    }

    // Letters set wide apart look to a program like words of one letter.
    private bool IsSpacedOut(GlyphRun run, OpenTypeFace face, int at, int end)
    {
        if (end - at < 2) return false;
        for (; at < end - 1; at++)
        {
            ShapedGlyph last = run.Glyphs[_clusters[at].First + _clusters[at].Count - 1];
            double extra = last.Advance / run.Size - FaceUnits.WidthOf(face, last.Id) / 1000;
            if (extra < WidelySpaced) return false;
        }
        return true;
    }

    private string TextOf(GlyphRun run, int at, int end)
    {
        StringBuilder text = new();
        for (int i = at; i < end; i++) text.Append(_clusters[i].TextOf(run));
        return text.ToString();
    }

    private void Enter(string? told)
    {
        if (_enterWord is not null) _enterWord(told);
        else Open();
        if (told is not null && _enterWord is null) OpenActualText(told);
    }

    private void Begin(GlyphRun run, Length left, (string Font, long Size, long Expansion) type)
    {
        long x = Canvas.Thousandths(left), y = _height - Canvas.Thousandths(run.Origin.Y);
        if (_canvas.Type != type || !_canvas.IsFilling(run.Color)) Flush();
        SetType(type);
        _canvas.Fill(run.Color);
        double gap = Math.Abs(left.Points - _pen) * 1000 / (run.Size.Points * run.Expansion);
        if (y != _lineY || gap > LongestAdjustment) GoTo(x, y);
    }

    private void SetType((string Font, long Size, long Expansion) type)
    {
        if (_canvas.Type == type) return;
        long old = _canvas.Type?.Expansion ?? 100_000;
        if (_canvas.Type is not { } now || now.Font != type.Font || now.Size != type.Size)
            Out.Name(type.Font).Thousandths(type.Size).Operator("Tf"u8);
        if (old != type.Expansion) Out.Thousandths(type.Expansion).Operator("Tz"u8);
        _canvas.Type = type;
    }

    private void GoTo(long x, long y)
    {
        Flush();
        // A text object begins at the origin; each line start is counted from the one before it.
        (long fromX, long fromY) = _lineX == long.MinValue ? (0, 0) : (_lineX, _lineY);
        Out.Thousandths(x - fromX).Thousandths(y - fromY).Operator("Td"u8);
        (_lineX, _lineY, _pen) = (x, y, x / 1000.0);
    }

    private void Rise(long thousandths)
    {
        if (thousandths == _rise) return;
        Flush();
        Out.Thousandths(thousandths).Operator("Ts"u8);
        _rise = thousandths;
    }

    private void MoveTo(double x, double em)
    {
        double exact = (_pen - x) * 1000 / em;
        // Nearly all glyphs stand where the one before them ends.
        if (exact is > -0.5 and < 0.5) return;
        long adjustment = (long)Math.Round(exact, MidpointRounding.AwayFromZero);
        if (adjustment == 0) return;
        EndString();
        OpenArray();
        Out.Number(adjustment);
        _pen -= adjustment * em / 1000;
    }

    private void Put(ushort glyph)
    {
        OpenArray();
        if (!_inString) Out.Byte((byte)'(');
        _inString = true;
        Span<byte> code = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(code, glyph);
        Out.StringPart(code);
    }

    private void OpenActualText(string text)
    {
        Flush();
        Out.Name("Span").OpenDictionary().Name("ActualText").Utf16(text).CloseDictionary().Operator("BDC"u8);
    }

    private void CloseActualText()
    {
        Flush();
        Out.Operator("EMC"u8);
    }

    private void OpenArray()
    {
        if (!_inArray) Out.OpenArray();
        _inArray = true;
    }

    private void EndString()
    {
        if (_inString) Out.Byte((byte)')');
        _inString = false;
    }

    /// <summary>Ends the operator that is being written, so that another may follow.</summary>
    public void Flush()
    {
        EndString();
        if (_inArray) Out.CloseArray().Operator("TJ"u8);
        _inArray = false;
    }
}
