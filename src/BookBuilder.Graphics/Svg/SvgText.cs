using System.Collections.Immutable;
using System.Text;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Svg;

/// <summary>Texts: characters with their places and styles, gathered into chunks that begin where x is given.</summary>
/// <remarks>SVG 2, 11. A y without an x moves the rest of the chunk, because only the page knows how far the pen has come.</remarks>
internal sealed class SvgText
{
    private sealed class Letter
    {
        public required char Character { get; init; }
        public required int Style { get; init; }
        public double? X { get; set; }
        public double? Y { get; set; }
        public double ShiftX { get; set; }
        public double ShiftY { get; set; }
    }

    private readonly SvgDrawer _drawer;
    private readonly List<Letter> _letters = [];
    private readonly List<SvgSubject> _styles = [];
    private readonly List<double> _raises = [];

    private SvgText(SvgDrawer drawer) => _drawer = drawer;

    public static ImmutableArray<DrawingItem> Read(SvgDrawer drawer, SvgSubject subject)
    {
        SvgText text = new(drawer);
        text.Gather(subject, 0);
        while (text._letters is [.., { Character: ' ' } last] && !text._styles[last.Style].Style.KeepsSpace) text._letters.RemoveAt(text._letters.Count - 1);
        return text.Chunks();
    }

    private void Gather(SvgSubject subject, double raise)
    {
        SvgFile file = _drawer.File;
        if (subject.Style.Stroke.Text != "none") file.Unsupported(subject.Element, "the outline of text");
        raise += Raise(subject);
        int style = _styles.Count, first = _letters.Count;
        _styles.Add(subject);
        _raises.Add(raise);
        foreach (SvgContent content in subject.Element.Content)
        {
            if (!_drawer.Spend(content.Element ?? subject.Element, content.Text.Length)) return;
            if (content.Element is not SvgElement child)
            {
                Append(content.Text, style, subject.Style.KeepsSpace);
                continue;
            }
            if (child.Name is "title" or "desc" or "metadata") continue;
            if (child.Name == "textPath") file.Unsupported(child, "text along a path", "it is set on a straight line instead");
            else if (child.Name is not ("tspan" or "a"))
            {
                file.Unsupported(child, $"the element '{child.Name}' in text");
                continue;
            }
            Dictionary<string, string> declarations = _drawer.Sheet.DeclarationsOf(child);
            if (declarations.GetValueOrDefault("display") == "none") continue;
            SvgSubject inner = new(child, declarations, subject.Scope with { Style = subject.Style.Within(file, child, declarations, subject.Scope.Diagonal) });
            SvgRefusals.Report(file, inner);
            Gather(inner, raise);
        }
        Position(subject, first);
    }

    private void Append(string text, int style, bool keepsSpace)
    {
        foreach (char c in text)
        {
            bool space = c is ' ' or '\t' or '\r' or '\n';
            if (space && !keepsSpace && (_letters.Count == 0 || _letters[^1].Character == ' ')) continue;
            _letters.Add(new Letter { Character = space ? ' ' : c, Style = style });
        }
    }

    /// <summary>The lists of an element count its characters from its first; what is inside has already said its own, and keeps it.</summary>
    private void Position(SvgSubject subject, int first)
    {
        double em = subject.Style.FontSize;
        Each("x", subject.Scope.Width, (letter, value) => letter.X ??= value);
        Each("y", subject.Scope.Height, (letter, value) => letter.Y ??= value);
        Each("dx", subject.Scope.Width, (letter, value) => letter.ShiftX = letter.ShiftX == 0 ? value : letter.ShiftX);
        Each("dy", subject.Scope.Height, (letter, value) => letter.ShiftY = letter.ShiftY == 0 ? value : letter.ShiftY);

        void Each(string name, double whole, Action<Letter, double> set)
        {
            if (subject.Element[name] is not string text) return;
            if (SvgLength.ParseList(text, em, whole) is not double[] values)
            {
                _drawer.File.BadValue(subject.Element, name, text);
                return;
            }
            int at = first;
            foreach (double value in values)
            {
                if (at >= _letters.Count) break;
                set(_letters[at], value);
                at += char.IsHighSurrogate(_letters[at].Character) ? 2 : 1;
            }
        }
    }

