using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>The parts of the design "report".</summary>
internal static class ReportParts
{
    private static TypeStyle Sans { get; } = new() { Face = DesignFace.Sans };

    public static BookDesign Design { get; } = new()
    {
        Name = "report",
        Sides = PrintedSides.One,
        Proportions = new()
        {
            LongestMeasure = 34.5, Inner = 0.1, Outer = 0.1, Top = 0.105, Bottom = 0.1, InnerShareOfRest = 0.66,
            Large = 10.5.Pt, Medium = 9.5.Pt, Small = 9.Pt, Leading = 1.43, NoteSize = 0.81, NoteLeading = 1.35, Indent = 0,
        },
        ParagraphSpace = 0.5.Lines,
        Justified = false, Hyphenated = false,
        Opening = ChapterOpening.Any,
        Numbers = NumberPlace.Margin,
        Chapter = new()
        {
            Label = Sans with { Size = 2.3.Em, Leading = 1.16.Em, Ink = Ink.Accent },
            LabelPlace = ChapterLabelPlace.Beside,
            Title = Sans with { Size = 2.3.Em, Leading = 1.16.Em, Weight = 600 },
            Sink = 0.Lines, Below = 1.75.Lines, Rule = RulePlace.Below,
        },
        Section = new() { Type = Sans with { Size = 1.4.Em, Leading = 1.22.Em, Weight = 600 }, Above = 1.5.Lines, Below = 0.5.Lines },
        Subsection = new() { Type = Sans with { Size = 1.1.Em, Leading = 1.25.Em, Weight = 600 }, Above = 1.Lines, Below = 0.25.Lines },
        Minor = new() { Type = Sans with { Size = 1.Em, Leading = 1.3.Em, Italic = true }, Above = 0.75.Lines, Below = 0.15.Lines },
        Heads = new()
        {
            Left = HeadMatter.Chapter, Right = HeadMatter.Chapter, Inner = HeadMatter.Title, Ruled = true,
            Folio = FolioPlace.FootOuter, OpeningFolio = FolioPlace.FootOuter,
            Type = Sans with { Size = 0.8.Em, Ink = Color.Gray(70) }, Above = 2.Lines, Below = 2.25.Lines,
        },
        Front = new()
        {
            HalfTitle = false, ListsRunOn = true, Imprint = ImprintPlace.TitlePage, Band = 12.Em,
            Sink = 0.26,
            Title = Sans with { Size = 3.4.Em, Leading = 1.1.Em, Weight = 600 },
            Subtitle = Sans with { Size = 1.5.Em, Leading = 1.3.Em },
            Author = Sans with { Size = 1.1.Em, Leading = 1.45.Em, Weight = 600 },
            Detail = Sans with { Leading = 1.Lines },
            PartLabel = Sans with { Size = 1.1.Em, Weight = 600, Ink = Ink.Accent },
            PartTitle = Sans with { Size = 2.8.Em, Leading = 1.15.Em, Weight = 600 },
        },
        Contents = new()
        {
            Part = Sans with { Leading = 1.Lines, Weight = 600, Ink = Ink.Accent },
            Chapter = Sans with { Leading = 1.Lines, Weight = 600 },
            Section = Sans with { Leading = 1.Lines },
            Leaders = false,
        },
        Captions = ClassicParts.Captions with { Gap = 0.8.Em },
        Quotes = new() { Size = 1.Em, Left = 1.4.Em, Right = 0.Em, Ruled = true, EpigraphIndent = 0 },
        Callouts = ClassicParts.Callouts,
        Lists = new() { Hang = 1.5.Em },
    };
}
