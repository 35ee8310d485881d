using System.Collections.Immutable;

namespace BookBuilder.Model.Metadata;

/// <summary>Somebody who made the book.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Affiliation">Where they work or study; null when not said.</param>
/// <param name="SortName">As catalogued ("Gooding, Zach"); null when not said.</param>
public sealed record Contributor(string Name, string? Affiliation = null, string? SortName = null)
{
    /// <summary>What they did. Default: they wrote it.</summary>
    public ContributorRole Role { get; init; }
}

/// <summary>What somebody did for the book.</summary>
public enum ContributorRole
{
    /// <summary>Wrote it.</summary>
    Author,
    /// <summary>Gathered or edited it.</summary>
    Editor,
    /// <summary>Translated it.</summary>
    Translator,
    /// <summary>Drew its pictures.</summary>
    Illustrator,
    /// <summary>Helped otherwise.</summary>
    Contributor,
}

/// <summary>A name of the book in some scheme ("isbn", "doi", "uuid", "uri").</summary>
public sealed record BookIdentifier(string Scheme, string Value);

/// <summary>What a catalogue says of the book.</summary>
public sealed record BookMetadata
{
    /// <summary>The title; never empty.</summary>
    public required string Title { get; init; }
    /// <summary>The subtitle; null when there is none.</summary>
    public string? Subtitle { get; init; }
    /// <summary>The authors, in order.</summary>
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
    public ImmutableArray<string> Subjects { get; init; } = [];
}
