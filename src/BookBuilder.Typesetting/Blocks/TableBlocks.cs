using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets tables.</summary>
internal static class TableBlocks
{
    /// <summary>Sets a table.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Table table, Setting setting)
    {
        foreach (TableRow row in table.Head.AddRange(table.Body))
        foreach (TableCell cell in row.Cells)
            BlockComposer.Compose(context, galley, cell.Content, setting with { Floats = false });
    }
}
