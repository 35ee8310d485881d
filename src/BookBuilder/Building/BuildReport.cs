using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Building;

/// <summary>What came of a build.</summary>
public sealed record BuildReport
{
    /// <summary>All that was said, in the order of the book: book.yml, chapters, outputs.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
    /// <summary>Warnings and remarks that the book or the caller silences, in the same order.</summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed { get; init; } = [];
    /// <summary>The files that were written; empty when there were errors (but for a draft) or the book was only checked.</summary>
    public required ImmutableArray<BuiltFile> Outputs { get; init; }
    /// <summary>What the book has.</summary>
    public required BookCounts Counts { get; init; }
    /// <summary>How long each phase took, in order.</summary>
    public required ImmutableArray<PhaseTime> Phases { get; init; }
    /// <summary>How long all of it took.</summary>
    public required TimeSpan Elapsed { get; init; }
    /// <summary>In how much the finished files were found to agree with the book; null when they were not compared, or do not agree.</summary>
    public AgreedCounts? Agreed { get; init; }
    /// <summary>The book's title; empty when it could not be read.</summary>
    public string Title { get; init; } = "";
    /// <summary>The form the book was written in.</summary>
    public SourceDialect Dialect { get; init; }
    /// <summary>What became of the constructs of another tool, in the order of the book; empty for a book in its own form.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Whether nothing was wrong: warnings do not count.</summary>
    public bool Succeeded => !Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>A file that was written.</summary>
/// <param name="Target">What it is.</param>
/// <param name="Location">Where it is: a full path on disk, else its name.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record BuiltFile(BookTargets Target, string Location, long Size)
{
    /// <summary>How long it took to write; files are written at the same time.</summary>
    public TimeSpan Writing { get; init; }
    /// <summary>How long it took to read it again, to hold it against the book; zero when it was not.</summary>
    public TimeSpan Rereading { get; init; }
}

/// <summary>What a book has, counted.</summary>
/// <param name="Pages">Pages of the printed book; 0 when none were composed.</param>
/// <param name="Words">Words of text, headings, captions, tables and notes; code does not count.</param>
/// <param name="Chapters">Chapters and appendices.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Notes">Notes.</param>
public sealed record BookCounts(int Pages = 0, int Words = 0, int Chapters = 0, int Figures = 0, int Tables = 0, int Notes = 0);

/// <summary>What every finished file was found to say just as the book does.</summary>
/// <param name="Sections">Sections whose whole text agrees.</param>
/// <param name="Headings">Headings.</param>
/// <param name="Notes">Notes.</param>
/// <param name="Captions">Captions of figures and tables.</param>
/// <param name="Cells">Cells of tables that are not empty.</param>
/// <param name="Links">Links, those of the contents among them.</param>
/// <param name="Pictures">Descriptions of pictures.</param>
/// <param name="Formulas">Formulas in words.</param>
public sealed record AgreedCounts(int Sections, int Headings, int Notes, int Captions, int Cells, int Links, int Pictures, int Formulas);

/// <summary>How long a phase took.</summary>
public readonly record struct PhaseTime(BuildPhase Phase, TimeSpan Elapsed);
