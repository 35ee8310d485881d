namespace BookBuilder.Model.Diagnostics;

/// <summary>Why a page ends before it is full.</summary>
public enum ShortPageReason
{
    /// <summary>A figure or table in the text finds no room on it.</summary>
    Figure,
    /// <summary>A figure or table that is put off has to come first.</summary>
    Waiting,
    /// <summary>A heading would be parted from its text.</summary>
    Heading,
    /// <summary>A note with its mark finds no room on it.</summary>
    Note,
    /// <summary>A single line would stand alone.</summary>
    SingleLine,
    /// <summary>What follows is kept together.</summary>
    Together,
}
