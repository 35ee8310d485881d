using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Something a chunk shows, in the order of its code. A closed set.</summary>
internal abstract record ChunkShown
{
    private protected ChunkShown() { }
}

/// <summary>Its code, or a stretch of it.</summary>
internal sealed record ShownCode(ImmutableArray<SourceLine> Lines) : ChunkShown;

/// <summary>What is printed, as characters.</summary>
internal sealed record ShownText(string Text) : ChunkShown;

/// <summary>What is printed and is itself Markdown.</summary>
internal sealed record ShownMarkdown(string Text) : ChunkShown;

/// <summary>Pictures, files of the book.</summary>
internal sealed record ShownPictures(ImmutableArray<string> Paths) : ChunkShown;

/// <summary>A table.</summary>
internal sealed record ShownTable(RTable Table) : ChunkShown;

/// <summary>Something only a run would show.</summary>
/// <param name="What">What would have to be run: "ggplot()", "the python chunk".</param>
internal sealed record ShownByRunning(string What) : ChunkShown;

/// <summary>What a chunk shows.</summary>
/// <param name="Settings">What its options ask for.</param>
/// <param name="Shown">In the order of its code.</param>
internal sealed record ChunkOutcome(ChunkSettings Settings, ImmutableArray<ChunkShown> Shown);
