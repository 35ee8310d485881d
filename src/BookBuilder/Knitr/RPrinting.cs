using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Values as R prints them.</summary>
internal static class RPrinting
{
    private const int LineWidth = 80;

    /// <summary>A vector as print() shows it, when that is one line without names; null otherwise: only R lays out the rest.</summary>
    public static string? Vector(RVector vector)
    {
        if (!vector.Names.IsEmpty) return null;
        if (vector.Length == 0) return vector.Type switch { RType.Text => "character(0)", RType.Number => "numeric(0)", _ => "logical(0)" };
        string[] cells = vector.Type switch
        {
            RType.Number => Numbers(vector),
            RType.Text => [.. vector.Cells.Select(c => c.Text is { } text ? "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"" : "NA")],
            _ => [.. Enumerable.Range(0, vector.Length).Select(i => vector.TextAt(i) ?? "NA")],
        };
        int width = cells.Max(c => c.Length);
        string line = "[1] " + string.Join(' ', vector.Type == RType.Text ? cells.Select(c => c.PadRight(width)) : cells.Select(c => c.PadLeft(width)));
        return line.Length <= LineWidth || vector.Length == 1 ? line.TrimEnd() : null;
    }

    /// <summary>What an inline expression puts into the text: numbers to seven decimals, several with commas between them.</summary>
    public static string? Inline(RValue value) => value switch
    {
        RNull or RSilence => "",
        RWritten written => written.Text,
        RVector vector => string.Join(", ", Enumerable.Range(0, vector.Length).Select(i =>
            vector.Type == RType.Number ? RNumber.Text(RArithmetic.Rounded(vector.Cells[i].Number, 7), 15) : vector.TextAt(i) ?? "NA")),
        _ => null,
    };

    /// <summary>R code that gives the value again; "NULL" for what is no vector.</summary>
    public static string Source(RValue? value)
    {
        if (value is not RVector vector) return value is RNull ? "NULL" : "stop()";
        string cells = string.Join(", ", Enumerable.Range(0, vector.Length).Select(i => vector.TextAt(i) is not { } text ? "NA"
            : vector.Type == RType.Text ? ManifestText.Quoted(text) : text));
        return vector.Length == 1 ? cells : $"c({cells})";
    }

    private static string[] Numbers(RVector vector)
    {
        int decimals = vector.Cells.Max(c => RNumber.Decimals(c.Number, 7));
        bool isPlain = vector.Cells.All(c => !double.IsFinite(c.Number) || RNumber.Text(c.Number, 7).Contains('e', StringComparison.Ordinal) == false);
        return [.. vector.Cells.Select(c => isPlain && double.IsFinite(c.Number) ? RNumber.Fixed(c.Number, decimals) : RNumber.Text(c.Number, 7))];
    }
}
