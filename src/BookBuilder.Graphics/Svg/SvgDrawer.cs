using System.Collections.Immutable;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;
using Items = System.Collections.Immutable.ImmutableArray<BookBuilder.Graphics.Vector.DrawingItem>.Builder;

namespace BookBuilder.Graphics.Svg;

/// <summary>Walks the elements of a file and draws them. One for each file.</summary>
internal sealed class SvgDrawer(SvgFile file)
{
    private readonly SvgStyleSheet _sheet = SvgStyleSheet.Of(file);
    private readonly Stack<SvgElement> _open = [];
    private int _spent;

    public SvgFile File => file;
    public SvgStyleSheet Sheet => _sheet;

    /// <summary>Set when a limit was passed; it has been reported, and what was drawn is not the picture.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Everything inside an element.</summary>
    public ImmutableArray<DrawingItem> Children(SvgElement element, SvgScope scope)
    {
        Items items = ImmutableArray.CreateBuilder<DrawingItem>();
        foreach (SvgElement child in element.Children) Draw(child, scope, items);
        return items.ToImmutable();
    }

    /// <summary>One element with all that is inside it.</summary>
    public void Draw(SvgElement element, SvgScope around, Items into)
    {
        if (HasGivenUp || IsSilent(element) || IsRefused(element)) return;
        if (!Spend(element, (element["d"] ?? element["points"])?.Length ?? 0)) return;
        if (_open.Count >= file.Limits.DrawingDepth)
        {
            GiveUp(Problems.DrawingTooDeep(file.SpanOf(element), file.Limits.DrawingDepth));
            return;
        }

        Dictionary<string, string> declarations = _sheet.DeclarationsOf(element);
        if (declarations.GetValueOrDefault("display") == "none") return;
        SvgSubject subject = new(element, declarations, around with { Style = around.Style.Within(file, element, declarations, around.Diagonal) });
        SvgRefusals.Report(file, subject);

        _open.Push(element);
        Items own = ImmutableArray.CreateBuilder<DrawingItem>();
        DrawContent(subject, own);
        _open.Pop();
        if (own.Count > 0) Wrap(subject, own.ToImmutable(), into);
    }

    /// <summary>The same for an element that is referred to, and so is not open yet.</summary>
    public ImmutableArray<DrawingItem> ChildrenOfTarget(SvgElement target, SvgScope scope)
    {
        _open.Push(target);
        ImmutableArray<DrawingItem> items = Children(target, scope);
        _open.Pop();
        return items;
    }

    /// <summary>Counts an element towards the limit; false when it is passed. Small files can ask for endless work by repeating their parts.</summary>
    /// <param name="element">The element.</param>
    /// <param name="characters">The length of what is read for it; 200 characters count as another element.</param>
    public bool Spend(SvgElement element, int characters)
    {
        if (HasGivenUp) return false;
        _spent += 1 + characters / 200;
        if (_spent > file.Limits.DrawingElements) GiveUp(Problems.DrawingTooLarge(file.SpanOf(element), file.Limits.DrawingElements));
        return !HasGivenUp;
    }

    /// <summary>Whether an element is being drawn at this moment: what it refers to may not refer back.</summary>
    public bool IsOpen(SvgElement element) => _open.Contains(element);

    private void GiveUp(Diagnostic why)
    {
        file.Report(why);
        HasGivenUp = true;
    }

    private static bool IsSilent(SvgElement element) => element.Name is "defs" or "symbol" or "clipPath" or "linearGradient" or "radialGradient" or "stop"
        or "marker" or "pattern" or "mask" or "filter" or "style" or "title" or "desc" or "metadata" or "view" or "cursor" or "color-profile" or "font" or "font-face";

