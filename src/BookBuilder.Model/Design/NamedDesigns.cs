using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>The designs that come along, each complete, on the paper it was made for.</summary>
public static class NamedDesigns
{
    /// <summary>The name of the default.</summary>
    public const string ClassicName = "classic";

    /// <summary>The names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [ClassicName, "report", "handout"];

    /// <summary>A design by its name; null when there is none of that name.</summary>
    public static BookDesign? Find(string name) => name switch
    {
        ClassicName => Classic,
        "report" => Report,
        "handout" => Handout,
        _ => null,
    };

    /// <summary>A book to be read from beginning to end: a serif, justified, chapters sunk on right-hand pages of 6 x 9 in.</summary>
    public static BookDesign Classic => new();

    /// <summary>A report to be looked things up in: Letter, sans headings with their numbers in a wide margin, paragraphs with white between them.</summary>
    public static BookDesign Report => ReportParts.Design.On(PageSize.Letter);

    /// <summary>A few pages to be handed out: Letter, a block with the title on the first page, chapters that run on, a wide margin for the pen.</summary>
    public static BookDesign Handout => HandoutParts.Design.On(PageSize.Letter);
}
