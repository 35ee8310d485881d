using System.Collections.Immutable;
using BookBuilder.Markdown.Conversion;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using Markdig.Parsers;
using Markdig.Syntax;
using Block = BookBuilder.Model.Blocks.Block;
using CodeBlock = BookBuilder.Model.Blocks.CodeBlock;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown;

/// <summary>A chapter's file before it is read.</summary>
/// <param name="Key">The chapter's key: "03-hardware".</param>
/// <param name="Path">The file, relative to the book's root, with forward slashes.</param>
/// <param name="Role">What it is to the book.</param>
/// <param name="Text">Its text.</param>
/// <param name="Language">The book's language, for quotes and dashes: a BCP 47 tag.</param>
public sealed record ChapterSource(string Key, string Path, ChapterRole Role, string Text, string Language);

/// <summary>Reads Markdown into the book's own blocks and inlines.</summary>
public static class MarkdownReader
{
    /// <summary>Reads a chapter within the usual limits. Never fails: what is not understood is kept as text and reported.</summary>
    public static Reported<Chapter> Read(ChapterSource source) => Read(source, BookLimits.Default);

    /// <summary>Reads a chapter. Never fails: what is not understood is kept as text and reported; a file beyond the limits is reported and has no blocks.</summary>
    /// <param name="source">The chapter.</param>
    /// <param name="limits">How much it may hold.</param>
    public static Reported<Chapter> Read(ChapterSource source, BookLimits limits)
    {
        string text = source.Text.StartsWith('\ufeff') ? source.Text[1..] : source.Text;
        int frontMatter = FrontMatter.Length(text);
        if (frontMatter > 0) text = FrontMatter.Blank(text, frontMatter);
        var reading = new ChapterReading(source, text);
        if (frontMatter > 0) reading.Said.Report(Problems.FrontMatterPassedOver(reading.Map.Span(0, frontMatter)));
        if (string.IsNullOrWhiteSpace(text))
        {
            reading.Said.Report(Problems.EmptyChapter(SourceSpan.OfFile(source.Path)));
            return Result(reading, [], []);
        }
        if (CostlyText.TooLong(text, limits, reading.Map) is { } tooLong)
        {
            reading.Said.Report(tooLong);
            return Result(reading, [], []);
        }
        if (Parse(reading) is not { } document)
            return Result(reading, [new CodeBlock(text, null) { Span = reading.Map.Span(0, text.Length) }], []);

        ImmutableArray<NoteDefinitionBlock> definitions = NoteDefinitions(reading, document);
        ImmutableArray<Block> content = HeadingLabels.Complete(BlockReader.Read(reading, document));
        ImmutableArray<NoteDefinition> notes = Notes(reading, definitions);
        CheckTitles(reading, content);
        return Result(reading, content, notes);
    }

    /// <summary>The parser's tree, or null when the text is refused, which is reported.</summary>
    private static MarkdownDocument? Parse(ChapterReading reading)
    {
        if (CostlyText.Check(reading.Text, reading.Map) is { } refusal)
        {
            reading.Said.Report(refusal);
            return null;
        }
        try
        {
            return MarkdownParser.Parse(reading.Text, Dialect.Create());
        }
        // The parser's only way to say that blocks nest deeper than it was told to bear.
        catch (ArgumentException e) when (e.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            reading.Said.Report(Problems.CostlyText("quotations or lists nested beyond reason", reading.Map.Span(0, 0)));
            return null;
        }
    }

    /// <summary>The definitions of notes, the first of each label; of further ones the place is reported.</summary>
    private static ImmutableArray<NoteDefinitionBlock> NoteDefinitions(ChapterReading reading, MarkdownDocument document)
    {
        var kept = ImmutableArray.CreateBuilder<NoteDefinitionBlock>();
        foreach (NoteDefinitionBlock definition in document.Descendants<NoteDefinitionBlock>().OrderBy(d => d.Span.Start))
        {
            if (reading.Defined.TryAdd(definition.Label, definition))
                kept.Add(definition);
            else
                reading.Said.Report(Problems.DuplicateNote(definition.Label, LabelSpan(reading, definition), reading.Map.Line(reading.Defined[definition.Label].Span.Start)));
        }
        return kept.ToImmutable();
    }

    private static ImmutableArray<NoteDefinition> Notes(ChapterReading reading, ImmutableArray<NoteDefinitionBlock> definitions)
    {
        ImmutableArray<NoteDefinition> notes =
        [
            .. definitions.Select(d => new NoteDefinition(d.Label, BlockReader.Read(reading, d)) { Span = reading.Map.Of(d) }),
        ];
        foreach (NoteDefinitionBlock definition in definitions)
            if (!reading.Marked.Contains(definition.Label))
                reading.Said.Report(Problems.UnusedNote(definition.Label, LabelSpan(reading, definition)));
        return [.. notes.Concat(reading.InlineNotes).OrderBy(n => n.Span.Start.Line).ThenBy(n => n.Span.Start.Column)];
    }

    private static SourceSpan LabelSpan(ChapterReading reading, NoteDefinitionBlock definition) =>
        reading.Map.Span(definition.Span.Start, definition.LabelEnd);

    private static void CheckTitles(ChapterReading reading, ImmutableArray<Block> content)
    {
        ImmutableArray<Heading> titles = [.. content.OfType<Heading>().Where(h => h.Level == 1)];
        if (titles.IsEmpty) reading.Said.Report(Problems.ChapterWithoutTitle(SourceSpan.OfFile(reading.Source.Path)));
        foreach (Heading second in titles.Skip(1))
            reading.Said.Report(Problems.SecondTitle(second.Span, titles[0].Span.Start.Line));
    }

    /// <summary>The chapter, and what was said in the order of the text.</summary>
    private static Reported<Chapter> Result(ChapterReading reading, ImmutableArray<Block> content, ImmutableArray<NoteDefinition> notes) =>
        new(
            new Chapter { Key = reading.Source.Key, Path = reading.Source.Path, Role = reading.Source.Role, Content = content, Notes = notes, Silences = [.. reading.Silences] },
            [.. reading.Said.ToImmutable().OrderBy(d => d.Span.Start.Line).ThenBy(d => d.Span.Start.Column)]);
}
