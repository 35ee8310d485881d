using System.Runtime.InteropServices;

namespace BookBuilder.Graphics.Raster;

/// <summary>A picture of plain grounds and letters, row after row: a shade, and for how many pixels it goes on. Its parts can be forgotten as they are added.</summary>
internal sealed class PixelRuns
{
    /// <summary>With more shades it is no picture of plain grounds and letters; with more runs they would take more memory than the pixels of a large cover.</summary>
    private const int MostShades = 4096, MostRuns = 1 << 22;

    private readonly List<(int Shade, int Length)> _runs = [];
    private readonly List<(uint Color, int Count)> _shades = [];
    private readonly Dictionary<uint, int> _places = [];

    /// <summary>Whether it is a picture of plain grounds so far. If not, what is here is not all of it.</summary>
    public bool ArePlain => _shades.Count <= MostShades && _runs.Count <= MostRuns;

    /// <summary>The runs, in the order of the pixels: the place of each run's shade in <see cref="Shades"/>, and its length.</summary>
    public IReadOnlyList<(int Shade, int Length)> Runs => _runs;

    /// <summary>Every shade, and of how many pixels it is.</summary>
    public IReadOnlyList<(uint Color, int Count)> Shades => _shades;

    /// <summary>How many pixels there are.</summary>
    public int Pixels { get; private set; }

    /// <summary>Adds the pixels that come next.</summary>
    /// <param name="pixels">Red, green, blue and an opacity that does not count, row by row.</param>
    public void Add(ReadOnlySpan<byte> pixels)
    {
        ReadOnlySpan<uint> colors = MemoryMarshal.Cast<byte, uint>(pixels);
        for (int start = 0; start < colors.Length && ArePlain;)
        {
            int length = colors[start..].IndexOfAnyExcept(colors[start]);
            if (length < 0) length = colors.Length - start;
            Add(colors[start], length);
            start += length;
        }
    }

    private void Add(uint color, int length)
    {
        if (!_places.TryGetValue(color, out int shade))
        {
            _places.Add(color, shade = _shades.Count);
            _shades.Add((color, 0));
        }
        Pixels += length;
        CollectionsMarshal.AsSpan(_shades)[shade].Count += length;
        if (_runs is [.., (int last, int before)] && last == shade) _runs[^1] = (shade, before + length);
        else _runs.Add((shade, length));
    }
}
