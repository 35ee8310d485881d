using System.Globalization;
using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>What the words of a heading say it is.</summary>
internal enum HeadingKind
{
    /// <summary>Nothing special.</summary>
    Plain,
    /// <summary>"3.1 Tides", "A.2 Tables", "1 Introduction".</summary>
    Numbered,
    /// <summary>"Chapter 3", with or without a title.</summary>
    Chapter,
    /// <summary>"Part II".</summary>
    Part,
    /// <summary>"Appendix A".</summary>
    Appendix,
    /// <summary>"Contents".</summary>
    Contents,
    /// <summary>"List of Figures".</summary>
    ListOf,
    /// <summary>"Preface" and the like.</summary>
    Before,
    /// <summary>"Bibliography" and the like.</summary>
    After,
}

/// <summary>A heading taken apart.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">"3.1", "3" (also for "Chapter III" and "Chapter Three"), "A"; empty when it has none.</param>
/// <param name="Title">The rest; empty for "Chapter 3" alone.</param>
internal sealed partial record HeadingShape(HeadingKind Kind, string Number, string Title)
{
    private static readonly string[] NumberWords =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>The parts of the number: 3 and 1 of "3.1"; none when it has letters.</summary>
    public int[] Parts { get; } = [.. Number.Split('.').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int part) ? part : -1)];

    /// <summary>Reads the words of a heading.</summary>
    public static HeadingShape Of(string text)
    {
        string plain = Marks().Replace(text, "").Trim();
        if (Chapter().Match(plain) is { Success: true } chapter && Value(chapter.Groups[1].Value) is { } number)
            return new(HeadingKind.Chapter, number, TitleOf(text, chapter));
        if (Part().Match(plain) is { Success: true } part && Value(part.Groups[1].Value) is { } partNumber)
            return new(HeadingKind.Part, partNumber, TitleOf(text, part));
        if (Appendix().Match(plain) is { Success: true } appendix)
            return new(HeadingKind.Appendix, appendix.Groups[1].Value, TitleOf(text, appendix));
        if (ContentsName().IsMatch(plain)) return new(HeadingKind.Contents, "", text);
        if (ListName().IsMatch(plain)) return new(HeadingKind.ListOf, "", text);
        if (Numbered().Match(text) is { Success: true } numbered) return new(HeadingKind.Numbered, numbered.Groups[1].Value, numbered.Groups[2].Value);
        if (BeforeName().IsMatch(plain)) return new(HeadingKind.Before, "", text);
        return AfterName().IsMatch(plain) ? new(HeadingKind.After, "", text) : new(HeadingKind.Plain, "", text);
    }

    // The title keeps its note marks, which the pattern did not see.
    private static string TitleOf(string text, Match match) =>
        match.Groups["title"] is not { Success: true, Value.Length: > 0 } title ? ""
        : text.IndexOf(title.Value, StringComparison.Ordinal) is >= 0 and int at ? text[at..].Trim()
        : title.Value + string.Concat(Marks().Matches(text).Select(m => m.Value));

    private static string? Value(string number)
    {
        if (number.Length > 0 && char.IsAsciiDigit(number[0])) return number.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        int word = Array.IndexOf(NumberWords, number.ToLowerInvariant());
        if (word >= 0) return (word + 1).ToString(CultureInfo.InvariantCulture);
        return Roman(number) is int roman ? roman.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A roman number in capitals or small letters; null when it is none.</summary>
    public static int? Roman(string text)
    {
        int sum = 0, last = 0;
        foreach (char c in text.ToUpperInvariant().Reverse())
        {
            int value = c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, 'M' => 1000, _ => 0 };
            if (value == 0) return null;
            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }
        return sum > 0 ? sum : null;
    }

    private const string AnyCase = "(?i)";

    [GeneratedRegex("<sup>[^<]*</sup>", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(AnyCase + @"^(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo)\s+(\d{1,3}|[ivxlc]+|[a-z]{3,9})\.?(?:\s*[:.–—-]\s*(?<title>\S.*)|\s+(?<title>\S.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?:[Pp]art|PART|Teil|TEIL|Partie|PARTIE|Parte|PARTE)\s+(\d{1,2}|[IVXLC]+|(?i:one|two|three|four|five|six|seven|eight))\.?(?:\s*[:.–—-]\s*(?<title>\S.*)|\s+(?<title>\S.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(AnyCase + @"^(?:appendix|anhang|annexe|ap[ée]ndice)(?:\s+([A-Z]|\d{1,2})\b)?\.?(?:\s*[:.–—-]\s*(?<title>\S.*)|\s+(?<title>\S.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Appendix();

    [GeneratedRegex(AnyCase + "^(?:table of )?contents:?$|^(?:brief|detailed) contents$|^inhalt(?:sverzeichnis)?$|^table des matières$|^[ií]ndice$", RegexOptions.CultureInvariant)]
    private static partial Regex ContentsName();

    [GeneratedRegex(AnyCase + "^list of (?:figures|tables|illustrations)$|^(?:abbildungs|tabellen)verzeichnis$", RegexOptions.CultureInvariant)]
    private static partial Regex ListName();

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})+)[.)]?\s+(\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(AnyCase + "^(?:preface|foreword|prologue|dedication|acknowledge?ments?|about this book|vorwort|widmung|danksagung|préface|avant-propos|prólogo|prefacio)(?: to .*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeName();

    [GeneratedRegex(AnyCase + "^(?:afterword|epilogue|bibliography|references?|works cited|glossary|index|end ?notes|notes|about the authors?|colophon|nachwort|literatur(?:verzeichnis)?|glossar|bibliographie|bibliografía)$", RegexOptions.CultureInvariant)]
    private static partial Regex AfterName();
}
