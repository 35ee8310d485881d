using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Manifest;

/// <summary>Which standards the PDF is to keep: <c>pdf.standard</c>.</summary>
public sealed class StandardSettingTests
{
    [Theory]
    [InlineData("ua-1", "Ua1")]
    [InlineData("a-2u", "A2u")]
    [InlineData("[a-3a, ua-1, ua-1]", "A3a Ua1")]
    [InlineData("none", "")]
    public void One_or_several_that_agree_are_asked_for(string value, string expected)
    {
        Reported<BookManifest?> read = Read(value);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(expected, string.Join(' ', read.Value!.PdfStandards.Select(claim => claim.Standard)));
        Assert.All(read.Value!.PdfStandards, claim => Assert.Equal(2, claim.Asked!.Value.Start.Line));
    }

    [Fact]
    public void What_is_not_asked_for_is_claimed_where_it_is_true()
    {
        Assert.Equal("Ua1 A2a", string.Join(' ', BookManifestReader.Default.PdfStandards.Select(claim => claim.Standard)));
        Assert.All(BookManifestReader.Default.PdfStandards, claim => Assert.Null(claim.Asked));
    }

    [Theory]
    [InlineData("[a-2a, a-3a]", "BB5103", 25)]
    [InlineData("[ua-1, none]", "BB5103", 25)]
    [InlineData("[none, ua-1]", "BB5103", 25)]
    [InlineData("[ua-1, a-1b]", "BB1107", 25)]
    public void What_does_not_agree_is_an_error_with_its_place(string value, string code, int column)
    {
        Diagnostic said = Assert.Single(Read(value).Diagnostics);
        Assert.Equal((code, Severity.Error, 2, column), (said.Code, said.Severity, said.Span.Start.Line, said.Span.Start.Column));
    }

    private static Reported<BookManifest?> Read(string value) => BookManifestReader.Read($"title: A\npdf: {{ standard: {value} }}", "book.yml");
}
