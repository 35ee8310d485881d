using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Building;

/// <summary>Holds what was read against the limits, before anything that costs more than reading is begun.</summary>
internal sealed class LimitCheck(BookLimits limits) : TreeRewriter
{
    private readonly DiagnosticSink _sink = new();
    private long _nodes, _length;
    private int _depth;

    /// <summary>What the book has too much of; empty when it may be built.</summary>
    /// <param name="metadata">What book.yml says of the book.</param>
    /// <param name="manifest">Where it says so.</param>
    /// <param name="chapters">What was read.</param>
    /// <param name="limits">How much there may be.</param>
    /// <param name="memory">The chapters that were measured before.</param>
    public static ImmutableArray<Diagnostic> Of(BookMetadata metadata, SourceSpan manifest, ImmutableArray<Chapter> chapters, BookLimits limits, BuildMemory memory)
    {
        var check = new LimitCheck(limits);
        check.MeasureTitle(metadata.Title, manifest);
        check.MeasureTitle(metadata.Subtitle ?? "", manifest);
        DiagnosticSink sink = check._sink;
        long nodes = 0;
        foreach (Chapter chapter in chapters)
        {
            ChapterMeasure measure = memory.Measures.Recall(chapter, c => Of(c, limits));
            sink.Report(measure.Beyond);
            nodes += measure.Nodes;
            if (nodes <= limits.Nodes) continue;
            sink.Report(Problems.TooManyNodes(limits.Nodes, SourceSpan.OfFile(chapter.Path)));
            break;
        }
        return sink.ToImmutable();
    }

    private static ChapterMeasure Of(Chapter chapter, BookLimits limits)
    {
        var check = new LimitCheck(limits);
        if (chapter.Notes.Length > limits.Notes)
            check._sink.Report(Problems.TooManyNotes(chapter.Notes.Length, limits.Notes, chapter.Notes[(int)limits.Notes].Span));
        check.Rewrite(chapter.Content);
        foreach (NoteDefinition note in chapter.Notes) check.Rewrite(note.Content);
        return new(check._nodes, check._sink.ToImmutable());
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        _nodes++;
        if (block is CodeBlock code) Measure(code);
        if (block is Heading heading) MeasureTitle(PlainText.Of(heading.Content), heading.Span);
        if (block is Table table && !Fits(table)) return [block];
        return base.Replace(block);
    }

    /// <inheritdoc/>
    protected override T Enter<T>(T node)
    {
        _nodes++;
        return node;
    }

    /// <inheritdoc/>
    public override ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines)
    {
        _nodes += inlines.Length;
        foreach (Inline inline in inlines)
            _length += inline switch { Text t => t.Value.Length, CodeInline c => c.Value.Length, _ => 0 };
        _depth++;
        base.Rewrite(inlines);
        // The words of emphasis and links within are those of the paragraph.
        if (--_depth > 0) return inlines;
        Measure(_length, inlines.IsEmpty ? SourceSpan.None : inlines[0].Span);
        _length = 0;
        return inlines;
    }

    private void MeasureTitle(string words, SourceSpan span)
    {
        if (words.Length > limits.TitleCharacters) _sink.Report(Problems.TitleTooLong(words.Length, limits.TitleCharacters, span));
    }

    private void Measure(CodeBlock code)
    {
        long longest = 0;
        foreach (ReadOnlySpan<char> line in code.Code.AsSpan().EnumerateLines())
        {
            _nodes++;
            longest = Math.Max(longest, line.Length);
        }
        Measure(longest, code.Span);
    }

    private void Measure(long characters, SourceSpan span)
    {
        if (characters > limits.ParagraphCharacters) _sink.Report(Problems.ParagraphTooLong(characters, limits.ParagraphCharacters, span));
    }

    private bool Fits(Table table)
    {
        long columns = table.Columns.Length, cells = columns * (table.Head.Length + table.Body.Length);
        if (columns > limits.TableColumns) _sink.Report(Problems.TableTooWide(columns, limits.TableColumns, table.Span));
        else if (cells > limits.TableCells) _sink.Report(Problems.TableTooLarge(cells, limits.TableCells, table.Span));
        else return true;
        return false;
    }
}

/// <summary>How much a chapter holds.</summary>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="Beyond">What it has too much of.</param>
internal sealed record ChapterMeasure(long Nodes, ImmutableArray<Diagnostic> Beyond);
