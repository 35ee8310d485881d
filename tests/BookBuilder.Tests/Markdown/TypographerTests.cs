namespace BookBuilder.Tests.Markdown;

/// <summary>Quotes, dashes and dots are set as the book's language sets them.</summary>
public sealed class TypographerTests
{
    [Theory]
    [InlineData("\"Yes,\" she said, \"it's 'fine'.\"", "“Yes,” she said, “it’s ‘fine’.”")]
    [InlineData("\"*Text* across `code` and [links](https://a.b)\"", "“em(Text) across code(code) and link<https://a.b>(links)”")]
    [InlineData("\"'Nested' first\" and \"last 'nested'\"", "“‘Nested’ first” and “last ‘nested’”")]
    [InlineData("('a') [\"b\"]", "(‘a’) [“b”]")]
    [InlineData("the '90s, 'tis, rock 'n' roll, dogs' bones", "the ’90s, ’tis, rock ’n’ roll, dogs’ bones")]
    [InlineData("6'2\" tall", "6′2″ tall")]
    [InlineData("1990--2000 --- and so on...", "1990–2000 — and so on…")]
    [InlineData("word--\"quote\"", "word–“quote”")]
    [InlineData("`\"--\"` $a--b$ <https://a.b/--c>", "code(\"--\") math(a--b) link<https://a.b/--c auto>(https://a.b/--c)")]
    [InlineData(@"\""straight\"" \-- &quot;x&quot;", "\"straight\" -- \"x\"")]
    [InlineData("“already” set’s", "“already” set’s")]
    [InlineData("word^[\"note\"]\" after \"x", "wordnote( 1)” after “x")]
    [InlineData("a\"b", "a”b")]
    public void English(string markdown, string line) => Assert.Equal(line, Show.Line(markdown));

    [Theory]
    [InlineData("de", "„Ja“, sagte er, „das ‚Haus‘ ist’s.“")]
    [InlineData("de-CH", "«Ja», sagte er, «das ‹Haus› ist’s.»")]
    [InlineData("fr", "«\u202fJa\u202f», sagte er, «\u202fdas “Haus” ist’s.\u202f»")]
    [InlineData("es", "«Ja», sagte er, «das “Haus” ist’s.»")]
    [InlineData("it", "«Ja», sagte er, «das “Haus” ist’s.»")]
    [InlineData("nl", "“Ja”, sagte er, “das ‘Haus’ ist’s.”")]
    [InlineData("pl", "„Ja”, sagte er, „das «Haus» ist’s.”")]
    [InlineData("sv", "”Ja”, sagte er, ”das ’Haus’ ist’s.”")]
    [InlineData("en-GB", "“Ja”, sagte er, “das ‘Haus’ ist’s.”")]
    public void Other_languages(string language, string line) =>
        Assert.Equal(line, Show.Line("\"Ja\", sagte er, \"das 'Haus' ist's.\"", language));

    [Fact]
    public void French_sets_narrow_spaces_before_high_marks() =>
        Assert.Equal("Quoi\u202f? Ceci\u00a0: cela\u202f; «\u202fmot\u202f»", Show.Line("Quoi ? Ceci : cela ; « mot »", "fr-FR"));
}
