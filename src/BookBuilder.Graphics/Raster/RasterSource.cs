using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Graphics.Raster;

/// <summary>The file of an image and what complaints about it need.</summary>
/// <param name="Data">Its bytes.</param>
/// <param name="Path">Its path in the book.</param>
/// <param name="Mention">Where the book shows it.</param>
internal sealed record RasterSource(ReadOnlyMemory<byte> Data, string Path, SourceSpan Mention);
