using System.Text.RegularExpressions;

namespace BookBuilder.Bookdown;

/// <summary>A heading as bookdown writes it.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Words">Its words, Markdown.</param>
/// <param name="Attributes">What stands in braces behind them, without the braces; empty when nothing does.</param>
internal sealed partial record Heading(int Level, string Words, string Attributes)
{
    /// <summary>Reads a line; null when it is no heading.</summary>
    public static Heading? Read(string line)
    {
        if (Grammar().Match(line) is not { Success: true } found) return null;
        string words = found.Groups["words"].Value.Trim();
        string attributes = "";
        if (Braces().Match(words) is { Success: true } braces)
        {
            attributes = braces.Groups[1].Value.Trim();
            words = words[..braces.Index].TrimEnd();
        }
        return new Heading(found.Groups["marks"].Length, ClosingMarks().Replace(words, ""), attributes);
    }

    /// <summary>Whether it asks for no number.</summary>
    public bool IsUnnumbered => Unnumbered().IsMatch(Attributes);

    /// <summary>Its label; null when its author gave it none.</summary>
    public string? Label => Id().Match(Attributes) is { Success: true } id ? id.Groups[1].Value : null;

    /// <summary>Whether it opens a part, and with which words.</summary>
    public Heading? Part => PartMark().Match(Words) is { Success: true } part
        ? this with { Words = Words[part.Length..].Trim(), Attributes = part.Groups[1].Length > 0 ? "-" + (Label is null ? "" : " #" + Label) : Label is null ? "" : "#" + Label }
        : null;

    /// <summary>Whether it says that appendices follow.</summary>
    public Heading? AppendixMark => AppendixWord().Match(Words) is { Success: true } mark ? this with { Words = Words[mark.Length..].Trim() } : null;

    /// <summary>The line.</summary>
    public string Line => $"{new string('#', Level)} {Words}{(Attributes.Length == 0 ? "" : $" {{{Attributes}}}")}";

    /// <summary>The words without marks: as contents show them.</summary>
    public string Plain => PlainOf(Words);

    /// <summary>Markdown without its marks.</summary>
    public static string PlainOf(string markdown)
    {
        string words = Note().Replace(markdown, "");
        words = Link().Replace(words, "$1");
        words = Tag().Replace(words, "");
        return Mark().Replace(words, "").Trim();
    }

    /// <summary>Pandoc's identifier of the words (manual, extension auto_identifiers).</summary>
    public string Identifier
    {
        get
        {
            string kept = new([.. Plain.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || c is '_' or '-' or '.')]);
            string text = string.Join('-', kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            int letter = 0;
            while (letter < text.Length && !char.IsLetter(text[letter])) letter++;
            return letter < text.Length ? text[letter..] : "section";
        }
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})(?:[ \t]+(?<words>.*))?$")]
    private static partial Regex Grammar();

    [GeneratedRegex(@"\{([^{}]*)\}\s*$")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\s+#+\s*$")]
    private static partial Regex ClosingMarks();

    [GeneratedRegex(@"(?:^|\s)(?:-(?=$|\s|[#.])|\.unnumbered\b)")]
    private static partial Regex Unnumbered();

    [GeneratedRegex(@"#([^\s}.]+(?:\.[^\s}.]+)*)")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\(PART(\\?\*)?\)\s*")]
    private static partial Regex PartMark();

    [GeneratedRegex(@"^\(APPENDIX\)\s*")]
    private static partial Regex AppendixWord();

    [GeneratedRegex(@"\[\^[^\]]+\]|\^\[[^\]]*\]")]
    private static partial Regex Note();

    [GeneratedRegex(@"!?\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")]
    private static partial Regex Link();

    [GeneratedRegex(@"<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[*`\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Mark();
}
