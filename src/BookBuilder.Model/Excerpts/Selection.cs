using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Excerpts;

/// <summary>What of a book an excerpt holds.</summary>
/// <param name="Chapters">The keys of the chapters that it holds whole.</param>
/// <param name="Sections">The headings of the sections that it holds of other chapters, by these chapters' keys.</param>
public sealed record Selection(FrozenSet<string> Chapters, FrozenDictionary<string, ImmutableArray<NodeId>> Sections)
{
    /// <summary>Whether nothing is chosen.</summary>
    public bool IsEmpty => Chapters.Count == 0 && Sections.Count == 0;

    /// <summary>Whether it holds a chapter, or a part of it.</summary>
    public bool Touches(string chapter) => Chapters.Contains(chapter) || Sections.ContainsKey(chapter);
}

/// <summary>A name by which nothing was found.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Nearest">What was probably meant; null when nothing is near.</param>
/// <param name="Known">The names there are, as they are printed.</param>
public sealed record UnknownName(string Name, string? Nearest, ImmutableArray<string> Known);
