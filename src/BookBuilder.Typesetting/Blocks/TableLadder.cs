using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Finds how a table fits a width: words whole, then less white between columns, then words divided, then smaller type.</summary>
internal sealed class TableLadder
{
    /// <summary>The smallest type of a table, whatever the body's: smaller cannot be read with ease.</summary>
    public static Length Smallest => 7.Pt;

    /// <summary>The least white between columns.</summary>
    private static Length Tightest => 3.Pt;

    private const double LineHeight = 1.32;
    /// <summary>A folded table in type smaller by a tenth must be lower by more than the tenth that its lines are.</summary>
    private const double SmallerIsWorse = 1.4;

    private readonly BlockContext _context;
    private readonly PlacedTable _table;
    private readonly ImmutableArray<ColumnSetting> _settings;
    private readonly Dictionary<(Length Size, bool Divides), TableMeasure> _measured = [];

    /// <summary>A step of the ladder.</summary>
    /// <param name="Size">The type.</param>
    /// <param name="Gutter">The white between columns.</param>
    /// <param name="Divides">Whether words and addresses may be divided.</param>
    /// <param name="Crams">Whether even short words may.</param>
    private readonly record struct Rung(Length Size, Length Gutter, bool Divides = false, bool Crams = false);

    /// <summary>A ladder for a table.</summary>
    /// <param name="context">The chapter around it.</param>
    /// <param name="table">The table.</param>
    /// <param name="around">The type it stands in: within a note or a quotation, no table is set larger than that.</param>
    public TableLadder(BlockContext context, PlacedTable table, TextStyle around)
    {
        (_context, _table, _settings) = (context, table, TableMeasure.SettingsOf(table));
        Usual = Length.Max(Smallest, Length.Min(around.Size, context.Styles.TableText.Size));
    }

    /// <summary>The type of tables that fit.</summary>
    public Length Usual { get; }

    /// <summary>The width that the table needs at least in its usual type.</summary>
    public Length WidthNeeded => new(Measure(Usual, divides: true).With(Usual * 0.7).Sum(n => n.Minimum.ScaledPoints));

    /// <summary>The first step at which the table fits; null when none does.</summary>
    /// <param name="room">The width there is.</param>
    /// <param name="smallest">The smallest type to be tried.</param>
    public TableFit? Fit(Length room, Length smallest)
    {
        TableFit? first = Fits(Rungs(smallest), room, 1).FirstOrDefault();
        if (first is not { Widths.IsPressed: true } || first.Gutter <= Usual) return first;
        // A little less white between columns is no loss where it saves lines.
        TableFit tighter = At(new(Usual, Usual), room, 1);
        return tighter.Height < first.Height ? tighter : first;
    }

    /// <summary>The step at which the table fits best when its body is set in parts side by side; null when it fits at none.</summary>
    /// <remarks>Folded columns are narrow. Smaller type is the lesser evil where most rows would have two lines in the usual one.</remarks>
    /// <inheritdoc cref="Fit"/>
    /// <param name="fold">In how many parts.</param>
    public TableFit? Folded(Length room, int fold, Length smallest) =>
        Fits(Rungs(smallest).Where(r => r.Gutter > Tightest), room, fold).MinBy(f => f.Height.Points * (1 + SmallerIsWorse * (1 - f.Text.Size / Usual)))
        ?? Fits(Rungs(smallest), room, fold).FirstOrDefault();

    private IEnumerable<TableFit> Fits(IEnumerable<Rung> rungs, Length room, int fold)
    {
        foreach (Rung rung in rungs)
            if (Promises(rung, room, fold) && At(rung, room, fold) is { Widths.Overrun.ScaledPoints: 0 } fit)
                yield return fit;
    }

    /// <summary>The last step, whether the table fits or not.</summary>
    /// <param name="room">The width there is.</param>
    /// <param name="smallest">The smallest type to be tried.</param>
    public TableFit Last(Length room, Length smallest) => At(Rungs(smallest).Last(), room, 1);

