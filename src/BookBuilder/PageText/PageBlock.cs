using System.Collections.Immutable;

namespace BookBuilder.PageText;

/// <summary>A piece of the pages' text. A closed set.</summary>
/// <param name="Line">Its first line, from 1.</param>
internal abstract record PageBlock(int Line)
{
    private protected PageBlock() : this(0) { }
}

/// <summary>A line with "#" before it.</summary>
/// <param name="Depth">The number of "#": what the reader of the page guessed, right for its page at most.</param>
internal sealed record HeadingLine(int Line, int Depth, string Text) : PageBlock(Line)
{
    /// <summary>The level in the new book; 0 until it is known.</summary>
    public int Level { get; init; }
    /// <summary>Whether it takes a number.</summary>
    public bool IsNumbered { get; init; } = true;
    /// <summary>The printed number; null when it has none.</summary>
    public string? Number { get; init; }
}

/// <summary>A paragraph on one line.</summary>
internal sealed record TextRun(int Line, string Text) : PageBlock(Line)
{
    /// <summary>Its last line, where another began.</summary>
    public int LastLine { get; init; } = Line;
    /// <summary>Whether it already is a paragraph made of two.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>One item of a list.</summary>
/// <param name="Marker">"-", or a number with its sign: "3.".</param>
/// <param name="Depth">How deep it is nested, from 0.</param>
internal sealed record ItemRun(int Line, string Marker, int Depth, string Text) : PageBlock(Line);

/// <summary>Lines whose cells are separated by tabs; all rows have equally many.</summary>
internal sealed record RowRun(int Line, ImmutableArray<ImmutableArray<string>> Rows) : PageBlock(Line)
{
    /// <summary>Whether some lines had fewer cells.</summary>
    public bool IsRagged { get; init; }
}

/// <summary>A table with bars, as Markdown has it.</summary>
internal sealed record PipeRun(int Line, string Text) : PageBlock(Line);

/// <summary>Lines that begin with "&gt;".</summary>
internal sealed record QuoteRun(int Line, string Text) : PageBlock(Line);

/// <summary>Code, a formula, a comment: kept as it is.</summary>
internal sealed record VerbatimRun(int Line, string Text) : PageBlock(Line);

/// <summary>A line of hyphens.</summary>
internal sealed record RuleLine(int Line) : PageBlock(Line);

/// <summary>Lines with blanks only: what a dropped picture leaves.</summary>
internal sealed record BlankRun(int Line, int LastLine) : PageBlock(Line);

/// <summary>A picture's line; the picture did not come with the text.</summary>
internal sealed record PictureLine(int Line, string Words, string Source) : PageBlock(Line);

/// <summary>A form feed.</summary>
internal sealed record PageEnd(int Line) : PageBlock(Line);

/// <summary>A figure whose picture is missing.</summary>
internal sealed record LostFigure(int Line, string Grounds) : PageBlock(Line)
{
    public FloatCaption? Caption { get; init; }
    /// <summary>The remark under it; null when there is none.</summary>
    public TextRun? Remark { get; init; }
}

/// <summary>A table that will be printed as one.</summary>
/// <param name="Body">A <see cref="RowRun"/> or a <see cref="PipeRun"/>.</param>
/// <param name="Fold">In how many columns of rows it was printed.</param>
internal sealed record PrintedTable(int Line, PageBlock Body, int Fold) : PageBlock(Line)
{
    public FloatCaption? Caption { get; init; }
    /// <summary>The remark under it; null when there is none.</summary>
    public TextRun? Remark { get; init; }
}

/// <summary>The caption of a figure or table.</summary>
/// <param name="Kind">What the caption calls it.</param>
/// <param name="Number">The printed number: "3.1".</param>
/// <param name="Words">What follows it; may be empty.</param>
/// <param name="Label">The label in the new book: "fig-3-1"; null until it is known.</param>
internal sealed record FloatCaption(int Line, TypedNumberKind Kind, string Number, string Words, string? Label)
{
    /// <summary>The caption as it stood there.</summary>
    public string Printed { get; init; } = Words;
}
