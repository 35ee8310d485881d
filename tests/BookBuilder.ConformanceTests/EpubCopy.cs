using System.IO.Compression;
using System.Text;

namespace BookBuilder.ConformanceTests;

/// <summary>A copy of an EPUB that may be damaged, to see whether a judge notices.</summary>
public sealed class EpubCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-damaged-").FullName;

    /// <param name="epub">The good one.</param>
    public EpubCopy(string epub)
    {
        File = Path.Combine(_folder, Path.GetFileName(epub));
        System.IO.File.Copy(epub, File);
    }

    /// <summary>The copy.</summary>
    public string File { get; }

    /// <summary>Puts other text in place of the first of its kind, which must be there.</summary>
    /// <param name="name">The end of a name of a file in the EPUB.</param>
    /// <param name="good">What the file holds.</param>
    /// <param name="bad">What it is to hold instead.</param>
    public EpubCopy Replace(string name, string good, string bad)
    {
        using ZipArchive zip = ZipFile.Open(File, ZipArchiveMode.Update);
        ZipArchiveEntry entry = Entry(zip, name);
        string text;
        using (StreamReader reader = new(entry.Open(), Encoding.UTF8))
            text = reader.ReadToEnd();
        int at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} has no {good}");
        using Stream stream = entry.Open();
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(text[..at] + bad + text[(at + good.Length)..]));
        return this;
    }

    /// <summary>Takes a file away.</summary>
    public EpubCopy Remove(string name)
    {
        using ZipArchive zip = ZipFile.Open(File, ZipArchiveMode.Update);
        Entry(zip, name).Delete();
        return this;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) => zip.Entries.Single(entry => entry.FullName.EndsWith(name, StringComparison.Ordinal));
}
