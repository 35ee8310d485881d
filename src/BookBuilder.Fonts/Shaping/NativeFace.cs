using System.Buffers;
using BookBuilder.Fonts.OpenType;
using HarfBuzzSharp;

namespace BookBuilder.Fonts.Shaping;

/// <summary>HarfBuzz's own view of a face, at one unit to the font unit. It keeps the file's bytes where they are.</summary>
internal sealed class NativeFace : IDisposable
{
    private readonly MemoryHandle _pin;
    private readonly Blob _blob;
    private readonly Face _face;

    public NativeFace(OpenTypeFace face)
    {
        OpenType = face;
        _pin = face.Data.Pin();
        _blob = FromPinned(face.Data.Length);
        _face = new Face(_blob, 0);
        Font = new Font(_face);
        Font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        Font.SetFunctionsOpenType();
    }

    public OpenTypeFace OpenType { get; }
    public Font Font { get; }

    public void Dispose()
    {
        Font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _pin.Dispose();
    }

    private unsafe Blob FromPinned(int length) => new((nint)_pin.Pointer, length, MemoryMode.ReadOnly);
}
