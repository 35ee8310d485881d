using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

// book.yml and the book's project: BB11.
public static partial class Problems
{
    /// <summary>The YAML cannot be read.</summary>
    public static Diagnostic YamlSyntax(SourceSpan span, string reason) =>
        Error("BB1101", span, $"the YAML cannot be read: {reason}", "look at the indentation, and put values with ': ', '#', '[' or '{' in quotes");

    /// <summary>A second document after <c>---</c>.</summary>
    public static Diagnostic YamlSecondDocument(SourceSpan span) =>
        Warning("BB1102", span, "what follows '---' is a second document and is not read", "take the '---' out");

    /// <summary>A key that is a list or a map.</summary>
    public static Diagnostic YamlKeyIsNoText(SourceSpan span) =>
        Error("BB1103", span, "a key must be text", "write 'name: value'; a list stands after the colon");

    /// <summary>A key that stands twice in one map.</summary>
    public static Diagnostic YamlKeyTwice(string key, SourceSpan span, SourceSpan first) =>
        Error("BB1104", span, string.Create(CultureInfo.InvariantCulture, $"'{key}' is given twice; the first stands in line {first.Start.Line}"), "keep one of them");

    /// <summary>A key that means nothing.</summary>
    public static Diagnostic UnknownKey(string key, string section, SourceSpan span, string? nearest, IReadOnlyList<string> known) =>
        Error("BB1105", span, section.Length == 0 ? $"'{key}' is not a key of book.yml" : $"'{key}' is not a key of '{section}'",
            DidYouMean(nearest) ?? $"known keys: {string.Join(", ", known)}");

    /// <summary>A value of the wrong kind.</summary>
    public static Diagnostic WrongType(string key, string expected, string found, SourceSpan span, string? hint = null) =>
        Error("BB1106", span, $"'{key}' must be {expected}, not {found}", hint);

    /// <summary>A word that is none of those possible.</summary>
    public static Diagnostic NotOneOf(string key, string value, IReadOnlyList<string> possible, SourceSpan span, string? nearest) =>
        Error("BB1107", span, $"'{key}' cannot be '{value}'", DidYouMean(nearest) ?? $"possible: {string.Join(", ", possible)}");

    /// <summary>A number outside of its bounds.</summary>
    public static Diagnostic OutOfRange(string key, string value, string least, string most, SourceSpan span) =>
        Error("BB1108", span, $"'{key}' must lie between {least} and {most}, but is {value}");

    /// <summary>A text that must not be empty.</summary>
    public static Diagnostic EmptyValue(string key, SourceSpan span) =>
        Error("BB1109", span, $"'{key}' is empty", "give it a value, or remove it");

    /// <summary>A key without which its map means nothing.</summary>
    public static Diagnostic MissingKey(string key, string section, SourceSpan span) =>
        Error("BB1110", span, $"'{section}' lacks its '{key}'");

    /// <summary>A date that is none.</summary>
    public static Diagnostic BadDate(string value, SourceSpan span) =>
        Error("BB1111", span, $"'{value}' is not a date", "write it as 2023-08-16: year, month, day");

    /// <summary>A language tag that is none.</summary>
    public static Diagnostic BadLanguage(string value, SourceSpan span, string? nearest) =>
        Error("BB1112", span, $"'{value}' is not a language tag", DidYouMean(nearest) ?? "write it as en, en-US, de or pt-BR (BCP 47)");

    /// <summary>A colour that is none.</summary>
    public static Diagnostic BadColor(string value, SourceSpan span) =>
        Error("BB1113", span, $"'{value}' is not a colour", "write it as \"#1f3f66\", in quotes");

    /// <summary>A length that is none.</summary>
    public static Diagnostic BadLength(string key, string value, SourceSpan span, bool inType = false) =>
        Error("BB1114", span, $"'{key}' must be a length, not '{value}'",
            inType ? "write a number and a unit: 10pt, 6in, 15mm, 1.5cm, 1.2em or 2 lines" : "write a number and a unit: 10pt, 6in, 15mm or 1.5cm");

    /// <summary>Margins that leave no room for text.</summary>
    public static Diagnostic NoTextBlock(string width, string height, SourceSpan span) =>
        Error("BB1115", span, $"the margins leave a text block of {width} by {height}, too small to set text in", "make the margins smaller or the paper larger");

