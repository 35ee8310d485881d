using System.Collections.Immutable;
using BookBuilder.Parity.Pdf;

namespace BookBuilder.Parity.Epub;

/// <summary>What an EPUB holds.</summary>
public sealed record EpubFacts
{
    /// <summary>The version of the format: "3.0" (of all EPUB 3), "2.0".</summary>
    public required string Version { get; init; }
    /// <summary>The file's size in bytes.</summary>
    public required long Size { get; init; }
    /// <summary>The size of all its files, unpacked.</summary>
    public required long UnpackedSize { get; init; }
    /// <summary>The title; null when it has none.</summary>
    public string? Title { get; init; }
    /// <summary>The creators, in order.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];
    /// <summary>The languages; the first is the main one.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
    /// <summary>The identifiers; the first is its own.</summary>
    public ImmutableArray<string> Identifiers { get; init; } = [];
    /// <summary>The publisher; null when not said.</summary>
    public string? Publisher { get; init; }
    /// <summary>The time of its last change as it says it; null when not said.</summary>
    public string? Modified { get; init; }
    /// <summary>What it says of its accessibility, in order: property and value.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Accessibility { get; init; } = [];
    /// <summary>What is read in turn.</summary>
    public ImmutableArray<EpubFileFacts> Spine { get; init; } = [];
    /// <summary>Its contents; level 1 is the highest.</summary>
    public ImmutableArray<OutlineFact> Contents { get; init; } = [];
    /// <summary>How many pages of a printed edition it names.</summary>
    public int PageListEntries { get; init; }
    /// <summary>How many notes its documents hold.</summary>
    public int Notes { get; init; }
    /// <summary>Its fonts.</summary>
    public ImmutableArray<EpubFileFacts> Fonts { get; init; } = [];
    /// <summary>Its pictures.</summary>
    public ImmutableArray<EpubFileFacts> Pictures { get; init; } = [];
    /// <summary>The files in it that are encrypted or made unreadable; fonts often are.</summary>
    public ImmutableArray<string> Encrypted { get; init; } = [];
}

/// <summary>A file in an EPUB.</summary>
/// <param name="Path">Its path in the container.</param>
/// <param name="MediaType">What it says that it is.</param>
/// <param name="Size">Its size in bytes, unpacked.</param>
public sealed record EpubFileFacts(string Path, string MediaType, long Size);
