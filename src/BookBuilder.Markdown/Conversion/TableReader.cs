using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Parsed = Markdig.Extensions.Tables.Table;
using ParsedCell = Markdig.Extensions.Tables.TableCell;
using ParsedRow = Markdig.Extensions.Tables.TableRow;
using Table = BookBuilder.Model.Blocks.Table;
using TableCell = BookBuilder.Model.Blocks.TableCell;
using TableRow = BookBuilder.Model.Blocks.TableRow;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Turns pipe and grid tables with their captions into the book's tables.</summary>
internal static partial class TableReader
{
    /// <summary>Reads a table without its caption. Rows shorter than the widest are filled with empty cells.</summary>
    public static Table Read(ChapterReading reading, Parsed table)
    {
        ImmutableArray<ParsedRow> rows = [.. table.OfType<ParsedRow>()];
        int columns = Math.Max(1, rows.Select(Width).DefaultIfEmpty(1).Max());
        ImmutableArray<TableRow> head = [.. rows.Where(r => r.IsHeader).Select(r => Row(reading, r))];
        ImmutableArray<TableRow> body = [.. rows.Where(r => !r.IsHeader).Select(r => Row(reading, r))];
        // A head without words is there only because a pipe table must have one.
        if (head.All(r => r.Cells.All(c => c.Content.IsEmpty))) head = [];
        ImmutableArray<ColumnAlignment> underHead = UnderHead(reading.Text[table.Span.Start..Math.Min(reading.Text.Length, table.Span.End + 1)]);
        return new Table(
            [.. Enumerable.Range(0, columns).Select(c => new TableColumn(
                c < underHead.Length ? underHead[c] : c < table.ColumnDefinitions.Count ? Alignment(table.ColumnDefinitions[c]) : ColumnAlignment.Default))],
            Filled(head, columns),
            Filled(body, columns),
            [],
            []) { Span = reading.Map.Of(table) };
    }

    /// <summary>Reads the words of a caption and the attributes at its end.</summary>
    public static TableCaption Caption(ChapterReading reading, LeafBlock caption)
    {
        Attributes attributes = LeafAttributes.Take(caption.Inline);
        return new TableCaption(InlineReader.Read(reading, caption.Inline), attributes, reading.Map.Of(caption));
    }

    /// <summary>The table with its caption and what its attributes ask for.</summary>
    public static Table WithCaption(ChapterReading reading, Table table, TableCaption caption)
    {
        table = table with
        {
            Caption = caption.Words,
            Attributes = caption.Attributes,
            Columns = WithShares(reading, table.Columns, caption),
            Placement = PlacementReader.Read(reading, caption.Attributes, caption.Span),
        };
        return WithFit(reading, WithFold(reading, table, caption), caption);
    }

    private static Table WithFold(ChapterReading reading, Table table, TableCaption caption)
    {
        if (caption.Attributes["fold"] is not { } fold) return table;
        if (int.TryParse(fold, NumberStyles.None, CultureInfo.InvariantCulture, out int parts) && parts is >= 1 and <= 8)
            return table with { Fold = parts };
        reading.Said.Report(Problems.BadAttribute("fold", fold, "a number from 1 to 8", caption.Span));
        return table;
    }

    private static Table WithFit(ChapterReading reading, Table table, TableCaption caption)
    {
        switch (caption.Attributes["fit"])
        {
            case null: return table;
            case "shrink": return table with { Fit = WideTableFit.Shrink };
            case "landscape": return table with { Fit = WideTableFit.Landscape };
            case "split": return table with { Fit = WideTableFit.Split };
            case "none": return table with { Fit = WideTableFit.None };
            case { } other:
                reading.Said.Report(Problems.BadAttribute("fit", other, "shrink, landscape, split or none", caption.Span));
                return table;
        }
    }

    private static ImmutableArray<TableColumn> WithShares(ChapterReading reading, ImmutableArray<TableColumn> columns, TableCaption caption)
    {
        if (caption.Attributes["tbl-colwidths"] is not { } written) return columns;
        ImmutableArray<double> widths = [.. written.Trim('[', ']', ' ').Split(',').Select(Width)];
        double sum = widths.Sum();
        if (widths.Length == columns.Length && widths.All(w => w > 0))
            return [.. columns.Select((c, i) => c with { Share = widths[i] / Math.Max(sum, 100) })];
        reading.Said.Report(Problems.BadAttribute("tbl-colwidths", written, $"{columns.Length} percentages such as [50,50]", caption.Span));
        return columns;

        static double Width(string text) =>
            double.TryParse(text.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double width) ? width : 0;
    }

    private static int Width(ParsedRow row) => row.OfType<ParsedCell>().Sum(c => Math.Max(1, c.ColumnSpan));

    private static TableRow Row(ChapterReading reading, ParsedRow row) =>
        new([.. row.OfType<ParsedCell>().Select(c => Cell(reading, c))]) { Span = reading.Map.Of(row) };

    private static TableCell Cell(ChapterReading reading, ParsedCell cell) =>
        new(BlockReader.Read(reading, cell).RemoveAll(b => b is Paragraph { Content.IsEmpty: true }))
        {
            ColumnSpan = Math.Max(1, cell.ColumnSpan),
            RowSpan = Math.Max(1, cell.RowSpan),
            Span = reading.Map.Of(cell),
        };

    private static ImmutableArray<TableRow> Filled(ImmutableArray<TableRow> rows, int columns)
    {
        var filled = ImmutableArray.CreateBuilder<TableRow>(rows.Length);
        int[] covered = new int[columns];
        foreach (TableRow row in rows)
        {
            int width = covered.Count(c => c > 0) + row.Cells.Sum(c => c.ColumnSpan);
            TableRow full = row with { Cells = [.. row.Cells, .. Enumerable.Repeat(new TableCell([]) { Span = row.Span with { Start = row.Span.End } }, Math.Max(0, columns - width))] };
            for (int c = 0; c < columns; c++) covered[c] = Math.Max(0, covered[c] - 1);
            int at = 0;
            foreach (TableCell cell in full.Cells)
            {
                while (at < columns && covered[at] > 0) at++;
                for (int c = at; c < Math.Min(columns, at + cell.ColumnSpan); c++) covered[c] = cell.RowSpan - 1;
                at += cell.ColumnSpan;
            }
            filled.Add(full);
        }
        return filled.ToImmutable();
    }

    /// <summary>The colons in the line of equals signs under the head of a grid table, which Pandoc reads and the parser does not; empty when there are none.</summary>
    private static ImmutableArray<ColumnAlignment> UnderHead(string written)
    {
        if (UnderHeadLine().Match(written) is not { Success: true } line || !line.Value.Contains(':')) return [];
        return
        [
            .. line.Groups[1].Value.Split('+').Select(c => (c.StartsWith(':'), c.EndsWith(':')) switch
            {
                (true, true) => ColumnAlignment.Center,
                (true, false) => ColumnAlignment.Left,
                (false, true) => ColumnAlignment.Right,
                _ => ColumnAlignment.Default,
            }),
        ];
    }

    [GeneratedRegex(@"^[ \t>]*\+(:?=+:?(?:\+:?=+:?)*)\+[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex UnderHeadLine();

    private static ColumnAlignment Alignment(TableColumnDefinition column) => column.Alignment switch
    {
        TableColumnAlign.Left => ColumnAlignment.Left,
        TableColumnAlign.Center => ColumnAlignment.Center,
        TableColumnAlign.Right => ColumnAlignment.Right,
        _ => ColumnAlignment.Default,
    };
}
