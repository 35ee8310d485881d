using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Reads the Markdown-like text that page readers (OCR, exports of PDF files) make of a printed book, and makes clean chapters of it.</summary>
/// <remarks>Never fails, and guesses nothing in silence: every change is a decision with its line. The rules go by signs of the text
/// alone; none of them is let loose on ordinary Markdown.</remarks>
public static class PageTextReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The pages' text, with any line ends.</param>
    /// <param name="path">The file, as diagnostics name it; the book is called by it when the text has no title.</param>
    /// <param name="overrides">What the author decides in place of the rules.</param>
    public static PageTextBook Read(string text, string path, PageTextOverrides overrides)
    {
        text = Files.LineFeeds.Only(text.TrimStart('\ufeff'));
        var reading = new PageReading(path, overrides, new PageVocabulary(text));
        List<PageBlock> blocks = BlockCutter.Cut(text, reading);
        if (!blocks.Any(b => b is not (BlankRun or PageEnd or RuleLine))) reading.Said.Report(Problems.NothingInPages(reading.Span(1)));
        blocks = LineOverrides.Apply(reading, blocks);
        blocks = PageFurniture.Drop(reading, blocks);
        blocks = PrintedContents.Take(reading, blocks, out List<ContentsRow> contents, out int? contentsAt);
        blocks = ChapterCutter.Promote(reading, blocks, contents);
        ChapterSigns signs = ChapterCutter.SignsOf(blocks);
        int titlePage = ChapterCutter.TitlePage(blocks, signs, contentsAt);
        PageTextMetadata metadata = FrontPage.Read(reading, blocks[..titlePage], Files.BookPath.StemOf(path), out List<PageBlock> rest);
        List<DraftChapter> chapters = ChapterCutter.Cut(reading, [.. rest, .. blocks[titlePage..]], signs);
        chapters = [.. chapters.Select(c => HeadingLevels.Settle(reading, c, contents, signs))];
        chapters = NoteCollector.Collect(reading, chapters);
        bool runThrough = NoteCollector.RunThrough(chapters);
        if (runThrough) reading.Decide(0, PageTextRule.NoteNumbering, "", "notes: { restart: book }", Confidence.High, "the notes' numbers never begin again");
        chapters = CollidedNotes.Mark(reading, chapters);
        ContentsCheck.Compare(reading, chapters, contents);
        HashSet<string> labels = [];
        chapters = [.. chapters.Select(c => FloatSetter.Set(reading, c, labels))];
        CaptionCheck.FindTwins(reading, chapters);

        Dictionary<string, string> printed = CaptionCheck.Labels(chapters);
        int joined = 0, open = 0, marks = 0;
        List<DraftChapter> done = [];
        foreach (DraftChapter chapter in chapters)
        {
            DraftChapter clean = ChapterCleaner.Clean(reading, chapter, printed, out int marked);
            (List<PageBlock> joinedBlocks, int j, int o) = ParagraphJoiner.Join(reading, clean.Blocks);
            (joined, open, marks) = (joined + j, open + o, marks + marked);
            TextChecks.Check(reading, joinedBlocks);
            done.Add(clean with { Blocks = joinedBlocks });
            bool isEmpty = joinedBlocks.Count == 0 && chapter.Role != ChapterRole.Part;
            if (isEmpty) reading.Doubt(chapter.Line, PageTextRule.EmptyChapter, chapter.Title, chapter.Title, Confidence.Medium, Problems.PageChapterEmpty(chapter.Title, reading.Span(chapter.Line)));
        }
        return Book(reading, metadata, done, runThrough, new PageTextCounts { ContentsRows = contents.Count, Joined = joined, OpenEnds = open, Marks = marks });
    }

    private static PageTextBook Book(PageReading reading, PageTextMetadata metadata, List<DraftChapter> chapters, bool runThrough, PageTextCounts counts)
    {
        ImmutableArray<TypedNumber> numbers = [.. chapters.SelectMany(NumbersOf)];
        int depth = numbers.Where(n => n.Kind == TypedNumberKind.Heading).Select(n => n.Number.Split('.').Length).DefaultIfEmpty(0).Max();
        Dictionary<LostFigure, PlaceholderPicture> pictures = new(ReferenceEqualityComparer.Instance);
        HashSet<string> names = [];
        foreach (LostFigure figure in chapters.SelectMany(c => c.Blocks).OfType<LostFigure>())
        {
            string name = figure.Caption?.Label is { } label ? label["fig-".Length..] : string.Create(CultureInfo.InvariantCulture, $"line-{figure.Line}");
            for (int i = 2; !names.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"line-{figure.Line}-{i}");
            pictures.Add(figure, new PlaceholderPicture($"figures/missing-{name}.svg", figure.Line, figure.Caption?.Words));
        }
        ImmutableArray<PageTextChapter> files = ChapterFiles.Name(chapters, c => ChapterMarkdown.Write(c, depth, pictures));
        IEnumerable<PageBlock> blocks = chapters.SelectMany(c => c.Blocks);
        DraftNote[] notes = [.. chapters.SelectMany(c => c.Notes.Values)];
        return new PageTextBook
        {
            Metadata = metadata,
            Chapters = files,
            Pictures = [.. pictures.Values],
            TypedNumbers = numbers,
            NumberedDepth = depth,
            NotesRunThrough = runThrough,
            Decisions = [.. reading.Decisions.OrderBy(d => d.Line)],
            Diagnostics = [.. reading.Said.ToImmutable().OrderBy(d => d.Span.Start.Line)],
            Counts = counts with
            {
                Chapters = chapters.Count(c => c.Role == ChapterRole.Body),
                Sections = blocks.Count(b => b is HeadingLine { Level: 2 }),
                Subsections = blocks.Count(b => b is HeadingLine { Level: 3 }),
                Notes = notes.Length,
                CollidedNotes = notes.Count(n => n.OverwrittenBy is not null),
                Tables = blocks.Count(b => b is PrintedTable),
                Captions = blocks.Count(b => b is LostFigure { Caption.Label: not null } or PrintedTable { Caption.Label: not null }),
                MissingPictures = pictures.Count,
                Paragraphs = blocks.Count(b => b is TextRun),
                ContentsDifferences = reading.Decisions.Count(d => d.Rule == PageTextRule.ContentsDiffer),
                Items = blocks.Count(b => b is ItemRun),
            },
        };
    }

    private static IEnumerable<TypedNumber> NumbersOf(DraftChapter chapter)
    {
        if (chapter.Number is { } number && chapter.Role is ChapterRole.Body or ChapterRole.Appendix) yield return new(chapter.Line, TypedNumberKind.Heading, number, chapter.Title);
        foreach (PageBlock block in chapter.Blocks)
            switch (block)
            {
                case HeadingLine { Number: { } typed } heading: yield return new(heading.Line, TypedNumberKind.Heading, typed, heading.Text); break;
                case LostFigure { Caption: { Label: not null } caption }: yield return new(caption.Line, TypedNumberKind.Figure, caption.Number, caption.Words); break;
                case PrintedTable { Caption: { Label: not null } caption }: yield return new(caption.Line, TypedNumberKind.Table, caption.Number, caption.Words); break;
            }
    }
}
