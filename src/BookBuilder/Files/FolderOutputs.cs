using System.Diagnostics;

namespace BookBuilder.Files;

/// <summary>Writes beside the old file and renames, so that an output appears whole or not at all.</summary>
/// <param name="folder">The folder; made when it does not exist.</param>
public sealed class FolderOutputs(string folder) : IBookOutputs
{
    /// <summary>How the name of a file that is not yet whole ends. It begins with a dot and the name it is going to have.</summary>
    internal const string UnfinishedEnding = ".unfinished";

    private const string LockName = ".bookbuilder.lock";

    /// <summary>How long one build waits for another that is putting its files in place, which takes it milliseconds.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Where nobody holds the place it is taken at once, but for the instant in which the other lets it go.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Instant = TimeSpan.FromSeconds(1);

    /// <summary>The folder's full path.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>What builds that were cut off have left in the folder: nothing that a running build still holds.</summary>
    internal IEnumerable<string> LeftOvers() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, ".*" + UnfinishedEnding).Where(IsLeft).Order(StringComparer.Ordinal) : [];

    /// <inheritdoc/>
    public void Prepare()
    {
        for (string? above = Folder; above is not null; above = Path.GetDirectoryName(above))
            if (File.Exists(above)) throw new IOException($"'{above}' is a file");
        Directory.CreateDirectory(Folder);
        string probe = Unfinished(Folder, "bookbuilder");
        using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, 1, FileOptions.DeleteOnClose))
        {
            // What another build has just begun is not yet held by it, in the instant between making and holding a file.
            DateTime begun = File.GetLastWriteTimeUtc(probe) - Instant;
            foreach (string leftOver in LeftOvers())
                if (File.GetLastWriteTimeUtc(leftOver) < begun) File.Delete(leftOver);
        }
    }

    /// <inheritdoc/>
    public PendingOutput Begin(string name)
    {
        Directory.CreateDirectory(Folder);
        return new PendingFile(Path.Combine(Folder, name));
    }

    /// <inheritdoc/>
    public IDisposable Together()
    {
        string path = Path.Combine(Folder, LockName);
        for (var waited = Stopwatch.StartNew(); ;)
            try
            {
                // A link of this name would have a file made, or held, wherever it leads.
                if (new FileInfo(path).LinkTarget is not null) File.Delete(path);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && waited.Elapsed < (File.Exists(path) ? LongestWait : Moment))
            {
                Thread.Sleep(5);
            }
    }

    // A name that nobody can guess: where others may write, they could have put a link there that leads elsewhere.
    private static string Unfinished(string folder, string name) =>
        Path.Combine(folder, $".{name}.{Path.GetRandomFileName()}{UnfinishedEnding}");

    /// <summary>Whether no process holds the file: whoever writes one shares it only for renaming.</summary>
    private static bool IsLeft(string file)
    {
        if (new FileInfo(file).LinkTarget is not null) return true;
        try
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class PendingFile : PendingOutput
    {
        private readonly string _beside;
        private readonly FileStream _stream;
        private bool _isDone;

        public PendingFile(string path)
        {
            Location = path;
            if (Directory.Exists(path)) throw new IOException($"'{Path.GetFileName(path)}' is a folder");
            _beside = Unfinished(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            _stream = new FileStream(_beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 1 << 16);
        }

        public override Stream Stream => _stream;

        public override string Location { get; }

        /// <summary>On the disk before it is renamed: a name that outlives a loss of power must not stand for an empty file.</summary>
        public override long Finish()
        {
            _stream.Flush(flushToDisk: true);
            return _stream.Length;
        }

        // It stays open while it is renamed: what is open is not taken for something left over.
        public override void Commit()
        {
            _stream.Flush();
            File.Move(_beside, Location, overwrite: true);
            _isDone = true;
            _stream.Dispose();
        }

        public override void Dispose()
        {
            if (_isDone) return;
            _isDone = true;
            // What is given up needs no room: on a full disk, closing fails to write what the buffer still holds, and nobody wants it.
            Dismissed(_stream.Dispose);
            Dismissed(() => File.Delete(_beside));
        }

        private static void Dismissed(Action tidy)
        {
            try
            {
                tidy();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Where a refusal is why the file was given up, it has been told. What stays is cleared by the next build.
            }
        }
    }
}
