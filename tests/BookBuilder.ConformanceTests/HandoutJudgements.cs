using System.Text.RegularExpressions;

namespace BookBuilder.ConformanceTests;

/// <summary>What qpdf and poppler say of a handout and of its booklet.</summary>
[Collection("the sample book")]
public sealed partial class HandoutJudgements(SampleHandout handout)
{
    [Fact]
    public void Qpdf_has_no_complaint_of_either()
    {
        foreach (string pdf in (string[])[handout.Pdf, handout.Sheets!])
        {
            Outcome check = BuiltBook.Run("qpdf", "--check", pdf);
            Assert.True(check.Code == 0 && !check.All.Contains("WARNING", StringComparison.Ordinal), check.All);
        }
    }

    [Fact]
    public void The_booklet_holds_every_word_of_the_handout()
    {
        Assert.Equal(WordsIn(handout.Pdf), WordsIn(handout.Sheets!));
    }

    [Fact]
    public void The_booklet_has_each_font_once()
    {
        string[] fonts = [.. BuiltBook.Run("pdffonts", handout.Sheets!).Output.Split('\n').Skip(2).Where(static l => l.Trim().Length > 0).Select(static l => l.Split(' ')[0])];
        Assert.NotEmpty(fonts);
        Assert.Equal(fonts.Distinct(), fonts);
    }

    // In which order poppler reads the two pages of a side is its own affair.
    private static string WordsIn(string pdf) =>
        string.Join(' ', Word().Matches(BuiltBook.Run("pdftotext", pdf, "-").Output).Select(static m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
