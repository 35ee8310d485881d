using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>How a column is set.</summary>
internal enum ColumnSetting
{
    /// <summary>Left, ragged.</summary>
    Left,
    /// <summary>Centred.</summary>
    Center,
    /// <summary>Right.</summary>
    Right,
    /// <summary>Numbers under each other by their decimal points, the column at the right.</summary>
    Decimal,
}

/// <summary>The cells of a table measured in one type: all about its widths that does not depend on the room.</summary>
internal sealed record TableMeasure
{
    /// <summary>Words up to so many em stay whole, long ones leave so much of themselves on a line.</summary>
    private const double Comfortable = 4.6;

    /// <summary>The table.</summary>
    public required PlacedTable Table { get; init; }
    /// <summary>The type of the cells.</summary>
    public required TextStyle Text { get; init; }
    /// <summary>How each column is set.</summary>
    public required ImmutableArray<ColumnSetting> Columns { get; init; }
    /// <summary>The widths before and after the decimal point of each decimal column; zero for others.</summary>
    public required ImmutableArray<(Length Before, Length After)> Decimals { get; init; }
    /// <summary>What each column needs, without gutters and without cells over several columns.</summary>
    public required ImmutableArray<ColumnNeed> Needs { get; init; }
    /// <summary>What cells over several columns need.</summary>
    public required ImmutableArray<(GridCell Cell, ColumnNeed Need)> Spans { get; init; }
    /// <summary>The cells of one column, as far as their heights go.</summary>
    public required ImmutableArray<CellShape> Shapes { get; init; }

    /// <summary>The type of a head's cells.</summary>
    public static TextStyle HeadOf(TextStyle text) => text with { Weight = 600 };

    /// <summary>How the columns of a table are set, whatever its type.</summary>
    public static ImmutableArray<ColumnSetting> SettingsOf(PlacedTable table) => [.. Enumerable.Range(0, table.Columns.Length).Select(c => SettingOf(table, c))];

    /// <summary>Measures a table.</summary>
    /// <param name="context">The chapter around it.</param>
    /// <param name="table">The table.</param>
    /// <param name="settings">How its columns are set.</param>
    /// <param name="text">The type of its cells.</param>
    public static TableMeasure Of(BlockContext context, PlacedTable table, ImmutableArray<ColumnSetting> settings, TextStyle text)
    {
        int columns = table.Columns.Length, headRows = table.HeadRows;
        var needs = new ColumnNeed[columns];
        var decimals = new (Length Before, Length After)[columns];
        var spans = ImmutableArray.CreateBuilder<(GridCell, ColumnNeed)>();
        var shapes = ImmutableArray.CreateBuilder<CellShape>(table.Head.Length + table.Body.Length);
        foreach ((GridCell cell, bool isHead) in table.Head.Select(c => (c, true)).Concat(table.Body.Select(c => (c, false))))
        {
            if (!isHead && cell.ColumnSpan == 1 && settings[cell.Column] == ColumnSetting.Decimal && NumberOf(context, cell, text) is { } number)
            {
                (Length before, Length after) = decimals[cell.Column];
                decimals[cell.Column] = (Length.Max(before, number.Before), Length.Max(after, number.After));
                continue;
            }
            CellNeed need = CellNeeds.Of(context, cell.Cell, isHead ? HeadOf(text) : text);
            if (cell.ColumnSpan > 1)
            {
                spans.Add((cell, need.Widths));
                continue;
            }
            needs[cell.Column] = ColumnNeed.Max(needs[cell.Column], need.Widths);
            if (cell.RowSpan == 1)
                shapes.Add(new(isHead ? cell.Row : headRows + cell.Row, cell.Column, need.Paragraphs, need.Other, text.Leading));
        }
        for (int c = 0; c < columns; c++)
        {
            Length minimum = Length.Max(Length.Max(needs[c].Minimum, decimals[c].Before + decimals[c].After), text.Size);
            needs[c] = new(minimum, Length.Max(needs[c].Natural, minimum));
        }
        return new()
        {
            Table = table, Text = text, Columns = settings, Decimals = [.. decimals], Needs = [.. needs], Spans = spans.ToImmutable(), Shapes = shapes.ToImmutable(),
        };
    }

