using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Translation;

namespace BookBuilder.Building;

/// <summary>The kinds of book that can be made.</summary>
[Flags]
public enum BookTargets
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>The PDF.</summary>
    Pdf = 1,
    /// <summary>The EPUB.</summary>
    Epub = 2,
    /// <summary>All of them.</summary>
    All = Pdf | Epub,
}

/// <summary>How a book is built.</summary>
public sealed record BuildOptions
{
    /// <summary>What is made. Default: all.</summary>
    public BookTargets Targets { get; init; } = BookTargets.All;
    /// <summary>The tool whose form the book is written in; null to find out. Default: null.</summary>
    public SourceDialect? Dialect { get; init; }
    /// <summary>How a book in another tool's form is told again. It means nothing for others.</summary>
    public TranslationSettings Translation { get; init; } = new();
    /// <summary>Whether outputs are written in spite of errors, with visible placeholders. Default: no.</summary>
    public bool Draft { get; init; }
    /// <summary>Whether the finished files are opened again and held against the book before they are put in their places. Default: yes.
    /// A draft is not: what is missing in it has been told.</summary>
    public bool Parity { get; init; } = true;
    /// <summary>Warnings that count as errors, beside those of book.yml. Default: none.</summary>
    public ImmutableArray<CodePattern> WarningsAsErrors { get; init; } = [];
    /// <summary>Warnings and remarks that are not told, beside those that the book silences; they are kept in <see cref="BuildReport.Suppressed"/>. Default: none.</summary>
    public ImmutableArray<CodePattern> Ignored { get; init; } = [];
    /// <summary>Changes the book's design, made of book.yml or of the defaults, to the one it is printed in: <c>d => d with { … }</c>, or another one altogether.
    /// Null for the book's own. With a <see cref="Cache"/> it is not called again as long as the design it is given is the same: it may depend on that alone. Default: null.</summary>
    public Func<BookDesign, BookDesign>? Design { get; init; }
    /// <summary>The caller's own passes over the book, in their order, between reading and numbering. Default: none.</summary>
    public ImmutableArray<IBookTransform> Transforms { get; init; } = [];
    /// <summary>The folder for outputs; null for the book's own <c>output.dir</c>, else <see cref="UsualOutputFolder"/>.</summary>
    public string? OutputFolder { get; init; }
    /// <summary>The folder for outputs when nobody names one. Default: "output" under the current folder.</summary>
    public string UsualOutputFolder { get; init; } = "output";
    /// <summary>The name of the outputs without ending; null for the book's own <c>output.name</c>, else one made of its title.</summary>
    public string? OutputName { get; init; }
    /// <summary>The part of the book that is made instead of the whole; null for the whole book.</summary>
    public HandoutRequest? Handout { get; init; }
    /// <summary>How the pages are also brought onto a printer's sheets, in a PDF of its own beside the others; null for not at all.</summary>
    public SheetPlan? Sheets { get; init; }
    /// <summary>The time the outputs say they were made at; null for the book's date, else 1980-01-01.</summary>
    public DateTimeOffset? Timestamp { get; init; }
    /// <summary>The kinds of e-reader whose known traps are looked for in a check. Default: none.</summary>
    public EpubDevice Devices { get; init; }
    /// <summary>Asks an address outside the book, in a check: null when it answers, else why not ("404 Not Found"). It may be called from several
    /// threads at once. Default: null, nothing is asked: the library itself never uses the network.</summary>
    public Func<Uri, CancellationToken, Task<string?>>? ProbeLink { get; init; }
    /// <summary>How much a book may hold. They are the builder's to set, never the book's. Default: <see cref="BookLimits.Default"/>.</summary>
    public BookLimits Limits { get; init; } = BookLimits.Default;
    /// <summary>What earlier builds of the same book left; null for a build that begins anew. Default: null.</summary>
    public BuildCache? Cache { get; init; }
    /// <summary>Where builds leave what they made for those of other processes; null for nowhere. Default: null.</summary>
    public BuildStore? Store { get; init; }
    /// <summary>The program's name and version, written into the outputs.</summary>
    public string Producer { get; init; } = "BookBuilder";
}
