using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Tables;

/// <summary>Moves width between columns while the table becomes lower by it, and then shares out the white that is left.</summary>
/// <remarks>A descent from the square-root rule of <see cref="ColumnWidths"/>, which treats text as a fluid, to real lines. Steps halve from
/// an eighth of the room to a hundredth; the work is bounded, so that a large table costs little more than a small one.</remarks>
internal sealed class WidthBalance
{
    /// <summary>How many cells may be looked at, all in all.</summary>
    private const long MostWork = 6_000_000;
    /// <summary>A line less in the table is worth so many lines less in cells that do not make their rows higher.</summary>
    private const int RowWeight = 40;
    private const int BinarySteps = 12;

    private readonly ImmutableArray<ColumnNeed> _needs;
    private readonly ImmutableArray<Length> _gutters;
    private readonly CellShape[][] _columns;
    private readonly int _rows;
    private readonly Dictionary<(int Column, long Width), Heights> _known = [];
    private readonly Length[] _widths;
    private long _work;

    private sealed record Heights(Length[] Rows, Length Sum);

    private WidthBalance(ColumnWidths start, ImmutableArray<ColumnNeed> needs, ImmutableArray<Length> gutters, ImmutableArray<CellShape> cells)
    {
        (_needs, _gutters, _widths) = (needs, gutters, [.. start.Widths]);
        _columns = [.. Enumerable.Range(0, needs.Length).Select(c => cells.Where(s => s.Column == c).ToArray())];
        _rows = cells.IsEmpty ? 0 : cells.Max(c => c.Row) + 1;
    }

    /// <summary>Better widths, their sum the same.</summary>
    /// <param name="start">Widths to begin with.</param>
    /// <param name="needs">What the columns need, gutters included.</param>
    /// <param name="gutters">The white within each column's width.</param>
    /// <param name="cells">The cells of one column each.</param>
    public static ColumnWidths Improve(ColumnWidths start, ImmutableArray<ColumnNeed> needs, ImmutableArray<Length> gutters, ImmutableArray<CellShape> cells)
    {
        if (needs.Length < 2 || cells.IsEmpty) return start;
        var balance = new WidthBalance(start, needs, gutters, cells);
        balance.Descend(start.Total);
        balance.ShareWhite(start.Total);
        return start with { Widths = [.. balance._widths] };
    }

    /// <summary>The sum of the heights of the rows.</summary>
    /// <param name="widths">The widths.</param>
    /// <param name="gutters">The white within each column's width.</param>
    /// <param name="cells">The cells of one column each.</param>
    public static Length HeightOf(ColumnWidths widths, ImmutableArray<Length> gutters, ImmutableArray<CellShape> cells)
    {
        var rows = new Dictionary<int, Length>();
        foreach (CellShape cell in cells)
            rows[cell.Row] = Length.Max(rows.GetValueOrDefault(cell.Row), cell.HeightAt(widths.Widths[cell.Column] - gutters[cell.Column]));
        return new(rows.Values.Sum(h => h.ScaledPoints));
    }

    private void Descend(Length room)
    {
        long best = Cost(0, _widths[0], 0, _widths[0]);
        foreach (int part in (ReadOnlySpan<int>)[8, 16, 32, 64, 100])
        {
            Length step = room / part;
            while (_work < MostWork && BestMove(step, best) is { } move)
            {
                _widths[move.From] -= move.Width;
                _widths[move.To] += move.Width;
                best = move.Cost;
            }
        }
    }

    /// <summary>The move of so much width, or what is lacking, that makes the table lowest; null when none makes it lower.</summary>
    private (int From, int To, Length Width, long Cost)? BestMove(Length step, long best)
    {
        (int, int, Length, long)? found = null;
        for (int to = 0; to < _widths.Length; to++)
        {
            Length width = Length.Min(step, _needs[to].Natural - _widths[to]);
            if (width <= Length.Zero) continue;
            for (int from = 0; from < _widths.Length && _work < MostWork; from++)
            {
                if (from == to || _widths[from] - width < _needs[from].Minimum) continue;
                long cost = Cost(from, _widths[from] - width, to, _widths[to] + width);
                if (cost >= best) continue;
                best = cost;
                found = (from, to, width, cost);
            }
        }
        return found;
    }

    /// <summary>How high the table is when two columns have other widths.</summary>
    private long Cost(int first, Length firstWidth, int second, Length secondWidth)
    {
        var columns = new Heights[_widths.Length];
        long sum = 0;
        for (int c = 0; c < columns.Length; c++)
        {
            columns[c] = At(c, c == first ? firstWidth : c == second ? secondWidth : _widths[c]);
            sum += columns[c].Sum.ScaledPoints;
        }
        long height = 0;
        for (int row = 0; row < _rows; row++)
        {
            Length highest = Length.Zero;
            foreach (Heights column in columns) highest = Length.Max(highest, column.Rows[row]);
            height += highest.ScaledPoints;
        }
        _work += (long)_rows * columns.Length;
        return height * RowWeight + sum;
    }

    private Heights At(int column, Length width)
    {
        if (_known.TryGetValue((column, width.ScaledPoints), out Heights? known)) return known;
        var rows = new Length[_rows];
        Length sum = Length.Zero;
        foreach (CellShape cell in _columns[column])
        {
            Length height = cell.HeightAt(width - _gutters[column]);
            rows[cell.Row] = Length.Max(rows[cell.Row], height);
            sum += height;
        }
        _work += _columns[column].Length * 4;
        return _known[(column, width.ScaledPoints)] = new(rows, sum);
    }

    /// <summary>Takes from every column what its cells do not need to stay as high as they are, and gives all columns the same of it, none more than its longest line.</summary>
    private void ShareWhite(Length room)
    {
        for (int c = 0; c < _widths.Length; c++) _widths[c] = Tight(c);
        Length left = room - new Length(_widths.Sum(w => w.ScaledPoints));
        bool[] full = new bool[_widths.Length];
        for (bool changed = true; changed && full.Count(f => !f) is > 0 and int open;)
        {
            changed = false;
            Length each = left / open;
            for (int c = 0; c < _widths.Length; c++)
            {
                if (full[c] || _needs[c].Natural - _widths[c] > each) continue;
                left -= _needs[c].Natural - _widths[c];
                _widths[c] = _needs[c].Natural;
                full[c] = changed = true;
            }
            if (changed) continue;
            for (int c = 0; c < _widths.Length; c++)
                if (!full[c])
                {
                    _widths[c] += each;
                    left -= each;
                }
        }
        int widest = 0;
        for (int c = 1; c < _widths.Length; c++)
            if (_needs[c].Natural - _widths[c] > _needs[widest].Natural - _widths[widest]) widest = c;
        _widths[widest] += left;
    }

    /// <summary>The least width at which no cell of a column is higher than it is now.</summary>
    private Length Tight(int column)
    {
        Length low = Length.Min(_needs[column].Minimum, _widths[column]), high = _widths[column], gutter = _gutters[column];
        if (low >= high) return high;
        Length[] now = [.. _columns[column].Select(c => c.HeightAt(high - gutter))];
        for (int i = 0; i < BinarySteps; i++)
        {
            Length middle = low + (high - low) / 2;
            if (IsNoHigher(column, middle - gutter, now)) high = middle;
            else low = middle;
        }
        return high;
    }

    private bool IsNoHigher(int column, Length measure, Length[] than)
    {
        for (int i = 0; i < than.Length; i++)
            if (_columns[column][i].HeightAt(measure) > than[i]) return false;
        return true;
    }
}
