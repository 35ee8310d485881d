using System.Collections.Frozen;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A number stays with its unit: "80 GB", "2 TB/s", "3 %".</summary>
internal static class NumberUnits
{
    private static readonly FrozenSet<string> Units = FrozenSet.Create(StringComparer.Ordinal,
        "%", "‰", "°", "°C", "°F", "K", "€", "bit", "bits", "byte", "bytes", "B", "kB", "KB", "MB", "GB", "TB", "PB", "EB", "KiB", "MiB", "GiB", "TiB",
        "b", "kb", "Mb", "Gb", "Tb", "kbit", "Mbit", "Gbit", "Tbit", "FLOP", "FLOPS", "GFLOPS", "TFLOPS", "PFLOPS", "EFLOPS", "FLOP/s",
        "nm", "µm", "μm", "mm", "cm", "dm", "m", "km", "ft", "yd", "mi", "m²", "m³", "km²", "ha", "l", "L", "ml", "mL",
        "µg", "mg", "g", "kg", "t", "lb", "oz", "ns", "µs", "ms", "s", "min", "h", "d", "Hz", "kHz", "MHz", "GHz", "THz",
        "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "J", "kJ", "MJ", "GJ", "V", "mV", "kV", "A", "mA", "Ω", "F", "N", "Pa", "kPa", "MPa", "bar",
        "px", "pt", "dpi", "ppm", "fps", "dB", "eV", "USD", "EUR", "GBP", "million", "billion", "trillion");

    /// <summary>Whether the unit that begins at a place is a word ("175 billion"): parted from its number it is still read at once.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("million", StringComparison.Ordinal) || text[at..].StartsWith("billion", StringComparison.Ordinal) || text[at..].StartsWith("trillion", StringComparison.Ordinal);

    /// <summary>Whether the spaces from <paramref name="start"/> to <paramref name="end"/> stand between a number and its unit.</summary>
    public static bool AreParted(ReadOnlySpan<char> text, int start, int end)
    {
        if (start == 0 || !char.IsAsciiDigit(text[start - 1])) return false;
        int stop = end;
        while (stop < text.Length && (char.IsLetter(text[stop]) || text[stop] is '%' or '‰' or '°' or '€' or '²' or '³')) stop++;
        if (stop == end || stop - end > 8) return false;
        return Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[end..stop]);
    }
}
