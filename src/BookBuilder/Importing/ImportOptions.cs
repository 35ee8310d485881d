using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Importing;

/// <summary>How a book is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Warnings that count as errors. Default: none.</summary>
    public ImmutableArray<CodePattern> WarningsAsErrors { get; init; } = [];
}
