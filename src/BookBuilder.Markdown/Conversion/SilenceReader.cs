using System.Collections.Immutable;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Diagnostics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads the comments that silence messages: <c>&lt;!-- bookbuilder-ignore BB1034 BB2103: the reason --&gt;</c> for a block, <c>bookbuilder-ignore-file</c> for its file.</summary>
internal static class SilenceReader
{
    private const string Opening = "<!--", Closing = "-->", OfBlock = "bookbuilder-ignore", OfFile = "bookbuilder-ignore-file";

    /// <summary>So many blocks behind a comment are looked at; nobody stacks more comments.</summary>
    private const int FarthestBlock = 50;

    /// <summary>Reads a comment on lines of its own: it is about the block that follows, or, last in its container, about that.</summary>
    public static void ReadBlock(ChapterReading reading, CommentBlock comment, ContainerBlock container, int index) =>
        Read(reading, comment.Span.Start, comment.Span.End + 1, () => Following(reading, container, index));

    /// <summary>Reads a comment in running text: it is about the block that holds it, in a table's cell about the table.</summary>
    public static void ReadInline(ChapterReading reading, HtmlInline comment)
    {
        if (IsSilence(comment)) Read(reading, comment.Span.Start, comment.Span.End + 1, () => Holding(reading));
    }

    /// <summary>Takes such comments out of a text, with the room around them, so that a picture beside one still stands alone.</summary>
    public static void TakeFrom(ChapterReading reading, ContainerInline text)
    {
        HtmlInline[] comments = [.. text.OfType<HtmlInline>().Where(IsSilence)];
        if (comments.Length == 0) return;
        foreach (HtmlInline comment in comments)
        {
            ReadInline(reading, comment);
            comment.Remove();
        }
        while (text.FirstChild is { } first && IsRoom(first)) first.Remove();
        while (text.LastChild is { } last && IsRoom(last)) last.Remove();
    }

    private static bool IsRoom(Inline inline) => inline is LineBreakInline or LiteralInline { Content.IsEmpty: true } || inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace();

    private static bool IsSilence(HtmlInline inline) =>
        inline.Tag.StartsWith(Opening, StringComparison.Ordinal) && inline.Tag.AsSpan(Opening.Length).TrimStart().StartsWith("bookbuilder", StringComparison.Ordinal);

    private static void Read(ChapterReading reading, int start, int end, Func<SourceSpan?> scope)
    {
        string written = reading.Text[start..Math.Min(end, reading.Text.Length)];
        int closing = written.IndexOf(Closing, StringComparison.Ordinal);
        if (closing < Opening.Length || !written.StartsWith(Opening, StringComparison.Ordinal)) return;
        string said = written[Opening.Length..closing].Trim();
        int wordEnd = said.AsSpan().IndexOfAny(" \t\r\n:");
        string word = wordEnd < 0 ? said : said[..wordEnd];
        if (!word.StartsWith("bookbuilder", StringComparison.Ordinal)) return;
        SourceSpan place = reading.Map.Span(start, start + closing + Closing.Length);
        if (word is not (OfBlock or OfFile))
        {
            if (Spelling.Nearest(word, [OfBlock, OfFile]) is { } near) reading.Said.Report(Problems.MisspeltSilence(word, place, near));
            return;
        }
        string rest = said[word.Length..];
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        ImmutableArray<CodePattern> codes = Codes(reading, colon < 0 ? rest : rest[..colon], place);
        if (!codes.IsEmpty) reading.Silences.Add(new(codes, word == OfFile ? null : scope() ?? place, place, colon < 0 ? "" : rest[(colon + 1)..].Trim()));
    }

    private static ImmutableArray<CodePattern> Codes(ChapterReading reading, string written, SourceSpan place)
    {
        var codes = ImmutableArray.CreateBuilder<CodePattern>();
        string[] words = CodePattern.Words(written);
        if (words.Length == 0) reading.Said.Report(Problems.SilenceWithoutCodes(place));
        foreach (string code in words)
            if (CodePattern.Read(code) is not { } pattern) reading.Said.Report(Problems.UnknownSilencedCode(code, place, CodePattern.Nearest(code)));
            else if (pattern.IsOne && Problems.Rules.Any(r => pattern.Covers(r.Code) && r.Severity == Severity.Error)) reading.Said.Report(Problems.ErrorNotSilenced(code, place));
            else codes.Add(pattern);
        return codes.ToImmutable();
    }

    /// <summary>The lines of the block behind a comment, with the caption and the notes that belong to it; those of the container when none follows, and null at the end of the chapter.</summary>
    private static SourceSpan? Following(ChapterReading reading, ContainerBlock container, int index)
    {
        int at = index + 1, farthest = Math.Min(container.Count, index + FarthestBlock);
        while (at < farthest && container[at] is CommentBlock or BlankLineBlock or LinkReferenceDefinitionGroup) at++;
        if (at >= farthest) return container is MarkdownDocument ? null : reading.Map.Of(container);
        int last = at;
        if (container[at] is TableCaptionBlock && at + 1 < container.Count && container[at + 1] is Table) last++;
        while (last + 1 < farthest && (container[last + 1] is TableCaptionBlock && container[last] is Table
            || container[last + 1] is DivisionBlock division && DivisionReader.IsFigureNote(division))) last++;
        return reading.Map.Span(container[at].Span.Start, container[last].Span.End + 1);
    }

    private static SourceSpan? Holding(ChapterReading reading)
    {
        Block? table = reading.At;
        while (table is not (null or Table)) table = table.Parent;
        return (table ?? reading.At) is { } holder ? reading.Map.Of(holder) : null;
    }
}
