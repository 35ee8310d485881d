using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Fuzz.Books;
using BookBuilder.Fuzz.Mutations;
using BookBuilder.Model.Diagnostics;
using SkiaSharp;

namespace BookBuilder.Fuzz.Targets;

/// <summary>Whole books on the whole road, with the finished files held against the model.</summary>
internal class BooksTarget : FuzzTarget
{
    private static readonly Lazy<KeyValuePair<string, ReadOnlyMemory<byte>>[]> Pictures = new(() =>
    [
        new("p/dot.png", Corpus.File("tests/books/leaflet/pictures/square.png")), new("p/ring.png", Corpus.File("tests/books/torture/pictures/ring.png")),
        new("p/moon.svg", Corpus.File("tests/books/torture/pictures/moon.svg")), new("p/bars.svg", Corpus.File("tests/books/torture/pictures/bars.svg")), new("p/photo.jpg", Photo()),
    ]);

    private readonly Mutator _mutator;

    public BooksTarget() => _mutator = new Mutator(new MarkdownTarget());

    public override string Name => "books";
    public override bool MayBeCut => false;
    public override int Most => 60_000;
    public override int Batch => 5;
    public override TimeSpan Patience => TimeSpan.FromSeconds(240);
    public override TimeSpan Reasonable => TimeSpan.FromSeconds(45);
    public override long MostAllocated => 8L << 30;
    public override ImmutableArray<string> Seeds => [];

    /// <summary>A book of its own making, one in four with a few changes no generator would think of.</summary>
    public override string? Generate(Random random)
    {
        string book = RandomBook.Make(random);
        return random.Next(4) > 0 ? book : _mutator.Changed(book, random, random.Next(1, 4));
    }

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        MemoryFiles files = FilesOf(input);
        (BuildReport report, ConcurrentDictionary<string, byte[]> outputs) = Build(files, new());
        SpanPromise.Check(report.Diagnostics, path => FileBundle.Text(files, path), mayBePlaceless: true);
        if (report.Diagnostics.FirstOrDefault(static d => d.Code is "BB5301" or "BB5302") is { } differs)
            throw new BrokenPromiseException($"both outputs say what the book says ({Kind(differs.Message)})", string.Join("\n", report.Diagnostics.Where(static d => d.Code is "BB5301").Take(4).Select(static d => $"{d.Span.Path}:{d.Span.Start.Line} {d.Message} {string.Join("; ", d.Hints)}")));
        if (!report.Succeeded) return;
        if (!outputs.Keys.Any(static n => n.EndsWith(".pdf", StringComparison.Ordinal)) || !outputs.Keys.Any(static n => n.EndsWith(".epub", StringComparison.Ordinal)) || report.Agreed is null)
            throw new BrokenPromiseException("a book without errors is built", $"{report.Outputs.Length} outputs, agreed: {report.Agreed}, {string.Join("; ", report.Diagnostics)}");
        foreach ((string name, byte[] bytes) in outputs)
            if (Path.GetExtension(name) is ".pdf" or ".epub") keep?.Invoke(Path.GetExtension(name), bytes);
        if (input.Length % 16 != 0) return;
        ConcurrentDictionary<string, byte[]> again = Build(files, new()).Outputs;
        foreach ((string name, byte[] bytes) in outputs)
            if (!bytes.AsSpan().SequenceEqual(again[name])) throw new BrokenPromiseException("the same book gives the same bytes", name);
    }

    /// <summary>The files of a book, with the pictures that are always there.</summary>
    protected static MemoryFiles FilesOf(string bundle) => FileBundle.Files(bundle, Pictures.Value);

    /// <summary>Builds a book in memory.</summary>
    protected static (BuildReport Report, ConcurrentDictionary<string, byte[]> Outputs) Build(MemoryFiles files, BuildOptions options)
    {
        ConcurrentDictionary<string, byte[]> outputs = [];
        BuildReport report = BookCompiler.BuildAsync(BookProject.FromFiles(files), options, new StreamOutputs(name => new Kept(name, outputs))).GetAwaiter().GetResult();
        return (report, outputs);
    }

    /// <summary>"the PDF differs from the book in section 'x' (note)": which output, and what.</summary>
    private static string Kind(string message)
    {
        int from = message.LastIndexOf('('), to = message.LastIndexOf(')');
        return (message.Contains("PDF", StringComparison.Ordinal) ? "PDF" : "EPUB") + (from > 0 && to > from && to - from < 20 ? ", " + message[(from + 1)..to] : "");
    }

    private static byte[] Photo()
    {
        using var bitmap = new SKBitmap(60, 40);
        for (int i = 0; i < 2_400; i++) bitmap.SetPixel(i % 60, i / 60, new SKColor((byte)(i * 4), (byte)(255 - i / 10), (byte)(i / 60 * 6)));
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray();
    }

    private sealed class Kept(string name, ConcurrentDictionary<string, byte[]> outputs) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing) outputs[name] = ToArray();
            base.Dispose(disposing);
        }
    }
}
