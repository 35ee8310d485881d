using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Fonts.Unicode;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Sheets;

/// <summary>Brings the pages of a book onto the sheets of a printer.</summary>
public static class SheetImposer
{
    /// <summary>The book on sheets. A page is made smaller only where the sheet has no room for it, and then all of them by the same share.</summary>
    /// <param name="book">The pages.</param>
    /// <param name="language">The book's language, a BCP 47 tag: it says where books are bound, and which paper is usual.</param>
    /// <param name="plan">How.</param>
    /// <exception cref="ArgumentException">A signature is no multiple of four, or there are no pages.</exception>
    public static ImposedBook Impose(PagedBook book, string language, SheetPlan plan)
    {
        if (book.Pages.IsEmpty) throw new ArgumentException("A book has at least one page.", nameof(book));
        if (plan.Signature % 4 != 0 || plan.Signature < 0) throw new ArgumentException("A signature is a multiple of four pages.", nameof(plan));
        BindingSide binding = plan.Binding ?? (TextDirection.OfLanguage(language) == 1 ? BindingSide.Right : BindingSide.Left);
        PageSize page = new(book.Pages.Max(static p => p.Size.Width), book.Pages.Max(static p => p.Size.Height));
        PageSize paper = plan.Sheet ?? SheetPaper.UsualFor(page, language);
        SheetGrid grid = SheetGrid.For(plan.Scheme, page, paper);
        SheetTurn natural = grid.Sheet.Width > grid.Sheet.Height ? SheetTurn.ShortEdge : SheetTurn.LongEdge;
        SheetTurn turn = plan.Turn ?? natural;
        IEnumerable<(ImmutableArray<int> Pages, int Depth)> sides = plan.Scheme switch
        {
            SheetScheme.Booklet => PageSequence.Stitched(book.Pages.Length, plan.Signature, binding)
                .Select(static s => ((ImmutableArray<int>)[s.Left, s.Right], s.Depth)),
            SheetScheme.TwoUp or SheetScheme.FourUp => PageSequence.InRows(book.Pages.Length, grid.Columns, grid.Rows, binding).Select(static s => (s, 0)),
            _ => throw new UnreachableException($"{plan.Scheme} is new: say here which pages stand together."),
        };
        bool isStitched = plan.Scheme == SheetScheme.Booklet;
        ImmutableArray<FrameItem> marks = isStitched ? FoldingMarks.Of(grid, page) : [];
        return new(book, [.. sides.Select((side, i) => Side(side.Pages, side.Depth, i))], turn);

        SheetSide Side(ImmutableArray<int> pages, int depth, int index)
        {
            // A sheet that lies and is turned over its long edge comes out with its back on its head, one that stands over its short edge.
            bool isUpsideDown = index % 2 == 1 && turn != natural;
            var placed = pages.Select((p, cell) => (Page: p, Cell: cell)).Where(static p => p.Page >= 0).Select(p =>
            {
                PlacedPage at = grid.Place(p.Page, book.Pages[p.Page].Size, p.Cell, isStitched, plan.PaperThickness * depth);
                return isUpsideDown ? grid.Turned(at) : at;
            });
            return new()
            {
                Label = $"{Numerals.Arabic(index / 2 + 1)} {(index % 2 == 0 ? "front" : "back")}", Size = grid.Sheet, Pages = [.. placed], Marks = marks,
            };
        }
    }
}
