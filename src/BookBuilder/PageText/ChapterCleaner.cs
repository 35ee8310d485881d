using System.Globalization;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Cleans every inline of a chapter.</summary>
internal static class ChapterCleaner
{
    /// <summary>The chapter in this program's dialect.</summary>
    /// <param name="labels">The labels of captions by what was printed.</param>
    /// <param name="marks">How many marks were set.</param>
    public static DraftChapter Clean(PageReading reading, DraftChapter chapter, IReadOnlyDictionary<string, string> labels, out int marks)
    {
        var cleaner = new InlineCleaner(reading, chapter, labels);
        DraftChapter clean = chapter with
        {
            Title = cleaner.Clean(chapter.Title, chapter.Line),
            Blocks = [.. chapter.Blocks.Select(Block)],
            Notes = [],
        };
        foreach (DraftNote note in chapter.Notes.Values)
        {
            string text = cleaner.CleanNote(note.Text, note.Line);
            if (cleaner.Marked.Contains(note.Number))
            {
                clean.Notes.Add(note.Number, note with { Text = text });
                continue;
            }
            // What was raised was no mark after all: nothing would lead to the note, and it would not be printed.
            string number = note.Number.ToString(CultureInfo.InvariantCulture);
            clean.Blocks.Add(new TextRun(note.Line, $"^{number}^ {text}"));
            reading.Doubt(note.Line, PageTextRule.NoteWithoutMark, Folding.Short(note.Text), Folding.Short(note.Text), Confidence.Low, Problems.PageNoteWithoutMark(number, reading.Span(note.Line)));
        }
        marks = cleaner.Marks;
        return clean;

        PageBlock Block(PageBlock block) => block switch
        {
            HeadingLine heading => heading with { Text = cleaner.Clean(heading.Text, heading.Line) },
            TextRun text => text with { Text = cleaner.Clean(text.Text, text.Line) },
            ItemRun item => item with { Text = cleaner.Clean(item.Text, item.Line) },
            QuoteRun quote => quote with { Text = cleaner.Clean(quote.Text, quote.Line) },
            LostFigure figure => figure with { Caption = Caption(figure.Caption), Remark = Remark(figure.Remark) },
            PrintedTable table => table with { Body = Body(table.Body), Caption = Caption(table.Caption), Remark = Remark(table.Remark) },
            _ => block,
        };

        PageBlock Body(PageBlock body) => body switch
        {
            RowRun rows => rows with { Rows = [.. rows.Rows.Select(r => r.Select(c => cleaner.Clean(c, rows.Line)).ToArray()).Select(r => System.Collections.Immutable.ImmutableArray.Create(r))] },
            PipeRun pipe => pipe with { Text = cleaner.Clean(pipe.Text, pipe.Line) },
            _ => body,
        };

        FloatCaption? Caption(FloatCaption? caption) => caption is null ? null : caption with { Words = cleaner.Clean(caption.Words, caption.Line) };

        TextRun? Remark(TextRun? remark) => remark is null ? null : remark with { Text = cleaner.Clean(remark.Text, remark.Line) };
    }
}
