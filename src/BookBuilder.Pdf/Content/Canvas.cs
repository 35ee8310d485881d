using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Content;

/// <summary>A content stream in the making: it knows the graphics state, so that nothing is said twice.</summary>
internal sealed class Canvas(ResourceSet resources)
{
    private readonly Stack<State> _saved = new();
    private State _state = State.Initial;

    /// <summary>The operators.</summary>
    public Syntax Out { get; } = new();
    /// <summary>What they name.</summary>
    public ResourceSet Resources { get; } = resources;

    /// <summary>The type in use (face, size and widening); null when none was set.</summary>
    public (string Font, long Size, long Expansion)? Type
    {
        get => _state.Type;
        set => _state = _state with { Type = value };
    }

    /// <summary>Keeps the graphics state.</summary>
    public void Save()
    {
        _saved.Push(_state);
        Out.Operator("q"u8);
    }

    /// <summary>Takes the graphics state back.</summary>
    public void Restore()
    {
        _state = _saved.Pop();
        Out.Operator("Q"u8);
    }

    /// <summary>Maps what follows.</summary>
    public void Transform(Affine map)
    {
        Out.Number(map.A, 6).Number(map.B, 6).Number(map.C, 6).Number(map.D, 6).Number(map.E, 4).Number(map.F, 4).Operator("cm"u8);
    }

    /// <summary>Whether fillings have this colour already.</summary>
    public bool IsFilling(Color color) => _state.Fill == color;

    /// <summary>Fills with a colour from here on.</summary>
    public void Fill(Color color)
    {
        if (_state.Fill == color) return;
        _state = _state with { Fill = color };
        Write(color, "g"u8, "rg"u8);
    }

    /// <summary>Strokes with a colour from here on.</summary>
    public void Stroke(Color color)
    {
        if (_state.Stroke == color) return;
        _state = _state with { Stroke = color };
        Write(color, "G"u8, "RG"u8);
    }

    /// <summary>Fills with a gradient from here on.</summary>
    public void Fill(GradientUse gradient)
    {
        _state = _state with { Fill = null };
        Out.Name("Pattern").Operator("cs"u8);
        Out.Name(Resources.PatternOf(gradient)).Operator("scn"u8);
    }

    /// <summary>Strokes with a gradient from here on.</summary>
    public void Stroke(GradientUse gradient)
    {
        _state = _state with { Stroke = null };
        Out.Name("Pattern").Operator("CS"u8);
        Out.Name(Resources.PatternOf(gradient)).Operator("SCN"u8);
    }

    /// <summary>Sets opacities or a soft mask. The caller keeps and takes back the state around it.</summary>
    public void Apply(GraphicsState state) => Out.Name(Resources.NameOf(state)).Operator("gs"u8);

    /// <summary>Paints an image or form under its name.</summary>
    public void Draw(string name) => Out.Name(name).Operator("Do"u8);

    /// <summary>Points to thousandths, which every length on a page is written in: a third of a micrometre.</summary>
    public static long Thousandths(Length length)
    {
        // In whole numbers, half away from zero.
        long thousandths = length.ScaledPoints * 1000, half = Length.PerPoint / 2;
        return (thousandths >= 0 ? thousandths + half : thousandths - half) / Length.PerPoint;
    }

    private void Write(Color color, ReadOnlySpan<byte> gray, ReadOnlySpan<byte> rgb)
    {
        Out.Number(color.Red / 255.0, 3);
        if (color.Red == color.Green && color.Green == color.Blue) Out.Operator(gray);
        else Out.Number(color.Green / 255.0, 3).Number(color.Blue / 255.0, 3).Operator(rgb);
    }

    // A page begins in black (ISO 32000-1, table 52).
    private readonly record struct State(Color? Fill, Color? Stroke, (string Font, long Size, long Expansion)? Type)
    {
        public static State Initial => new(Color.Black, Color.Black, null);
    }
}
