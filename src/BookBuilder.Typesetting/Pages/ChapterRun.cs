using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Sections of the book that run on after each other, without a new page between them. Mostly one.</summary>
/// <param name="Chapters">The sections, in order; not empty.</param>
internal sealed record ChapterRun(ImmutableArray<ResolvedChapter> Chapters)
{
    /// <summary>What the run is, for its place among the pages: its first section of the body, if it has one; else the first that is not the title.</summary>
    public SectionRole Role => (Chapters.FirstOrDefault(c => !Imposition.IsFront(c.Role))
        ?? Chapters.FirstOrDefault(c => c.Role != SectionRole.TitlePage) ?? Chapters[0]).Role;

    /// <summary>Whether it prints folios in a list.</summary>
    public bool HasContents => Chapters.Any(static c => c.Content.Any(static b => b is ContentsList));

    /// <summary>The folios that its lists print; none where they are not known or nothing is listed.</summary>
    public ImmutableArray<string> FoliosOf(IReadOnlyDictionary<NodeId, string> folios) => folios.Count == 0 ? []
        : [.. Chapters.SelectMany(static c => c.Content).OfType<ContentsList>().SelectMany(static l => l.Entries).Select(e => folios.GetValueOrDefault(e.Target, ""))];

    /// <summary>The notes of all sections.</summary>
    public IEnumerable<ResolvedNote> Notes => Chapters.SelectMany(c => c.Notes);

    /// <summary>Divides a book into its runs.</summary>
    public static ImmutableArray<ChapterRun> Of(ResolvedBook book)
    {
        var runs = ImmutableArray.CreateBuilder<ChapterRun>();
        foreach (ResolvedChapter chapter in book.Chapters)
            if (runs.Count > 0 && RunsOn(book.Design, runs[^1], chapter))
                runs[^1] = new(runs[^1].Chapters.Add(chapter));
            else
                runs.Add(new([chapter]));
        return runs.ToImmutable();
    }

    private static bool RunsOn(BookDesign design, ChapterRun before, ResolvedChapter chapter)
    {
        // A title block stands above whatever comes first.
        if (before.Chapters is [{ Role: SectionRole.TitlePage }]) return design.Front.TitleBlock && chapter.Role != SectionRole.Copyright;
        if (design.Front.ListsRunOn && (chapter.Role is SectionRole.ListOfFigures or SectionRole.ListOfTables))
            return before.Role is SectionRole.Contents or SectionRole.ListOfFigures;
        return design.Opening == ChapterOpening.RunOn && !StandsAlone(design, before.Role) && !StandsAlone(design, chapter.Role)
            && (design.Front.TitleBlock || Imposition.IsFront(before.Role) == Imposition.IsFront(chapter.Role) || chapter.Role == SectionRole.Copyright);
    }

    private static bool StandsAlone(BookDesign design, SectionRole role) => role is SectionRole.HalfTitle or SectionRole.TitlePage
        || (role == SectionRole.Copyright && design.Front.Imprint == ImprintPlace.Page);
}
