using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Makes the tree of headings: parts above chapters, chapters above sections.</summary>
internal static class Outlining
{
    /// <summary>The tree of the whole book: every chapter's own, below the parts they stand in.</summary>
    public static ImmutableArray<OutlineEntry> Of(IEnumerable<SettledChapter> chapters)
    {
        var top = ImmutableArray.CreateBuilder<OutlineEntry>();
        OutlineEntry? part = null;
        var below = ImmutableArray.CreateBuilder<OutlineEntry>();
        foreach (SettledChapter chapter in chapters)
        {
            if (part is not null && chapter.Chapter.Role is not SectionRole.Chapter)
                Close();
            if (chapter.Chapter.Role == SectionRole.Part)
                part = chapter.Outline[0];
            else
                (part is null ? top : below).AddRange(chapter.Outline);
        }
        if (part is not null)
            Close();
        return top.ToImmutable();

        void Close()
        {
            top.Add(part with { Children = below.ToImmutable() });
            part = null;
            below.Clear();
        }
    }

    /// <summary>The tree of one chapter; of a part its title alone. Headings with the class "unlisted" are left out, with all below them.</summary>
    public static ImmutableArray<OutlineEntry> Of(NumberedBook numbered, SettledTitles titles, NumberedChapter chapter) => chapter.Role == SectionRole.Part
        ? [new OutlineEntry(chapter.Label?.Number ?? "", PlainText.Of(chapter.Title is { } title ? titles[title.Id] : []), 0, chapter.Id, [])]
        : Entries(numbered, titles, chapter.Headings);

    private static ImmutableArray<OutlineEntry> Entries(NumberedBook numbered, SettledTitles titles, ImmutableArray<Heading> headings)
    {
        var entries = ImmutableArray.CreateBuilder<OutlineEntry>();
        for (int i = 0; i < headings.Length;)
        {
            Heading heading = headings[i];
            int next = i + 1;
            while (next < headings.Length && headings[next].Level > heading.Level) next++;
            if (!heading.Attributes.Has("unlisted"))
                entries.Add(new OutlineEntry(numbered.Numbers.GetValueOrDefault(heading.Id)?.Number ?? "", PlainText.Of(titles[heading.Id]), heading.Level,
                    heading.Id, Entries(numbered, titles, headings[(i + 1)..next])));
            i = next;
        }
        return entries.ToImmutable();
    }
}