    /// <summary>The columns of each part when the table is divided: at its usual type, words divided only where they must.</summary>
    public ImmutableArray<(int From, int To)> Groups(Length room) =>
        ColumnGroups.Of(_table, Measure(Usual, divides: true).With(Usual), Usual, room);

    private IEnumerable<Rung> Rungs(Length smallest)
    {
        yield return new(Usual, Usual * 1.4);
        yield return new(Usual, Usual);
        yield return new(Usual, Usual, Divides: true);
        yield return new(Usual, Usual * 0.7, Divides: true);
        for (Length size = Usual - 0.25.Pt; size > smallest; size -= 0.25.Pt)
            yield return new(size, size * 0.7, Divides: true);
        if (smallest < Usual) yield return new(smallest, smallest * 0.7, Divides: true);
        Length last = Length.Min(smallest, Usual);
        yield return new(last, Tightest, Divides: true);
        yield return new(last, Tightest, Divides: true, Crams: true);
    }

    /// <summary>Whether a step is worth measuring: type of another size needs about as much less as it is smaller.</summary>
    private bool Promises(Rung rung, Length room, int fold)
    {
        if (rung.Crams) return true;
        ImmutableArray<ColumnNeed> needs = Measure(Usual, rung.Divides).With(rung.Gutter, rung.Size / Usual);
        return new Length(needs.Sum(n => n.Minimum.ScaledPoints)) * 0.99 <= PartOf(rung, room, fold);
    }

    private TableFit At(Rung rung, Length room, int fold)
    {
        TableMeasure measure = rung.Crams ? Divided(rung.Size) : Measure(rung.Size, rung.Divides);
        ImmutableArray<ColumnNeed> needs = measure.With(rung.Gutter);
        ColumnWidths widths = ColumnWidths.Solve(needs, [.. _table.Columns.Select(c => c.Share)], PartOf(rung, room, fold));
        ImmutableArray<Length> gutters = [.. Enumerable.Range(0, needs.Length).Select(c => measure.GutterOf(c, rung.Gutter))];
        (int headRows, int bodyRows) = (_table.HeadRows, _table.BodyRows);
        ImmutableArray<CellShape> shapes = fold == 1 ? measure.Shapes : [.. measure.Shapes.Select(s => s.Folded(headRows, bodyRows, fold))];
        if (widths.IsPressed) widths = WidthBalance.Improve(widths, needs, gutters, shapes);
        return new()
        {
            Table = _table, Columns = measure.Columns, Decimals = measure.Decimals, Text = measure.Text, Gutter = rung.Gutter,
            RowPadding = rung.Size * 0.2, Widths = widths, Fold = fold, FoldGutter = fold > 1 ? FoldGutter(rung) : Length.Zero,
            Height = WidthBalance.HeightOf(widths, gutters, shapes),
        };
    }

    private static Length PartOf(Rung rung, Length room, int fold) => (room - FoldGutter(rung) * (fold - 1)) / fold;

    private static Length FoldGutter(Rung rung) => rung.Gutter + rung.Size * 0.9;

    private TableMeasure Measure(Length size, bool divides)
    {
        if (_measured.TryGetValue((size, divides), out TableMeasure? known)) return known;
        return _measured[(size, divides)] = divides ? Divided(size).Sparing(Measure(Usual, divides: false)) : TableMeasure.Of(_context, _table, _settings, TextOf(size));
    }

    private TableMeasure Divided(Length size) => TableMeasure.Of(_context, _table, _settings,
        TextOf(size) with { BreaksAsAddress = true, Hyphenated = _context.Styles.Design.Hyphenated });

    private TextStyle TextOf(Length size) => _context.Styles.TableText with
    {
        Size = size, Leading = size * LineHeight, Features = FontFeatures.TabularFigures | FontFeatures.LiningFigures,
    };
}
