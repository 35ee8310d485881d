using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>Where the number of a heading stands.</summary>
public enum NumberPlace
{
    /// <summary>Before its words.</summary>
    Beside,
    /// <summary>In the margin left of the text, where that is wide enough; else before its words.</summary>
    Margin,
}

/// <summary>Where "Chapter 3" stands when a chapter opens.</summary>
public enum ChapterLabelPlace
{
    /// <summary>In full, on a line above the title.</summary>
    Above,
    /// <summary>The number alone, before the title or in the margin.</summary>
    Beside,
}

/// <summary>Where a rule stands at a title.</summary>
public enum RulePlace
{
    /// <summary>There is none.</summary>
    None,
    /// <summary>Above the title.</summary>
    Above,
    /// <summary>Below the title.</summary>
    Below,
}

/// <summary>How headings of one level are set.</summary>
public sealed record HeadingDesign
{
    /// <summary>The type.</summary>
    public required TypeStyle Type { get; init; }
    /// <summary>The white above.</summary>
    public required Extent Above { get; init; }
    /// <summary>The white below.</summary>
    public required Extent Below { get; init; }
}

/// <summary>How a chapter opens.</summary>
public sealed record OpeningDesign
{
    /// <summary>The type of the title.</summary>
    public required TypeStyle Title { get; init; }
    /// <summary>The type of "Chapter 3", or of the number alone.</summary>
    public required TypeStyle Label { get; init; }
    /// <summary>Where that stands. Default: above the title.</summary>
    public ChapterLabelPlace LabelPlace { get; init; } = ChapterLabelPlace.Above;
    /// <summary>From the top of the text block to the opening; where chapters run on, the white above it.</summary>
    public required Extent Sink { get; init; }
    /// <summary>From the top of the label to the top of the title; the same room is kept where a chapter has no number. Counts only above the title.</summary>
    public Extent LabelRoom { get; init; }
    /// <summary>The least white below the title; it grows to a whole number of lines.</summary>
    public required Extent Below { get; init; }
    /// <summary>Where a rule over the whole measure stands. Default: nowhere.</summary>
    public RulePlace Rule { get; init; }
    /// <summary>Whether label and title stand in the middle. Default: no.</summary>
    public bool Centered { get; init; }
}
