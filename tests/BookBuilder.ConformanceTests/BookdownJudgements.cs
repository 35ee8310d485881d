namespace BookBuilder.ConformanceTests;

/// <summary>What qpdf, MuPDF and poppler say of the PDF of a bookdown book.</summary>
[Collection("the sample book")]
public sealed class BookdownJudgements(BookdownSample book)
{
    [Fact]
    public void Qpdf_has_no_complaint()
    {
        Outcome check = BuiltBook.Run("qpdf", "--check", book.Pdf);
        Assert.True(check.Code == 0 && !check.All.Contains("WARNING", StringComparison.Ordinal), check.All);
    }

    [Fact]
    public void Poppler_reads_what_the_chapters_of_the_book_say()
    {
        Outcome text = BuiltBook.Run("pdftotext", book.Pdf, "-");
        Assert.True(text.Code == 0 && text.Errors.Trim().Length == 0, text.Errors);
        foreach (string words in (string[])["A lamp shines far", "Heights, drawn by an earlier run", "Tides in tribbles", "Lists of lights"])
            Assert.Contains(words, text.Output, StringComparison.Ordinal);
    }
}
