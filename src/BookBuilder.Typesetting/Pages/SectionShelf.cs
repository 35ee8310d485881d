using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Sections in pages as other processes set them. A section is put there with all that later passes ask of it, but without what it was made of. What its pages show is taken
/// apart only when somebody looks at it.</summary>
/// <param name="shelf">Where they stand, and what else they depend on.</param>
/// <param name="things">What frames show.</param>
internal sealed class SectionShelf(CompositionShelf shelf, FrameThings things)
{
    /// <summary>The name of a section that was set; null when one of its chapters has none.</summary>
    /// <param name="run">The section.</param>
    /// <param name="first">The side its first page is taken to stand on.</param>
    /// <param name="folios">The folios in its lists.</param>
    public ContentKey? NameOf(ChapterRun run, PageSide first, ImmutableArray<string> folios)
    {
        StoredWriter from = new StoredWriter().Text("section").Name(shelf.Look).Byte((byte)first).Number(run.Chapters.Length);
        foreach (ResolvedChapter chapter in run.Chapters)
        {
            if (shelf.Place.NameOf(chapter) is not { } name) return null;
            from.Name(name).Text(shelf.Pictures.TryGetValue(chapter.Key, out ContentKey pictures) ? pictures.Hex : null);
        }
        from.Number(folios.Length);
        foreach (string folio in folios) from.Text(folio);
        return from.Key;
    }

    /// <summary>The section as it was set under this name; null when it is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="run">The section.</param>
    /// <param name="first">The side its first page is taken to stand on.</param>
    /// <param name="again">Sets it, should what its pages show turn out not to make sense, which is seen only when somebody looks; on any thread.</param>
    public ChapterPages? Find(ContentKey name, ChapterRun run, PageSide first, Func<ChapterPages> again)
    {
        if (shelf.Place.Find(name) is not { } made) return null;
        try
        {
            ChapterPages found = Read(made, run, first, again);
            shelf.Place.Name(found, name);
            return found;
        }
        catch (InvalidDataException)
        {
            return null;                                          // it is set anew, as if nothing had been there
        }
    }

    /// <summary>Names a section that stands on its pages, by its own name and what the pages are beside.</summary>
    /// <param name="bound">The section on its pages.</param>
    /// <param name="section">The section.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="folioOf">The folio of a page as it is printed.</param>
    /// <param name="heads">What heads may say that is of no chapter.</param>
    public void NameBound(PagedSection bound, ChapterPages section, ImmutableArray<Page> pages, Func<Page, string> folioOf, BookMetadata heads)
    {
        if (shelf.Place.NameOf(section) is not { } name) return;
        StoredWriter from = new StoredWriter().Text("bound").Name(name).Text(heads.Title).Text(heads.Language).Number(heads.Authors.Length);
        foreach (Contributor author in heads.Authors) from.Text(author.Name).Number((int)author.Role);
        foreach (Page page in pages) from.Byte((byte)page.Side).Text(page.Label).Text(folioOf(page));
        shelf.Place.Name(bound, from.Key);
    }

    /// <summary>Puts a section there, if it shows nothing but what the book has.</summary>
    public void Put(ContentKey name, ChapterPages section)
    {
        StoredWriter shown = new(), to = new();
        var lateFrames = new FrameWriter(shown, things);
        foreach (ChapterPage page in section.Pages) lateFrames.Write(page.ItemsAt(default));
        to.Bytes(shown.Written);
        var frames = new FrameWriter(to, things);
        to.Number(section.Pages.Length);
        foreach (ChapterPage page in section.Pages) Write(to, frames, page, section.Run.Chapters);
        foreach (TextPlace? start in section.Starts.Value)
        {
            to.Flag(start is not null);
            if (start is not { } place) continue;
            frames.Write(place.Leaf);
            to.Number(place.Offset);
        }
        to.Number(section.Complaints.Value.Length);
        foreach (PageComplaint complaint in section.Complaints.Value)
        {
            to.Number(complaint.Page).Flag(complaint.NamesFolio);
            StoredDiagnostics.Write(to, complaint.Said);
        }
        if (frames.HasStrangers || lateFrames.HasStrangers || section.Pages.Any(page => !section.Run.Chapters.Contains(page.Chapter) || !section.Run.Chapters.Contains(page.LastChapter))) return;
        shelf.Place.Name(section, name);
        shelf.Place.Put(name, to.Written);
    }

