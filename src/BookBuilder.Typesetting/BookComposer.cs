using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Hyphenation;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Pages;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting;

/// <summary>Sets a resolved book in pages.</summary>
public static class BookComposer
{
    private const int MostRounds = 4;
    private static readonly FrozenDictionary<NodeId, string> NoFolios = FrozenDictionary<NodeId, string>.Empty;

    /// <summary>Composes the whole book.</summary>
    /// <remarks>Sections are set side by side: none depends on another, but for the page numbers in the contents. These are set last,
    /// when all numbers are known; the front matter counts its pages by itself, so its length moves nothing.</remarks>
    /// <param name="book">The book, every number settled.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="newShaper">Makes a shaper; called once for each chapter composed at the same time.</param>
    /// <param name="progress">Told the number of pages finished so far; null when nobody listens.</param>
    /// <param name="stop">Cancels.</param>
    /// <param name="mostPages">The most pages it may have.</param>
    /// <param name="memory">What the last composing left, to be used in this one and by the next; null for none. It changes nothing but the time that is needed.
    /// Only a book whose faces are the same may bring it along.</param>
    /// <exception cref="OperationCanceledException">The composing was cancelled.</exception>
    /// <exception cref="LimitPassedException">It has more pages than it may have.</exception>
    public static Reported<PagedBook> Compose(ResolvedBook book, Pictures pictures, Func<IShaper> newShaper,
        IProgress<int>? progress, CancellationToken stop, long mostPages = long.MaxValue, CompositionMemory? memory = null)
    {
        Bound bound = Bind(book, whole: null, pictures, newShaper, progress, stop, mostPages, memory ?? new(keeps: false));
        return new(bound.Pages, bound.Said);
    }

    /// <summary>Composes an excerpt whose folios are the pages of the whole book that each of its pages shows.</summary>
    /// <param name="excerpt">The excerpt.</param>
    /// <param name="whole">The whole book in pages.</param>
    /// <inheritdoc cref="Compose(ResolvedBook, Pictures, Func{IShaper}, IProgress{int}, CancellationToken, long, CompositionMemory)"/>
    public static Reported<PagedBook> Compose(ResolvedBook excerpt, WholeEdition whole, Pictures pictures, Func<IShaper> newShaper,
        IProgress<int>? progress, CancellationToken stop, long mostPages = long.MaxValue)
    {
        Bound bound = Bind(excerpt, whole, pictures, newShaper, progress, stop, mostPages, new(keeps: false));
        return new(bound.Pages, bound.Said);
    }

    /// <summary>Composes the whole book and gives account of what was decided on the way.</summary>
    /// <inheritdoc cref="Compose(ResolvedBook, Pictures, Func{IShaper}, IProgress{int}, CancellationToken, long, CompositionMemory)"/>
    public static Reported<LayoutAccount> Account(ResolvedBook book, Pictures pictures, Func<IShaper> newShaper, CancellationToken stop, long mostPages = long.MaxValue)
    {
        Bound bound = Bind(book, whole: null, pictures, newShaper, progress: null, stop, mostPages, new(keeps: false) { KeepsMaking = true });
        return new(LayoutAccounts.Of(bound.Sections, bound.Slots, bound.Pages.Pages), bound.Said);
    }

    /// <summary>A composed book with all that led to it.</summary>
    private sealed record Bound(PagedBook Pages, IReadOnlyList<ChapterPages> Sections, ImmutableArray<PageSlot> Slots, ImmutableArray<Diagnostic> Said);

