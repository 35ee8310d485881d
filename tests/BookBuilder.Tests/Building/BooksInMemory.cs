using System.Collections.Concurrent;
using System.Text;
using BookBuilder.Building;
using BookBuilder.Files;

namespace BookBuilder.Tests.Building;

/// <summary>Small books, and outputs that stay in memory.</summary>
internal static class BooksInMemory
{
    /// <summary>The smallest PNG: one pixel.</summary>
    public static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static BookProject Of(params (string Path, string Text)[] files) =>
        BookProject.FromTexts("a-small-book", files.Select(f => KeyValuePair.Create(f.Path, f.Text)));

    public static BookProject With((string Path, byte[] Data) picture, params (string Path, string Text)[] files) =>
        BookProject.FromFiles(new MemoryFiles("a-small-book",
        [
            KeyValuePair.Create(picture.Path, (ReadOnlyMemory<byte>)picture.Data),
            .. files.Select(f => KeyValuePair.Create(f.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text))),
        ]));

    public static async Task<(BuildReport Report, IReadOnlyDictionary<string, byte[]> Files)> BuildAsync(this BookProject project, BuildOptions? options = null)
    {
        ConcurrentDictionary<string, byte[]> files = [];
        BuildReport report = await BookCompiler.BuildAsync(project, options ?? new BuildOptions(), new StreamOutputs(name => new Kept(name, files)));
        return (report, files);
    }

    private sealed class Kept(string name, ConcurrentDictionary<string, byte[]> files) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing) files[name] = ToArray();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bookbuilder-test").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public TemporaryFolder Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
