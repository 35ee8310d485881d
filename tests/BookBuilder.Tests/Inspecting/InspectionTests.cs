using System.Text;
using System.Text.Json;
using BookBuilder.Building;
using BookBuilder.Inspecting;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;
using BookBuilder.Tests.Building;
using BookBuilder.Tests.Sample;

namespace BookBuilder.Tests.Inspecting;

/// <summary>The sample book and its finished files say of themselves what the model knows.</summary>
public sealed class InspectionTests(ComposedSample sample) : IClassFixture<ComposedSample>
{
    private static readonly Lazy<Task<(BuildReport Report, IReadOnlyDictionary<string, byte[]> Files)>> Built = new(static () => Project.BuildAsync());

    private static BookProject Project => BookProject.Open(Path.Combine(Repository.Root, "content"));

    [Fact]
    public async Task A_book_says_what_its_model_knows()
    {
        BookFacts book = (await BookInspector.InspectAsync(Project, new BuildOptions())).Value!;
        Assert.Equal(sample.Book.Metadata.Title, book.Title);
        Assert.Equal(sample.Book.Metadata.Authors.Select(a => a.Name), book.Authors);
        ResolvedChapter[] chapters = [.. sample.Book.Chapters.Where(c => c.Role >= SectionRole.FrontMatter)];
        Assert.Equal(chapters.Select(c => (c.Role, c.Label?.Number ?? "", c.Title)), book.Chapters.Select(c => (c.Role, c.Number, c.Title)));
        Assert.All(book.Chapters.Where(c => c.File.Length > 0), c => Assert.True(System.IO.File.Exists(Path.Combine(Repository.Root, "content", c.File)), c.File));
        BookCounts counts = (await Built.Value).Report.Counts;
        Assert.Equal((counts.Figures, counts.Tables, counts.Notes), (book.Chapters.Sum(c => c.Counts.Figures), book.Chapters.Sum(c => c.Counts.Tables), book.Chapters.Sum(c => c.Counts.Notes)));
        Assert.True(book.Chapters.Sum(c => c.Counts.Formulas) > 0);
        LabelFact[] figures = [.. book.Labels.Where(l => l.Printed.StartsWith("Figure", StringComparison.Ordinal))];
        Assert.NotEmpty(figures);
        Assert.All(figures, l => Assert.Contains(l.Label, System.IO.File.ReadAllLines(Path.Combine(Repository.Root, "content", l.File))[l.Line - 1], StringComparison.Ordinal));
        Assert.All(book.Pictures, p => Assert.Equal(new FileInfo(Path.Combine(Repository.Root, "content", p.Path)).Length, p.Size));
    }

    [Fact]
    public async Task Its_PDF_says_what_the_book_says()
    {
        PdfFacts pdf = BookInspector.InspectPdf(await File("pdf"), "a.pdf").Value!;
        Assert.Equal(sample.Book.Metadata.Title, pdf.Title);
        Assert.Equal(sample.Book.Metadata.Authors.Where(a => a.IsOnTitlePage).Select(a => a.Name).Order(), pdf.Authors.Order());
        Assert.Equal(sample.Book.Metadata.Language, pdf.Language);
        Assert.Equal(["PDF/A-2a", "PDF/UA-1"], pdf.Claims.AsEnumerable());
        Assert.Equal(sample.Pages.Pages.Select(p => p.Label), pdf.Pages.Select(p => p.Label));
        Assert.True(pdf.IsTagged);
        Assert.False(pdf.IsEncrypted);
        int headings = pdf.Structure.Where(s => s.Key is ['H', >= '1' and <= '6']).Sum(s => s.Value);
        Assert.True(headings >= Entries(sample.Book.Outline).Count());
        Assert.Equal((await Built.Value).Report.Counts.Tables, pdf.Structure["Table"]);
        Assert.Equal(Entries(sample.Book.Outline).Count(), pdf.Outline.Length);
        Assert.All(pdf.Fonts, f => Assert.True(f is { IsEmbedded: true, IsSubset: true }, f.Name));
        Assert.Contains(pdf.Fonts, f => f.Name.StartsWith("SourceSerif4", StringComparison.OrdinalIgnoreCase));
        Assert.True(pdf.InnerLinks > 0);
    }