    /// <summary>An ISBN whose check digit is wrong.</summary>
    public static Diagnostic BadIsbn(string value, SourceSpan span) =>
        Error("BB1116", span, $"'{value}' is not an ISBN: its digits do not check", "look for a digit left out or two exchanged");

    /// <summary>A chapter that is listed twice.</summary>
    public static Diagnostic ChapterTwice(string path, SourceSpan span, SourceSpan first) =>
        Error("BB1117", span, string.Create(CultureInfo.InvariantCulture, $"'{path}' is listed twice; the first stands in line {first.Start.Line}"), "a file can be one chapter only");

    /// <summary>A book without a title.</summary>
    /// <param name="title">What it is called instead.</param>
    /// <param name="span">Where.</param>
    /// <param name="missing">What is to be added where: "'title: …' to book.yml".</param>
    public static Diagnostic NoTitle(string title, SourceSpan span, string missing) =>
        Warning("BB1119", span, $"the book has no title; '{title}' is taken", $"add {missing}");

    /// <summary>A project file under another name.</summary>
    public static Diagnostic MisnamedManifest(string path) =>
        Warning("BB1120", SourceSpan.OfFile(path), $"'{path}' is not read", "the project file is called book.yml");

    /// <summary>A cover without words for it.</summary>
    public static Diagnostic CoverWithoutAlternative(SourceSpan span) =>
        Warning("BB1121", span, "the cover has no text for those who do not see it", "add 'cover-alt: …' to book.yml");

    /// <summary>A family the book does not have.</summary>
    public static Diagnostic UnknownFamily(string key, string family, SourceSpan span, string? nearest) =>
        Error("BB1122", span, $"'{key}' asks for '{family}', which no font file gives", DidYouMean(nearest), "list its files under 'pdf.fonts.files'");

    /// <summary>A chapter that is no Markdown file.</summary>
    public static Diagnostic ChapterIsNoMarkdown(string path, SourceSpan span) =>
        Error("BB1123", span, $"'{path}' is not a Markdown file", "chapters end in .md or .markdown");

    /// <summary>A name of an output that would leave its folder or cannot be a file's name.</summary>
    public static Diagnostic BadOutputName(string value, SourceSpan span) =>
        Error("BB1124", span, $"'{value}' cannot be the name of a file", "letters, digits, hyphens and points will do; without folder and extension");

    /// <summary>A file of hyphenation patterns whose name does not say what it is.</summary>
    public static Diagnostic NoPatternFile(string path, SourceSpan span) =>
        Error("BB1181", span, $"the name of '{path}' does not say which language's words it divides", "call it hyph-fr.pat.txt (patterns), hyph-fr.hyp.txt (exceptions) or hyph-fr.tex (both, as TeX has them)");

    /// <summary>Something among hyphenation patterns that is none.</summary>
    public static Diagnostic BadPattern(string word, SourceSpan span) =>
        Warning("BB1182", span, $"'{word}' is no hyphenation pattern and is left out", "patterns are letters with figures between them (hy3ph, .ab1), exceptions words with their hyphens (data-base)");

    /// <summary>A TeX file that holds no patterns.</summary>
    public static Diagnostic NoPatterns(string path, SourceSpan span) =>
        Warning("BB1183", span, $"'{path}' holds neither \\patterns{{…}} nor \\hyphenation{{…}}", "take the file of TeX's hyph-utf8 itself, not one that loads it");

    /// <summary>A word of the manifest that does not say where it is divided.</summary>
    public static Diagnostic BadException(string word, SourceSpan span) =>
        Error("BB1184", span, $"'{word}' does not say where a word is divided", "one word with its hyphens: data-base; without a hyphen it is never divided");

    /// <summary>Values nested too deeply.</summary>
    public static Diagnostic YamlTooDeep(SourceSpan span, long limit) =>
        Error("BB9111", span, string.Create(CultureInfo.InvariantCulture, $"the YAML is nested more than {limit} deep"), "take lists and maps apart", Raised("yaml-depth"));

    /// <summary>Aliases that multiply.</summary>
    public static Diagnostic YamlTooMuch(SourceSpan span, long limit) =>
        Error("BB9112", span, string.Create(CultureInfo.InvariantCulture, $"the YAML holds more than {limit:N0} values once its aliases are written out"), "write out what is meant, without aliases in aliases", Raised("yaml-values"));
}
