using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Hyphenation;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Pages;
using BookBuilder.Typesetting.Typography;
using BookBuilder.Tests;

namespace BookBuilder.Benchmarks;

/// <summary>The sample book at every stage that a benchmark begins with.</summary>
internal sealed class SampleBook
{
    private static readonly IReadOnlyDictionary<NodeId, string> NoFolios = new Dictionary<NodeId, string>();
    private readonly Lazy<PagedBook> _pages;
    private readonly Lazy<ImmutableArray<Galley>> _galleys;
    private readonly Lazy<ImmutableArray<PreparedParagraph>> _paragraphs;

    /// <summary>Reads and resolves the book.</summary>
    public SampleBook()
    {
        BookProject project = BookProject.Open(Path.Combine(Repository.Root, "content"));
        (ResolvedBook Book, Pictures Pictures, BookFonts Fonts)? read = null;
        new BookBuild(project, new BuildOptions(), progress: null, CancellationToken.None).Look((ready, _) =>
            read = (ready.Book, ready.Pictures, BookFonts.Load(project.Files, ready.Manifest, BookLimits.Default, BuildMemory.None).Value));
        (Book, Pictures, Fonts) = read ?? throw new InvalidOperationException("The sample book could not be read.");
        Chapters =
        [
            .. Directory.GetFiles(Path.Combine(Repository.Root, "content", "chapters"), "*.md").Order(StringComparer.Ordinal)
                .Select(file => new ChapterSource(Path.GetFileNameWithoutExtension(file), $"chapters/{Path.GetFileName(file)}", ChapterRole.Body, File.ReadAllText(file), "en-US")),
        ];
        Prose = [.. Chapters.SelectMany(c => c.Text.Split('\n')).Where(line => line.Length > 0 && char.IsLetter(line[0]))];
        Words = [.. Prose.SelectMany(line => line.Split(' ', '-', '—')).Select(word => word.Trim('.', ',', ';', ':', '?', '!', '"', '(', ')', '*')).Where(word => word.Length > 0)];
        Styles = BlockStyles.Of(Book.Design, Book.Metadata.Language);
        Type = new FontRequest(Book.Design.BodyFont, 400, Italic: false, 10.Pt, FontFeatures.None, "en-US");
        _pages = new(() => BookComposer.Compose(Book, Pictures, Fonts.NewShaper, progress: null, CancellationToken.None).Value);
        _galleys = new(() =>
        {
            InlineContext inline = Inline();
            return [.. ChapterRun.Of(Book).Select(run => GalleyComposer.Compose([.. run.Chapters.Select(c => new BlockContext(inline, Styles, c, NoFolios))]))];
        });
        _paragraphs = new(() =>
        {
            InlineContext inline = Inline();
            return [.. Book.Chapters.SelectMany(c => c.Content).OfType<Paragraph>().Select(p => PreparedParagraph.Of(inline, p.Content, Styles.Body, Measure, label: null))];
        });
    }

    /// <summary>Every number and word settled.</summary>
    public ResolvedBook Book { get; }

    /// <summary>Its pictures.</summary>
    public Pictures Pictures { get; }

    /// <summary>Its faces.</summary>
    public BookFonts Fonts { get; }

    /// <summary>The chapters' files.</summary>
    public ImmutableArray<ChapterSource> Chapters { get; }

    /// <summary>The lines of these files that begin with a word: nearly all are paragraphs.</summary>
    public ImmutableArray<string> Prose { get; }

    /// <summary>The words of these, as often as they come.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The design, measured.</summary>
    public BlockStyles Styles { get; }

    /// <summary>The type of running text.</summary>
    public FontRequest Type { get; }

    /// <summary>The width of lines.</summary>
    public Length Measure => Styles.Design.Measure;

    /// <summary>The finished pages.</summary>
    public PagedBook Pages => _pages.Value;

    /// <summary>The text in lines, before it is divided into pages: one column for each run of chapters.</summary>
    public ImmutableArray<Galley> Galleys => _galleys.Value;

    /// <summary>The paragraphs of running text, shaped, before they are divided into lines.</summary>
    public ImmutableArray<PreparedParagraph> Paragraphs => _paragraphs.Value;

    private InlineContext Inline() => new(Book, Pictures, new WordTools(Fonts.NewShaper(), new Hyphenators(new HyphenationPatterns(Book.Design.Hyphenation))), new DiagnosticSink());
}
