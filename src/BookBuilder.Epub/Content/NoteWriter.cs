using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>Writes the marks of notes and the notes themselves, which stand at the end of the file that holds their marks.</summary>
/// <remarks>
/// Every detail answers a reader: the raised element outside the link (else some enlarge the line), both epub:type and role (one reader
/// loses the namespace, another keeps only the role), one element a note instead of a list (pop-ups show the list's next items), the
/// way back before the text, no role on the section (there is none for a list of footnotes).
/// </remarks>
internal static class NoteWriter
{
    public static void WriteMark(Page page, NoteMark mark)
    {
        page.Out.Open("sup");
        page.Out.Element("a", mark.Mark, ("href", page.Content.Places.HrefOf(mark.Note, page.File)), ("id", page.Content.Places.IdOf(mark.Id)),
            ("epub:type", "noteref"), ("role", "doc-noteref"));
        page.Out.Close();
    }

    /// <summary>Writes the notes of a file; nothing when it has none.</summary>
    public static void WriteNotes(Page page, ImmutableArray<ResolvedNote> notes)
    {
        if (notes.IsEmpty)
            return;
        page.Count(new() { Notes = notes.Length });
        page.Out.Open("section", ("class", "notes"), ("epub:type", "footnotes"), ("aria-label", page.Book.Terms.Notes));
        page.Out.Line();
        foreach (ResolvedNote note in notes)
            WriteNote(page, note);
        page.Out.CloseLine();
    }

    private static void WriteNote(Page page, ResolvedNote note)
    {
        page.Out.Open(page.Content.NoteElement, [.. page.Of(note), ("epub:type", "footnote"), ("role", "doc-footnote")]);
        page.Out.Line();
        page.Breaks(note);
        ImmutableArray<Block> rest = note.Content;
        if (rest is [Paragraph first, ..])
        {
            page.Out.Open("p", page.Of(first));
            page.Breaks(first);
            WriteWayBack(page, note);
            page.Out.Text(" ");
            InlineWriter.Write(page, first.Content);
            page.Out.CloseLine();
            rest = rest[1..];
        }
        else
        {
            page.Out.Open("p");
            WriteWayBack(page, note);
            page.Out.CloseLine();
        }
        BlockWriter.Write(page, rest);
        page.Out.CloseLine();
    }

    private static void WriteWayBack(Page page, ResolvedNote note) =>
        page.Out.Element("a", note.Mark, ("href", page.Content.Places.HrefOf(note.FirstMark, page.File)), ("role", "doc-backlink"),
            ("aria-label", $"{page.Book.Terms.BackToReference} {note.Mark}"));
}
