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
        AddRows(element, "THead", "TH", table.Head, addBlocks);
        AddRows(element, "TBody", "TD", table.Body, addBlocks);
    }

    private void AddRows(StructureElement table, string tag, string cellTag, ImmutableArray<TableRow> rows,
        Action<StructureElement, ImmutableArray<Block>> addBlocks)
    {
        if (rows.IsEmpty) return;
        StructureElement group = table.Add(tag);
        foreach (TableRow row in rows)
        {
            StructureElement line = group.Add(new StructureElement("TR") { Language = row.Attributes["lang"] });
            notes.Elements.TryAdd(row.Id, line);
            foreach (TableCell cell in row.Cells)
            {
                StructureElement box = line.Add(new StructureElement(cellTag) { Language = cell.Attributes["lang"] });
                notes.Elements.TryAdd(cell.Id, box);
                if (cellTag == "TH") box.Attributes.Add(new("Table", "Scope", "Column"));
                if (cell.ColumnSpan > 1) box.Attributes.Add(new("Table", "ColSpan", null, cell.ColumnSpan));
                if (cell.RowSpan > 1) box.Attributes.Add(new("Table", "RowSpan", null, cell.RowSpan));
                addBlocks(box, cell.Content);
            }
        }
    }
}