    /// <summary>The same, measured where words may be divided, but sparing short words: <paramref name="whole"/> says how long the words are.</summary>
    public TableMeasure Sparing(TableMeasure whole) => this with
    {
        Needs = [.. Needs.Select((n, c) =>
        {
            Length minimum = Length.Max(n.Minimum, Length.Min(whole.Needs[c].Minimum * (Text.Size / whole.Text.Size), Text.Size * Comfortable));
            return new ColumnNeed(minimum, Length.Max(minimum, n.Natural));
        })],
    };

    /// <summary>What the columns need with the white between them, and with cells over several columns.</summary>
    /// <param name="gutter">The white between columns.</param>
    /// <param name="scale">The type as a share of the type measured in: 1 for an exact answer.</param>
    public ImmutableArray<ColumnNeed> With(Length gutter, double scale = 1)
    {
        var needs = new ColumnNeed[Needs.Length];
        for (int c = 0; c < needs.Length; c++)
        {
            Length white = GutterOf(c, gutter);
            needs[c] = new(Needs[c].Minimum * scale + white, Needs[c].Natural * scale + white);
        }
        foreach ((GridCell cell, ColumnNeed need) in Spans)
            Widen(needs, cell, new(need.Minimum * scale + gutter, need.Natural * scale + gutter));
        return [.. needs];
    }

    /// <summary>The white within a column's width: half a gutter at either side, none at the table's edges.</summary>
    public Length GutterOf(int column, Length gutter) =>
        (column > 0 ? gutter / 2 : Length.Zero) + (column < Needs.Length - 1 ? gutter / 2 : Length.Zero);

    /// <summary>The widths of a number's two parts, or of a dash that stands under the units of the others; null when the cell is neither.</summary>
    public static (Length Before, Length After)? NumberOf(BlockContext context, GridCell cell, TextStyle style)
    {
        string text = NumericCells.TextOf(cell.Cell);
        if (!NumericCells.IsNumber(text) && !NumericCells.IsMissing(text)) return null;
        Length whole = ParagraphComposer.Measure(context.Inline, ((Paragraph)cell.Cell.Content[0]).Content, style).Natural;
        int length = NumericCells.IsMissing(text) ? text.Length : NumericCells.IntegerLength(text);
        Length before = Lettering.WidthOf(context.Inline.Shaper, text.AsSpan(0, length), style);
        return (before, Length.Max(Length.Zero, whole - before));
    }

    private static ColumnSetting SettingOf(PlacedTable table, int column)
    {
        ColumnAlignment alignment = table.Columns[column].Alignment;
        bool numbers = alignment is ColumnAlignment.Default or ColumnAlignment.Right
            && NumericCells.IsColumn(table.Body.Where(c => c.Column == column && c.ColumnSpan == 1).Select(c => c.Cell));
        return alignment switch
        {
            _ when numbers => ColumnSetting.Decimal,
            ColumnAlignment.Default or ColumnAlignment.Left => ColumnSetting.Left,
            ColumnAlignment.Center => ColumnSetting.Center,
            ColumnAlignment.Right => ColumnSetting.Right,
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
    }

    /// <summary>Makes room for a cell over several columns: what they lack is shared evenly.</summary>
    private static void Widen(ColumnNeed[] needs, GridCell cell, ColumnNeed need)
    {
        Length minimum = Length.Zero, natural = Length.Zero;
        for (int i = 0; i < cell.ColumnSpan; i++)
        {
            minimum += needs[cell.Column + i].Minimum;
            natural += needs[cell.Column + i].Natural;
        }
        Length lacksMinimum = Length.Max(Length.Zero, need.Minimum - minimum) / cell.ColumnSpan;
        Length lacksNatural = Length.Max(Length.Zero, need.Natural - natural) / cell.ColumnSpan;
        for (int i = 0; i < cell.ColumnSpan; i++)
        {
            ColumnNeed n = needs[cell.Column + i];
            Length wider = n.Minimum + lacksMinimum;
            needs[cell.Column + i] = new(wider, Length.Max(wider, n.Natural + lacksNatural));
        }
    }
}
