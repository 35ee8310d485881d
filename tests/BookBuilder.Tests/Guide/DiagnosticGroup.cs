using System.Collections.Immutable;

namespace BookBuilder.Tests.Guide;

/// <summary>Messages that belong together, for both pages that list them.</summary>
/// <param name="Codes">How their codes begin.</param>
/// <param name="Title">What they are about.</param>
internal sealed record DiagnosticGroup(string Codes, string Title)
{
    /// <summary>All groups, in order.</summary>
    public static ImmutableArray<DiagnosticGroup> All { get; } =
    [
        new("BB10", "What is written in chapters"),
        new("BB11", "What is written in book.yml"),
        new("BB2", "Lines, pages and tables"),
        new("BB3", "Labels, references and notes"),
        new("BB4", "Files, pictures and fonts"),
        new("BB50", "Writing the finished files"),
        new("BB51", "Standards of the PDF"),
        new("BB52", "Standards of the EPUB"),
        new("BB53", "Whether the finished files say what the book says"),
        new("BB54", "What e-readers make of the EPUB"),
        new("BB55", "What readers would miss"),
        new("BB56", "Handouts"),
        new("BB60", "Importing"),
        new("BB61", "Books of R bookdown, and code of R"),
        new("BB62", "Books of Quarto, and files in files"),
        new("BB63", "Books of mdBook"),
        new("BB64", "Pandoc's Markdown, and what no tool's book has here"),
        new("BB65", "The text of printed pages"),
        new("BB9", "Too much of something"),
    ];

    /// <summary>Its own entries, in the order of their codes.</summary>
    public ImmutableArray<CatalogueEntry> Of(IEnumerable<CatalogueEntry> entries) =>
        [.. entries.Where(e => e.Code.StartsWith(Codes, StringComparison.Ordinal)).OrderBy(static e => e.Code, StringComparer.Ordinal)];
}

/// <summary>An entry of the catalogue of diagnostics.</summary>
/// <param name="Code">"BB1010".</param>
/// <param name="Severity">"Error", "Warning" or "Info"; empty when it depends.</param>
/// <param name="Words">What it is about, as Markdown.</param>
internal sealed record CatalogueEntry(string Code, string Severity, string Words);
