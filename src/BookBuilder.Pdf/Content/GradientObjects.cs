using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Content;

/// <summary>Writes gradients as shadings (ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4).</summary>
internal static class GradientObjects
{
    /// <summary>A pattern that shows the gradient.</summary>
    public static ObjectRef WritePattern(PdfFile file, GradientUse use)
    {
        Affine map = use.Placement;
        Syntax pattern = new Syntax().OpenDictionary().Name("Type").Name("Pattern").Name("PatternType").Number(2)
            .Name("Matrix").OpenArray().Number(map.A, 6).Number(map.B, 6).Number(map.C, 6).Number(map.D, 6).Number(map.E, 4).Number(map.F, 4).CloseArray()
            .Name("Shading");
        WriteShading(pattern, use);
        return file.Add(pattern.CloseDictionary());
    }

    /// <summary>The shading alone, to be painted directly.</summary>
    public static ObjectRef WriteShading(PdfFile file, GradientUse use)
    {
        Syntax shading = new();
        WriteShading(shading, use);
        return file.Add(shading);
    }

    private static void WriteShading(Syntax to, GradientUse use)
    {
        to.OpenDictionary().Name("ColorSpace").Name(use.OfOpacity ? "DeviceGray" : "DeviceRGB")
            .Name("Extend").OpenArray().Boolean(true).Boolean(true).CloseArray();
        switch (use.Gradient)
        {
            case LinearGradient g:
                to.Name("ShadingType").Number(2).Name("Coords").OpenArray()
                    .Number(g.X1, 5).Number(g.Y1, 5).Number(g.X2, 5).Number(g.Y2, 5).CloseArray();
                WriteFunction(to, g.Stops, use.OfOpacity);
                break;
            case RadialGradient g:
                to.Name("ShadingType").Number(3).Name("Coords").OpenArray()
                    .Number(g.FocusX, 5).Number(g.FocusY, 5).Number(0)
                    .Number(g.CenterX, 5).Number(g.CenterY, 5).Number(g.Radius, 5).CloseArray();
                WriteFunction(to, g.Stops, use.OfOpacity);
                break;
            default:
                throw new UnreachableException($"{use.Gradient.GetType().Name} is no gradient.");
        }
        to.CloseDictionary();
    }

    // One straight piece from each stop to the next, stitched together (7.10.4). Stops never go back.
    private static void WriteFunction(Syntax to, ImmutableArray<GradientStop> stops, bool ofOpacity)
    {
        List<GradientStop> ordered = [];
        double reached = 0;
        foreach (GradientStop stop in stops)
        {
            reached = Math.Clamp(stop.Offset, reached, 1);
            ordered.Add(stop with { Offset = reached });
        }
        if (ordered[0].Offset > 0) ordered.Insert(0, ordered[0] with { Offset = 0 });
        if (ordered[^1].Offset < 1) ordered.Add(ordered[^1] with { Offset = 1 });
        // Two stops at one place make a hard edge; a piece of no length says nothing.
        List<(GradientStop From, GradientStop To)> pieces = [];
        for (int i = 1; i < ordered.Count; i++)
            if (ordered[i].Offset > ordered[i - 1].Offset) pieces.Add((ordered[i - 1], ordered[i]));
        to.Name("Function").OpenDictionary().Name("FunctionType").Number(3).Name("Domain").OpenArray().Number(0).Number(1).CloseArray()
            .Name("Functions").OpenArray();
        foreach ((GradientStop from, GradientStop till) in pieces)
        {
            to.OpenDictionary().Name("FunctionType").Number(2).Name("Domain").OpenArray().Number(0).Number(1).CloseArray().Name("N").Number(1);
            WriteColor(to.Name("C0"), from, ofOpacity);
            WriteColor(to.Name("C1"), till, ofOpacity);
            to.CloseDictionary();
        }
        to.CloseArray().Name("Bounds").OpenArray();
        foreach ((GradientStop From, GradientStop To) piece in pieces.Skip(1)) to.Number(piece.From.Offset, 6);
        to.CloseArray().Name("Encode").OpenArray();
        foreach (var _ in pieces) to.Number(0).Number(1);
        to.CloseArray().CloseDictionary();
    }

    private static void WriteColor(Syntax to, GradientStop stop, bool ofOpacity)
    {
        to.OpenArray();
        if (ofOpacity) to.Number(Math.Clamp(stop.Opacity, 0, 1), 4);
        else to.Number(stop.Color.Red / 255.0, 4).Number(stop.Color.Green / 255.0, 4).Number(stop.Color.Blue / 255.0, 4);
        to.CloseArray();
    }
}
