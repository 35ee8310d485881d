using System.IO.Compression;

namespace BookBuilder.Pdf.Objects;

/// <summary>The data of a stream as it stands in the file.</summary>
/// <param name="Data">The bytes, filtered already.</param>
/// <param name="Filter">The filter that restores them ("FlateDecode", "DCTDecode"); null for none.</param>
internal sealed record EncodedStream(ReadOnlyMemory<byte> Data, string? Filter)
{
    /// <summary>Columns of a PNG predictor (15) before the filter; 0 for none.</summary>
    public int PredictorColumns { get; init; }
    /// <summary>Bytes to the column of the predictor, one for each colour.</summary>
    public int PredictorColors { get; init; } = 1;

    /// <summary>Bytes as they are.</summary>
    public static EncodedStream Plain(ReadOnlyMemory<byte> data) => new(data, null);

    /// <summary>Bytes, Flate-compressed where the file is to be small.</summary>
    public static EncodedStream Of(ReadOnlySpan<byte> data, bool compressed) =>
        compressed ? new(Deflated(data), "FlateDecode") : Plain(data.ToArray());

    /// <summary>Rows of samples, each preceded by the PNG filter that makes its bytes smallest in sum, then Flate-compressed.</summary>
    /// <param name="samples">Row by row, without padding.</param>
    /// <param name="columns">Pixels in a row.</param>
    /// <param name="colors">Bytes to the pixel.</param>
    /// <param name="compressed">Whether the file is to be small.</param>
    public static EncodedStream OfSamples(ReadOnlySpan<byte> samples, int columns, int colors, bool compressed) =>
        compressed
            ? new(Deflated(PngRows.Filter(samples, columns * colors, colors)), "FlateDecode") { PredictorColumns = columns, PredictorColors = colors }
            : Plain(samples.ToArray());

    /// <summary>Rows of numbers that are much like those above them, each preceded by the filter that says by how much they differ (PNG's "Up"), then Flate-compressed.</summary>
    /// <param name="table">Row by row.</param>
    /// <param name="columns">Bytes in a row.</param>
    /// <param name="compressed">Whether the file is to be small.</param>
    public static EncodedStream OfTable(ReadOnlySpan<byte> table, int columns, bool compressed) =>
        compressed ? new(Deflated(PngRows.Up(table, columns)), "FlateDecode") { PredictorColumns = columns } : Plain(table.ToArray());

    private static byte[] Deflated(ReadOnlySpan<byte> data)
    {
        using MemoryStream target = new(data.Length / 2 + 64);
        using (ZLibStream zip = new(target, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(data);
        return target.ToArray();
    }
}
