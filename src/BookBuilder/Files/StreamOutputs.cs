namespace BookBuilder.Files;

/// <summary>Hands finished books to streams of the caller. A stream is asked for only when its file is complete.</summary>
/// <param name="open">Opens the stream for a name ("my-book.pdf"); it is disposed when written.</param>
public sealed class StreamOutputs(Func<string, Stream> open) : IBookOutputs
{
    /// <inheritdoc/>
    public PendingOutput Begin(string name) => new PendingStream(open, name);

    private sealed class PendingStream(Func<string, Stream> open, string name) : PendingOutput
    {
        private readonly MemoryStream _held = new();

        public override Stream Stream => _held;

        public override string Location => name;

        public override long Finish() => _held.Length;

        public override void Commit()
        {
            using Stream stream = open(name);
            _held.WriteTo(stream);
        }

        public override void Dispose() => _held.Dispose();
    }
}

/// <summary>Keeps nothing: for checking a book without writing it.</summary>
public sealed class NoOutputs : IBookOutputs
{
    /// <inheritdoc/>
    public PendingOutput Begin(string name) => new PendingNothing(name);

    private sealed class PendingNothing(string name) : PendingOutput
    {
        public override Stream Stream => Stream.Null;

        public override string Location => name;

        public override byte[]? ReadBack() => null;

        public override long Finish() => 0;

        public override void Commit() { }

        public override void Dispose() { }
    }
}
