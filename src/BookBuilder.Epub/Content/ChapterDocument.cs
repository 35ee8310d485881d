using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>Writes a section of the book as an XHTML file: its blocks, sections nested by their headings, then its notes.</summary>
internal static class ChapterDocument
{
    /// <param name="content">The book.</param>
    /// <param name="chapter">Any section but the contents, which are the navigation document.</param>
    /// <param name="id">The file's id in the manifest.</param>
    public static FinishedPage Write(BookContent content, ResolvedChapter chapter, string id)
    {
        SectionMeaning meaning = SectionMeaning.Of(chapter);
        string title = chapter.Label is { } label ? $"{label.Text}: {chapter.Title}" : chapter.Title;
        var page = new Page(content, content.Places.FileOf(chapter), title, meaning.Division);

        string? named = chapter.Content.FirstOrDefault(static b => b is Heading { Level: 1 } or DisplayLine { Role: DisplayRole.PartTitle }) is { } heading
            ? content.Places.IdOf(heading.Id) : null;
        if (meaning.Type == "index")
            page.Count(new() { Indexes = 1 });
        page.Out.Open("section", ("id", content.Places.IdOf(chapter.Id)), ("class", ClassOf(chapter.Role)), ("epub:type", meaning.Type), ("role", meaning.Role),
            ("aria-labelledby", named), ("aria-label", named is null && chapter.Title.Length > 0 ? chapter.Title : null));
        page.Out.Line();
        WriteSections(page, chapter.Content);
        page.Out.CloseLine();
        NoteWriter.WriteNotes(page, chapter.Notes);
        return page.Finish(id);
    }

    private static void WriteSections(Page page, ImmutableArray<Block> blocks)
    {
        Stack<int> open = new();
        foreach (Block block in blocks)
        {
            if (block is Heading { Level: > 1 } heading)
            {
                CloseTo(heading.Level);
                page.Out.Open("section");
                page.Out.Line();
                open.Push(heading.Level);
            }
            BlockWriter.Write(page, block);
        }
        CloseTo(1);

        void CloseTo(int level)
        {
            while (open.TryPeek(out int top) && top >= level)
            {
                page.Out.CloseLine();
                open.Pop();
            }
        }
    }

    /// <summary>The class by which the style sheet knows the section: "title-page", "list-of-figures".</summary>
    private static string ClassOf(SectionRole role) =>
        string.Concat(role.ToString().Select(static (c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
