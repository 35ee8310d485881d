namespace BookBuilder.Model.Diagnostics;

/// <summary>A choice of codes: one (<c>BB2101</c>), those that begin alike (<c>BB21xx</c>, <c>BB21*</c>), or all of them (<c>all</c>).</summary>
public sealed record CodePattern
{
    private const int CodeLength = 6;

    private readonly string _beginning;

    private CodePattern(string written, string beginning) => (Written, _beginning) = (written, beginning);

    /// <summary>Every code.</summary>
    public static CodePattern All { get; } = new("all", "");

    /// <summary>The choice as it was written.</summary>
    public string Written { get; }

    /// <summary>Whether it names one code and no more.</summary>
    public bool IsOne => _beginning.Length == CodeLength;

    /// <summary>Whether a code is among those chosen.</summary>
    public bool Covers(string code) => code.StartsWith(_beginning, StringComparison.Ordinal);

    /// <summary>Whether all codes that are chosen begin with these letters: BB5 for those of the finished files.</summary>
    public bool IsWithin(string beginning) => _beginning.StartsWith(beginning, StringComparison.Ordinal);

    /// <summary>Reads a choice; null when the catalogue has no code that it would choose. Upper and lower case do not matter.</summary>
    public static CodePattern? Read(string word)
    {
        string code = word.Trim().ToUpperInvariant();
        if (code == "ALL") return All;
        string beginning = code.EndsWith('*') ? code[..^1] : code.Length == CodeLength ? code.TrimEnd('X') : code;
        bool isOpen = beginning.Length < code.Length && beginning.Length >= "BB".Length;
        return (isOpen || beginning.Length == CodeLength) && Problems.Rules.Any(r => r.Code.StartsWith(beginning, StringComparison.Ordinal)) ? new(word.Trim(), beginning) : null;
    }

    /// <summary>The code that was probably meant; null when none is near.</summary>
    /// <remarks>Of numbers that are near, the nearest; what is no number, by its letters.</remarks>
    public static string? Nearest(string word)
    {
        string code = word.Trim().ToUpperInvariant();
        return code.Length == CodeLength && Number(code) is int number && Problems.Rules.MinBy(r => Math.Abs(Number(r.Code)!.Value - number)) is { } near && Math.Abs(Number(near.Code)!.Value - number) < 10
            ? near.Code : Spelling.Nearest(code, Problems.Rules.Select(static r => r.Code).Append(All.Written));
    }

    private static int? Number(string code) =>
        code.StartsWith("BB", StringComparison.Ordinal) && int.TryParse(code.AsSpan("BB".Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Cuts a text into its words: spaces, commas and line ends stand between them.</summary>
    public static string[] Words(string text) => text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
