using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>What a running head says.</summary>
public enum HeadMatter
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>The book's title.</summary>
    Title,
    /// <summary>The title of the whole book, of which this is an excerpt; the book's own title when it is none.</summary>
    WholeBook,
    /// <summary>The book's authors.</summary>
    Author,
    /// <summary>The chapter's title.</summary>
    Chapter,
    /// <summary>The number and title of the section; the chapter's title before the first.</summary>
    Section,
}

/// <summary>Where the folio stands.</summary>
public enum FolioPlace
{
    /// <summary>At the outer edge of the running head's line.</summary>
    Head,
    /// <summary>At the foot, at the outer edge.</summary>
    FootOuter,
    /// <summary>At the foot, in the middle.</summary>
    FootCenter,
    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>How a folio is printed.</summary>
public enum FolioForm
{
    /// <summary>As the number alone.</summary>
    Number,
    /// <summary>Among how many: "page 2 of 6".</summary>
    OfAll,
}

/// <summary>Running heads and folios.</summary>
public sealed record HeadsDesign
{
    /// <summary>What stands at the outer edge of left-hand pages, beside the folio. Default: the chapter.</summary>
    public HeadMatter Left { get; init; } = HeadMatter.Chapter;
    /// <summary>What stands at the outer edge of right-hand pages, beside the folio. Default: the section.</summary>
    public HeadMatter Right { get; init; } = HeadMatter.Section;
    /// <summary>What stands at the inner edge of all pages. Default: nothing.</summary>
    public HeadMatter Inner { get; init; } = HeadMatter.None;
    /// <summary>Where the folio stands. Default: beside the running head.</summary>
    public FolioPlace Folio { get; init; } = FolioPlace.Head;
    /// <summary>How it is printed. Default: the number alone.</summary>
    public FolioForm Form { get; init; }
    /// <summary>Where the folio stands on a chapter's first page, which has no running head. Default: at the foot, in the middle.</summary>
    public FolioPlace OpeningFolio { get; init; } = FolioPlace.FootCenter;
    /// <summary>Whether the running head stands at the foot. Default: no.</summary>
    public bool AtFoot { get; init; }
    /// <summary>Whether a hair rule parts the running head from the text. Default: no.</summary>
    public bool Ruled { get; init; }
    /// <summary>The type of running heads.</summary>
    public required TypeStyle Type { get; init; }
    /// <summary>From the top of the text block up to the baseline of a head.</summary>
    public Extent Above { get; init; } = 1.5.Lines;
    /// <summary>From the foot of the text block down to the baseline of a foot.</summary>
    public Extent Below { get; init; } = 1.75.Lines;

    /// <summary>The same without running heads: the folio at the foot.</summary>
    public HeadsDesign FoliosOnly => this with
    {
        Left = HeadMatter.None, Right = HeadMatter.None, Inner = HeadMatter.None, Ruled = false,
        Folio = Folio == FolioPlace.Head ? FolioPlace.FootCenter : Folio,
    };
}
