using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Things that moved to their page together, such as a line: they are as they were set, and so far down.</summary>
/// <param name="Items">The things.</param>
/// <param name="Down">How far below the text block's upper edge they begin.</param>
internal readonly record struct PlacedItems(ImmutableArray<FrameItem> Items, Length Down);

/// <summary>A page of a chapter: everything at its place relative to the text block's upper left corner; no side, no folio yet.</summary>
internal sealed record ChapterPage
{
    /// <summary>What belongs to the text. It moves once, when it is known where the text block stands on its sheet. What another process set is read when somebody looks at it.</summary>
    public required Lazy<ImmutableArray<PlacedItems>> Parts { get; init; }
    /// <summary>Rules between text and notes.</summary>
    public required ImmutableArray<FrameItem> Rules { get; init; }
    /// <summary>The nodes that begin here, relative to the text block.</summary>
    public required ImmutableArray<Destination> Marks { get; init; }
    /// <summary>The baselines of its lines of running text, from top to bottom; headings, captions, tables, code and notes are none.</summary>
    public required ImmutableArray<Length> Baselines { get; init; }
    /// <summary>Whether it is read turned by a quarter.</summary>
    public bool IsTurned { get; init; }
    /// <summary>The section that runs at the page's end: for the head of a right-hand page. Null before the first.</summary>
    public required RunningTitle? Section { get; init; }
    /// <summary>The chapter that runs at the page's top, or opens there.</summary>
    public required ResolvedChapter Chapter { get; init; }
    /// <summary>The chapter that runs at the page's end.</summary>
    public required ResolvedChapter LastChapter { get; init; }

    /// <summary>What belongs to the text, with the text block's upper left corner at a place.</summary>
    public ImmutableArray<FrameItem> ItemsAt(Position corner)
    {
        var items = ImmutableArray.CreateBuilder<FrameItem>(Parts.Value.Sum(static p => p.Items.Length));
        foreach (PlacedItems part in Parts.Value)
            foreach (FrameItem item in part.Items) items.Add(item.MovedBy(corner.X, corner.Y + part.Down));
        return items.MoveToImmutable();
    }
}

/// <summary>A section of the book in pages, or several that run on after each other.</summary>
/// <param name="Run">The sections.</param>
/// <param name="First">The side its first page was taken to stand on.</param>
/// <param name="Pages">Its pages, at least one.</param>
internal sealed record ChapterPages(ChapterRun Run, PageSide First, ImmutableArray<ChapterPage> Pages)
{
    /// <summary>Where each page begins in the text; null where the text goes on after it.</summary>
    public required Lazy<ImmutableArray<TextPlace?>> Starts { get; init; }
    /// <summary>What is to be said of it.</summary>
    public required Lazy<ImmutableArray<PageComplaint>> Complaints { get; init; }
    /// <summary>What it was made of; null when that was let go, or was another process's, which left only the pages.</summary>
    public required SectionMaking? Making { get; init; }

    /// <summary>The pages, with all that is said of them, without what they were made of: lines and boxes take more room than pages, and die young when they are let go at once.</summary>
    public ChapterPages Settled() => this with { Starts = new(Starts.Value), Complaints = new(Complaints.Value), Making = null };
}

/// <summary>What the pages of a section were made of.</summary>
/// <param name="Column">The galley as it was before paragraphs changed to fill the pages.</param>
/// <param name="Galley">What stands on them.</param>
/// <param name="Plans">Which part of it stands on which page.</param>
/// <param name="Texts">What the text of each page consists of, from top to bottom, without what is only set again.</param>
/// <param name="Diagnostics">What was said about it, but for its pages.</param>
internal sealed record SectionMaking(Galley Column, Galley Galley, ImmutableArray<PagePlan> Plans, ImmutableArray<ImmutableArray<GalleyBox>> Texts, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Something to be said of a section once its pages have labels.</summary>
/// <param name="Page">The page it is about, from 0; -1 when it is about none.</param>
/// <param name="Said">What is said.</param>
/// <param name="NamesFolio">Whether its words name the page, by <see cref="Problems.UnknownFolio"/> until its label is known. Words that are the author's never do.</param>
internal readonly record struct PageComplaint(int Page, Diagnostic Said, bool NamesFolio)
{
    /// <summary>What is said, now that the pages have labels.</summary>
    public Diagnostic On(IReadOnlyList<string> labels) =>
        Page < 0 ? Said : NamesFolio ? Problems.OnPage(Said, labels[Page]) : Said with { Page = labels[Page] };
}
