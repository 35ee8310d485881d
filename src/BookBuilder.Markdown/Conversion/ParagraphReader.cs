using System.Collections.Immutable;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = BookBuilder.Model.Blocks.Block;
using Inline = Markdig.Syntax.Inlines.Inline;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Turns a paragraph into what it is: text, a figure, a page break, or text around formulas.</summary>
internal static class ParagraphReader
{
    private static readonly string[] PageBreaks = [@"\newpage", @"\pagebreak", @"\clearpage", "{{< pagebreak >}}", "{{pagebreak}}"];

    /// <summary>Reads it; empty when only comments stood in it.</summary>
    public static ImmutableArray<Block> Read(ChapterReading reading, ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not { FirstChild: not null } text) return [];
        SilenceReader.TakeFrom(reading, text);
        if (text.FirstChild is null) return [];
        SourceSpan span = reading.Map.Of(paragraph);
        string written = reading.Text[Math.Max(0, paragraph.Span.Start)..Math.Clamp(paragraph.Span.End + 1, 0, reading.Text.Length)].Trim();
        if (PageBreaks.Contains(written)) return [new PageBreak { Span = span }];
        if (written.Length >= 3 && written.All(c => c == ':')) reading.Said.Report(Problems.StrayFence(span));
        if (FigureReader.Read(reading, text, span) is { } figure) return [figure];
        if (text.Any(i => i is FormulaInline { IsDisplay: true })) return Split(reading, text);
        ImmutableArray<Model.Blocks.Inline> content = InlineReader.Read(reading, text);
        return content.IsEmpty ? [] : [new Paragraph(content) { Span = span }];
    }

    /// <summary>A paragraph with formulas on lines of their own in it: its parts in order.</summary>
    private static ImmutableArray<Block> Split(ChapterReading reading, ContainerInline text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var part = new ContainerInline();
        for (Inline? at = text.FirstChild, next; at is not null; at = next)
        {
            next = at.NextSibling;
            at.Remove();
            if (at is not FormulaInline { IsDisplay: true } formula)
            {
                part.AppendChild(at);
                continue;
            }
            AddPart();
            Inline? after = next is LiteralInline blank && blank.Content.IsEmptyOrWhitespace() ? next.NextSibling : next;
            Attributes attributes = Attributes.None;
            if (after is AttributesInline list)
            {
                attributes = list.Attributes;
                next = after.NextSibling;
            }
            blocks.Add(FormulaReader.Block(reading, formula.Tex, attributes, reading.Map.Of(formula)));
        }
        AddPart();
        return blocks.ToImmutable();

        void AddPart()
        {
            while (part.FirstChild is LineBreakInline line) line.Remove();
            while (part.LastChild is LineBreakInline line) line.Remove();
            if (part.FirstChild is not { } first) return;
            SourceSpan span = reading.Map.Span(first.Span.Start, part.LastChild!.Span.End + 1);
            ImmutableArray<Model.Blocks.Inline> content = InlineReader.Read(reading, part);
            if (!content.IsEmpty) blocks.Add(new Paragraph(content) { Span = span });
            part = new ContainerInline();
        }
    }
}
