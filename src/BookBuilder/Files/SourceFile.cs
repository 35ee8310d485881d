using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Files;

/// <summary>A file as it was read: the same bytes at the same place are the same file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Mention">Where the book names it; what is said of it is said there.</param>
/// <param name="Data">Its bytes; null when it could not be read, and then it is no file's equal: why, is said each time.</param>
internal sealed record SourceFile(string Path, SourceSpan Mention, ReadOnlyMemory<byte>? Data)
{
    public bool Equals(SourceFile? other) => other is not null && Path == other.Path && Mention == other.Mention
        && Data is { } own && other.Data is { } others && own.Span.SequenceEqual(others.Span);

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
}
