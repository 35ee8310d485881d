using BookBuilder.Fonts.OpenType;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;

namespace BookBuilder.Pdf.Content;

/// <summary>What a content stream names: faces, images, forms, opacities, patterns. The names count within the stream, so that
/// what stands on other pages does not change it.</summary>
/// <param name="prefix">Begins every name; two streams of one page have two.</param>
internal sealed class ResourceSet(string prefix)
{
    /// <summary>Begins the names in the stream of a page's body, and in that of its furniture.</summary>
    public const string OfBody = "B", OfFurniture = "A";

    private readonly List<OpenTypeFace> _faces = [];
    private readonly List<RasterImage> _images = [];
    private readonly List<FormContent> _forms = [];
    private readonly List<GraphicsState> _states = [];
    private readonly List<GradientUse> _patterns = [];
    private readonly List<GradientUse> _shadings = [];

    /// <summary>The faces by name.</summary>
    public IEnumerable<(string Name, OpenTypeFace Face)> Faces => Named(_faces, "F");
    /// <summary>The images by name.</summary>
    public IEnumerable<(string Name, RasterImage Image)> Images => Named(_images, "I");
    /// <summary>The forms by name.</summary>
    public IEnumerable<(string Name, FormContent Form)> Forms => Named(_forms, "X");
    /// <summary>The graphics states by name.</summary>
    public IEnumerable<(string Name, GraphicsState State)> States => Named(_states, "G");
    /// <summary>The gradients used as patterns, by name.</summary>
    public IEnumerable<(string Name, GradientUse Gradient)> Patterns => Named(_patterns, "P");
    /// <summary>The gradients painted directly, by name.</summary>
    public IEnumerable<(string Name, GradientUse Gradient)> Shadings => Named(_shadings, "S");

    /// <summary>Whether there is nothing but faces and images.</summary>
    public bool IsPlain => _forms.Count == 0 && _states.Count == 0 && _patterns.Count == 0 && _shadings.Count == 0;

    /// <summary>Whether something is not opaque.</summary>
    public bool IsTransparent => _states.Count > 0 || _forms.Exists(form => form.Resources.IsTransparent) || _images.Exists(image => !image.Alpha.IsEmpty);

    /// <summary>The name of a face.</summary>
    public string NameOf(OpenTypeFace face) => Find(_faces, face, "F");
    /// <summary>The name of an image.</summary>
    public string NameOf(RasterImage image) => FindSame(_images, image, "I");
    /// <summary>The name of a graphics state; equal ones have one name.</summary>
    public string NameOf(GraphicsState state) => Find(_states, state, "G");
    /// <summary>The name of a form.</summary>
    public string NameOf(FormContent form) => FindSame(_forms, form, "X");
    /// <summary>The name of a gradient as a pattern.</summary>
    public string PatternOf(GradientUse gradient) => Find(_patterns, gradient, "P");
    /// <summary>The name of a gradient to be painted directly.</summary>
    public string ShadingOf(GradientUse gradient) => Find(_shadings, gradient, "S");

    private IEnumerable<(string, T)> Named<T>(List<T> all, string kind) => all.Select((item, i) => (Name(kind, i), item));

    private string Find<T>(List<T> all, T item, string kind) => At(all, all.IndexOf(item), item, kind);

    // Records of pixels and bytes are compared by identity: comparing their contents would cost more than a second copy of a name.
    private string FindSame<T>(List<T> all, T item, string kind) where T : class =>
        At(all, all.FindIndex(other => ReferenceEquals(other, item)), item, kind);

    private string At<T>(List<T> all, int index, T item, string kind)
    {
        if (index < 0)
        {
            index = all.Count;
            all.Add(item);
        }
        return Name(kind, index);
    }

    private string Name(string kind, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{kind}{index}");
}

/// <summary>Items painted as a whole (a form XObject with a transparency group).</summary>
/// <param name="Content">Its operators.</param>
/// <param name="Resources">What they name.</param>
/// <param name="Box">What it may cover, in its own units.</param>
/// <param name="IsMask">Whether it is a soft mask, whose grey is an opacity.</param>
internal sealed record FormContent(byte[] Content, ResourceSet Resources, Bounds Box, bool IsMask);

/// <summary>A box in the units of whoever speaks of it.</summary>
internal readonly record struct Bounds(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>The box of no points; it grows with each one added.</summary>
    public static Bounds Empty => new(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
    /// <summary>Whether no point was added.</summary>
    public bool IsEmpty => MinX > MaxX;
    /// <summary>The box that holds a point as well.</summary>
    public Bounds With(double x, double y) => new(Math.Min(MinX, x), Math.Min(MinY, y), Math.Max(MaxX, x), Math.Max(MaxY, y));
}

/// <summary>Opacities, or a soft mask.</summary>
/// <param name="Fill">The opacity of fillings, 0 to 1; null to leave it.</param>
/// <param name="Stroke">The opacity of strokes; null to leave it.</param>
/// <param name="Mask">The soft mask; null for none.</param>
internal sealed record GraphicsState(double? Fill, double? Stroke, FormContent? Mask = null);

/// <summary>A gradient and where it stands.</summary>
/// <param name="Gradient">A <see cref="LinearGradient"/> or <see cref="RadialGradient"/>.</param>
/// <param name="Placement">Maps its units to those of the stream that names it.</param>
/// <param name="OfOpacity">Whether its opacities are painted as greys (for a soft mask) instead of its colours.</param>
internal sealed record GradientUse(Paint Gradient, Affine Placement, bool OfOpacity);
