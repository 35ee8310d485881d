using System.Text;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Tests.Pdf;

/// <summary>Tokens are written as short as they may be and read back as they were meant.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, ".001")]
    [InlineData(-1, "-.001")]
    [InlineData(-500, "-.5")]
    [InlineData(1000, "1")]
    [InlineData(-12340, "-12.34")]
    [InlineData(1000001, "1000.001")]
    public void Numbers_have_only_the_decimals_they_need(long thousandths, string written) =>
        Assert.Equal(written, Write(to => to.Thousandths(thousandths)));

    [Theory]
    [InlineData(0.1234567, 5, ".12346")]
    [InlineData(-0.0000001, 6, "0")]
    [InlineData(100, 2, "100")]
    public void Real_numbers_are_rounded(double value, int decimals, string written) =>
        Assert.Equal(written, Write(to => to.Number(value, decimals)));

    [Fact]
    public void Blanks_stand_only_where_tokens_would_run_together() =>
        Assert.Equal("<</A 1/B[1 2 3 0 R(x)4]/C/D/E true>>", Write(to => to.OpenDictionary().Name("A").Number(1).Name("B").OpenArray()
            .Number(1).Number(2).Reference(new(3)).String("x"u8).Number(4).CloseArray().Name("C").Name("D").Name("E").Boolean(true).CloseDictionary()));

    [Fact]
    public void Names_are_escaped() => Assert.Equal("/A#20B#23#2F#C3#A9", Write(to => to.Name("A B#/é")));

    [Fact]
    public void Strings_are_escaped() => Assert.Equal("(a\\(b\\)\\\\\\rc\n)", Write(to => to.String("a(b)\\\rc\n"u8)));

    [Fact]
    public void Text_is_written_in_the_plainest_encoding_that_has_it()
    {
        Assert.Equal("(Ödön)", Write(to => to.Text("Ödön")));
        Assert.Equal("(þÿ\0s \u001D)", Write(to => to.Text("s\u201D")).Replace("\u0020\u001D", " \u001D"));
    }

    [Fact]
    public void An_object_may_be_promised_but_not_forgotten()
    {
        using PdfFile file = new(new MemoryStream(), compressed: true);
        file.Reserve();
        ObjectRef catalog = file.Add(new Syntax().OpenDictionary().CloseDictionary());
        Assert.Contains("never written", Assert.Throws<InvalidOperationException>(() => file.Finish(catalog, catalog, [])).Message);
    }

    [Fact]
    public void Rows_are_filtered_so_that_they_can_be_restored()
    {
        byte[] samples = [10, 20, 30, 11, 22, 33, 90, 80, 70, 9, 8, 7];
        byte[] filtered = PngRows.Filter(samples, 6, 3);

        Assert.Equal(14, filtered.Length);
        Assert.All([filtered[0], filtered[7]], kind => Assert.InRange(kind, 0, 4));
    }

    private static string Write(Action<Syntax> write)
    {
        Syntax syntax = new();
        write(syntax);
        return Encoding.Latin1.GetString(syntax.Written);
    }
}
