using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>Where the lines of rights, publisher and number stand.</summary>
public enum ImprintPlace
{
    /// <summary>On a page of their own after the title page.</summary>
    Page,
    /// <summary>At the foot of the title page.</summary>
    TitlePage,
    /// <summary>After the last chapter.</summary>
    End,
}

/// <summary>What stands before the text, and how.</summary>
public sealed record FrontDesign
{
    /// <summary>Whether a half-title page opens the book. Default: yes.</summary>
    public bool HalfTitle { get; init; } = true;
    /// <summary>Whether title and authors stand as a block above the first chapter instead of on a page of their own. Default: no.</summary>
    public bool TitleBlock { get; init; }
    /// <summary>Where the imprint stands. Default: on a page of its own.</summary>
    public ImprintPlace Imprint { get; init; } = ImprintPlace.Page;
    /// <summary>Whether the contents, and the lists the author asks for, are printed. Default: yes.</summary>
    public bool Contents { get; init; } = true;
    /// <summary>Whether the lists of figures and tables follow the contents without a new page. Default: no.</summary>
    public bool ListsRunOn { get; init; }
    /// <summary>From the top of the text block to the title, as a share of its height; none above a title block.</summary>
    public double Sink { get; init; } = 0.19;
    /// <summary>The title.</summary>
    public required TypeStyle Title { get; init; }
    /// <summary>The subtitle.</summary>
    public required TypeStyle Subtitle { get; init; }
    /// <summary>The authors.</summary>
    public required TypeStyle Author { get; init; }
    /// <summary>Where authors belong to, the publisher, the date.</summary>
    public required TypeStyle Detail { get; init; }
    /// <summary>The white between title and subtitle.</summary>
    public Extent AboveSubtitle { get; init; } = 1.Lines;
    /// <summary>The white above the first author.</summary>
    public Extent AboveAuthors { get; init; } = 3.Lines;
    /// <summary>The white above an affiliation.</summary>
    public Extent AboveDetail { get; init; } = 0.4.Lines;
    /// <summary>The white below a title block, its rule in the middle of it.</summary>
    public Extent BelowBlock { get; init; } = 2.Lines;
    /// <summary>A band in the accent along the upper edge of the title page. Default: none.</summary>
    public Extent Band { get; init; }
    /// <summary>Whether everything on title, half-title and part pages stands in the middle. Default: no.</summary>
    public bool Centered { get; init; }
    /// <summary>From the top of the text block to a part's label and to the half-title, as a share of its height.</summary>
    public double PartSink { get; init; } = 0.28;
    /// <summary>The white above a part's label where chapters run on.</summary>
    public Extent AbovePart { get; init; } = 2.5.Lines;
    /// <summary>"Part I".</summary>
    public required TypeStyle PartLabel { get; init; }
    /// <summary>The title of a part.</summary>
    public required TypeStyle PartTitle { get; init; }
}
