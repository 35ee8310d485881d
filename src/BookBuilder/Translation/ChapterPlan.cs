using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>What a chapter or part is to a translated book.</summary>
internal enum PlannedRole
{
    /// <summary>A chapter; without a number before the first numbered one it is front matter, after the last one back matter.</summary>
    Chapter,
    /// <summary>A part; the chapters after it are its own.</summary>
    Part,
    /// <summary>The end of a part: the chapters after it belong to none.</summary>
    PartEnd,
    /// <summary>An appendix.</summary>
    Appendix,
    /// <summary>Before the body.</summary>
    Front,
    /// <summary>After the body.</summary>
    Back,
}

/// <summary>A line of the list of chapters.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Path">Its file in the translated book; null for a part that is only a title.</param>
/// <param name="Title">The title of such a part.</param>
/// <param name="IsNumbered">Whether its title is numbered.</param>
/// <param name="From">Where its author listed it.</param>
internal sealed record PlannedChapter(PlannedRole Role, string? Path, string? Title, bool IsNumbered, SourceSpan From);

/// <summary>Writes the chapters of a translated book into its book.yml.</summary>
internal static class ChapterPlan
{
    /// <summary>Writes front matter, body with its parts, appendices and back matter.</summary>
    public static void Write(ManifestText manifest, ImmutableArray<PlannedChapter> planned)
    {
        planned = Settled(planned);
        WriteList(manifest, "front-matter", planned, PlannedRole.Front);
        manifest.Line("chapters:");
        string indent = "  ";
        foreach (PlannedChapter chapter in planned)
        {
            switch (chapter.Role)
            {
                case PlannedRole.Part:
                    manifest.Line($"  - part: {ManifestText.Quoted(chapter.Path ?? chapter.Title!)}", chapter.From);
                    manifest.Line("    chapters:", chapter.From);
                    indent = "      ";
                    break;
                case PlannedRole.PartEnd:
                    indent = "  ";
                    break;
                case PlannedRole.Chapter:
                    manifest.Line($"{indent}- {ManifestText.Quoted(chapter.Path!)}", chapter.From);
                    break;
            }
        }
        WriteList(manifest, "appendices", planned, PlannedRole.Appendix);
        WriteList(manifest, "back-matter", planned, PlannedRole.Back);
    }

    /// <summary>Chapters without a number at the beginning and the end, outside of parts, are front and back matter; parts without chapters end.</summary>
    public static ImmutableArray<PlannedChapter> Settled(ImmutableArray<PlannedChapter> planned)
    {
        int first = IndexOf(planned, 0, 1), last = IndexOf(planned, planned.Length - 1, -1);
        if (first < 0 || !planned.Any(p => p is { Role: PlannedRole.Chapter, IsNumbered: true })) return planned;
        bool inPart = false;
        var settled = ImmutableArray.CreateBuilder<PlannedChapter>(planned.Length);
        for (int i = 0; i < planned.Length; i++)
        {
            PlannedChapter chapter = planned[i];
            inPart = chapter.Role switch { PlannedRole.Part => true, PlannedRole.PartEnd => false, _ => inPart };
            settled.Add(chapter is { Role: PlannedRole.Chapter, IsNumbered: false } && !inPart && (i < first || i > last)
                ? chapter with { Role = i < first ? PlannedRole.Front : PlannedRole.Back }
                : chapter);
        }
        return settled.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<PlannedChapter> planned, int from, int step)
    {
        for (int i = from; i >= 0 && i < planned.Length; i += step)
            if (planned[i].Role == PlannedRole.Part || planned[i] is { Role: PlannedRole.Chapter, IsNumbered: true }) return i;
        return -1;
    }

    private static void WriteList(ManifestText manifest, string key, ImmutableArray<PlannedChapter> planned, PlannedRole role)
    {
        if (!planned.Any(p => p.Role == role)) return;
        manifest.Line(key + ":");
        foreach (PlannedChapter chapter in planned.Where(p => p.Role == role))
            manifest.Line($"  - {ManifestText.Quoted(chapter.Path!)}", chapter.From);
    }
}
