using System.IO.Compression;
using System.Text;
using BookBuilder.Files;

namespace BookBuilder.Tests.Parity;

/// <summary>Outputs in memory whose files are changed by a stranger after they were written and before they are read again.</summary>
internal sealed class TamperedOutputs(Func<string, byte[], byte[]> tamper) : IBookOutputs
{
    /// <summary>The names of the files that were put in place.</summary>
    public List<string> Placed { get; } = [];

    public PendingOutput Begin(string name) => new Pending(name, this, tamper);

    /// <summary>A ZIP file with one of its files changed.</summary>
    public static byte[] Changed(byte[] zip, string entryName, Func<string, string> change)
    {
        MemoryStream held = new();
        held.Write(zip);
        using (ZipArchive archive = new(held, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = archive.GetEntry(entryName) ?? throw new InvalidOperationException($"There is no {entryName}.");
            string text;
            using (StreamReader reader = new(entry.Open())) text = reader.ReadToEnd();
            string changed = change(text);
            if (changed == text) throw new InvalidOperationException($"{entryName} is as it was.");
            entry.Delete();
            using StreamWriter writer = new(archive.CreateEntry(entryName).Open(), new UTF8Encoding(false));
            writer.Write(changed);
        }
        return held.ToArray();
    }

    private sealed class Pending(string name, TamperedOutputs outputs, Func<string, byte[], byte[]> tamper) : PendingOutput
    {
        private readonly MemoryStream _written = new();

        public override Stream Stream => _written;

        public override string Location => name;

        public override byte[] ReadBack() => tamper(name, _written.ToArray());

        public override long Finish() => _written.Length;

        public override void Commit()
        {
            lock (outputs.Placed) outputs.Placed.Add(name);
        }

        public override void Dispose() => _written.Dispose();
    }
}
