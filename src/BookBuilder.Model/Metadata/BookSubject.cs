namespace BookBuilder.Model.Metadata;

/// <summary>What the book is about.</summary>
/// <param name="Name">In words.</param>
public sealed record BookSubject(string Name)
{
    /// <summary>The scheme that has a term for it ("Thema", "BISAC", or an address); null when it is a free word.</summary>
    public string? Authority { get; init; }
    /// <summary>Its term in that scheme ("RB"); null when it is a free word.</summary>
    public string? Term { get; init; }

    /// <summary>A free word.</summary>
    public static implicit operator BookSubject(string name) => new(name);
}

/// <summary>The series in which the book appears.</summary>
/// <param name="Title">The series' title.</param>
/// <param name="Number">The book's number in it ("3", "2.1"); null when it has none.</param>
public sealed record BookSeries(string Title, string? Number = null);