    private static Bound Bind(ResolvedBook book, WholeEdition? whole, Pictures pictures, Func<IShaper> newShaper, IProgress<int>? progress, CancellationToken stop,
        long mostPages, CompositionMemory memory)
    {
        memory.Begin(book, pictures, newShaper);
        BlockStyles styles = memory.Styles;
        ImmutableArray<ChapterRun> runs = ChapterRun.Of(book);
        var sections = new ChapterPages[runs.Length];
        var count = new PageCount(progress);
        long composed = 0;
        Parallel.For(0, sections.Length, new ParallelOptions { CancellationToken = stop },
            memory.TakeWords,
            (i, loop, words) =>
            {
                sections[i] = Set(memory, book, pictures, words, runs[i], NoFolios, PageSide.Recto);
                count.Add(sections[i].Pages.Length);
                if (Interlocked.Add(ref composed, sections[i].Pages.Length) > mostPages) loop.Stop();
                return words;
            },
            memory.Return);
        stop.ThrowIfCancellationRequested();
        if (composed > mostPages) throw new LimitPassedException(Problems.TooManyPages(mostPages));

        WordTools last = memory.TakeWords();
        ImmutableArray<PageSlot> slots = OnTheirSides(memory, book, pictures, last, sections);
        Dictionary<NodeId, string> folios = Folios(sections, slots);
        // Numbers of pages are words like others and may move what follows: until they agree with the pages, a few times.
        Dictionary<NodeId, string> printed = folios;
        bool isUnsettled = false;
        for (int round = 0; ; round++)
        {
            ResolvedBook filled = PageReferences.Fill(book, folios, memory.References, out FrozenSet<string> changed);
            isUnsettled = changed.Count > 0;
            if (!isUnsettled || round == MostRounds) break;
            (book, printed, runs) = (filled, folios, ChapterRun.Of(filled));
            for (int i = 0; i < sections.Length; i++)
                if (runs[i].Chapters.Any(c => changed.Contains(c.Key)))
                    sections[i] = Set(memory, book, pictures, last, runs[i], NoFolios, sections[i].First);
            slots = OnTheirSides(memory, book, pictures, last, sections);
            folios = Folios(sections, slots);
            stop.ThrowIfCancellationRequested();
        }
        for (int i = 0; i < sections.Length; i++)
            if (runs[i].HasContents)
                sections[i] = Set(memory, book, pictures, last, runs[i], folios, sections[i].First);

        WholePages? wholePages = whole is null ? null : WholePages.Of(book, whole, sections, slots);
        if (wholePages is not null) slots = wholePages.Slots;
        PagedBook pages = PageBinder.Bind(styles, memory.Binding, memory.Shelf, last.Shaper, book, sections, slots);
        if (wholePages is not null) pages = pages with { Map = wholePages.Map };
        if (book.ReferringToPages.Count > 0) pages = pages with { Map = pages.Map with { Folios = printed.ToFrozenDictionary() } };
        IEnumerable<Diagnostic> unsettled = isUnsettled ? [Problems.UnsettledPages()] : [];
        IEnumerable<Diagnostic> language = book.Design.Hyphenated && HyphenationPatterns.PatternsFor(book.Design.Hyphenation, book.Metadata.Language) is null
            ? [Problems.NoHyphenation(book.Metadata.Language)] : [];
        bool lacksFigures = book.Design.Figures == FigureStyle.OldStyle && !last.Shaper.FaceFor(RunStyle.Of(styles.Body).Request).HasFeature("onum");
        IEnumerable<Diagnostic> figures = lacksFigures ? [Problems.NoOldStyleFigures(book.Design.BodyFont)] : [];
        memory.Return(last);
        Diagnostic[] ofPages = [.. Once(Complaints(sections, slots))];
        return new(pages, sections, slots, [.. language, .. figures, .. unsettled, .. ofPages]);
    }

    /// <summary>A section in pages: as it was, where the last composing or another process has set the same chapters for the same side with the same folios; else set now.</summary>
    private static ChapterPages Set(CompositionMemory memory, ResolvedBook book, Pictures pictures, WordTools words, ChapterRun run, IReadOnlyDictionary<NodeId, string> folios, PageSide first)
    {
        if (!memory.Runs.TryRecall(run.Chapters[0], out SetRun known) || !known.IsOf(run))
            memory.Runs.Keep(run.Chapters[0], known = new(run.Chapters));
        ImmutableArray<string> listed = run.FoliosOf(folios);
        return known.Form(first, listed)
            ?? known.Keep(first, listed, Shelved(memory, run, first, listed, Made, Later(memory, book, pictures, run, folios, first)));

        ChapterPages Made()
        {
            ChapterPages made = ChapterComposer.Compose(book, pictures, memory.Styles, words, run, folios, first);
            // Only a section that may come to stand on the other side, or has to be accounted for, is asked once more what it was made of.
            bool isFinal = first == PageSide.Recto && Imposition.IsAlwaysRight(run.Role, book.Design) && !memory.KeepsMaking;
            return isFinal ? made.Settled() : made;
        }
    }

    /// <summary>Sets a section for whoever finds out that it has to be done: with the styles of now, and with tools that nobody works with then.</summary>
    private static Func<ChapterPages> Later(CompositionMemory memory, ResolvedBook book, Pictures pictures, ChapterRun run, IReadOnlyDictionary<NodeId, string> folios, PageSide first)
    {
        BlockStyles styles = memory.Styles;
        return () =>
        {
            WordTools words = memory.TakeWords();
            ChapterPages made = ChapterComposer.Compose(book, pictures, styles, words, run, folios, first);
            memory.Return(words);
            return made;
        };
    }

