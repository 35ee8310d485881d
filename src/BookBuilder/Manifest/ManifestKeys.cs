using System.Collections.Immutable;

namespace BookBuilder.Manifest;

/// <summary>The catalogue of the keys of book.yml: the reference in the guide and the schema for editors are made of it, and a test holds it against what is read.</summary>
/// <remarks>Whoever reads a new key adds it to one of the groups; the test says so.</remarks>
internal static class ManifestKeys
{
    /// <summary>All keys, in the order of the reference.</summary>
    public static ImmutableArray<ManifestGroup> Groups { get; } =
    [
        MetadataKeys.Group,
        ContentKeys.Group,
        ContentKeys.Numbers,
        PageKeys.Group,
        EpubKeys.Group,
        EpubKeys.Output,
        EpubKeys.Source,
        HandoutKeys.Group,
        DiagnosticsKeys.Group,
    ];

    /// <summary>The whole file.</summary>
    public static MapForm Root { get; } = new([.. Groups.SelectMany(static g => g.Keys)]);

    /// <summary>The keys that every section about words in type has.</summary>
    public static ImmutableArray<ManifestKey> OfType => TypeKeys.All;
}

/// <summary>Forms that many keys have.</summary>
internal static class Forms
{
    public static TextForm Text { get; } = new();
    public static FlagForm Flag { get; } = new();
    public static LengthForm Length { get; } = new();
    public static ExtentForm Extent { get; } = new();
    public static PatternForm File { get; } = new("a file of the book", "^[^/].*$", "figures/cover.png");
    public static PatternForm Markdown { get; } = new("a Markdown file", @"^[^/].*\.([mM][dD]|[mM][aA][rR][kK][dD][oO][wW][nN])$", "chapters/tides.md");
    public static PatternForm Date { get; } =
        new("a date", "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}|[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4})$", "2026-09-01");
    public static PatternForm Color { get; } = new("a colour", "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", "#1f3f66");
}

/// <summary>How one kind of words is set.</summary>
internal static class TypeKeys
{
    public static ImmutableArray<ManifestKey> All { get; } =
    [
        new("font", new WordForm("body", "sans", "mono"), "Which of the three families.", "the design's"),
        new("size", Forms.Extent, "From 4pt to 96pt; an em is the size of the text.", "the design's"),
        new("leading", Forms.Extent, "The distance of baselines, from 0.9 to 3 times the size; an em is the size of these words themselves.", "the design's"),
        new("weight", new WordForm("regular", "semibold", "bold"), "", "the design's"),
        new("italic", Forms.Flag, "", "the design's"),
        new("color", new EitherForm(new WordForm("black", "accent"), Forms.Color), "A colour that is too pale to be read on white paper is told.", "the design's"),
    ];
}
