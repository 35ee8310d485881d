using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>A stretch of an R Markdown or Quarto document. A closed set.</summary>
internal abstract record DocumentPiece
{
    private protected DocumentPiece() { }
}

/// <summary>Running text, with ordinary fenced code in it.</summary>
/// <param name="Lines">Its lines, as they were written.</param>
internal sealed record ProsePiece(ImmutableArray<SourceLine> Lines) : DocumentPiece;

/// <summary>Code that is to be run where it stands: a knitr chunk, a Quarto cell.</summary>
internal sealed record Chunk : DocumentPiece
{
    /// <summary>The language or engine, as written: "r", "python", "block2", "theorem".</summary>
    public required string Engine { get; init; }
    /// <summary>Its label; null when it has none.</summary>
    public string? Label { get; init; }
    /// <summary>Its options, each name once: what stands in the body wins over the header.</summary>
    public ImmutableArray<ChunkOption> Options { get; init; } = [];
    /// <summary>The lines of code without the prefix and without the <c>#|</c> lines.</summary>
    public required ImmutableArray<SourceLine> Body { get; init; }
    /// <summary>The lines that begin it: the fence, and the <c>#|</c> lines.</summary>
    public required SourceLine Header { get; init; }
    /// <summary>All its lines, as they were written.</summary>
    public required ImmutableArray<SourceLine> Written { get; init; }
    /// <summary>What stands before the fence on its line: blanks of a list item, <c>&gt; </c> of a quotation. What the chunk becomes stands behind it, too.</summary>
    public string Prefix { get; init; } = "";
    /// <summary>What stands behind the opening fence of its code, where it is shown; null for the engine's name.</summary>
    public string? Info { get; init; }
    /// <summary>Whether its closing fence was found. If not, it may have swallowed what is no code.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>An option by its name with dots ("fig.cap"); null when it is not given.</summary>
    public ChunkOption? this[string name] => Options.FirstOrDefault(o => o.Name == name);

    /// <summary>The code, its lines ended by U+000A.</summary>
    public string Code => string.Join('\n', Body.Select(l => l.Text));
}
