namespace BookBuilder.Doctor;

/// <summary>How well something is.</summary>
public enum Health
{
    /// <summary>It is as it should be.</summary>
    Well,
    /// <summary>Good to know, and no hindrance.</summary>
    Known,
    /// <summary>Books cannot be built like this.</summary>
    Ill,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">What it is, in a word or two: "fonts".</param>
/// <param name="Health">How well it is.</param>
/// <param name="Words">What was found.</param>
/// <param name="Remedy">What to do about it; null when there is nothing to do.</param>
public sealed record DoctorFinding(string Subject, Health Health, string Words, string? Remedy = null);

/// <summary>What the doctor looks at.</summary>
public sealed record DoctorVisit
{
    /// <summary>The program's name and version.</summary>
    public required string Program { get; init; }
    /// <summary>The folder that may be a book.</summary>
    public required string Folder { get; init; }
    /// <summary>Where outputs go when the book does not say.</summary>
    public required string UsualOutputFolder { get; init; }
    /// <summary>Where builds leave what they made for later ones; null for nowhere.</summary>
    public string? CacheFolder { get; init; }
    /// <summary>The folders in which programs are looked for; empty to look for none.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } = [];
}
