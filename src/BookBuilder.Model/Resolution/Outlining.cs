using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Makes the tree of headings: parts above chapters, chapters above sections.</summary>
internal static class Outlining
{
    /// <summary>The tree of the whole book. Headings with the class "unlisted" are left out, with all below them.</summary>
    public static ImmutableArray<OutlineEntry> Of(NumberedBook numbered, SettledTitles titles)
    {
        var top = ImmutableArray.CreateBuilder<OutlineEntry>();
        OutlineEntry? part = null;
        var below = ImmutableArray.CreateBuilder<OutlineEntry>();
        foreach (NumberedChapter chapter in numbered.Chapters)
        {
            if (part is not null && chapter.Role is not SectionRole.Chapter)
                Close();
            if (chapter.Role == SectionRole.Part)
                part = new OutlineEntry(chapter.Label?.Number ?? "", PlainText.Of(chapter.Title is { } title ? titles[title.Id] : []), 0, chapter.Id, []);
            else
                (part is null ? top : below).AddRange(Entries(numbered, titles, chapter.Headings));
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
