using System.Globalization;

namespace BookBuilder.Files;

/// <summary>Writes beside the old file and renames, so that an output appears whole or not at all.</summary>
/// <param name="folder">The folder; made when it does not exist.</param>
public sealed class FolderOutputs(string folder) : IBookOutputs
{
    /// <summary>The folder's full path.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public void Prepare()
    {
        for (string? above = Folder; above is not null; above = Path.GetDirectoryName(above))
            if (File.Exists(above)) throw new IOException($"'{above}' is a file");
        Directory.CreateDirectory(Folder);
        string probe = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $".bookbuilder.{Environment.ProcessId}.tmp"));
        using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }
    }

    /// <inheritdoc/>
    public PendingOutput Begin(string name)
    {
        Directory.CreateDirectory(Folder);
        return new PendingFile(Path.Combine(Folder, name));
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
            // The process's number keeps two builds into one folder apart.
            _beside = Path.Combine(Path.GetDirectoryName(path)!,
                string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp"));
            _stream = new FileStream(_beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
        }

        public override Stream Stream => _stream;

        public override string Location { get; }

        public override long Commit()
        {
            long size = _stream.Length;
            _stream.Dispose();
            File.Move(_beside, Location, overwrite: true);
            _isDone = true;
            return size;
        }

        public override void Dispose()
        {
            if (_isDone) return;
            _isDone = true;
            _stream.Dispose();
            File.Delete(_beside);
        }
    }
}
