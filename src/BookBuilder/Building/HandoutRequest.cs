using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Building;

/// <summary>A handout that is asked for: a part of the book, printed by itself with the whole book's numbers. What is not said is as book.yml has it for the
/// handout of that name.</summary>
public sealed record HandoutRequest
{
    /// <summary>Its name: that of a handout in book.yml, or any; its files are called by it. Null for none.</summary>
    public string? Name { get; init; }
    /// <summary>Its title; null for that of book.yml, else one made of its name, else of what it holds.</summary>
    public string? Title { get; init; }
    /// <summary>The chapters: "3", "5-6", "A", a file's name, a label. Empty, and no sections either, for those of book.yml.</summary>
    public ImmutableArray<string> Chapters { get; init; } = [];
    /// <summary>Sections of other chapters: "4.2", "4.2-4.4", a label.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];
    /// <summary>Its date; null for that of book.yml, else the book's.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>The paper; null for that of book.yml, else Letter or A4, whichever the book's language uses.</summary>
    public PageSize? Paper { get; init; }
    /// <summary>Whether its folios are the pages of the whole book; null as book.yml has it, else no.</summary>
    public bool? BookPages { get; init; }
    /// <summary>Whether the outer margin has room for the reader's notes; null as book.yml has it, else no.</summary>
    public bool? NotesMargin { get; init; }
    /// <summary>Whether every fifth line is numbered; null as book.yml has it, else no.</summary>
    public bool? LineNumbers { get; init; }
}
