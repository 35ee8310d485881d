using System.Text;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Svg;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Graphics;

/// <summary>Reads the pictures of a book. The bytes decide what a file is, never its name.</summary>
public static class PictureReader
{
    /// <summary>Reads a picture within the usual limits.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string, SourceSpan, BookLimits)"/>
    public static Reported<Picture?> Read(ReadOnlyMemory<byte> data, string path, SourceSpan mention) => Read(data, path, mention, BookLimits.Default);

    /// <summary>Reads a PNG, JPEG or SVG, or (by way of PNG) a GIF, WebP or BMP.</summary>
    /// <param name="data">The file; it is kept, not copied, and must not change.</param>
    /// <param name="path">Its path in the book; complaints about the inside of an SVG point into it.</param>
    /// <param name="mention">Where the book shows it; complaints about the file point there.</param>
    /// <param name="limits">How large it may be.</param>
    /// <returns>The picture; null, with an error, when the file cannot be shown.</returns>
    public static Reported<Picture?> Read(ReadOnlyMemory<byte> data, string path, SourceSpan mention, BookLimits limits)
    {
        DiagnosticSink sink = new();
        if (data.Length > limits.FileBytes)
        {
            sink.Report(Problems.PictureFileTooLarge(mention, path, data.Length, limits.FileBytes));
            return sink.With<Picture?>(null);
        }
        if (LooksLikeSvg(data.Span))
        {
            Drawing? drawing = SvgReader.Read(data, path, limits, sink);
            if (drawing is not null && LabelContrast.FirstPale(drawing) is { } pale) sink.Report(Problems.PaleLabel(path, pale.Text, pale.Ratio, mention));
            return sink.With<Picture?>(drawing is null ? null : new VectorPicture(drawing));
        }
        RasterImage? image = RasterReader.Read(new RasterSource(data, path, mention), limits, sink);
        return sink.With<Picture?>(image is null ? null : new RasterPicture(image));
    }

    /// <summary>The pixels that a picture claims to have and that are held decoded; 0 for JPEG, which is not, and for whatever cannot be told.</summary>
    public static long DecodedPixelsOf(ReadOnlySpan<byte> data) => RasterReader.DecodedPixelsOf(data);

    /// <summary>Whether an element called svg (with any prefix) opens near the beginning of what looks like XML.</summary>
    private static bool LooksLikeSvg(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> head = data[..Math.Min(data.Length, 8192)];
        string text = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(head)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(head)
            : Encoding.UTF8.GetString(head);
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (!text.StartsWith('<')) return false;
        for (int at = text.IndexOf("svg", StringComparison.Ordinal); at > 0; at = text.IndexOf("svg", at + 3, StringComparison.Ordinal))
        {
            int before = at - 1;
            if (text[before] == ':') do before--; while (before > 0 && (char.IsLetterOrDigit(text[before]) || text[before] is '-' or '_'));
            if (text[before] == '<' && at + 3 < text.Length && (char.IsWhiteSpace(text[at + 3]) || text[at + 3] is '>' or '/')) return true;
        }
        return false;
    }
}
