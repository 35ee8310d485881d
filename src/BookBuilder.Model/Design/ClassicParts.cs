using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>The parts of the design "classic".</summary>
internal static class ClassicParts
{
    public static OpeningDesign Chapter { get; } = new()
    {
        Label = new() { Face = DesignFace.Sans, Size = 0.85.Em, Leading = 1.6.Em, Weight = 600, Ink = Ink.Accent, Capitals = true, Tracking = 0.076 },
        Title = new() { Size = 2.4.Em, Leading = 1.1875.Em },
        Sink = 5.Lines, LabelRoom = 1.6.Lines, Below = 2.25.Lines,
    };

    public static HeadingDesign Section { get; } = new()
    {
        Type = new() { Size = 1.25.Em, Leading = 1.28.Em, Weight = 600 }, Above = 1.3.Lines, Below = 0.5.Lines,
    };

    public static HeadingDesign Subsection { get; } = new()
    {
        Type = new() { Size = 1.05.Em, Leading = 1.285.Em, Weight = 600, Italic = true }, Above = 0.75.Lines, Below = 0.25.Lines,
    };

    public static HeadingDesign Minor { get; } = new()
    {
        Type = new() { Face = DesignFace.Sans, Size = 0.95.Em, Leading = 1.42.Em, Weight = 600 }, Above = 0.75.Lines, Below = 0.1.Lines,
    };

    public static HeadsDesign Heads { get; } = new() { Type = new() { Face = DesignFace.Sans, Size = 0.8.Em } };

    public static FrontDesign Front { get; } = new()
    {
        Title = new() { Size = 3.Em, Leading = 1.133.Em },
        Subtitle = new() { Size = 1.5.Em, Leading = 1.3.Em, Italic = true },
        Author = new() { Face = DesignFace.Sans, Size = 1.1.Em, Leading = 1.455.Em, Weight = 600 },
        Detail = new() { Face = DesignFace.Sans, Leading = 1.Lines },
        PartLabel = Chapter.Label,
        PartTitle = new() { Size = 2.8.Em, Leading = 1.18.Em },
    };

    public static ContentsDesign Contents { get; } = new()
    {
        Part = new() { Face = DesignFace.Sans, Leading = 1.Lines, Weight = 600, Ink = Ink.Accent },
        Chapter = new() { Leading = 1.Lines, Weight = 600 },
        Section = new() { Leading = 1.Lines },
    };

    public static CaptionDesign Captions { get; } = new()
    {
        Type = new() { Face = DesignFace.Sans, Size = 0.85.Em },
        Label = new() { Face = DesignFace.Sans, Size = 0.85.Em, Weight = 600 },
        Remark = new() { Face = DesignFace.Sans, Size = 0.78.Em },
    };

    public static TypeStyle TableText { get; } = new() { Face = DesignFace.Sans, Size = 0.85.Em };

    public static CalloutDesign Callouts { get; } = new()
    {
        Title = new() { Face = DesignFace.Sans, Size = 0.9.Em, Leading = 1.5.Em, Weight = 600, Ink = Ink.Accent },
    };
}
