using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Importing;

/// <summary>What an import came to.</summary>
public sealed record ImportResult
{
    /// <summary>The book's title; empty when nothing could be read.</summary>
    public string Title { get; init; } = "";
    /// <summary>What was found, in a few lines of text.</summary>
    public ImmutableArray<string> Summary { get; init; } = [];
    /// <summary>The files that were written, relative to the new folder; empty when none were.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
    /// <summary>What was said. Paths are relative to <see cref="Root"/>.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
    /// <summary>The folder that diagnostics' paths start from; a full path.</summary>
    public required string Root { get; init; }
    /// <summary>Whether the new book was written.</summary>
    public bool Succeeded => !Files.IsEmpty;
}
