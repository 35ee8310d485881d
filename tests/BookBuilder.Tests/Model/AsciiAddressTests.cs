using BookBuilder.Model.Blocks;

namespace BookBuilder.Tests.Model;

/// <summary>Addresses as every program takes them (RFC 3986; IDNA for hosts).</summary>
public class AsciiAddressTests
{
    [Theory]
    [InlineData("https://a.b/c?d=e#f", "https://a.b/c?d=e#f", "an address in ASCII is left as its author wrote it")]
    [InlineData(" https://a.b ", "https://a.b", "white space around it does not count, and no slash is added")]
    [InlineData("https://a.b/?x[1]=[2]#[3]", "https://a.b/?x%5B1%5D=%5B2%5D#%5B3%5D", "brackets stand around the number of a host only")]
    [InlineData("https://a.b?[", "https://a.b/?%5B", "the query may follow the host at once")]
    [InlineData("http://[2001:db8::1]:8080/[a]", "http://[2001:db8::1]:8080/%5Ba%5D", "the number of a host keeps its own")]
    [InlineData("mailto:a[1]@b.c", "mailto:a%5B1%5D@b.c", "an address without a host has none")]
    [InlineData("https://b\u00FCcher.example/\u00FC", "https://xn--bcher-kva.example/%C3%BC", "letters beyond ASCII")]
    [InlineData("https://a\u2068b.c/", "https://ab.c/", "a sign of direction in the host came along when the address was copied")]
    [InlineData("https://\u212A\u00C4se.example/\u00C4", "https://xn--kse-qla.example/%C3%84", "large letters of a host become small ones")]
    [InlineData("https://a\ufeffb\ufe0f.c/", "https://ab.c/", "what nobody sees comes along as well")]
    [InlineData("https://a.b/\u2068c", "https://a.b/%E2%81%A8c", "elsewhere it may be meant")]
    public void Address_is_in_ASCII(string written, string expected, string why)
    {
        string? address = AsciiAddress.Of(written);
        Assert.True(expected == address, $"{why}: {address}");
        Assert.Equal(address, AsciiAddress.Of(address!));
        Assert.True(Uri.IsWellFormedUriString(address, UriKind.Absolute), address);
    }

    [Theory]
    [InlineData("chapter.md#a")]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://\u0301a.b/")]
    [InlineData("https://a.b\ufffe/")]
    [InlineData("https://\ufb01.b/")]
    [InlineData("https://a\u2028.b/")]
    public void What_is_no_absolute_address_or_has_no_possible_host_is_none(string written) => Assert.Null(AsciiAddress.Of(written));

    [Fact]
    public void An_address_within_another_has_no_host_of_its_own() =>
        Assert.Equal("mailto:a@b.c?body=so%20%E2%80%94%20https://d.e/%5B1%5D", AsciiAddress.Of("mailto:a@b.c?body=so \u2014 https://d.e/[1]"));
}
