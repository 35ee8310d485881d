using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Where a chapter stands in the book.</summary>
internal enum ChapterPlace
{
    /// <summary>Before the body.</summary>
    Front,
    /// <summary>The title page of a part.</summary>
    Part,
    /// <summary>In the body.</summary>
    Body,
    /// <summary>An appendix.</summary>
    Appendix,
    /// <summary>After the body.</summary>
    Back,
}

/// <summary>A chapter of the book that is made: what stands under one heading of level 1.</summary>
/// <param name="Path">Its file in the translated book.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsNumbered">Whether its heading asks for a number.</param>
/// <param name="Lines">Its lines, the heading first.</param>
internal sealed record BookChapter(string Path, ChapterPlace Place, bool IsNumbered, ImmutableArray<SourceLine> Lines);
