using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Pdf.Structure;

/// <summary>Says which elements the rows and cells of a table become (ISO 32000-1, 14.8.4.3.4).</summary>
internal sealed class TablePlanner(PlanNotes notes)
{
    /// <summary>Adds the rows.</summary>
    /// <param name="element">The table's element.</param>
    /// <param name="table">The table.</param>
    /// <param name="addBlocks">Adds the blocks of a cell to its element.</param>
    public void Add(StructureElement element, Table table, Action<StructureElement, ImmutableArray<Block>> addBlocks)
    {
        bool namesRows = TableHeads.NamesRows(table);
        // A head alone is a table of one kind of rows: THead stands only beside TBody (table 337).
        AddRows(element, table.Body.IsEmpty ? "TBody" : "THead", table, table.Head, (cell, _) => TableHeads.IsEmpty(cell) ? null : "Column", addBlocks);
        AddRows(element, "TBody", table, table.Body, (cell, column) => namesRows && column == 0 && !TableHeads.IsEmpty(cell) ? "Row" : null, addBlocks);
    }

    /// <param name="table">The table's element.</param>
    /// <param name="tag">The tag of the rows together.</param>
    /// <param name="whole">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="scopeOf">What a cell in a column heads, "Column" or "Row"; null when it heads nothing.</param>
    /// <param name="addBlocks">Adds the blocks of a cell to its element.</param>
    private void AddRows(StructureElement table, string tag, Table whole, ImmutableArray<TableRow> rows, Func<TableCell, int, string?> scopeOf,
        Action<StructureElement, ImmutableArray<Block>> addBlocks)
    {
        if (rows.IsEmpty) return;
        StructureElement group = table.Add(tag);
        // How many rows below each column is still covered by a cell from above.
        int[] covered = new int[whole.Columns.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            StructureElement line = group.Add(new StructureElement("TR") { Language = rows[r].Attributes["lang"], Span = rows[r].Span });
            notes.Elements.TryAdd(rows[r].Id, line);
            int column = 0;
            foreach (TableCell cell in rows[r].Cells)
            {
                while (column < covered.Length && covered[column] > 0) column++;
                string? scope = scopeOf(cell, column);
                StructureElement box = line.Add(new StructureElement(scope is null ? "TD" : "TH") { Language = cell.Attributes["lang"], Span = cell.Span });
                notes.Elements.TryAdd(cell.Id, box);
                if (scope is not null) box.Attributes.Add(new("Table", "Scope", scope));
                // A span ends with the table and with the group of rows; said larger, the table would be no grid.
                int width = Math.Max(1, Math.Min(cell.ColumnSpan, covered.Length - column)), height = Math.Min(cell.RowSpan, rows.Length - r);
                if (width > 1) box.Attributes.Add(new("Table", "ColSpan", null, width));
                if (height > 1) box.Attributes.Add(new("Table", "RowSpan", null, height));
                addBlocks(box, cell.Content);
                for (int end = Math.Min(column + width, covered.Length); column < end; column++) covered[column] = height;
            }
            // Cells that the author left out at a row's end are there, empty.
            for (; column < covered.Length; column++)
                if (covered[column] == 0)
                {
                    line.Add("TD");
                    covered[column] = 1;
                }
            for (int c = 0; c < covered.Length; c++) covered[c]--;
        }
    }
}
