using System.Collections.Frozen;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Words that readers take for one thing and that stay on one line: "80 GB", "p. 12", "$ 5", "16 August", "z. B.", and short words of languages that forbid them at a line's end.</summary>
internal static class TiedWords
{
    /// <summary>What a line end costs that is unwelcome but no fault.</summary>
    private const int Unwelcome = 250;
    private const int LongestWord = 12;

    private static readonly FrozenSet<string> BeforeNumber = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "No.", "Nos.", "Nr.", "Nrn.", "n°", "nº", "№", "p.", "pp.", "S.", "f.", "fol.", "l.", "ll.", "v.", "vv.", "Fig.", "Figs.", "Abb.", "Tab.", "Eq.", "Eqs.", "Gl.",
        "Ch.", "Chap.", "Kap.", "Sec.", "Sect.", "Abs.", "Art.", "Vol.", "vols.", "Bd.", "t.", "Ex.", "Bsp.", "App.", "Anh.", "ca.", "c.", "circa", "approx.", "§", "§§", "¶", "#", "×", "±", "≈", "<", ">", "≤", "≥",
        "$", "US$", "€", "£", "¥", "CHF", "EUR", "USD", "GBP", "JPY");

    /// <summary>Words that a number names one of: better beside it, but long enough to part where a line would suffer.</summary>
    private static readonly FrozenSet<string> NamesBeforeNumber = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "chapter", "section", "figure", "table", "part", "page", "appendix", "equation", "volume", "note",
        "Kapitel", "Abschnitt", "Abbildung", "Tabelle", "Teil", "Seite", "Anhang", "Gleichung", "Band", "chapitre", "tableau");

    private static readonly FrozenSet<string> Months = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
        "Januar", "Jänner", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember",
        "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
        "januari", "februari", "maart", "mei", "augustus", "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "dezembro");

    private static readonly FrozenSet<string> AfterNumber = FrozenSet.Create(StringComparer.Ordinal,
        "a.m.", "p.m.", "am", "pm", "AM", "PM", "AD", "BC", "CE", "BCE", "B.C.", "A.D.", "Uhr", "ff.", "f.");

    private static readonly FrozenSet<string> Titles = FrozenSet.Create(StringComparer.Ordinal,
        "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr.", "Dr", "Prof.", "St.", "M.", "Mme", "Mlle", "Sr.", "Sra.");

    /// <summary>What a line end in place of a space costs because of the words beside it; 0 when they are not tied.</summary>
    /// <param name="text">The paragraph's characters.</param>
    /// <param name="start">The first of the spaces.</param>
    /// <param name="end">Just after the last of them.</param>
    /// <param name="language">The language of the text there.</param>
    public static int Cost(ReadOnlySpan<char> text, int start, int end, string language)
    {
        ReadOnlySpan<char> before = WordBefore(text, start), after = WordAfter(text, end);
        if (before.Length == 0 || after.Length == 0) return 0;
        if (char.IsAsciiDigit(after[0]))
        {
            if (Has(BeforeNumber, before)) return ParagraphItem.Never;
            if (Has(NamesBeforeNumber, before)) return Unwelcome;
            if (Has(Months, before) && after.TrimEnd(",;)").Length <= 2) return Unwelcome;
        }
        if (char.IsAsciiDigit(before[^1]) || (before[^1] == '.' && before.Length > 1 && char.IsAsciiDigit(before[^2])))
        {
            ReadOnlySpan<char> plain = after.TrimEnd(",;:)!?");
            if (Has(AfterNumber, plain)) return ParagraphItem.Never;
            if (IsDay(before) && (Has(Months, plain) || Has(Months, plain.TrimEnd('.')))) return ParagraphItem.Never;
        }
        // "z. B.", "i. e.", "d. h."
        if (before is [var one, '.'] && after is [_, '.', ..] && char.IsLower(one) && char.IsLetter(after[0])) return ParagraphItem.Never;
        if (Has(Titles, before) && char.IsUpper(after[0])) return Unwelcome;
        return before.Length == 1 ? OfShortWord(before[0], language) : 0;
    }

    /// <summary>Czech, Slovak and Polish printers leave no preposition or conjunction of one letter at a line's end; Russian and Ukrainian ones avoid it.</summary>
    private static int OfShortWord(char word, string language)
    {
        char letter = char.ToLowerInvariant(word);
        return (language.Length > 2 && language[2] != '-' ? "" : language.ToLowerInvariant()) switch
        {
            ['c', 's', ..] or ['s', 'k', ..] => letter is 'k' or 's' or 'v' or 'z' or 'o' or 'u' or 'a' or 'i' ? ParagraphItem.Never : 0,
            ['p', 'l', ..] => letter is 'a' or 'i' or 'o' or 'u' or 'w' or 'z' ? ParagraphItem.Never : 0,
            ['r', 'u', ..] or ['u', 'k', ..] or ['b', 'e', ..] =>
                letter is 'а' or 'в' or 'з' or 'и' or 'й' or 'і' or 'к' or 'о' or 'с' or 'у' or 'я' or 'є' or 'ў' ? Unwelcome : 0,
            _ => 0,
        };
    }

    private static bool IsDay(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> figures = word.TrimEnd('.');
        return figures.Length is 1 or 2 && char.IsAsciiDigit(figures[0]);
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The word that ends at a place, without an opening bracket; empty when it is too long to be one of those above.</summary>
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end)
    {
        int start = end;
        while (start > 0 && end - start <= LongestWord && !IsEdge(text[start - 1])) start--;
        return end - start > LongestWord ? [] : text[start..end].TrimStart("([“‘„«\"'");
    }

    private static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && end - start <= LongestWord && !IsEdge(text[end])) end++;
        return text[start..end];
    }

    private static bool IsEdge(char c) => BreakPlaces.IsSpace(c) || c is '\u00A0' or '\u202F' or '—' or ParagraphText.Object or ParagraphText.LineEnd;
}
