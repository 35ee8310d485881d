using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Finds slips of the keyboard that are printed as text, or as something else than was meant, and that nobody would be told of otherwise.</summary>
internal static partial class Slips
{
    /// <summary>The classes of divisions that mean something.</summary>
    private static readonly string[] Divisions =
    [
        "sources", "pagebreak", "figure-note", "table-note", "epigraph", "center", "verse",
        "callout-note", "callout-tip", "callout-important", "callout-warning", "callout-caution",
    ];

    private static readonly string[] Callouts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

    /// <summary>Words in which a brace or asterisks have stayed that were meant as marks.</summary>
    public static void ReportWords(ChapterReading reading, LiteralInline literal, SourceSpan span)
    {
        ReadOnlySpan<char> words = literal.Content.AsSpan();
        // What an author has written with a backslash is meant.
        if (literal.IsFirstCharacterEscaped) return;
        if (words is "**" or "***" or "__" or "___") reading.Said.Report(Problems.LonelyMarks(words.ToString(), span));
        if (!words.Contains('{')) return;
        foreach (ValueMatch brace in OpenBrace().EnumerateMatches(words))
            reading.Said.Report(Problems.UnreadAttributes(words.Slice(brace.Index, brace.Length).ToString(),
                reading.Map.Span(literal.Span.Start + brace.Index, literal.Span.Start + brace.Index + brace.Length)));
    }

    /// <summary>Code without its closing fence.</summary>
    public static void ReportCode(ChapterReading reading, FencedCodeBlock code)
    {
        if (code.ClosingFencedCharCount > 0) return;
        SourceSpan all = reading.Map.Of(code);
        int end = reading.Text.IndexOf('\n', code.Span.Start);
        reading.Said.Report(Problems.UnclosedCode(new string(code.FencedChar, code.OpeningFencedCharCount),
            end < 0 ? all : reading.Map.Span(code.Span.Start, Math.Min(end, code.Span.End + 1))));
    }

    /// <summary>A division of none of the known kinds, whose class is nearly one of them.</summary>
    public static void ReportDivision(ChapterReading reading, Attributes attributes, SourceSpan span)
    {
        if (attributes.Classes.Length != 1 || Divisions.Contains(attributes.Classes[0])) return;
        if (Spelling.Nearest(attributes.Classes[0], Divisions) is string near) reading.Said.Report(Problems.MisspeltDivision(attributes.Classes[0], span, near));
    }

    /// <summary>A quotation that begins as callouts do.</summary>
    public static void ReportQuote(ChapterReading reading, QuoteBlock quote)
    {
        if (quote.FirstOrDefault() is not ParagraphBlock first) return;
        Match kind = CalloutKind().Match(reading.Text, first.Span.Start, Math.Min(40, first.Span.Length));
        if (kind.Success)
            reading.Said.Report(Problems.UnknownCallout(kind.Groups[1].Value, reading.Map.Span(kind.Index, kind.Index + kind.Length), Spelling.Nearest(kind.Groups[1].Value, Callouts)));
    }

    [GeneratedRegex(@"\{[#.][\p{L}_][\w:-]*")]
    private static partial Regex OpenBrace();

    [GeneratedRegex(@"\G\[!([A-Za-z]+)\]")]
    private static partial Regex CalloutKind();
}
