using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
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

/// <summary>How a table fits its room: type, padding and widths of columns.</summary>
internal sealed record TableFit
{
    /// <summary>The smallest type of a table, as a share of the body's.</summary>
    private const double Smallest = 0.7;

    /// <summary>The cells of the head.</summary>
    public required ImmutableArray<GridCell> Head { get; init; }
    /// <summary>The cells of the body.</summary>
    public required ImmutableArray<GridCell> Body { get; init; }
    /// <summary>How each column is set.</summary>
    public required ImmutableArray<ColumnSetting> Columns { get; init; }
    /// <summary>The width before the decimal point of each decimal column; zero for others.</summary>
    public required ImmutableArray<(Length Before, Length After)> Decimals { get; init; }
    /// <summary>The type of the cells.</summary>
    public required TextStyle Text { get; init; }
    /// <summary>White between columns: half of it on either side of a cell; none at the table's edges.</summary>
    public required Length Gutter { get; init; }
    /// <summary>White above and below a cell's lines.</summary>
    public required Length RowPadding { get; init; }
    /// <summary>The widths; with the gutter.</summary>
    public required ColumnWidths Widths { get; init; }
    /// <summary>In how many parts side by side the body is set.</summary>
    public required int Fold { get; init; }
    /// <summary>The white between the parts.</summary>
    public required Length FoldGutter { get; init; }
    /// <summary>The rule at head and foot.</summary>
    public Length Heavy { get; } = 0.8.Pt;
    /// <summary>The rule under the head.</summary>
    public Length Light { get; } = 0.4.Pt;

    /// <summary>The type of the head's cells.</summary>
    public TextStyle HeadText => Text with { Weight = 600 };
    /// <summary>The width of the whole table.</summary>
    public Length Width => Widths.Total * Fold + FoldGutter * (Fold - 1);

    /// <summary>The left edge of a cell's text, from the left of its part.</summary>
    public Length Left(GridCell cell)
    {
        Length x = Length.Zero;
        for (int i = 0; i < cell.Column; i++) x += Widths.Widths[i];
        return x + (cell.Column == 0 ? Length.Zero : Gutter / 2);
    }

    /// <summary>The width of a cell's text.</summary>
    public Length WidthOf(GridCell cell)
    {
        Length width = Length.Zero;
        for (int i = 0; i < cell.ColumnSpan; i++) width += Widths.Widths[cell.Column + i];
        if (cell.Column > 0) width -= Gutter / 2;
        if (cell.Column + cell.ColumnSpan < Columns.Length) width -= Gutter / 2;
        return width;
    }

    /// <summary>Fits a table: first by less white between columns, then by smaller type, then by dividing long words; the last step takes what there is.</summary>
    public static TableFit Of(BlockContext context, Table table, Setting setting)
    {
        int fold = table.Fold > 1 && table.Body.Length > table.Fold && table.Body.All(r => r.Cells.All(c => c.RowSpan == 1)) ? table.Fold : 1;
        if (fold > 1 && Steps(context, table, setting, fold).FirstOrDefault(f => f.Widths.Overrun == Length.Zero) is { } folded)
            return folded;
        TableFit? last = null;
        foreach (TableFit step in Steps(context, table, setting, 1))
        {
            last = step;
            if (step.Widths.Overrun == Length.Zero) break;
        }
        return last!;
    }

    private static IEnumerable<TableFit> Steps(BlockContext context, Table table, Setting setting, int fold)
    {
        BlockStyles styles = context.Styles;
        double size = setting.Text.Size < styles.TableText.Size ? setting.Text.Size / styles.Body.Size : 0.85;
        yield return Step(context, table, setting, fold, TextOf(styles, size), 1.4);
        yield return Step(context, table, setting, fold, TextOf(styles, size), 1.0);
        for (double smaller = Math.Min(size, 0.8); smaller > Smallest - 0.01; smaller -= 0.05)
            yield return Step(context, table, setting, fold, TextOf(styles, smaller), 0.9);
        TextStyle least = TextOf(styles, Math.Min(size, Smallest));
        yield return Step(context, table, setting, fold, least, 0.6);
        if (fold == 1)
            yield return Step(context, table, setting, fold, least with { BreaksAsAddress = true, Hyphenated = styles.Design.Hyphenated }, 0.6);
    }

    private static TextStyle TextOf(BlockStyles styles, double size) => styles.TableText with
    {
        Size = styles.Size(size), Leading = styles.Size(size * 1.32), Features = FontFeatures.TabularFigures | FontFeatures.LiningFigures,
    };

