using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>What is chosen of a handout's looks.</summary>
public sealed record HandoutLayout
{
    /// <summary>The paper. Default: Letter.</summary>
    public PageSize Paper { get; init; } = PageSize.Letter;
    /// <summary>Whether the outer margin is wide enough for notes of the reader's own. Default: no, the text stands in the middle.</summary>
    public bool NotesMargin { get; init; }
    /// <summary>Whether every fifth line is numbered in the margin. Default: no.</summary>
    public bool LineNumbers { get; init; }
    /// <summary>Whether folios are the pages of the whole book, instead of "page 2 of 6". Default: no.</summary>
    public bool BookPages { get; init; }
}

/// <summary>Makes the design of a handout out of that of its book.</summary>
public static class HandoutDesign
{
    private const int NumberedLine = 5;

    /// <summary>The named design "handout" with the book's own letters: its families, its figures, its hyphens. Paper, margins, sizes, heads and
    /// colours of the book were made for another page and stay behind.</summary>
    /// <param name="book">How the book is printed.</param>
    /// <param name="layout">What is chosen.</param>
    public static BookDesign Of(BookDesign book, HandoutLayout layout)
    {
        BookDesign handout = HandoutParts.Design;
        // Sheets printed on both sides are punched at the left edge of one and the right edge of the other: without a margin for notes
        // both are alike and wide; with one it lies outside on either side, and the inner one leaves room for the holes.
        PageProportions proportions = layout.NotesMargin ? handout.Proportions
            : handout.Proportions with { LongestMeasure = 36.5, InnerShareOfRest = 0.5, Large = 11.Pt, Medium = 10.Pt, Leading = 1.32 };
        return (handout with
        {
            Sides = PrintedSides.Two,
            Proportions = proportions,
            BodyFont = book.BodyFont, SansFont = book.SansFont, MonoFont = book.MonoFont, MathFont = book.MathFont,
            Figures = book.Figures, Justified = book.Justified,
            Hyphenated = book.Hyphenated, Hyphenation = book.Hyphenation, Expansion = book.Expansion, Protruding = book.Protruding,
            LineNumbers = layout.LineNumbers ? NumberedLine : 0,
            Heads = handout.Heads with
            {
                Left = HeadMatter.Title, Right = HeadMatter.Title, Inner = HeadMatter.WholeBook,
                Form = layout.BookPages ? FolioForm.Number : FolioForm.OfAll,
            },
        }).On(layout.Paper);
    }
}
