using System.Collections.Immutable;

namespace BookBuilder.Parity.Pdf;

/// <summary>What a PDF holds.</summary>
public sealed record PdfFacts
{
    /// <summary>The version of the format: "1.7", "2.0".</summary>
    public required string Version { get; init; }
    /// <summary>The file's size in bytes.</summary>
    public required long Size { get; init; }
    /// <summary>The title; null when it has none.</summary>
    public string? Title { get; init; }
    /// <summary>The authors, in order.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];
    /// <summary>The language; null when it does not say.</summary>
    public string? Language { get; init; }
    /// <summary>The standards it says that it keeps: "PDF/A-2a", "PDF/UA-1". Whether it does is not looked at.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];
    /// <summary>Whether it is encrypted. One that needs a password cannot be read.</summary>
    public bool IsEncrypted { get; init; }
    /// <summary>Whether it says that it is tagged.</summary>
    public bool IsTagged { get; init; }
    /// <summary>How many elements of each standard type its structure tree has, by type.</summary>
    public ImmutableSortedDictionary<string, int> Structure { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
    /// <summary>Its pages.</summary>
    public ImmutableArray<PdfPageFacts> Pages { get; init; } = [];
    /// <summary>Its bookmarks in order; level 1 is the highest.</summary>
    public ImmutableArray<OutlineFact> Outline { get; init; } = [];
    /// <summary>Its fonts, by name.</summary>
    public ImmutableArray<PdfFontFacts> Fonts { get; init; } = [];
    /// <summary>The pictures on its pages, each once.</summary>
    public ImmutableArray<PdfPictureFacts> Pictures { get; init; } = [];
    /// <summary>How many links lead out of it.</summary>
    public int OuterLinks { get; init; }
    /// <summary>How many links lead to a place in it.</summary>
    public int InnerLinks { get; init; }
    /// <summary>The names of the files attached to it.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
}

/// <summary>A page of a PDF.</summary>
/// <param name="Label">Its label: "xii".</param>
/// <param name="Width">As it is seen, in points.</param>
/// <param name="Height">As it is seen, in points.</param>
public sealed record PdfPageFacts(string Label, double Width, double Height);

/// <summary>An entry of a list of headings.</summary>
/// <param name="Level">1 is the highest.</param>
/// <param name="Title">Its words.</param>
public sealed record OutlineFact(int Level, string Title);

/// <summary>A font of a PDF.</summary>
/// <param name="Name">Its name, without the letters that mark a subset.</param>
/// <param name="Type">What the format calls it: "Type0", "TrueType".</param>
/// <param name="IsEmbedded">Whether its outlines are in the file.</param>
/// <param name="IsSubset">Whether only some of its characters are.</param>
public sealed record PdfFontFacts(string Name, string Type, bool IsEmbedded, bool IsSubset);

/// <summary>A picture of a PDF.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Size">Its data in bytes, as they are in the file.</param>
public sealed record PdfPictureFacts(int Width, int Height, long Size);
