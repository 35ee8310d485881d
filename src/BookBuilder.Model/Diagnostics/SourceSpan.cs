namespace BookBuilder.Model.Diagnostics;

/// <summary>A place in a text file. Line and column count from 1; a column counts UTF-16 units.</summary>
public readonly record struct SourcePosition(int Line, int Column);

/// <summary>A stretch of one of the book's files.</summary>
/// <param name="Path">The file, relative to the book's root with forward slashes; empty when there is no file (a whole book, a command).</param>
/// <param name="Start">The first character.</param>
/// <param name="End">Just after the last character; equal to <paramref name="Start"/> for a mere place.</param>
public readonly record struct SourceSpan(string Path, SourcePosition Start, SourcePosition End)
{
    private readonly string? _path = Path;

    /// <summary>The file, relative to the book's root with forward slashes; empty when there is no file (a whole book, a command).</summary>
    public string Path { get => _path ?? ""; init => _path = value; }

    /// <summary>Whether both are the same stretch. One that was never given is none.</summary>
    public bool Equals(SourceSpan other) => Path == other.Path && Start == other.Start && End == other.End;

    /// <inheritdoc/>
    public override int GetHashCode() => (Start.Line * 31 + Start.Column) * 31 + End.Line;

    /// <summary>No place in any file.</summary>
    public static SourceSpan None => new("", default, default);

    /// <summary>A file as a whole: line 1, column 1.</summary>
    public static SourceSpan OfFile(string path) => new(path, new(1, 1), new(1, 1));
}
