namespace BookBuilder.Model.Blocks;

/// <summary>Tells which cells of a table head rows or columns, so that both outputs read a cell out with the same words before it.</summary>
public static class TableHeads
{
    /// <summary>Whether the first column names the rows: an empty corner above it says so.</summary>
    public static bool NamesRows(Table table) => table.Head is [{ Cells: [var corner, ..] }, ..] && IsEmpty(corner);

    /// <summary>Whether a cell has no words: then it heads nothing.</summary>
    public static bool IsEmpty(TableCell cell) =>
        cell.Content.All(block => block is Paragraph { Content: var words } && string.IsNullOrWhiteSpace(PlainText.Of(words)) && !words.Any(inline => inline is ImageInline or MathInline));
}