    private static void Write(StoredWriter to, FrameWriter frames, ChapterPage page, ImmutableArray<ResolvedChapter> chapters)
    {
        frames.Write(page.Rules);
        to.Number(page.Marks.Length);
        foreach (Destination mark in page.Marks)
        {
            frames.Write(mark.Node);
            frames.Write(mark.At);
        }
        to.Number(page.Baselines.Length);
        foreach (Length baseline in page.Baselines) frames.Write(baseline);
        to.Flag(page.IsTurned).Flag(page.Section is not null);
        if (page.Section is { } running)
        {
            frames.Write(running.Node);
            to.Text(running.Number).Text(running.Title);
        }
        to.Number(chapters.IndexOf(page.Chapter)).Number(chapters.IndexOf(page.LastChapter));
    }

    private ChapterPages Read(ReadOnlyMemory<byte> made, ChapterRun run, PageSide first, Func<ChapterPages> again)
    {
        var from = new StoredReader(made);
        ReadOnlyMemory<byte> shown = from.Bytes();
        var frames = new FrameReader(from, things);
        var pages = new ChapterPage[from.Count()];
        var parts = new Lazy<ImmutableArray<ImmutableArray<PlacedItems>>>(() => Shown(shown, pages.Length) ?? [.. again().Pages.Select(static p => p.Parts.Value)]);
        for (int i = 0; i < pages.Length; i++)
        {
            int page = i;
            pages[i] = Page(from, frames, run.Chapters, new(() => parts.Value[page]));
        }
        var starts = new TextPlace?[pages.Length];
        for (int i = 0; i < starts.Length; i++) starts[i] = from.Flag() ? new TextPlace(frames.Node(), from.Small()) : null;
        var complaints = new PageComplaint[from.Count()];
        for (int i = 0; i < complaints.Length; i++) complaints[i] = Complaint(from, pages.Length);
        from.End();
        return new ChapterPages(run, first, [.. pages]) { Starts = new([.. starts]), Complaints = new([.. complaints]), Making = null };
    }

    private static PageComplaint Complaint(StoredReader from, int pages)
    {
        int page = from.Small();
        if (page < -1 || page >= pages) throw StoredReader.Malformed();
        bool namesFolio = from.Flag();
        return new(page, StoredDiagnostics.Read(from), namesFolio);
    }

    /// <summary>What the pages show; null when it makes no sense.</summary>
    private ImmutableArray<ImmutableArray<PlacedItems>>? Shown(ReadOnlyMemory<byte> made, int pages)
    {
        try
        {
            var from = new StoredReader(made);
            var frames = new FrameReader(from, things);
            var items = new ImmutableArray<PlacedItems>[pages];
            for (int i = 0; i < pages; i++) items[i] = [new(frames.Items(), Length.Zero)];
            from.End();
            return [.. items];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ChapterPage Page(StoredReader from, FrameReader frames, ImmutableArray<ResolvedChapter> chapters, Lazy<ImmutableArray<PlacedItems>> parts)
    {
        ImmutableArray<FrameItem> rules = frames.Items();
        var marks = new Destination[from.Count()];
        for (int i = 0; i < marks.Length; i++) marks[i] = new(frames.Node(), frames.Position());
        var baselines = new Length[from.Count()];
        for (int i = 0; i < baselines.Length; i++) baselines[i] = frames.Length();
        bool isTurned = from.Flag();
        RunningTitle? running = from.Flag() ? new(frames.Node(), from.Text(), from.Text()) : null;
        return new ChapterPage
        {
            Parts = parts, Rules = rules, Marks = [.. marks], Baselines = [.. baselines], IsTurned = isTurned, Section = running,
            Chapter = Chapter(from, chapters), LastChapter = Chapter(from, chapters),
        };
    }

    private static ResolvedChapter Chapter(StoredReader from, ImmutableArray<ResolvedChapter> chapters) =>
        from.Small() is >= 0 and int place && place < chapters.Length ? chapters[place] : throw StoredReader.Malformed();
}
