using System.Collections.Immutable;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Claims;

/// <summary>What was found before to stand in the way of claims.</summary>
/// <param name="plans">The structure of chapters.</param>
/// <param name="keeps">Whether anything is kept.</param>
internal sealed class ClaimMemory(Remembered<ResolvedChapter, ChapterPlan> plans, bool keeps)
{
    /// <summary>The structure of chapters.</summary>
    public Remembered<ResolvedChapter, ChapterPlan> Plans => plans;
    /// <summary>What is in the way in chapters, for the level of the heading before them.</summary>
    public Remembered<ChapterPlan, ChapterObstacles> Chapters { get; } = new(keeps);
    /// <summary>Their pictures that nobody describes.</summary>
    public Remembered<ResolvedChapter, ImmutableArray<Obstacle>> Pictures { get; } = new(keeps);
    /// <summary>What is in the way on pages.</summary>
    public Remembered<PagedSection, ImmutableArray<PageObstacle>> Pages { get; } = new(keeps);

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Chapters.EndBuild();
        Pictures.EndBuild();
        Pages.EndBuild();
    }

    /// <summary>Forgets what depends on the language.</summary>
    public void Clear()
    {
        Chapters.Clear();
        Pictures.Clear();
    }
}
