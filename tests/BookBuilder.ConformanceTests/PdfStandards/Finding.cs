namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>A rule that a file breaks.</summary>
/// <param name="Rule">"UA 13-004": a failure condition of the Matterhorn Protocol 1.1. "A 6.1.3": a clause of ISO 19005-2.</param>
/// <param name="What">How.</param>
internal sealed record Finding(string Rule, string What);
