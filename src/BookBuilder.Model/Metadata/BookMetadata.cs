using System.Collections.Immutable;

namespace BookBuilder.Model.Metadata;

/// <summary>A name of the book in some scheme ("isbn", "doi", "uuid", "uri").</summary>
public sealed record BookIdentifier(string Scheme, string Value);

/// <summary>What a catalogue says of the book.</summary>
public sealed record BookMetadata
{
    /// <summary>The title; never empty.</summary>
    public required string Title { get; init; }
    /// <summary>The subtitle; null when there is none.</summary>
    public string? Subtitle { get; init; }
    /// <summary>The authors and all others who made it, in order.</summary>
    public ImmutableArray<Contributor> Authors { get; init; } = [];
    /// <summary>The date of publication; null when not given.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>The language, a BCP 47 tag such as "en-US".</summary>
    public string Language { get; init; } = "en-US";
    /// <summary>Identifiers, the first is the unique one; never empty after the manifest is read (else a name-based UUID).</summary>
    public ImmutableArray<BookIdentifier> Identifiers { get; init; } = [];
    /// <summary>The publisher; null when not given.</summary>
    public string? Publisher { get; init; }
    /// <summary>The rights statement; null when not given.</summary>
    public string? Rights { get; init; }
    /// <summary>A paragraph about the book; null when not given.</summary>
    public string? Description { get; init; }
    /// <summary>Subjects or keywords.</summary>
    public ImmutableArray<BookSubject> Subjects { get; init; } = [];
    /// <summary>The series in which it appears; null when in none.</summary>
    public BookSeries? Series { get; init; }
    /// <summary>The book of which this is a part; null when it is a book by itself.</summary>
    public BookMetadata? WholeBook { get; init; }
    /// <summary>The ISBN of the printed edition; null when not given.</summary>
    public string? PrintIsbn { get; init; }

    /// <summary>Those whom the title page names, in order.</summary>
    public ImmutableArray<Contributor> OnTitlePage => [.. Authors.Where(static a => a.IsOnTitlePage)];
}
