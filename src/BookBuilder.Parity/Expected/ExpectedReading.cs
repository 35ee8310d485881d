using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Expected;

/// <summary>Says what a finished file must say: the model, gone through as a reader would hear it.</summary>
internal static class ExpectedReading
{
    /// <summary>The sections of an edition, in reading order.</summary>
    public static ImmutableArray<SectionReading> Of(Edition edition) => [.. edition.Book.Chapters.Where(edition.Has).Select(chapter => Of(edition, chapter))];

    /// <summary>What the EPUB's navigation says: the headings down to the third level, the figures, the tables.</summary>
    public static SectionReading Navigation(ScreenEdition edition)
    {
        SectionReader reader = new();
        BlockWalk walk = new(edition, reader);
        ResolvedBook book = edition.Book;
        Dictionary<NodeId, ImmutableArray<Inline>> titles = [];
        foreach (Heading heading in book.Chapters.SelectMany(static c => c.Content).OfType<Heading>()) titles[heading.Id] = heading.Content;
        foreach (ResolvedChapter part in book.Chapters.Where(static c => c.Role == SectionRole.Part))
            titles[part.Id] = part.Content.OfType<DisplayLine>().FirstOrDefault(static l => l.Role == DisplayRole.PartTitle)?.Content ?? [];
        Dictionary<NodeId, string> parts = book.Chapters.Where(static c => c is { Role: SectionRole.Part, Label: not null }).ToDictionary(static c => c.Id, static c => c.Label!.Text);
        if (book.Outline.IsEmpty)
        {
            // A navigation may not be empty: that of a book without headings leads to the cover.
            reader.Begin(PassageKind.Link, ScreenEdition.Cover);
            reader.Say(book.Metadata.Title);
            reader.End();
        }
        Go(book.Outline);
        foreach (ContentsEntry entry in book.Figures.Concat(book.Tables)) walk.Go(entry);
        return reader.Finish("nav");

        void Go(ImmutableArray<OutlineEntry> entries)
        {
            foreach (OutlineEntry entry in entries.Where(static e => e.Level <= 3))
            {
                ImmutableArray<Inline> title = titles.GetValueOrDefault(entry.Target) is { IsDefaultOrEmpty: false } own ? own : [new Text(entry.Title)];
                walk.Go(new ContentsEntry(entry.Level, parts.GetValueOrDefault(entry.Target) ?? entry.Number, Titles.ForLists(title), entry.Target));
                Go(entry.Children);
            }
        }
    }

    private static SectionReading Of(Edition edition, ResolvedChapter chapter)
    {
        SectionReader reader = new();
        BlockWalk walk = new(edition, reader);
        walk.Go(chapter.Content);
        foreach (ResolvedNote note in chapter.Notes)
        {
            reader.BeginNote(note.Span);
            reader.Begin(PassageKind.Mark, edition.TargetOf(note.FirstMark), note.Span);
            reader.Say(note.Mark);
            reader.End();
            walk.Go(note.Content);
            reader.EndNote();
        }
        return reader.Finish(chapter.Key);
    }

    /// <summary>Goes through blocks.</summary>
    private sealed class BlockWalk(Edition edition, SectionReader reader)
    {
        private readonly InlineWalk _inlines = new(edition, reader);
        private ResolvedBook Book => edition.Book;

        public void Go(ImmutableArray<Block> blocks)
        {
            foreach (Block block in blocks) Go(block);
        }

