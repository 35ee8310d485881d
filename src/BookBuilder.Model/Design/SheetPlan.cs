using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>How pages are brought onto sheets.</summary>
public enum SheetScheme
{
    /// <summary>Sheets that are laid into each other, folded once and stapled in the fold.</summary>
    Booklet,
    /// <summary>Two pages a side, in the order of reading.</summary>
    TwoUp,
    /// <summary>Four pages a side, in the order of reading.</summary>
    FourUp,
}

/// <summary>The side on which a booklet is bound, its front before the reader.</summary>
public enum BindingSide
{
    /// <summary>At the left, as books are that run from left to right.</summary>
    Left,
    /// <summary>At the right.</summary>
    Right,
}

/// <summary>The edge over which a printer turns a sheet to print its back.</summary>
public enum SheetTurn
{
    /// <summary>The long edge.</summary>
    LongEdge,
    /// <summary>The short edge.</summary>
    ShortEdge,
}

/// <summary>How a book is imposed.</summary>
public sealed record SheetPlan
{
    /// <summary>The scheme. Default: a booklet.</summary>
    public SheetScheme Scheme { get; init; }
    /// <summary>The printer's paper, either way up. Null: Letter or A4, whichever is of the page's kind, else of the language's region.</summary>
    public PageSize? Sheet { get; init; }
    /// <summary>The side of the binding; for several pages a side the one at which reading begins. Null: as the language runs.</summary>
    public BindingSide? Binding { get; init; }
    /// <summary>How thick the paper is: by so much for each sheet around it, an inner sheet's pages move towards the spine. Default: 0.1 mm, that of
    /// usual office paper of 80 g/m2.</summary>
    public Length PaperThickness { get; init; } = 0.1.Mm;
    /// <summary>How many pages are sewn together, a multiple of 4; 0 for all. Default: all.</summary>
    public int Signature { get; init; }
    /// <summary>The edge over which the printer turns the sheets. Null: the one that needs nothing turned round, the short edge of a sheet that lies, the long
    /// edge of one that stands.</summary>
    public SheetTurn? Turn { get; init; }
}