    /// <summary>The section with its first page on another side.</summary>
    private static ChapterPages Turned(CompositionMemory memory, ResolvedBook book, Pictures pictures, WordTools words, ChapterPages section, PageSide first)
    {
        // What it was made of is gone, or was another process's.
        if (section.Making is not { } making) return Set(memory, book, pictures, words, section.Run, NoFolios, first);
        SetRun known = memory.Runs.Recall(section.Run.Chapters[0], _ => new(section.Run.Chapters));
        return known.Form(first, [])
            ?? known.Keep(first, [], Shelved(memory, section.Run, first, [], Moved, Moved));

        ChapterPages Moved() => ChapterComposer.Turned(memory.Styles, section.Run, making, first);
    }

    /// <summary>The section as another process set it; else as it is set now, for the next.</summary>
    private static ChapterPages Shelved(CompositionMemory memory, ChapterRun run, PageSide first, ImmutableArray<string> folios, Func<ChapterPages> set, Func<ChapterPages> setLater)
    {
        if (memory.Shelf is not { } shelf || shelf.NameOf(run, first, folios) is not { } name) return set();
        if (shelf.Find(name, run, first, setLater) is { } found) return found;
        ChapterPages made = set();
        shelf.Put(name, made);
        return made;
    }

    /// <summary>What is to be said of all sections, page by page.</summary>
    private static IEnumerable<Diagnostic> Complaints(ChapterPages[] sections, ImmutableArray<PageSlot> slots)
    {
        List<string> labels = [];
        foreach (PageSlot slot in slots)
        {
            if (slot.Section < 0) continue;
            labels.Add(slot.Label);
            ChapterPages section = sections[slot.Section];
            if (labels.Count < section.Pages.Length) continue;
            foreach (PageComplaint complaint in section.Complaints.Value)
                yield return complaint.On(labels);
            labels.Clear();
        }
    }

    /// <summary>Leaves out what an earlier chapter has said for the whole book.</summary>
    private static IEnumerable<Diagnostic> Once(IEnumerable<Diagnostic> said)
    {
        HashSet<string> told = [];
        return said.Where(d => !Problems.IsToldOnce(d) || told.Add(d.Message));
    }

    /// <summary>The slots of all pages. Sections that were taken to open on the other side are divided into pages anew; as that may move what follows, a few times.</summary>
    private static ImmutableArray<PageSlot> OnTheirSides(CompositionMemory memory, ResolvedBook book, Pictures pictures, WordTools words, ChapterPages[] sections)
    {
        for (int round = 1; ; round++)
        {
            ImmutableArray<PageSlot> slots = Imposition.Impose([.. sections.Select(s => s.Run.Role)], [.. sections.Select(s => s.Pages.Length)], book.Design.Opening, book.Design.Sides);
            bool moved = false;
            for (int slot = 0; slot < slots.Length && round < MostRounds && book.Design.Sides == PrintedSides.Two; slot++)
            {
                if (slots[slot] is not { Section: >= 0 and int section, Page: 0 }) continue;
                PageSide side = slot % 2 == 0 ? PageSide.Recto : PageSide.Verso;
                if (sections[section].First == side) continue;
                int before = sections[section].Pages.Length;
                sections[section] = Turned(memory, book, pictures, words, sections[section], side);
                moved |= sections[section].Pages.Length != before;
            }
            if (!moved) return slots;
        }
    }

    /// <summary>The page label of every node that something may lead to.</summary>
    private static Dictionary<NodeId, string> Folios(ChapterPages[] sections, ImmutableArray<PageSlot> slots)
    {
        Dictionary<NodeId, string> folios = [];
        foreach (PageSlot slot in slots)
            if (slot.Section >= 0)
                foreach (Destination mark in sections[slot.Section].Pages[slot.Page].Marks)
                    folios.TryAdd(mark.Node, slot.Label);
        return folios;
    }

    /// <summary>Counts pages finished in any order, and tells of them one after another.</summary>
    private sealed class PageCount(IProgress<int>? progress)
    {
        private readonly Lock _lock = new();
        private int _count;

        public void Add(int pages)
        {
            if (progress is null) return;
            lock (_lock)
                for (int i = 0; i < pages; i++)
                    progress.Report(++_count);
        }
    }
}
