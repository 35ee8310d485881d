using System.Globalization;
using System.Text;
using BookBuilder.Model.Units;

namespace BookBuilder.Model.Diagnostics;

public static partial class Problems
{
    /// <summary>A line sticks out of its measure.</summary>
    /// <param name="span">What stands in the line.</param>
    /// <param name="overrun">How far it sticks out.</param>
    /// <param name="words">The piece that does not fit.</param>
    public static Diagnostic OverfullLine(SourceSpan span, Length overrun, string words) => Warning("BB2101", span,
        $"a line sticks out of its measure by {overrun} because '{(words.Length > 40 ? words[..40] + "…" : words)}' cannot be divided",
        "allow a line end with a soft hyphen (&shy;), or a zero-width space (&#8203;) in an address or in code, or change the words");

    /// <summary>The spaces of a justified line are wide.</summary>
    /// <param name="span">What stands in the line.</param>
    /// <param name="times">How many times as wide as usual its spaces are.</param>
    /// <param name="words">How the line begins.</param>
    /// <param name="isHole">Whether they are so wide that they look like holes; otherwise only a sharp eye sees it.</param>
    public static Diagnostic LooseLine(SourceSpan span, double times, string words, bool isHole) => Make("BB2102", isHole ? Severity.Warning : Severity.Info, span,
        string.Create(CultureInfo.InvariantCulture, $"the spaces of the line that begins '{words}' are {times:0.#} times as wide as usual"),
        ["allow a line end in the long word that follows with a soft hyphen (&shy;), or change the words"]);

    /// <summary>Too many lines, one below the other, end in a hyphen.</summary>
    /// <param name="span">What stands in the line.</param>
    /// <param name="hyphens">How many such lines there are so far.</param>
    /// <param name="words">How the line begins.</param>
    public static Diagnostic Ladder(SourceSpan span, int hyphens, string words) => Warning("BB2104", span,
        $"the line that begins '{words}' is number {hyphens} in a row to end in a hyphen", "change the words, or set 'hyphenate: false' under 'pdf:' in book.yml");

    /// <summary>A language whose words cannot be divided.</summary>
    /// <param name="language">Its tag.</param>
    public static Diagnostic NoHyphenation(string language) => Warning("BB2103", SourceSpan.None,
        $"words are not divided at line ends: BookBuilder has no hyphenation for the language '{language}'",
        "list TeX's pattern file for it under 'pdf.hyphenation.files', place soft hyphens (&shy;) in long words, or set 'hyphenate: false' and 'justify: false' under 'pdf:' in book.yml");

    /// <summary>Whether it is said once in a book, however many chapters find it.</summary>
    public static bool IsToldOnce(Diagnostic said) => said.Code is "BB2152";

    /// <summary>Another family lent a character.</summary>
    /// <param name="span">Where it stands for the first time in its chapter.</param>
    /// <param name="character">The character.</param>
    /// <param name="family">The family that was asked for it.</param>
    /// <param name="taken">The family that was taken.</param>
    public static Diagnostic BorrowedGlyph(SourceSpan span, Rune character, string family, string taken) => Info("BB2151", span,
        string.Create(CultureInfo.InvariantCulture, $"'{family}' has no {character} (U+{character.Value:X4}): in the PDF '{taken}' is used, in the EPUB it is left to the reader"));

    /// <summary>A face has no small capitals.</summary>
    /// <param name="span">What is to be set in them.</param>
    /// <param name="family">The family.</param>
    public static Diagnostic NoSmallCapitals(SourceSpan span, string family) => Info("BB2152", span,
        $"'{family}' has no small capitals of its own: capitals are made smaller");

    /// <summary>A face has no old-style figures.</summary>
    /// <param name="family">The family.</param>
    public static Diagnostic NoOldStyleFigures(string family) => Info("BB2153", SourceSpan.None,
        $"'{family}' has no old-style figures: its usual ones are taken");

    /// <summary>No face has a character.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="character">The character.</param>
    /// <param name="family">The family that was asked for it.</param>
    public static Diagnostic MissingGlyph(SourceSpan span, Rune character, string family) => Warning("BB2150", span,
        string.Create(CultureInfo.InvariantCulture, $"no font has the character {character} (U+{character.Value:X4}); '{family}' was asked for it"),
        "name a font that has it in book.yml, or write another character");
}
