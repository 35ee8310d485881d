using System.Collections.Immutable;
using BookBuilder.Graphics.Vector;

namespace BookBuilder.Graphics.Svg;

/// <summary>Clip paths as outlines.</summary>
/// <remarks>CSS Masking 1, 6. Several shapes in one clip path are joined as one outline by the non-zero rule.</remarks>
internal static class SvgClips
{
    private const int DeepestClip = 8;

    /// <summary>The outlines that together cut an element, in its own units; none when it is not cut, an empty one when nothing of it is seen.</summary>
    public static ImmutableArray<Contour> Of(SvgDrawer drawer, SvgSubject subject, ImmutableArray<DrawingItem> items)
    {
        ImmutableArray<Contour>.Builder clips = ImmutableArray.CreateBuilder<Contour>();
        string? reference = subject["clip-path"];
        SvgElement at = subject.Element;
        for (int depth = 0; depth < DeepestClip && Address(reference) is string address; depth++)
        {
            if (drawer.File.Find(at, address, "clipPath") is not SvgElement clipPath) break;
            clips.Add(Outline(drawer, clipPath, subject.Scope, items));
            Dictionary<string, string> own = drawer.Sheet.DeclarationsOf(clipPath);
            reference = own.GetValueOrDefault("clip-path");
            at = clipPath;
        }
        return clips.ToImmutable();
    }

    private static string? Address(string? value) =>
        value?.Trim() is string text && text.StartsWith("url(", StringComparison.Ordinal) && text.IndexOf(')') is int close and > 0
            ? text[4..close].Trim().Trim('"', '\'')
            : null;

    private static Contour Outline(SvgDrawer drawer, SvgElement clipPath, SvgScope scope, ImmutableArray<DrawingItem> items)
    {
        SvgFile file = drawer.File;
        Affine map = Affine.Identity;
        if (clipPath["clipPathUnits"] == "objectBoundingBox")
        {
            if (DrawingBounds.Of(items, Affine.Identity) is not DrawingBox box) return new Contour([], FillRule.NonZero);
            map = new(box.Width, 0, 0, box.Height, box.Left, box.Top);
        }
        SvgScope inside = scope with { Style = SvgStyle.Initial.Within(file, clipPath, drawer.Sheet.DeclarationsOf(clipPath), scope.Diagonal) };
        List<Contour> parts = [];
        Gather(drawer, clipPath, inside, map.After(Transform(file, clipPath)), parts, 0);
        if (parts.Count == 1) return parts[0];
        ContourBuilder whole = new();
        foreach (Contour part in parts) whole.Append(part, Affine.Identity);
        return whole.ToContour(FillRule.NonZero);
    }

    private static void Gather(SvgDrawer drawer, SvgElement parent, SvgScope scope, Affine map, List<Contour> parts, int depth)
    {
        SvgFile file = drawer.File;
        foreach (SvgElement child in parent.Children)
        {
            if (!drawer.Spend(child, (child["d"] ?? child["points"])?.Length ?? 0)) return;
            Dictionary<string, string> declarations = drawer.Sheet.DeclarationsOf(child);
            if (declarations.GetValueOrDefault("display") == "none") continue;
            SvgSubject subject = new(child, declarations, scope with { Style = scope.Style.Within(file, child, declarations, scope.Diagonal) });
            Affine own = map.After(Transform(file, child));
            if (SvgShapes.IsShape(child.Name))
            {
                if (subject.Style.IsVisible && SvgShapes.Outline(file, subject, subject.Style.ClipRule) is Contour outline)
                    parts.Add(new ContourBuilder().Append(outline, own).ToContour(subject.Style.ClipRule));
            }
            else if (child.Name == "use" && depth < DeepestClip && file.Find(child, child.Reference) is SvgElement target)
            {
                SvgElement holder = new("g", child.Place, new Dictionary<string, string>());
                holder.Content.Add(new(target, ""));
                Gather(drawer, holder, subject.Scope, own.After(new(1, 0, 0, 1, subject.Across(file, "x"), subject.Down(file, "y"))), parts, depth + 1);
            }
            else if (child.Name is not ("title" or "desc" or "metadata"))
            {
                file.Unsupported(child, $"a clip path of '{child.Name}'");
            }
        }
    }

    private static Affine Transform(SvgFile file, SvgElement element)
    {
        if (SvgTransform.Parse(element["transform"]) is Affine map) return map;
        file.BadValue(element, "transform", element["transform"]!);
        return Affine.Identity;
    }
}
