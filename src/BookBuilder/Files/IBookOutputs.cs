namespace BookBuilder.Files;

/// <summary>Where finished books go: the only way out. Kinds: a folder on disk, streams of the caller, and nowhere.</summary>
public interface IBookOutputs
{
    /// <summary>Makes the place ready before the first file; nothing by default.</summary>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    void Prepare()
    {
    }

    /// <summary>Begins a file. Nothing of it is seen before <see cref="PendingOutput.Commit"/>.</summary>
    /// <param name="name">The file's name: "my-book.pdf".</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    PendingOutput Begin(string name);

    /// <summary>Keeps other builds from putting their files into this place until it is disposed, so that what stands there is of one build; nothing by default.</summary>
    /// <exception cref="IOException">Another has kept the place for too long.</exception>
    IDisposable Together() => Stream.Null;
}

/// <summary>A file that is being written: it appears whole or not at all.</summary>
public abstract class PendingOutput : IDisposable
{
    /// <summary>Where to write.</summary>
    public abstract Stream Stream { get; }

    /// <summary>Where it will be found: a full path on disk, else its name.</summary>
    public abstract string Location { get; }

    /// <summary>Reads back what was written, before it is put in its place; null where nothing is kept that could be read.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public virtual byte[]? ReadBack()
    {
        if (!Stream.CanRead || !Stream.CanSeek) return null;
        Stream.Flush();
        Stream.Position = 0;
        byte[] written = new byte[Stream.Length];
        Stream.ReadExactly(written);
        return written;
    }

    /// <summary>Ends the writing, so that nothing but the file's name can be wrong any more.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="IOException">It could not be written to its end.</exception>
    public abstract long Finish();

    /// <summary>Puts the finished file in its place, over an older one.</summary>
    public abstract void Commit();

    /// <summary>Ends the writing; without a commit nothing is left of it.</summary>
    public abstract void Dispose();
}
