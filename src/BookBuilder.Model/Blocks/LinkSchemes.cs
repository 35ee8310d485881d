using System.Collections.Immutable;

namespace BookBuilder.Model.Blocks;

/// <summary>The schemes of addresses by which a book may lead out of itself: others no reader follows, or should.</summary>
public static class LinkSchemes
{
    /// <summary>All of them, in small letters.</summary>
    public static ImmutableArray<string> All { get; } = ["http", "https", "mailto", "ftp", "tel", "doi", "urn"];

    /// <summary>Whether a scheme is one of them, whatever its case.</summary>
    /// <param name="scheme">What stands before the colon.</param>
    public static bool Has(string scheme) => All.Contains(scheme, StringComparer.OrdinalIgnoreCase);
}