        private void Go(Block block)
        {
            reader.At(block.Span);
            switch (block)
            {
                case Heading heading: Passage(PassageKind.Heading, heading, edition.LabelOf(heading), heading.Content); break;
                case DisplayLine { Role: DisplayRole.PartTitle } title: Passage(PassageKind.Heading, title, null, title.Content); break;
                case DisplayLine line: _inlines.Go(line.Content); break;
                case Paragraph paragraph: _inlines.Go(paragraph.Content); break;
                case ListBlock list: foreach (ListItem item in list.Items) Go(item.Content); break;
                case DefinitionList list: foreach (DefinitionItem item in list.Items) Go(item); break;
                case BlockQuote quote:
                    Go(quote.Content);
                    if (!quote.Attribution.IsEmpty) reader.Say("\u2014");
                    _inlines.Go(quote.Attribution);
                    break;
                case CodeBlock code: reader.Say(code.Code); break;
                case MathBlock math:
                    reader.TellFormula(edition.WordsOf(math.Math), FormulaSymbols.Of(math.Math.Root, edition.RadicalSign), math.Span);
                    if (Book.LabelOf(math) is { } number) reader.Say($"({number.Number})");
                    break;
                case Figure figure:
                    reader.Tell(PassageKind.Picture, figure.AlternativeText, figure.Span);
                    Caption(figure, figure.Caption);
                    Go(figure.Notes);
                    break;
                case Table table:
                    Caption(table, table.Caption);
                    foreach (TableCell cell in table.Head.Concat(table.Body).SelectMany(static r => r.Cells)) Go(cell);
                    Go(table.Notes);
                    break;
                case Callout callout:
                    if (callout.Title.IsEmpty) reader.Say(WordOf(callout.Kind));
                    else _inlines.Go(callout.Title);
                    Go(callout.Content);
                    break;
                case Division division: Go(division.Content); break;
                case ContentsList list: foreach (ContentsEntry entry in list.Entries) Go(entry); break;
                case ThematicBreak or PageBreak: break;
                default: throw new UnreachableException($"{block.GetType().Name} is new: say here what it says.");
            }
        }

        private void Go(DefinitionItem item)
        {
            foreach (DefinitionTerm term in item.Terms) _inlines.Go(term.Content);
            foreach (Definition definition in item.Definitions) Go(definition.Content);
        }

        private void Go(TableCell cell)
        {
            reader.Begin(PassageKind.Cell, "", cell.Span);
            Go(cell.Content);
            reader.End();
        }

        public void Go(ContentsEntry entry)
        {
            if (!edition.LinksNumbers) reader.Say(entry.Number);
            reader.Begin(PassageKind.Link, edition.TargetOf(entry.Target), entry.Span);
            if (edition.LinksNumbers) reader.Say(entry.Number);
            _inlines.Go(entry.Title);
            reader.End();
        }

        private void Caption(Block block, ImmutableArray<Inline> caption)
        {
            string? label = Book.LabelOf(block)?.Text;
            Passage(PassageKind.Caption, block, label is null || caption.IsEmpty ? label : label + edition.CaptionSeparator, caption);
        }

        private void Passage(PassageKind kind, Block block, string? label, ImmutableArray<Inline> content)
        {
            reader.Begin(kind, "", block.Span);
            if (label is not null) reader.Say(label);
            _inlines.Go(content);
            reader.End();
        }

        private string WordOf(CalloutKind kind) => kind switch
        {
            CalloutKind.Note => Book.Terms.Note,
            CalloutKind.Tip => Book.Terms.Tip,
            CalloutKind.Important => Book.Terms.Important,
            CalloutKind.Warning => Book.Terms.Warning,
            CalloutKind.Caution => Book.Terms.Caution,
            _ => throw new UnreachableException($"{kind} is new: say here what it is called."),
        };
    }

    /// <summary>Goes through running text.</summary>
    private sealed class InlineWalk(Edition edition, SectionReader reader)
    {
        public void Go(ImmutableArray<Inline> inlines)
        {
            foreach (Inline inline in inlines) Go(inline);
        }

        private void Go(Inline inline)
        {
            switch (inline)
            {
                case Text text: reader.Say(text.Value); break;
                case CodeInline code: reader.Say(code.Value); break;
                case Styled styled: Go(styled.Content); break;
                case SpanInline span: Go(span.Content); break;
                case MathInline math: reader.TellFormula(edition.WordsOf(math.Math), FormulaSymbols.Of(math.Math.Root, edition.RadicalSign), math.Span); break;
                case ImageInline image: reader.Tell(PassageKind.Picture, image.AlternativeText, image.Span); break;
                case Link link when edition.TargetOf(link) is { } target: Leading(link, target, link.Content); break;
                case Link link: Go(link.Content); break;
                case Reference reference:
                    Leading(reference, edition.TargetOf(reference.Target), reference.Content);
                    if (reference.IsPage) reader.Say(edition.AfterPage);
                    break;
                case NoteMark mark:
                    reader.Begin(PassageKind.Mark, edition.TargetOf(mark.Note), mark.Span);
                    reader.Say(mark.Mark);
                    reader.End();
                    break;
                case LineBreak: break;
                default: throw new UnreachableException($"{inline.GetType().Name} is new, or should not outlive resolution: say here what it says.");
            }
        }

        private void Leading(Inline link, string target, ImmutableArray<Inline> content)
        {
            reader.Begin(PassageKind.Link, target, link.Span);
            Go(content);
            reader.End();
        }
    }
}
