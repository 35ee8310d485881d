using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>The parts of the design "handout". It is all black: nothing in it is told by colour alone.</summary>
internal static class HandoutParts
{
    private static TypeStyle Sans { get; } = new() { Face = DesignFace.Sans };

    public static BookDesign Design { get; } = new()
    {
        Name = "handout",
        Sides = PrintedSides.One,
        Proportions = new()
        {
            LongestMeasure = 34.5, Inner = 0.105, Outer = 0.105, Top = 0.075, Bottom = 0.09, InnerShareOfRest = 0,
            Large = 10.5.Pt, Medium = 9.5.Pt, Small = 8.5.Pt, Leading = 1.28, NoteSize = 0.8, NoteLeading = 1.25, Indent = 1.2,
        },
        Accent = Color.Black,
        Opening = ChapterOpening.RunOn,
        Chapter = new()
        {
            Label = Sans with { Size = 1.5.Em, Leading = 1.2.Em, Weight = 600 },
            LabelPlace = ChapterLabelPlace.Beside,
            Title = Sans with { Size = 1.5.Em, Leading = 1.2.Em, Weight = 600 },
            Sink = 2.Lines, Below = 0.75.Lines,
        },
        Section = new() { Type = Sans with { Size = 1.15.Em, Leading = 1.2.Em, Weight = 600 }, Above = 1.Lines, Below = 0.25.Lines },
        Subsection = new() { Type = Sans with { Size = 1.Em, Leading = 1.25.Em, Weight = 600 }, Above = 0.75.Lines, Below = 0.15.Lines },
        Minor = new() { Type = Sans with { Size = 1.Em, Leading = 1.25.Em, Italic = true }, Above = 0.5.Lines, Below = 0.1.Lines },
        Heads = new()
        {
            Left = HeadMatter.None, Right = HeadMatter.None, Inner = HeadMatter.Title, AtFoot = true, Ruled = true,
            Folio = FolioPlace.Head, OpeningFolio = FolioPlace.Head,
            Type = Sans with { Size = 0.8.Em }, Below = 2.25.Lines,
        },
        Front = new()
        {
            HalfTitle = false, TitleBlock = true, Imprint = ImprintPlace.End, Contents = false,
            Title = Sans with { Size = 2.Em, Leading = 1.15.Em, Weight = 600 },
            Subtitle = Sans with { Size = 1.2.Em, Leading = 1.25.Em },
            Author = Sans with { Size = 0.95.Em, Leading = 1.3.Em },
            Detail = Sans with { Size = 0.95.Em, Leading = 1.3.Em },
            AboveSubtitle = 0.15.Lines, AboveAuthors = 0.75.Lines, AboveDetail = 0.Lines, BelowBlock = 2.Lines,
            PartLabel = Sans with { Size = 0.85.Em, Weight = 600, Capitals = true, Tracking = 0.07 },
            PartTitle = Sans with { Size = 1.75.Em, Leading = 1.2.Em, Weight = 600 },
        },
        Contents = new()
        {
            Part = Sans with { Leading = 1.Lines, Weight = 600 },
            Chapter = Sans with { Leading = 1.Lines, Weight = 600 },
            Section = Sans with { Leading = 1.Lines },
            AboveChapter = 0.25.Lines,
        },
        Captions = ClassicParts.Captions with { Gap = 0.5.Em },
        Quotes = new() { EpigraphIndent = 0.2 },
        Code = new() { Ground = null, Ruled = true, Padding = 0.8.Em },
        Callouts = ClassicParts.Callouts with { Form = CalloutForm.Frame, Title = ClassicParts.Callouts.Title with { Ink = Ink.Text } },
        Lists = new() { Between = 0.15.Lines },
    };
}
