using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Pages;

/// <summary>A place in the book's order of pages: a page of a section, or a blank.</summary>
/// <param name="Section">The section, by its place in the book; -1 for a blank page.</param>
/// <param name="Page">The page within it.</param>
/// <param name="Label">Its page label.</param>
internal readonly record struct PageSlot(int Section, int Page, string Label);

/// <summary>Brings the sections' pages into the book's order: sides, blank pages and page labels. Arithmetic only.</summary>
internal static class Imposition
{
    /// <summary>The slots of all pages. The first page of the book is a right-hand one; so is page 1.</summary>
    /// <param name="roles">What the sections are, in order.</param>
    /// <param name="counts">How many pages each has.</param>
    /// <param name="opening">Where chapters open.</param>
    /// <param name="sides">With one printed side every page is a right-hand one.</param>
    public static ImmutableArray<PageSlot> Impose(IReadOnlyList<SectionRole> roles, IReadOnlyList<int> counts, ChapterOpening opening,
        PrintedSides sides = PrintedSides.Two)
    {
        var slots = ImmutableArray.CreateBuilder<PageSlot>();
        bool inBody = false;
        int folio = 1;
        for (int section = 0; section < roles.Count; section++)
        {
            bool begins = !inBody && !IsFront(roles[section]);
            bool onRight = sides == PrintedSides.Two && (begins || OpensRight(roles[section], opening));
            if (onRight && slots.Count % 2 == 1) slots.Add(new(-1, 0, Label(folio++, inBody)));
            if (begins)
            {
                inBody = true;
                folio = 1;
            }
            for (int page = 0; page < counts[section]; page++)
                slots.Add(new(section, page, Label(folio++, inBody)));
        }
        return slots.ToImmutable();
    }

    /// <summary>Whether a section's first page is a right-hand one whatever stands before it.</summary>
    public static bool IsAlwaysRight(SectionRole role, BookDesign design) => design.Sides == PrintedSides.One || OpensRight(role, design.Opening);

    /// <summary>Whether a section stands before the body, on roman pages.</summary>
    public static bool IsFront(SectionRole role) => role is SectionRole.HalfTitle or SectionRole.TitlePage or SectionRole.Copyright
        or SectionRole.Contents or SectionRole.ListOfFigures or SectionRole.ListOfTables or SectionRole.FrontMatter;

    /// <summary>The title page and parts are always right-hand pages; the copyright page and the lists follow at once.</summary>
    private static bool OpensRight(SectionRole role, ChapterOpening opening) => role switch
    {
        SectionRole.HalfTitle or SectionRole.TitlePage or SectionRole.Part => true,
        SectionRole.Copyright or SectionRole.ListOfFigures or SectionRole.ListOfTables => false,
        SectionRole.Contents or SectionRole.FrontMatter or SectionRole.Chapter or SectionRole.Appendix or SectionRole.BackMatter =>
            opening == ChapterOpening.Right,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static string Label(int folio, bool inBody) => inBody ? Numerals.Arabic(folio) : Numerals.Roman(folio);
}

/// <summary>Makes the finished pages of the book.</summary>
internal static class PageBinder
{
    /// <summary>The pages, each on its sheet, and the map of where they begin in the text.</summary>
    public static PagedBook Bind(BlockStyles styles, BindingMemory memory, SectionShelf? shelf, IShaper shaper, ResolvedBook book, IReadOnlyList<ChapterPages> sections, ImmutableArray<PageSlot> slots)
    {
        var pages = ImmutableArray.CreateBuilder<Page>(slots.Length);
        var parts = ImmutableArray.CreateBuilder<PagedSection>(sections.Count);
        foreach (PageSlot slot in slots)
        {
            ChapterPages? section = slot.Section < 0 ? null : sections[slot.Section];
            pages.Add(Bind(styles, memory, shaper, book, section?.Pages[slot.Page], slot, pages.Count, slots.Length));
            if (section is null || slot.Page < section.Pages.Length - 1) continue;
            PagedSection part = Part(memory, section, [.. pages.Skip(pages.Count - section.Pages.Length)]);
            shelf?.NameBound(part, section, [.. pages.Skip(part.First)], page => FolioOf(styles, book, page.Label, slots.Length), book.Metadata);
            parts.Add(part);
        }
        return new(pages.MoveToImmutable(), PageStarts.Map(sections, slots)) { Sections = parts.ToImmutable() };
    }

    private static string FolioOf(BlockStyles styles, ResolvedBook book, string label, int count) =>
        styles.Design.Heads.Form == FolioForm.OfAll ? book.Terms.FolioOfAll(label, count) : label;

    /// <summary>The pages of a section; the very same section when all of them are the very same.</summary>
    private static PagedSection Part(BindingMemory memory, ChapterPages section, ImmutableArray<Page> pages)
    {
        if (memory.Parts.TryRecall(section, out var before) && before.Pages.Zip(pages).All(static pair => ReferenceEquals(pair.First, pair.Second))) return before.Section;
        var part = new PagedSection(section.Run.Chapters, pages[0].Index, pages.Length);
        memory.Parts.Keep(section, (part, pages));
        return part;
    }

    private static Page Bind(BlockStyles styles, BindingMemory memory, IShaper shaper, ResolvedBook book, ChapterPage? page, PageSlot slot, int index, int count)
    {
        PageSide side = styles.Design.Sides == PrintedSides.One || index % 2 == 0 ? PageSide.Recto : PageSide.Verso;
        if (page is null)
            return Trimming.Prepare(styles.Design, new Page { Index = index, Label = slot.Label, Side = side, Size = styles.Design.Page, Body = [], Furniture = [], Destinations = [] });
        string folio = FolioOf(styles, book, slot.Label, count);
        BoundPage? before = memory.Bound.TryRecall(page, out BoundPage bound) && bound.Page.Side == side ? bound : null;
        if (before is not null && before.Page.Index == index && before.Page.Label == slot.Label && before.Folio == folio) return before.Page;

        Length left = side == PageSide.Recto ? styles.Design.Margins.Inner : styles.Design.Margins.Outer;
        Length top = styles.Design.Margins.Top;
        ImmutableArray<FrameItem> furniture =
        [
            .. page.Rules.Select(i => i.MovedBy(left, top)),
            .. LineNumbering.Number(styles, shaper, page, left, top),
            .. PageFurniture.Furnish(styles, shaper, book.Metadata, page, slot.Page == 0 || page.IsTurned, side, folio),
        ];
        Page made;
        // A page that has moved by whole sheets is the same but for its folio; one with a bleed is prepared for the knife as a whole.
        if (before is not null && before.Page.Surround == default)
            made = before.Page with { Index = index, Label = slot.Label, Furniture = furniture };
        else
        {
            // The turned sheet is read from its left edge down: what is below the text block is then left of it.
            Position origin = page.IsTurned ? new(styles.Design.Page.Height - top - styles.PageHeight, left) : new(left, top);
            made = Trimming.Prepare(styles.Design, new Page
            {
                Index = index, Label = slot.Label, Side = side, Size = styles.Design.Page,
                IsTurned = page.IsTurned,
                Body = [],
                Furniture = furniture,
                Destinations = [.. page.Marks.Select(m => m with { At = new(m.At.X + origin.X, m.At.Y + origin.Y) })],
            }.WithBody(() => page.ItemsAt(origin)));
        }
        memory.Bound.Keep(page, new(folio, made));
        return made;
    }
}
