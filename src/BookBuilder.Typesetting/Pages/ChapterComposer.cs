using System.Collections.Immutable;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Sets one section of the book in pages, or several that run on after each other.</summary>
internal static class ChapterComposer
{
    /// <summary>Sets a run. Its pages do not depend on any other's, but for the side on which the first of them stands.</summary>
    public static ChapterPages Compose(ResolvedBook book, Pictures pictures, BlockStyles styles, WordTools words,
        ChapterRun run, IReadOnlyDictionary<NodeId, string> folios, PageSide first)
    {
        var sink = new DiagnosticSink();
        var inline = new InlineContext(book, pictures, words, sink);
        Galley galley = GalleyComposer.Compose([.. run.Chapters.Select(c => new BlockContext(inline, styles, c, folios))]);
        return Paged(styles, run, galley, sink.ToImmutable(), first);
    }

    /// <summary>The same run with its first page on another side.</summary>
    public static ChapterPages Turned(BlockStyles styles, ChapterRun run, SectionMaking making, PageSide first) =>
        Paged(styles, run, making.Column, making.Diagnostics, first);

    private static ChapterPages Paged(BlockStyles styles, ChapterRun run, Galley column, ImmutableArray<Diagnostic> said, PageSide first)
    {
        PageGeometry geometry = Geometry(styles);
        (Galley galley, ImmutableArray<PagePlan> plans) = PageEvening.Paginate(geometry, column, first);
        var pages = ImmutableArray.CreateBuilder<ChapterPage>(plans.Length);
        var texts = ImmutableArray.CreateBuilder<ImmutableArray<GalleyBox>>(plans.Length);
        RunningTitle? running = null;
        ResolvedChapter chapter = run.Chapters[0];
        foreach (PagePlan plan in plans)
        {
            (ChapterPage page, ImmutableArray<GalleyBox> text) = PageAssembler.Assemble(geometry, galley, plan, styles.Design.Measure, running, chapter);
            (running, chapter) = (page.Section, page.LastChapter);
            pages.Add(page);
            texts.Add(text);
        }
        var making = new SectionMaking(column, galley, plans, texts.MoveToImmutable(), said);
        return new ChapterPages(run, first, pages.MoveToImmutable())
        {
            Starts = new(() => PageStarts.Of(run, making.Texts)), Complaints = new(() => [.. PageComplaints.Of(run, making, geometry)]), Making = making,
        };
    }

    /// <summary>The measures of pages.</summary>
    internal static PageGeometry Geometry(BlockStyles styles)
    {
        return new(styles.PageHeight, styles.Line, styles.NoteGap, styles.BetweenNotes, styles.AroundFloat)
        {
            HasSpreads = styles.Design.Sides == PrintedSides.Two, HasGrid = styles.Design.HasGrid,
        };
    }
}
