using System.Collections.Immutable;

namespace BookBuilder.Epub.Package;

/// <summary>A file of the publication as its package lists it.</summary>
/// <param name="Id">Its id in the manifest.</param>
/// <param name="Href">Where it is, from the package document.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Data">Its bytes.</param>
internal sealed record PackageItem(string Id, string Href, string MediaType, ReadOnlyMemory<byte> Data)
{
    /// <summary>"nav", "cover-image", "mathml", "svg"; usually none.</summary>
    public ImmutableArray<string> Properties { get; init; } = [];
    /// <summary>Whether it is read in its turn, from the first page to the last.</summary>
    public bool IsInSpine { get; init; }
}
