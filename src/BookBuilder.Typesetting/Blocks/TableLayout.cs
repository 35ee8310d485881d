using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Tables;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>What was decided for a table, the mildest thing first: as it is, in smaller type, on a turned page, in several parts, or sticking out.</summary>
/// <param name="Parts">One, or several below each other with some of the columns each.</param>
/// <param name="Said">What was said about it.</param>
internal sealed record TableLayout(ImmutableArray<TableFit> Parts, ImmutableArray<Diagnostic> Said)
{
    /// <summary>Whether its body is set in parts side by side.</summary>
    public bool IsFolded => Parts[0].Fold > 1;

    /// <summary>Whether it stands on pages of its own, turned by a quarter.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Decides.</summary>
    /// <param name="context">The chapter around the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="setting">Where it stands.</param>
    /// <param name="mayTurn">Whether a turned page may be tried.</param>
    public static TableLayout Of(BlockContext context, Table table, Setting setting, bool mayTurn)
    {
        PlacedTable placed = PlacedTable.Of(table);
        var ladder = new TableLadder(context, placed, setting.Text);
        Length smallest = table.Fit is WideTableFit.None or WideTableFit.Split ? ladder.Usual : TableLadder.Smallest;
        List<Diagnostic> said = [];
        Length turned = context.Styles.PageHeight;
        if (table.Fit == WideTableFit.Landscape)
        {
            if (mayTurn && setting.Floats) return Turned(ladder, table, ladder.Fit(turned, smallest) ?? ladder.Last(turned, smallest), setting, said);
            said.Add(Problems.CannotTurn(table.Span));
        }
        if (MayFold(table, placed))
        {
            if (ladder.Folded(setting.Width, table.Fold, smallest) is { } folded) return Whole(ladder, table, folded, said);
            said.Add(Problems.FoldTooWide(table.Span));
        }
        if (ladder.Fit(setting.Width, smallest) is { } fit) return Whole(ladder, table, fit, said);
        bool turns = mayTurn && setting.Floats && table.Fit == WideTableFit.Automatic && context.Inline.Book.LabelOf(table) is not null && turned > setting.Width;
        if (turns && ladder.Fit(turned, smallest) is { } across) return Turned(ladder, table, across, setting, said);
        if (table.Fit is not (WideTableFit.Shrink or WideTableFit.None) && Split(context, ladder, placed, table, setting, said) is { } split) return split;
        TableFit last = ladder.Last(setting.Width, smallest);
        return Whole(ladder, table, last, [.. said, Problems.WideTable(last.Widths.Overrun.Points, table.Span)]);
    }

    private static bool MayFold(Table table, PlacedTable placed) =>
        table.Fold > 1 && table.Body.Length > table.Fold && placed.Body.All(c => c.RowSpan == 1);

    private static TableLayout Whole(TableLadder ladder, Table table, TableFit fit, List<Diagnostic> said)
    {
        // Where it does not fit all the same, that is what is told.
        if (fit.Text.Size < ladder.Usual && fit.Widths.Overrun <= Length.Zero) said.Add(Problems.TableShrunk(fit.Text.Size.Points, ladder.Usual.Points, table.Span));
        return new([fit], [.. said]);
    }

    private static TableLayout Turned(TableLadder ladder, Table table, TableFit fit, Setting setting, List<Diagnostic> said)
    {
        said.Add(Problems.TableTurned(ladder.WidthNeeded.Points, setting.Width.Points, table.Span));
        TableLayout layout = Whole(ladder, table, fit, said);
        if (fit.Widths.Overrun > Length.Zero) layout = layout with { Said = [.. layout.Said, Problems.WideTable(fit.Widths.Overrun.Points, table.Span)] };
        return layout with { IsTurned = true };
    }

    /// <summary>Several parts below each other; null when that is no help.</summary>
    private static TableLayout? Split(BlockContext context, TableLadder ladder, PlacedTable placed, Table table, Setting setting, List<Diagnostic> said)
    {
        ImmutableArray<(int From, int To)> groups = ladder.Groups(setting.Width);
        if (groups.Length < 2) return null;
        TableLadder[] parts = [.. groups.Select(g => new TableLadder(context, placed.Only(g.From, g.To), setting.Text))];
        TableFit[] fits = [.. parts.Select(p => p.Fit(setting.Width, TableLadder.Smallest) ?? p.Last(setting.Width, TableLadder.Smallest))];
        said = [.. said, Problems.TableSplit(groups.Length, ladder.WidthNeeded.Points, setting.Width.Points, table.Span)];
        if (fits.MinBy(f => f.Text.Size) is { } least && least.Text.Size < ladder.Usual)
            said.Add(Problems.TableShrunk(least.Text.Size.Points, ladder.Usual.Points, table.Span));
        if (fits.MaxBy(f => f.Widths.Overrun) is { Widths.Overrun: { ScaledPoints: > 0 } overrun }) said.Add(Problems.WideTable(overrun.Points, table.Span));
        return new([.. fits], [.. said]);
    }
}
