using BenchmarkDotNet.Attributes;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Markdown;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Benchmarks;

/// <summary>What is done to words: read, shaped, divided.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private SampleBook _sample = null!;
    private HarfBuzzShaper _warm = null!;
    private Hyphenator _patterns = null!;
    private Hyphenators _known = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _sample = new SampleBook();
        _warm = new HarfBuzzShaper(_sample.Fonts.Library);
        _patterns = new Hyphenator(Resource("hyph-en-us.pat.txt"), Resource("hyph-en-us.hyp.txt"));
        _known = new Hyphenators(new HyphenationPatterns([]));
        ShapeKnownWords();
        LookDivisionsUp();
    }

    [GlobalCleanup]
    public void Dispose() => _warm.Dispose();

    /// <summary>The chapters' files into blocks and inlines.</summary>
    [Benchmark, Makes("MB")]
    public int ReadMarkdown() => _sample.Chapters.Sum(static c => MarkdownReader.Read(c).Value.Content.Length);

    /// <summary>As a chapter begins: no word was shaped before, though many come again.</summary>
    [Benchmark, Makes("words")]
    public int ShapeWithNewShaper()
    {
        using var shaper = new HarfBuzzShaper(_sample.Fonts.Library);
        return Shape(shaper);
    }

    /// <summary>Every word was shaped before.</summary>
    [Benchmark, Makes("words")]
    public int ShapeKnownWords() => Shape(_warm);

    /// <summary>By the patterns.</summary>
    [Benchmark, Makes("words")]
    public int Hyphenate()
    {
        int places = 0;
        foreach (string word in _sample.Words) places += _patterns.Divide(word).Length;
        return places;
    }

    /// <summary>Every word was divided before.</summary>
    [Benchmark, Makes("words")]
    public int LookDivisionsUp()
    {
        int places = 0;
        foreach (string word in _sample.Words) places += _known.Divide("en-US", word).Length;
        return places;
    }

    private int Shape(HarfBuzzShaper shaper)
    {
        int runs = 0;
        foreach (string line in _sample.Prose) runs += shaper.Shape(line, _sample.Type).Length;
        return runs;
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(Hyphenators).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
