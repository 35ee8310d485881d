using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Stands boxes on each other so that all lines of running text stand on the grid: what is between them takes whole lines.</summary>
internal static class GridStack
{
    /// <summary>What stands before a line of the grid.</summary>
    /// <param name="To">The box that is that line.</param>
    /// <param name="Run">What stands before it, from the line before on.</param>
    /// <param name="Steps">The lines it takes.</param>
    private sealed record Stretch(int To, GridRun Run, int Steps);

    /// <summary>The heights of the tops of boxes.</summary>
    /// <param name="geometry">The measures.</param>
    /// <param name="plan">The page.</param>
    /// <param name="column">Its text, from top to bottom.</param>
    /// <param name="bottom">Where the room for it ends.</param>
    /// <param name="hasNotes">Whether notes stand below.</param>
    public static Length[] Of(PageGeometry geometry, PagePlan plan, List<GalleyBox> column, Length bottom, bool hasNotes)
    {
        Length line = geometry.Line;
        List<Stretch> stretches = [];
        var run = new GridRun();
        Length used = Length.Zero;
        for (int i = 0; i < column.Count; i++)
        {
            GalleyBox box = column[i];
            if (i > 0) run.Add(box.Space);
            if (!geometry.IsOnGrid(box))
            {
                run.Add(box.Height);
                continue;
            }
            int steps = i > 0 ? run.Steps(line, box.Above) : 0;
            stretches.Add(new(i, run, steps));
            used += line * (steps + 1);
            run = new GridRun();
            run.Add(box.Height - box.Above - line);
        }
        Length slack = bottom - used - run.Natural;
        int more = plan.IsFinal ? 0 : (int)((slack - (hasNotes ? line * 0.75 : Length.Zero)) / line + 0.01);
        HashSet<int> growing = [.. stretches.Where(s => s.To > 0 && s.Run.MayGrow(line)).OrderByDescending(s => s.Run.Stretch.ScaledPoints).ThenBy(s => s.To).Take(Math.Max(0, more)).Select(s => s.To)];

        var tops = new Length[column.Count];
        Length grid = Length.Zero;
        int from = 0;
        foreach (Stretch stretch in stretches)
        {
            GalleyBox box = column[stretch.To];
            Length top = grid + line * (stretch.Steps + (growing.Contains(stretch.To) ? 1 : 0));
            Place(column, tops, from, stretch.To, grid, stretch.Run, top - box.Above - grid - stretch.Run.Natural);
            tops[stretch.To] = top - box.Above;
            grid = top + line;
            from = stretch.To + 1;
        }
        Length over = Length.Min(Length.Zero, bottom - grid - run.Natural);
        Place(column, tops, from, column.Count, grid, run, Length.Max(over, Length.Zero - run.Shrink));
        return tops;
    }

    /// <summary>Places the boxes before a line of the grid; what is left over goes into the spaces as they give way, all of it into the first when none does.</summary>
    private static void Place(List<GalleyBox> column, Length[] tops, int from, int to, Length grid, GridRun run, Length left)
    {
        // What the line before is deeper than others has been counted in the run's height.
        Length y = grid + (from > 0 ? column[from - 1].Height - column[from - 1].Above - column[from - 1].Leading : Length.Zero);
        for (int i = from; i < to; i++)
        {
            Flex space = i > 0 ? column[i].Space : Flex.None;
            y += space.Natural;
            if (left > Length.Zero)
                y += run.Stretch > Length.Zero ? left * (space.Stretch / run.Stretch) : i == from ? left : Length.Zero;
            else if (run.Shrink > Length.Zero)
                y += left * (space.Shrink / run.Shrink);
            tops[i] = y;
            y += column[i].Height;
        }
    }
}
