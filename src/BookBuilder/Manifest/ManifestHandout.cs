using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>A handout: a part of the book that is printed by itself.</summary>
/// <param name="Name">Its name, by which it is asked for and its files are called; null when it has none.</param>
/// <param name="Span">Where book.yml lists it.</param>
public sealed record ManifestHandout(string? Name, SourceSpan Span)
{
    /// <summary>Its title; null for one made of its name, else of what it holds.</summary>
    public string? Title { get; init; }
    /// <summary>The chapters it holds, as the author names them.</summary>
    public ImmutableArray<ManifestName> Chapters { get; init; } = [];
    /// <summary>The sections it holds of other chapters.</summary>
    public ImmutableArray<ManifestName> Sections { get; init; } = [];
    /// <summary>Its date; null for the book's.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>The paper; null for Letter or A4, whichever the book's language uses.</summary>
    public PageSize? Paper { get; init; }
    /// <summary>Whether its folios are the pages of the whole book; null when not said: it counts its own.</summary>
    public bool? BookPages { get; init; }
    /// <summary>Whether the outer margin has room for the reader's notes; null when not said: it has not.</summary>
    public bool? NotesMargin { get; init; }
    /// <summary>Whether every fifth line is numbered; null when not said: none is.</summary>
    public bool? LineNumbers { get; init; }
}

/// <summary>A name that book.yml gives: of a chapter, of several ("3,5-6").</summary>
/// <param name="Text">The name.</param>
/// <param name="Span">Where it is given.</param>
public sealed record ManifestName(string Text, SourceSpan Span);
