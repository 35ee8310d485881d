using BookBuilder.Fonts;
using BookBuilder.Graphics.Raster;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Content;

/// <summary>Writes what a content stream names: its resource dictionary and the objects only it uses.</summary>
/// <param name="File">Where to.</param>
/// <param name="Fonts">The objects of the faces.</param>
/// <param name="Images">The objects of the images.</param>
/// <param name="Compressed">Whether streams are compressed.</param>
internal sealed record ResourceObjects(PdfFile File, IReadOnlyDictionary<FontFace, ObjectRef> Fonts, ImageObjects Images, bool Compressed)
{
    /// <summary>All images that a stream and the forms in it show, in their order.</summary>
    public static IEnumerable<RasterImage> ImagesIn(ResourceSet set) =>
    [
        .. set.Images.Select(entry => entry.Image),
        .. set.Forms.SelectMany(entry => ImagesIn(entry.Form.Resources)),
    ];

    /// <summary>All faces that a stream and the forms in it show, in their order.</summary>
    public static IEnumerable<FontFace> FacesIn(ResourceSet set) =>
    [
        .. set.Faces.Select(static entry => entry.Face),
        .. set.Forms.SelectMany(static entry => FacesIn(entry.Form.Resources)),
    ];

    /// <summary>Writes the resource dictionary of streams that share one.</summary>
    public void Write(Syntax to, params ReadOnlySpan<ResourceSet> sets)
    {
        List<(string, ObjectRef)> fonts = [], objects = [], patterns = [], shadings = [], states = [];
        foreach (ResourceSet set in sets)
        {
            fonts.AddRange(set.Faces.Select(entry => (entry.Name, Fonts[entry.Face])));
            objects.AddRange(set.Images.Select(entry => (entry.Name, Images[entry.Image])));
            objects.AddRange(set.Forms.Select(entry => (entry.Name, Write(entry.Form))));
            patterns.AddRange(set.Patterns.Select(entry => (entry.Name, GradientObjects.WritePattern(File, entry.Gradient))));
            shadings.AddRange(set.Shadings.Select(entry => (entry.Name, GradientObjects.WriteShading(File, entry.Gradient))));
            states.AddRange(set.States.Select(entry => (entry.Name, Write(entry.State))));
        }
        to.OpenDictionary();
        Group(to, "Font", fonts);
        Group(to, "XObject", objects);
        Group(to, "Pattern", patterns);
        Group(to, "Shading", shadings);
        Group(to, "ExtGState", states);
        to.CloseDictionary();
    }

    private ObjectRef Write(FormContent form)
    {
        Syntax entries = new Syntax().Name("Type").Name("XObject").Name("Subtype").Name("Form").Name("BBox").OpenArray()
            .Number(form.Box.MinX, 3).Number(form.Box.MinY, 3).Number(form.Box.MaxX, 3).Number(form.Box.MaxY, 3).CloseArray()
            .Name("Group").OpenDictionary().Name("S").Name("Transparency").Name("CS").Name(form.IsMask ? "DeviceGray" : "DeviceRGB").CloseDictionary()
            .Name("Resources");
        Write(entries, form.Resources);
        return File.AddStream(entries, EncodedStream.Of(form.Content, Compressed));
    }

    private ObjectRef Write(GraphicsState state)
    {
        Syntax dictionary = new Syntax().OpenDictionary().Name("Type").Name("ExtGState");
        if (state.Fill is { } fill) dictionary.Name("ca").Number(fill, 4);
        if (state.Stroke is { } stroke) dictionary.Name("CA").Number(stroke, 4);
        if (state.Mask is { } mask)
            dictionary.Name("SMask").OpenDictionary().Name("S").Name("Luminosity").Name("G").Reference(Write(mask)).CloseDictionary();
        return File.Add(dictionary.CloseDictionary());
    }

    private static void Group(Syntax to, string kind, List<(string Name, ObjectRef Object)> entries)
    {
        if (entries.Count == 0) return;
        to.Name(kind).OpenDictionary();
        foreach ((string name, ObjectRef target) in entries) to.Name(name).Reference(target);
        to.CloseDictionary();
    }
}
