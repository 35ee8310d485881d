namespace BookBuilder.Building;

/// <summary>What a build is doing.</summary>
public enum BuildPhase
{
    /// <summary>Reading book.yml and the chapters.</summary>
    Reading,
    /// <summary>Reading pictures and fonts.</summary>
    Pictures,
    /// <summary>Settling numbers, notes and references.</summary>
    Resolving,
    /// <summary>Asking the addresses that the book links to.</summary>
    Links,
    /// <summary>Composing pages.</summary>
    Composing,
    /// <summary>Writing the outputs.</summary>
    Writing,
}

/// <summary>How far a build is. Reported from whichever thread does the work.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">Chapters read, pages composed, files written so far, by the phase.</param>
/// <param name="Total">How many there will be; null when nobody knows yet.</param>
public readonly record struct BuildProgress(BuildPhase Phase, int Done, int? Total = null);
