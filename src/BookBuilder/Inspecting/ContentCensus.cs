using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Inspecting;

/// <summary>Counts what a chapter has, and gathers its labels.</summary>
internal sealed class ContentCensus(ResolvedBook book, Func<SourceSpan, SourceSpan> placeOf) : TreeRewriter
{
    private readonly ImmutableArray<LabelFact>.Builder _labels = ImmutableArray.CreateBuilder<LabelFact>();
    private ContentCounts _counts = new();

    /// <summary>Goes through a chapter.</summary>
    /// <param name="book">The book it stands in.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="placeOf">Where the author wrote what stands at a place.</param>
    public static (ContentCounts Counts, ImmutableArray<LabelFact> Labels) Of(ResolvedBook book, ResolvedChapter chapter, Func<SourceSpan, SourceSpan> placeOf)
    {
        var census = new ContentCensus(book, placeOf);
        census.Rewrite(chapter.Content);
        foreach (ResolvedNote note in chapter.Notes) census.Rewrite(note.Content);
        return (census._counts with { Notes = chapter.Notes.Length }, census._labels.ToImmutable());
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        Note(block);
        switch (block)
        {
            case Heading b:
                _counts = _counts with { Headings = _counts.Headings + 1 };
                AddWords(b.Content);
                break;
            case Paragraph b: AddWords(b.Content); break;
            case BlockQuote b: AddWords(b.Attribution); break;
            case Callout b: AddWords(b.Title); break;
            case Figure b:
                _counts = _counts with { Figures = _counts.Figures + 1 };
                AddWords(b.Caption);
                break;
            case Table b:
                _counts = _counts with { Tables = _counts.Tables + 1 };
                AddWords(b.Caption);
                break;
            case MathBlock: _counts = _counts with { Formulas = _counts.Formulas + 1 }; break;
        }
        return base.Replace(block);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        Note(inline);
        if (inline is MathInline) _counts = _counts with { Formulas = _counts.Formulas + 1 };
        return base.Replace(inline);
    }

    /// <inheritdoc/>
    protected override T Enter<T>(T node)
    {
        Note(node);
        if (node is DefinitionTerm term) AddWords(term.Content);
        return node;
    }

    private void Note(Node node)
    {
        if (node.Attributes is not { Label: { } label, LabelIsAutomatic: false }) return;
        SourceSpan place = placeOf(node.Span);
        _labels.Add(new(label, book.LabelOf(node)?.Text ?? "", place.Path, place.Start.Line));
    }

    private void AddWords(ImmutableArray<Inline> content) =>
        _counts = _counts with { Words = _counts.Words + PlainText.Of(content).Split(' ').Count(static word => word.Any(char.IsLetterOrDigit)) };
}