    private bool IsRefused(SvgElement element)
    {
        switch (element.Name)
        {
            case "g" or "a" or "svg" or "use" or "switch" or "text" or "image":
            case string name when SvgShapes.IsShape(name):
                return false;
            case "script":
                file.Unsupported(element, "a script");
                return true;
            case "foreignObject":
                file.Unsupported(element, "HTML inside a drawing (foreignObject)", "write it as text elements");
                return true;
            case "animate" or "animateMotion" or "animateTransform" or "animateColor" or "set":
                file.Unsupported(element, "an animation");
                return true;
            default:
                file.Unsupported(element, $"the element '{element.Name}'");
                return true;
        }
    }

    private void DrawContent(SvgSubject subject, Items into)
    {
        switch (subject.Element.Name)
        {
            case "g":
                into.AddRange(Children(subject.Element, subject.Scope));
                break;
            case "a":
                file.Unsupported(subject.Element, "a link", "links inside drawings are not kept; put it into the caption");
                into.AddRange(Children(subject.Element, subject.Scope));
                break;
            case "switch":
                if (subject.Element.Children.FirstOrDefault(c => c["requiredExtensions"] is null && c.Name != "foreignObject") is SvgElement chosen)
                    Draw(chosen, subject.Scope, into);
                break;
            case "svg":
                Nested(subject, subject.Element, subject["width"], subject["height"], subject.Across(file, "x"), subject.Down(file, "y"), into);
                break;
            case "use":
                Use(subject, into);
                break;
            case "text":
                into.AddRange(SvgText.Read(this, subject));
                break;
            case "image":
                if (subject.Style.IsVisible) SvgImage.Read(file, subject, into);
                break;
            default:
                Shape(subject, into);
                break;
        }
    }

    private void Use(SvgSubject subject, Items into)
    {
        if (file.Find(subject.Element, subject.Element.Reference) is not SvgElement target) return;
        if (_open.Contains(target))
        {
            file.Unsupported(subject.Element, $"a use of '{target.Id}' inside itself");
            return;
        }
        double x = subject.Across(file, "x"), y = subject.Down(file, "y");
        if (target.Name is "symbol" or "svg")
        {
            _open.Push(target);
            Nested(subject, target, subject["width"] ?? target["width"], subject["height"] ?? target["height"], x, y, into);
            _open.Pop();
            return;
        }
        Items inner = ImmutableArray.CreateBuilder<DrawingItem>();
        Draw(target, subject.Scope, inner);
        Place(new Affine(1, 0, 0, 1, x, y), null, inner.ToImmutable(), into);
    }

    /// <summary>An inner viewport: its content fitted to its size, and cut off at its edges unless it asks to overflow.</summary>
    private void Nested(SvgSubject subject, SvgElement element, string? width, string? height, double x, double y, Items into)
    {
        double w = subject.Scope.Across(width is null or "auto" ? "100%" : width) ?? subject.Scope.Width;
        double h = subject.Scope.Down(height is null or "auto" ? "100%" : height) ?? subject.Scope.Height;
        if (w <= 0 || h <= 0) return;
        SvgViewBox? view = SvgViewBox.Of(file, element);
        SvgScope inside = subject.Scope with { Width = view?.Width ?? w, Height = view?.Height ?? h };
        Affine map = new Affine(1, 0, 0, 1, x, y).After(view?.Fit(w, h, SvgAspect.Of(file, element)) ?? Affine.Identity);
        ImmutableArray<DrawingItem> items = Children(element, inside);
        DrawingBox port = new(x, y, x + w, y + h);
        bool cut = element["overflow"] is not ("visible" or "auto") && !Holds(port, DrawingBounds.WithoutText(items, map));
        Contour? clip = cut ? new ContourBuilder().Rectangle(x, y, w, h).ToContour(FillRule.NonZero) : null;
        Items mapped = ImmutableArray.CreateBuilder<DrawingItem>();
        Place(map, null, items, mapped);
        Place(Affine.Identity, clip, mapped.ToImmutable(), into);
    }

    /// <summary>Whether a box lies inside another, but for rounding.</summary>
    public static bool Holds(DrawingBox outer, DrawingBox? inner)
    {
        if (inner is not DrawingBox box) return true;
        double slack = 1e-6 * (outer.Width + outer.Height);
        return box.Left >= outer.Left - slack && box.Top >= outer.Top - slack && box.Right <= outer.Right + slack && box.Bottom <= outer.Bottom + slack;
    }

