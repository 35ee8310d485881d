using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Tests.Typesetting.Hyphenation;

public sealed class HyphenatorTests
{
    private readonly Hyphenators _hyphenators = new(new([]));

    private string Divided(string word, string language = "en-US")
    {
        int from = 0;
        List<string> parts = [];
        foreach (int place in _hyphenators.Divide(language, word))
        {
            parts.Add(word[from..place]);
            from = place;
        }
        return string.Join('-', [.. parts, word[from..]]);
    }

    [Theory]
    [InlineData("hyphenation", "hy-phen-ation")]
    [InlineData("computer", "com-puter")]
    [InlineData("responsibilities", "re-spon-si-bil-i-ties")]
    [InlineData("intelligence", "in-tel-li-gence")]
    [InlineData("Philosophy", "Phi-los-o-phy")]
    public void American_words_are_divided_by_their_patterns(string word, string expected) => Assert.Equal(expected, Divided(word));

    [Fact]
    public void British_words_are_divided_by_their_own_patterns()
    {
        Assert.Equal("uni-ver-sity", Divided("university", "en-GB"));
        Assert.NotEqual(Divided("photographer"), Divided("photographer", "en-GB"));
    }

    [Theory]
    [InlineData("Silbentrennung", "Sil-ben-tren-nung")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Do-nau-dampf-schiff-fahrts-ge-sell-schaft")]
    [InlineData("Straßenbahnhaltestelle", "Stra-ßen-bahn-hal-te-stel-le")]
    public void German_words_are_divided_where_they_are_joined(string word, string expected)
    {
        Assert.Equal(expected, Divided(word, "de-DE"));
        Assert.Equal(expected, Divided(word, "de"));
    }

    [Theory]
    [InlineData("table", "ta-ble")]
    [InlineData("present", "present")]
    [InlineData("associates", "as-so-ciates")]
    public void Exceptions_hold_against_the_patterns(string word, string expected) => Assert.Equal(expected, Divided(word));

    [Theory]
    [InlineData("idea")]
    [InlineData("into")]
    [InlineData("GPT4all")]
    [InlineData("NVIDIA")]
    [InlineData("OpenAI")]
    [InlineData("e-mail")]
    public void Short_words_words_with_figures_and_capitals_inside_stay_whole(string word) => Assert.Equal(word, Divided(word));

    [Fact]
    public void Two_letters_are_left_before_a_hyphen_and_three_after_it_at_least()
    {
        string[] words = ["about", "again", "already", "university", "economy", "ability", "company’s", "efficiency", "imagination"];
        foreach (string word in words)
        foreach (int place in _hyphenators.Divide("en-US", word))
        {
            Assert.InRange(place, 2, word.Length);
            Assert.True(word[place..].TakeWhile(char.IsLetter).Count() >= 3, $"{word} at {place}");
        }
    }

    [Fact]
    public void An_apostrophe_belongs_to_its_word() => Assert.Equal("com-pany’s", Divided("company’s"));

    [Fact]
    public void A_language_without_patterns_is_not_divided()
    {
        Assert.Null(HyphenationPatterns.PatternsFor([], "tlh"));
        Assert.Equal("responsibilities", Divided("responsibilities", "tlh"));
    }

    [Theory]
    [InlineData("en", "en-us")]
    [InlineData("en-US", "en-us")]
    [InlineData("en-US-x-plain", "en-us")]
    [InlineData("en-Latn", "en-us")]
    [InlineData("en-AU", "en-gb")]
    public void A_wider_tag_serves_where_a_language_has_no_patterns_of_its_own(string language, string expected) =>
        Assert.Equal(expected, HyphenationPatterns.PatternsFor([], language));

    [Fact]
    public void Patterns_say_where_by_odd_numbers_and_the_highest_wins()
    {
        Hyphenator one = new("a1b", ""), both = new("a1b xa2b", ""), three = new("a1b xa2b xa3b x1a", "");
        Assert.Equal<int[]>([3], [.. one.Divide("yxabcde")]);
        Assert.Empty(both.Divide("yxabcde"));
        Assert.Equal<int[]>([3], [.. both.Divide("yyabcde")]);
        Assert.Equal<int[]>([2, 3], [.. three.Divide("yxabcde")]);
    }
}
