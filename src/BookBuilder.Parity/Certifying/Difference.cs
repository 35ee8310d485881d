using BookBuilder.Model.Diagnostics;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Certifying;

/// <summary>Something that a finished file does not say as the book does.</summary>
/// <param name="Output">"PDF" or "EPUB".</param>
/// <param name="Section">The key of the section.</param>
/// <param name="Kind">What differs; null for the text between the passages.</param>
/// <param name="Expected">What the book says; empty when the file says too much.</param>
/// <param name="Found">What the file says; empty when it says nothing.</param>
/// <param name="Place">Where the author wrote it; none when there is no such place.</param>
public sealed record Difference(string Output, string Section, PassageKind? Kind, string Expected, string Found, SourceSpan Place);
