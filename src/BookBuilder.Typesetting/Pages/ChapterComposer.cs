using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Sets one section of the book in pages, or several that run on after each other.</summary>
internal static class ChapterComposer
{
    /// <summary>Sets a run. Its pages do not depend on any other's.</summary>
    public static ChapterPages Compose(ResolvedBook book, Pictures pictures, BlockStyles styles, IShaper shaper,
        ChapterRun run, IReadOnlyDictionary<NodeId, string> folios)
    {
        var sink = new DiagnosticSink();
        var inline = new InlineContext(book, pictures, shaper, sink);
        Galley galley = GalleyComposer.Compose([.. run.Chapters.Select(c => new BlockContext(inline, styles, c, folios))]);
        PageGeometry geometry = Geometry(styles);
        (galley, Pagination pagination) = PageEvening.Paginate(geometry, galley);
        var pages = ImmutableArray.CreateBuilder<ChapterPage>();
        RunningTitle? running = null;
        ResolvedChapter chapter = run.Chapters[0];
        foreach (PagePlan plan in pagination.Pages)
        {
            ChapterPage page = PageAssembler.Assemble(geometry, galley, plan, styles.Design.Measure, running, chapter);
            (running, chapter) = (page.Section, page.LastChapter);
            pages.Add(page);
        }
        return new(run, pages.ToImmutable(), galley, pagination.Pages, sink.ToImmutable());
    }

    /// <summary>The measures of pages.</summary>
    internal static PageGeometry Geometry(BlockStyles styles)
    {
        return new(styles.PageHeight, styles.Line, styles.Line * 0.9, styles.Note.Leading * 0.15, styles.AroundFloat);
    }
}
