using System.Collections.Immutable;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = BookBuilder.Model.Blocks.Block;
using Inline = Markdig.Syntax.Inlines.Inline;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads quotations with who said them, and the callouts that are written as quotations.</summary>
internal static class QuoteReader
{
    /// <summary>A quotation; a callout when its first line is <c>[!NOTE]</c> or the like.</summary>
    public static Block Read(ChapterReading reading, QuoteBlock quote)
    {
        SourceSpan span = reading.Map.Of(quote);
        if (quote.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: AlertInline alert } first)
        {
            if (alert.NextSibling is LineBreakInline line) line.Remove();
            alert.Remove();
            if (first.Inline!.FirstChild is null) quote.Remove(first);
            return new Callout(alert.Kind, [], BlockReader.Read(reading, quote)) { Span = span };
        }
        Slips.ReportQuote(reading, quote);
        ContainerInline? attribution = TakeAttribution(quote);
        return new BlockQuote(BlockReader.Read(reading, quote), InlineReader.Read(reading, attribution)) { Span = span };
    }

    /// <summary>The last paragraph, or its last line, when it begins with an em dash; taken out of the quotation and without the dash.</summary>
    private static ContainerInline? TakeAttribution(QuoteBlock quote)
    {
        if (quote.LastChild is not ParagraphBlock { Inline: { } text } paragraph) return null;
        Inline? first = text.FirstChild;
        for (Inline? at = text.FirstChild; at is not null; at = at.NextSibling)
            if (at is LineBreakInline) first = at.NextSibling;
        if (first is not LiteralInline literal || WithoutDash(literal.Content.ToString()) is not { } words) return null;
        if (first.PreviousSibling is null && quote.Count == 1) return null; // a quotation of nothing but a name
        literal.Content = words.Length == 0 ? StringSlice.Empty : new StringSlice(words);
        if (first.PreviousSibling is LineBreakInline line) line.Remove();
        var attribution = new ContainerInline();
        for (Inline? at = first, next; at is not null; at = next)
        {
            next = at.NextSibling;
            at.Remove();
            attribution.AppendChild(at);
        }
        if (text.FirstChild is null) quote.Remove(paragraph);
        return attribution;
    }

    private static string? WithoutDash(string words)
    {
        if (words.StartsWith('—') || words.StartsWith('―')) return words[1..].TrimStart();
        return words.StartsWith("---", StringComparison.Ordinal) && !words.StartsWith("----", StringComparison.Ordinal) ? words[3..].TrimStart() : null;
    }
}
