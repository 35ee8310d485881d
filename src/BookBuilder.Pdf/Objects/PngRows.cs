namespace BookBuilder.Pdf.Objects;

/// <summary>The row filters of PNG, which make samples easier to compress (PNG specification, clause 9; ISO 32000-1, 7.4.4.4).</summary>
internal static class PngRows
{
    /// <summary>Puts before each row the number of its filter and after it the filtered bytes.</summary>
    /// <param name="samples">Rows without padding; a rest shorter than a row is an error of the caller.</param>
    /// <param name="rowLength">Bytes in a row.</param>
    /// <param name="step">Bytes between a sample and the one to its left.</param>
    public static byte[] Filter(ReadOnlySpan<byte> samples, int rowLength, int step)
    {
        int rows = rowLength == 0 ? 0 : samples.Length / rowLength;
        byte[] filtered = new byte[rows * (rowLength + 1)];
        byte[] nothing = new byte[rowLength];
        byte[] candidate = new byte[rowLength];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> current = samples.Slice(row * rowLength, rowLength);
            ReadOnlySpan<byte> above = row == 0 ? nothing : samples.Slice((row - 1) * rowLength, rowLength);
            Span<byte> target = filtered.AsSpan(row * (rowLength + 1), rowLength + 1);
            long best = long.MaxValue;
            for (byte kind = 0; kind <= 4; kind++)
            {
                long cost = Apply(kind, current, above, step, candidate);
                if (cost >= best) continue;
                best = cost;
                target[0] = kind;
                candidate.CopyTo(target[1..]);
            }
        }
        return filtered;
    }

    /// <summary>Puts before each row the number of the filter "Up" and after it by how much its bytes are more than those above.</summary>
    /// <param name="table">Rows without padding.</param>
    /// <param name="rowLength">Bytes in a row.</param>
    public static byte[] Up(ReadOnlySpan<byte> table, int rowLength)
    {
        byte[] filtered = new byte[table.Length / rowLength * (rowLength + 1)];
        for (int at = 0, to = 0; at < table.Length; at++)
        {
            if (at % rowLength == 0) filtered[to++] = 2;
            filtered[to++] = (byte)(table[at] - (at < rowLength ? 0 : table[at - rowLength]));
        }
        return filtered;
    }

    // The cost is the sum of the bytes taken as signed: the rule of thumb of the PNG specification, 12.8.
    private static long Apply(byte kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> target)
    {
        long cost = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < step ? 0 : row[i - step], up = above[i], upLeft = i < step ? 0 : above[i - step];
            int guess = kind switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, upLeft) };
            byte value = (byte)(row[i] - guess);
            target[i] = value;
            cost += Math.Abs((int)(sbyte)value);
        }
        return cost;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        int guess = left + up - upLeft;
        int byLeft = Math.Abs(guess - left), byUp = Math.Abs(guess - up), byUpLeft = Math.Abs(guess - upLeft);
        return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
    }
}
