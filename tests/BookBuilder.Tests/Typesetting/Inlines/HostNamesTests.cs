using BookBuilder.Typesetting.Inlines;

namespace BookBuilder.Tests.Typesetting.Inlines;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("www.nytimes.com", true)]
    [InlineData("journal.plos.org†", true)]
    [InlineData("(telegraph.co.uk)", true)]
    [InlineData("my-site.example1.org,", true)]
    [InlineData("example.org1", true)]
    [InlineData("e.g.", false)]
    [InlineData("U.S.", false)]
    [InlineData("end.Then", false)]
    [InlineData("3.14", false)]
    [InlineData("words", false)]
    [InlineData("a..com", false)]
    public void Hosts_are_told_from_words(string text, bool isHost) => Assert.Equal(isHost, HostNames.IsHost(text));
}