    /// <summary>How far up text is moved to hang by something else than its baseline, in shares of the type size that fit most faces.</summary>
    private double Raise(SvgSubject subject)
    {
        double em = subject.Style.FontSize;
        double raise = subject["baseline-shift"]?.Trim() switch
        {
            null or "baseline" => 0,
            "super" => 0.35 * em,
            "sub" => -0.2 * em,
            string length => SvgLength.Parse(length, em, em) ?? 0,
        };
        if (subject["dominant-baseline"] is null && subject["alignment-baseline"] is null && subject.Element.Name != "text") return raise;
        return raise - subject.Style.Baseline switch
        {
            "middle" => 0.25 * em,
            "central" => 0.33 * em,
            "hanging" => 0.7 * em,
            "text-before-edge" or "text-top" or "before-edge" => 0.9 * em,
            "text-after-edge" or "text-bottom" or "after-edge" or "ideographic" => -0.25 * em,
            "mathematical" => 0.3 * em,
            _ => 0,
        };
    }

    private ImmutableArray<DrawingItem> Chunks()
    {
        ImmutableArray<DrawingItem>.Builder items = ImmutableArray.CreateBuilder<DrawingItem>();
        double penY = 0;
        for (int from = 0; from < _letters.Count;)
        {
            int to = from + 1;
            while (to < _letters.Count && _letters[to].X is null) to++;
            if (Chunk(from, to, ref penY) is DrawingText chunk) items.Add(chunk);
            from = to;
        }
        return items.ToImmutable();
    }

    private DrawingText? Chunk(int from, int to, ref double penY)
    {
        ImmutableArray<DrawingTextRun>.Builder runs = ImmutableArray.CreateBuilder<DrawingTextRun>();
        double y = _letters[from].Y ?? penY;
        double line = y, raised = 0;
        // A space before the next chunk would only push this one aside.
        int end = to;
        while (end > from && _letters[end - 1].Character == ' ' && !_styles[_letters[end - 1].Style].Style.KeepsSpace) end--;
        for (int at = from; at < end;)
        {
            Letter first = _letters[at];
            int next = at + 1;
            while (next < end && _letters[next] is { Y: null, ShiftX: 0, ShiftY: 0 } more && more.Style == first.Style) next++;
            double before = line;
            if (at > from && first.Y is double told) line = told;
            line += first.ShiftY;
            double raise = _raises[first.Style];
            runs.Add(RunOf(at, next, first.ShiftX, line - before - (raise - raised)));
            raised = raise;
            at = next;
        }
        penY = line;
        if (runs.All(r => r.FillOpacity == 0)) return null;
        return new DrawingText(_letters[from].X ?? 0, y, _styles[_letters[from].Style].Style.Anchor, runs.ToImmutable());
    }

    private DrawingTextRun RunOf(int from, int to, double shiftX, double shiftY)
    {
        SvgSubject subject = _styles[_letters[from].Style];
        SvgStyle style = subject.Style;
        StringBuilder text = new();
        for (int i = from; i < to; i++) text.Append(_letters[i].Character);
        double width = text.Length * style.FontSize / 2;
        DrawingBox guess = new(_letters[from].X ?? 0, (_letters[from].Y ?? 0) - 0.8 * style.FontSize, (_letters[from].X ?? 0) + width, (_letters[from].Y ?? 0) + 0.2 * style.FontSize);
        (Paint? fill, double opacity) = SvgPaints.Resolve(_drawer.File, _drawer.Sheet, style.Fill, subject.Scope, guess);
        // Unseen text still takes its room in the line.
        opacity = fill is null || !style.IsVisible ? 0 : opacity * style.FillOpacity * (subject.Element.Name == "text" ? 1 : SvgStyle.Opacity(subject["opacity"]) ?? 1);
        return new DrawingTextRun(text.ToString(), style.FontSize, style.Families, style.Weight, style.Italic, fill ?? new SolidPaint(Color.Black), opacity)
        {
            ShiftX = shiftX,
            ShiftY = shiftY,
        };
    }
}