    private static TableFit Step(BlockContext context, Table table, Setting setting, int fold, TextStyle text, double gutter)
    {
        int columns = TableGrid.Columns(table);
        var fit = new TableFit
        {
            Head = TableGrid.Place(table.Head, columns), Body = TableGrid.Place(table.Body, columns),
            Columns = [], Decimals = [], Text = text, Gutter = text.Size * gutter, RowPadding = text.Size * 0.2,
            Widths = new([], Length.Zero), Fold = fold, FoldGutter = fold > 1 ? text.Size * 2.4 : Length.Zero,
        };
        ImmutableArray<ColumnSetting> settings = [.. Enumerable.Range(0, columns).Select(c => SettingOf(table, fit.Body, c))];
        fit = fit with { Columns = settings, Decimals = [.. Enumerable.Range(0, columns).Select(c => settings[c] == ColumnSetting.Decimal ? DecimalWidths(context, fit, c) : default)] };
        ImmutableArray<ColumnNeed> needs = Needs(context, fit, columns);
        ImmutableArray<double?> shares = [.. table.Columns.Select(c => c.Share)];
        return fit with { Widths = ColumnWidths.Solve(needs, shares, (setting.Width - fit.FoldGutter * (fold - 1)) / fold) };
    }

    private static ColumnSetting SettingOf(Table table, ImmutableArray<GridCell> body, int column)
    {
        ColumnAlignment alignment = column < table.Columns.Length ? table.Columns[column].Alignment : ColumnAlignment.Default;
        bool numbers = alignment is ColumnAlignment.Default or ColumnAlignment.Right
            && NumericCells.IsColumn(body.Where(c => c.Column == column && c.ColumnSpan == 1).Select(c => c.Cell));
        return alignment switch
        {
            _ when numbers => ColumnSetting.Decimal,
            ColumnAlignment.Default or ColumnAlignment.Left => ColumnSetting.Left,
            ColumnAlignment.Center => ColumnSetting.Center,
            ColumnAlignment.Right => ColumnSetting.Right,
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
    }

    /// <summary>The widest part before and the widest part after the decimal point.</summary>
    private static (Length Before, Length After) DecimalWidths(BlockContext context, TableFit fit, int column)
    {
        Length before = Length.Zero, after = Length.Zero;
        foreach (GridCell cell in fit.Body)
            if (cell.Column == column && cell.ColumnSpan == 1 && fit.NumberOf(context, cell) is { } number)
            {
                before = Length.Max(before, number.Before);
                after = Length.Max(after, number.After);
            }
        return (before, after);
    }

    /// <summary>The widths of a number's two parts; null when the cell is no number.</summary>
    public (Length Before, Length After)? NumberOf(BlockContext context, GridCell cell)
    {
        string text = NumericCells.TextOf(cell.Cell);
        if (!NumericCells.IsNumber(text)) return null;
        Length whole = ParagraphComposer.Measure(context.Inline, ((Paragraph)cell.Cell.Content[0]).Content, Text).Natural;
        Length before = Galleys.Lettering.Of(context.Inline.Shaper, text[..NumericCells.IntegerLength(text)], Text, Frames.FrameSource.Artifact).Width;
        return (before, Length.Max(Length.Zero, whole - before));
    }

    private static ImmutableArray<ColumnNeed> Needs(BlockContext context, TableFit fit, int columns)
    {
        var needs = new ColumnNeed[columns];
        foreach ((GridCell cell, TextStyle style) in fit.Head.Select(c => (c, fit.HeadText)).Concat(fit.Body.Select(c => (c, fit.Text))))
            if (cell.ColumnSpan == 1)
                needs[cell.Column] = ColumnNeed.Max(needs[cell.Column], CellNeeds.Of(context, cell.Cell.Content, style));
        for (int c = 0; c < columns; c++)
        {
            Length number = fit.Decimals[c].Before + fit.Decimals[c].After;
            Length gutter = (c > 0 ? fit.Gutter / 2 : Length.Zero) + (c < columns - 1 ? fit.Gutter / 2 : Length.Zero);
            Length minimum = Length.Max(Length.Max(needs[c].Minimum, number), fit.Text.Size);
            needs[c] = new(minimum + gutter, Length.Max(Length.Max(needs[c].Natural, number), minimum) + gutter);
        }
        foreach ((GridCell cell, TextStyle style) in fit.Head.Select(c => (c, fit.HeadText)).Concat(fit.Body.Select(c => (c, fit.Text))))
            if (cell.ColumnSpan > 1)
                Widen(needs, cell, CellNeeds.Of(context, cell.Cell.Content, style));
        return [.. needs];
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
