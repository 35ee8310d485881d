using System.Collections.Immutable;
using BookBuilder.Model.Resolution;
using BookBuilder.Translation;

namespace BookBuilder.Inspecting;

/// <summary>What a book holds, as its author wrote it and with the numbers it gets.</summary>
public sealed record BookFacts
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }
    /// <summary>The authors and the others who made it, in order.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];
    /// <summary>The language: a BCP 47 tag.</summary>
    public required string Language { get; init; }
    /// <summary>The identifier that its EPUB is known by: scheme and value.</summary>
    public required string Identifier { get; init; }
    /// <summary>The form it is written in.</summary>
    public required SourceDialect Dialect { get; init; }
    /// <summary>Its chapters and parts, in reading order.</summary>
    public ImmutableArray<ChapterFacts> Chapters { get; init; } = [];
    /// <summary>The labels its author gave, in reading order.</summary>
    public ImmutableArray<LabelFact> Labels { get; init; } = [];
    /// <summary>Its pictures, by path.</summary>
    public ImmutableArray<PictureFacts> Pictures { get; init; } = [];
    /// <summary>The families it is set in: text, headings, code.</summary>
    public ImmutableArray<string> Fonts { get; init; } = [];
}

/// <summary>A chapter of a book.</summary>
/// <param name="Role">What it is to the book.</param>
/// <param name="Number">Its number as printed: "3", "A"; empty when it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="File">The file it was written in, from the book's root; empty for a part that is only a title.</param>
/// <param name="Counts">What it has.</param>
public sealed record ChapterFacts(SectionRole Role, string Number, string Title, string File, ContentCounts Counts);

/// <summary>What a chapter has, counted. What stands in notes counts, too.</summary>
/// <param name="Words">Words of text, headings, captions, tables and notes; code does not count.</param>
/// <param name="Headings">Headings, the title among them.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Notes">Notes.</param>
/// <param name="Formulas">Formulas, in the text and on lines of their own.</param>
public sealed record ContentCounts(int Words = 0, int Headings = 0, int Figures = 0, int Tables = 0, int Notes = 0, int Formulas = 0);

/// <summary>A label.</summary>
/// <param name="Label">The label: "fig-tides".</param>
/// <param name="Printed">Its number with its name, as both books print it: "Figure 3.2", "3.3"; empty when it has none.</param>
/// <param name="File">The file it stands in, from the book's root.</param>
/// <param name="Line">The line.</param>
public sealed record LabelFact(string Label, string Printed, string File, int Line);

/// <summary>A picture.</summary>
/// <param name="Path">Its file, from the book's root.</param>
/// <param name="Width">In pixels; for a drawing, which has none, null.</param>
/// <param name="Height">In pixels; null for a drawing.</param>
/// <param name="Size">The file's size in bytes.</param>
public sealed record PictureFacts(string Path, int? Width, int? Height, long Size);
