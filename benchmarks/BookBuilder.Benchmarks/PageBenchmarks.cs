using BenchmarkDotNet.Attributes;
using BookBuilder.Building;
using BookBuilder.Epub;
using BookBuilder.Pdf;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Pages;

namespace BookBuilder.Benchmarks;

/// <summary>What makes lines, pages and files.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private SampleBook _sample = null!;
    private PageGeometry _geometry = null!;
    private EpubOptions _epub = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _sample = new SampleBook();
        _geometry = ChapterComposer.Geometry(_sample.Styles);
        BookCover cover = BookCover.Make(_sample.Book.Metadata, _sample.Book.Design, _sample.Fonts);
        _epub = new EpubOptions { Cover = cover.Image, CoverMediaType = cover.MediaType, CoverAlternativeText = cover.AlternativeText };
        // What a benchmark begins with is made before it.
        _ = (_sample.Paragraphs, _sample.Galleys, _sample.Pages);
    }

    /// <summary>Shaped paragraphs into lines, on one core.</summary>
    [Benchmark, Makes("paragraphs")]
    public int BreakLines()
    {
        int lines = 0;
        foreach (PreparedParagraph paragraph in _sample.Paragraphs)
        {
            if (paragraph.Items.Length == 0) continue;
            double tolerance = BreakingPasses.Tolerance(paragraph.CharactersIn(_sample.Measure));
            lines += BreakingPasses.Break(paragraph.Items, LineMeasures.All(_sample.Measure),
                BreakingPasses.Justified(paragraph.Style.Size, paragraph.Style.Hyphenated, tolerance)).Breaks.Length;
        }
        return lines;
    }

    /// <summary>Lines into pages, on one core.</summary>
    [Benchmark, Makes("pages")]
    public int BreakPages()
    {
        int pages = 0;
        foreach (Galley galley in _sample.Galleys) pages += PageEvening.Paginate(_geometry, galley, PageSide.Recto).Pages.Length;
        return pages;
    }

    /// <summary>The whole way from the resolved book to finished pages, on all cores.</summary>
    [Benchmark, Makes("pages")]
    public int ComposeBook() =>
        BookComposer.Compose(_sample.Book, _sample.Pictures, _sample.Fonts.NewShaper, progress: null, CancellationToken.None).Value.Pages.Length;

    /// <summary>Finished pages into a tagged PDF, on all cores.</summary>
    [Benchmark, Makes("pages")]
    public long WritePdf()
    {
        using MemoryStream file = new();
        PdfDocument.Write(_sample.Pages, _sample.Book, new PdfOptions(), file);
        return file.Length;
    }

    /// <summary>The resolved book into an EPUB that knows the printed pages, without embedded fonts. The pages are those of print.</summary>
    [Benchmark, Makes("pages")]
    public long WriteEpub()
    {
        using MemoryStream file = new();
        EpubPublication.Write(_sample.Book, _sample.Pictures, _sample.Pages.Map, _epub, file);
        return file.Length;
    }
}
