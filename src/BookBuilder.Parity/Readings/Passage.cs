using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Parity.Readings;

/// <summary>What is counted and compared one by one, beside the text of a section as a whole.</summary>
public enum PassageKind
{
    /// <summary>A heading with its number.</summary>
    Heading,
    /// <summary>A note with its number.</summary>
    Note,
    /// <summary>The caption of a figure or table with its number.</summary>
    Caption,
    /// <summary>A cell of a table that is not empty.</summary>
    Cell,
    /// <summary>A link and where it leads.</summary>
    Link,
    /// <summary>The mark of a note and the note it leads to.</summary>
    Mark,
    /// <summary>What is said in a picture's place.</summary>
    Picture,
    /// <summary>What is said in a formula's place.</summary>
    Formula,
    /// <summary>The signs of a formula one after another.</summary>
    Symbols,
}

/// <summary>A piece of a section that is compared by itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words in the form of <see cref="ComparedText"/>.</param>
/// <param name="Target">Where it leads: an address, or "#" and the anchor of a place in the book; empty for what leads nowhere.</param>
/// <param name="Place">Where the author wrote it; none for what was read from a finished file.</param>
public sealed record Passage(PassageKind Kind, string Text, string Target, SourceSpan Place);