    [Fact]
    public async Task Its_EPUB_says_what_the_book_says()
    {
        EpubFacts epub = BookInspector.InspectEpub(await File("epub"), "a.epub").Value!;
        Assert.Equal(("3.0", sample.Book.Metadata.Title), (epub.Version, epub.Title));
        Assert.Equal(sample.Book.Metadata.Language, Assert.Single(epub.Languages));
        Assert.Equal(sample.Book.Chapters.SelectMany(c => c.Notes).Count(), epub.Notes);
        Assert.Equal(sample.Pages.Map.Pages.Length, epub.PageListEntries);
        // The generated pages of the front have entries, too.
        Assert.All(Entries(sample.Book.Outline), e => Assert.Contains(epub.Contents, c => c.Title.EndsWith(e.Title, StringComparison.Ordinal)));
        Assert.Contains(epub.Accessibility, a => a.Key == "schema:accessMode");
        Assert.All(epub.Spine, f => Assert.True(f.Size > 0, f.Path));
        Assert.Empty(epub.Encrypted);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("epub")]
    public async Task Json_holds_the_same_facts_in_the_same_bytes_each_time(string kind)
    {
        byte[] file = await File(kind);
        byte[] one = Json(BookInspector.InspectFile(file, "a." + kind).Value!), two = Json(BookInspector.InspectFile(file, "a." + kind).Value!);
        Assert.Equal(one, two);
        JsonElement json = JsonDocument.Parse(one).RootElement;
        Assert.Equal(["schemaVersion", "kind", "version", "size"], json.EnumerateObject().Take(4).Select(p => p.Name));
        Assert.Equal((1, kind), (json.GetProperty("schemaVersion").GetInt32(), json.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Every_property_of_the_facts_is_in_the_json_under_its_name()
    {
        BookFacts book = (await BookInspector.InspectAsync(BooksInMemory.Of(("t.md", "# T\n\nThe sea.\n")), new BuildOptions())).Value!;
        foreach ((Type facts, Inspection inspection) in new[]
            { (typeof(BookFacts), Inspection.OfBook(book)), (typeof(PdfFacts), BookInspector.InspectFile(await File("pdf"), "a.pdf").Value!), (typeof(EpubFacts), BookInspector.InspectFile(await File("epub"), "a.epub").Value!) })
            Assert.Equal(facts.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(),
                JsonDocument.Parse(Json(inspection)).RootElement.EnumerateObject().Select(p => p.Name).Where(n => n is not ("schemaVersion" or "kind")).Order());
    }

    [Fact]
    public async Task A_book_of_another_tool_speaks_of_its_own_files()
    {
        BookProject project = BooksInMemory.Of(("_quarto.yml", "project:\n  type: book\nbook:\n  title: T\n  chapters: [index.qmd]\n"), ("index.qmd", "# One\n\nSee @tbl-a.\n\n| a |\n|---|\n| 1 |\n\n: Words {#tbl-a}\n"));
        BookFacts book = (await BookInspector.InspectAsync(project, new BuildOptions())).Value!;
        Assert.Equal("index.qmd", Assert.Single(book.Chapters).File);
        LabelFact label = Assert.Single(book.Labels, l => l.Label == "tbl-a");
        Assert.Equal("index.qmd", label.File);
        Assert.StartsWith("Table", label.Printed, StringComparison.Ordinal);
    }

    private static async Task<byte[]> File(string kind) => (await Built.Value).Files.Single(f => f.Key.EndsWith("." + kind, StringComparison.Ordinal)).Value;

    private static byte[] Json(Inspection inspection)
    {
        using MemoryStream stream = new();
        inspection.WriteJson(stream);
        return stream.ToArray();
    }

    private static IEnumerable<OutlineEntry> Entries(IEnumerable<OutlineEntry> outline) => outline.SelectMany(e => Entries(e.Children).Prepend(e));
}
