using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Graphics.Svg;

internal static class SvgReader
{
    public static Drawing? Read(ReadOnlyMemory<byte> data, string path, PictureLimits limits, DiagnosticSink sink) => throw new NotImplementedException();
}