    private void Shape(SvgSubject subject, Items into)
    {
        SvgStyle style = subject.Style;
        if (!style.IsVisible || SvgShapes.Outline(file, subject, style.FillRule) is not Contour contour) return;
        DrawingBox? box = DrawingBounds.Of(contour);
        (Paint? fill, double fillOpacity) = subject.Element.Name == "line" ? (null, 1) : SvgPaints.Resolve(file, _sheet, style.Fill, subject.Scope, box);
        Stroke? stroke = null;
        if (style.StrokeWidth > 0)
        {
            (Paint? paint, double opacity) = SvgPaints.Resolve(file, _sheet, style.Stroke, subject.Scope, box);
            opacity *= style.StrokeOpacity;
            if (paint is not null && opacity > 0)
                stroke = new Stroke(paint, style.StrokeWidth, opacity, style.Cap, style.Join, style.MiterLimit, style.Dashes, style.DashOffset);
        }
        fillOpacity *= style.FillOpacity;
        if (fillOpacity == 0) fill = null;
        if (fill is not null && stroke is not null && subject["paint-order"]?.TrimStart().StartsWith("stroke", StringComparison.Ordinal) == true)
        {
            into.Add(new DrawingShape(contour, null, 1, stroke));
            stroke = null;
        }
        if (fill is not null || stroke is not null) into.Add(new DrawingShape(contour, fill, fillOpacity, stroke));
        SvgMarkers.Draw(this, subject, contour, into);
    }

    private void Wrap(SvgSubject subject, ImmutableArray<DrawingItem> items, Items into)
    {
        double opacity = SvgStyle.Opacity(subject["opacity"]) ?? 1;
        if (opacity == 0) return;
        Affine map = Affine.Identity;
        if (subject["transform"] is string transform)
        {
            if (SvgTransform.Parse(transform) is Affine read) map = read;
            else file.BadValue(subject.Element, "transform", transform);
        }
        if (opacity < 1 && SvgOpacity.Folded(items, opacity) is ImmutableArray<DrawingItem> folded) (items, opacity) = (folded, 1);

        ImmutableArray<Contour> clips = SvgClips.Of(this, subject, items);
        if (clips.Any(c => c.Segments.IsEmpty)) return;
        foreach (Contour clip in clips.Skip(1)) items = [new DrawingGroup(Affine.Identity, 1, clip, items)];
        Contour? outer = clips.IsEmpty ? null : clips[0];
        if (opacity == 1) Place(map, outer, items, into);
        else into.Add(new DrawingGroup(map, opacity, outer, items));
    }

    /// <summary>Adds items under a map and a clip, and no group where neither does anything.</summary>
    public static void Place(Affine map, Contour? clip, ImmutableArray<DrawingItem> items, Items into)
    {
        if (items.IsEmpty) return;
        if (map == Affine.Identity && clip is null) into.AddRange(items);
        else into.Add(new DrawingGroup(map, 1, clip, items));
    }
}

/// <summary>Opacity without a group, where that looks the same.</summary>
internal static class SvgOpacity
{
    /// <summary>The items with the opacity in their own paints; null when parts of them lie over each other and a group is needed.</summary>
    public static ImmutableArray<DrawingItem>? Folded(ImmutableArray<DrawingItem> items, double opacity) => items switch
    {
        [DrawingShape { Stroke: null } shape] => [shape with { FillOpacity = shape.FillOpacity * opacity }],
        [DrawingShape { Fill: null, Stroke: Stroke stroke } shape] => [shape with { Stroke = stroke with { Opacity = stroke.Opacity * opacity } }],
        [DrawingText text] => [text with { Runs = [.. text.Runs.Select(r => r with { FillOpacity = r.FillOpacity * opacity })] }],
        _ => null,
    };
}
