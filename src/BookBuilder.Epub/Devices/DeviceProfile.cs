using System.Collections.Immutable;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Epub.Devices;

/// <summary>What a kind of reader takes and shows. Null or false: it is known for no such limit.</summary>
/// <remarks>Sources: Amazon's Kindle Publishing Guidelines (interior images, tables, cover, table of contents, MathML), Apple's Books Asset Guide
/// (images of at most 5.6 million pixels, covers of at least 1400 pixels), Kobo's epub-spec (footnotes, file size, MathML).</remarks>
internal sealed record DeviceProfile(EpubDevice Device, string Name)
{
    /// <summary>The most bytes of a file of text.</summary>
    public int? MostBytesOfText { get; init; }
    /// <summary>The most pixels of a picture, in millions.</summary>
    public double? MostMegapixels { get; init; }
    /// <summary>The most bytes of a picture's file.</summary>
    public int? MostBytesOfPicture { get; init; }
    /// <summary>The fewest pixels of the cover's shorter side.</summary>
    public int? FewestCoverPixels { get; init; }
    /// <summary>Whether tables of more than 100 rows or 10 columns and joined cells are set badly.</summary>
    public bool HasSimpleTables { get; init; }
    /// <summary>What it makes of MathML, after "which"; null when it shows it.</summary>
    public string? Formulas { get; init; }
    /// <summary>Whether notes that pop up are reduced to plain words.</summary>
    public bool HasPlainNotes { get; init; }
    /// <summary>Whether formulas in notes that pop up are lost.</summary>
    public bool HasNotesWithoutFormulas { get; init; }
    /// <summary>Whether the menu's contents have two levels.</summary>
    public bool HasShallowMenu { get; init; }
    /// <summary>Whether pictures of pixels within drawings are left out.</summary>
    public bool HasPlainDrawings { get; init; }

    /// <summary>All that are known.</summary>
    public static ImmutableArray<DeviceProfile> All { get; } =
    [
        new(EpubDevice.Kindle, "Kindle")
        {
            MostBytesOfPicture = 5_000_000, FewestCoverPixels = 625, HasSimpleTables = true, HasShallowMenu = true, HasPlainDrawings = true, HasNotesWithoutFormulas = true,
            Formulas = "only books with enhanced typesetting show as formulas; elsewhere their letters run together",
        },
        new(EpubDevice.Apple, "Apple Books") { MostMegapixels = 5.6, FewestCoverPixels = 1400, HasNotesWithoutFormulas = true },
        new(EpubDevice.Kobo, "Kobo")
        {
            MostBytesOfText = 260_000, HasPlainNotes = true, Formulas = "is shown as run-together letters unless the book is converted to a kepub",
        },
    ];
}
