using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>How a table fits its room: type, padding and widths of columns.</summary>
internal sealed record TableFit
{
    /// <summary>The cells at their places.</summary>
    public required PlacedTable Table { get; init; }
    /// <summary>How each column is set.</summary>
    public required ImmutableArray<ColumnSetting> Columns { get; init; }
    /// <summary>The width before and after the decimal point of each decimal column; zero for others.</summary>
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
    /// <summary>About how high its lines are, all in all.</summary>
    public required Length Height { get; init; }
    /// <summary>The rule at head and foot.</summary>
    public Length Heavy { get; } = 0.8.Pt;
    /// <summary>The rule under the head.</summary>
    public Length Light { get; } = 0.4.Pt;

    /// <summary>The type of the head's cells.</summary>
    public TextStyle HeadText => TableMeasure.HeadOf(Text);
    /// <summary>The width of the whole table.</summary>
    public Length Width => Widths.Total * Fold + FoldGutter * (Fold - 1);
    /// <summary>From one part's left edge to the next one's.</summary>
    public Length FoldPitch => Widths.Total + FoldGutter;

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
}
