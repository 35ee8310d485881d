using System.Text.Json;

namespace BookBuilder.ConformanceTests;

/// <summary>What qpdf, poppler and MuPDF say of a PDF.</summary>
public abstract class PdfJudgements(BuiltBook book)
{
    [Fact]
    public void Qpdf_has_no_complaint()
    {
        Outcome check = BuiltBook.Run("qpdf", "--check", book.Pdf);
        Assert.True(check.Code == 0 && !check.All.Contains("WARNING", StringComparison.Ordinal), check.All);
    }

    [Fact]
    public void MuPdf_draws_every_page_without_a_word_of_complaint()
    {
        Outcome drawn = BuiltBook.Run("mutool", "draw", "-q", "-N", "-r", "36", "-o", Path.Combine(Path.GetTempPath(), "bookbuilder-%d.pgm"), book.Pdf);
        foreach (string page in Directory.GetFiles(Path.GetTempPath(), "bookbuilder-*.pgm"))
            File.Delete(page);
        Assert.True(drawn.Code == 0 && drawn.Errors.Trim().Length == 0, drawn.All);
    }

    [Fact]
    public void Poppler_reads_the_text_without_a_word_of_complaint()
    {
        Outcome text = BuiltBook.Run("pdftotext", book.Pdf, "-");
        Assert.True(text.Code == 0 && text.Errors.Trim().Length == 0, text.Errors);
        Assert.True(text.Output.Length > 50_000, $"only {text.Output.Length} characters");
    }

    [Fact]
    public void Every_font_is_embedded_and_subset_and_says_what_its_glyphs_mean()
    {
        string[] rows = [.. BuiltBook.Run("pdffonts", book.Pdf).Output.Split('\n').Skip(2).Where(l => l.Trim().Length > 0)];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(@"\syes\s+yes\s+yes\s+\d+\s+\d+\s*$", row));
        Assert.All(rows, row => Assert.Matches(@"^[A-Z]{6}\+", row));
    }

    [Fact]
    public void The_structure_tree_holds_headings_tables_figures_notes_and_links()
    {
        string tree = BuiltBook.Run("pdfinfo", "-struct", book.Pdf).Output;
        foreach (string tag in (string[])["Document", "H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption", "Note", "Link", "Reference", "TOC", "TOCI"])
            Assert.Matches($@"(?m)^\s*{tag}\b", tree);
        Assert.Empty(BuiltBook.Run("pdfinfo", "-struct", book.Pdf).Errors);
    }
}

/// <summary>The sample's PDF.</summary>
[Collection("the sample book")]
public sealed class SamplePdf(SampleBook book) : PdfJudgements(book)
{
    private readonly BuiltBook _book = book;

    [Fact]
    public void The_document_says_what_it_is()
    {
        string info = BuiltBook.Run("pdfinfo", _book.Pdf).Output;
        Assert.Matches(@"(?m)^Title:\s+The Ethical Dilemma of Producing Artificial Intelligence \(AI\)", info);
        Assert.Matches(@"(?m)^Author:\s+Zach Gooding.*Nisarg Jhaveri.*Catherine Visscher.*William Yu.*Aaron Zhao", info);
        Assert.Matches(@"(?m)^Tagged:\s+yes", info);
        Assert.Matches(@"(?m)^Page size:\s+432 x 648 pts", info);
        Assert.Equal("en-US", Catalog().GetProperty("/Lang").GetString()?.Replace("u:", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_are_labelled_in_roman_before_the_body_and_in_arabic_from_its_first_page()
    {
        using JsonDocument json = JsonDocument.Parse(BuiltBook.Run("qpdf", "--json=2", "--json-key=pagelabels", _book.Pdf).Output);
        JsonElement[] ranges = [.. json.RootElement.GetProperty("pagelabels").EnumerateArray()];
        Assert.Equal("/r", ranges[0].GetProperty("label").GetProperty("/S").GetString());
        Assert.Equal(0, ranges[0].GetProperty("index").GetInt32());
        Assert.Equal("/D", ranges[1].GetProperty("label").GetProperty("/S").GetString());
        Assert.Equal(1, ranges[1].GetProperty("label").TryGetProperty("/St", out JsonElement start) ? start.GetInt32() : 1);
        Assert.Equal(2, ranges.Length);
        Assert.Equal(0, ranges[1].GetProperty("index").GetInt32() % 2);   // page 1 is a right-hand page
    }

    [Fact]
    public void The_outline_leads_to_every_chapter()
    {
        string outline = BuiltBook.Run("mutool", "show", _book.Pdf, "outline").Output;
        foreach (string title in (string[])["Introduction", "Hardware", "Alignment", "Concept Drift", "Ethical Frameworks"])
            Assert.Contains(title, outline, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"#page=0\b|\(null\)", outline);
    }

    private JsonElement Catalog()
    {
        JsonDocument json = JsonDocument.Parse(BuiltBook.Run("qpdf", "--json=2", "--json-key=qpdf", _book.Pdf).Output);
        JsonElement objects = json.RootElement.GetProperty("qpdf")[1];
        string root = objects.GetProperty("trailer").GetProperty("value").GetProperty("/Root").GetString()!;
        return objects.GetProperty($"obj:{root}").GetProperty("value");
    }
}

/// <summary>The PDF of the book of everything.</summary>
[Collection("the sample book")]
public sealed class TorturePdf(TortureBook book) : PdfJudgements(book);
