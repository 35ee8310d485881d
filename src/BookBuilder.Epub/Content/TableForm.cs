using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>What becomes of a table on a screen that is too narrow for it.</summary>
internal enum TableForm
{
    /// <summary>It fits a telephone: nothing.</summary>
    Whole,
    /// <summary>Its rows are set as cards, one below the other, each cell after the name of its column, on telephones.</summary>
    Cards,
    /// <summary>The same on small tablets too.</summary>
    WideCards,
    /// <summary>It has spans, or columns without a name: it can only be moved sideways or squeezed.</summary>
    Stiff,
}

/// <summary>Judges by its words how much room a table needs.</summary>
internal static class TableFitting
{
    /// <summary>So many ems of a table's type stand beside the margins on a telephone of 360 pixels, on the narrowest of 320 (WCAG 2.2, 1.4.10) and on a small tablet of 600.</summary>
    private const double Telephone = 23, Narrowest = 20, Tablet = 38;
    /// <summary>The mean width of a character, and the white at the sides of a cell, in ems.</summary>
    private const double Character = 0.5, Padding = 0.9;
    /// <summary>A column of sentences that is narrower is no pleasure to read.</summary>
    private const double Sentences = 7;

    /// <summary>Its form.</summary>
    public static TableForm FormOf(Table table)
    {
        double room = Widths(table).Sum(static c => Math.Max(c.Word, Math.Min(c.Cell, Sentences)) + Padding);
        if (room <= Telephone) return TableForm.Whole;
        return !NamesColumns(table) ? TableForm.Stiff : room > Tablet ? TableForm.WideCards : TableForm.Cards;
    }

    /// <summary>Whether its longest words, side by side, are wider than the narrowest screen.</summary>
    public static bool Overflows(Table table) => Widths(table).Sum(static c => c.Word + Padding) > Narrowest;

    /// <summary>Whether each column has one name, so that a cell can be told by it. A name with a note or a link does not bear repeating.</summary>
    private static bool NamesColumns(Table table) =>
        table.Head is [{ Cells: var names }] && names.Length == table.Columns.Length
        && table.Head.Concat(table.Body).All(static r => r.Cells.All(static c => c is { ColumnSpan: 1, RowSpan: 1 }))
        && names.Select((c, i) => !TableHeads.IsEmpty(c) || i == 0 && TableHeads.NamesRows(table)).All(static named => named)
        && names.All(static c => c.Content.All(static b => b is Paragraph { Content: var words } && !words.Any(static w => w is NoteMark or Link or Reference or MathInline or ImageInline)));

    private static IEnumerable<(double Word, double Cell)> Widths(Table table)
    {
        for (int column = 0; column < table.Columns.Length; column++)
        {
            // Rows with spans do not say which cell is in which column; the others are enough to judge by.
            IEnumerable<string> cells = table.Head.Concat(table.Body).Where(r => r.Cells.Length == table.Columns.Length).Select(r => WordsOf(r.Cells[column].Content));
            int cell = 0, word = 0;
            foreach (string text in cells)
            {
                cell = Math.Max(cell, text.Length);
                word = Math.Max(word, text.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Select(static w => w.Length).DefaultIfEmpty(0).Max());
            }
            yield return (word * Character, cell * Character);
        }
    }

    private static string WordsOf(ImmutableArray<Block> blocks) => string.Join(' ', blocks.Select(static b => b switch
    {
        Paragraph paragraph => PlainText.Of(paragraph.Content),
        ListBlock list => string.Join(' ', list.Items.Select(static i => WordsOf(i.Content))),
        BlockQuote quote => WordsOf(quote.Content),
        CodeBlock code => code.Code,
        _ => "",
    }));
}
