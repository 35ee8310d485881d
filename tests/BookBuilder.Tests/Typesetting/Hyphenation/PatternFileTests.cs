using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Tests.Typesetting.Hyphenation;

public sealed class PatternFileTests
{
    private static readonly SourceSpan Mention = new("book.yml", new(5, 7), new(5, 20));

    private const string Tex = """
        % title: Hyphenation patterns for a test
        % hyphenmins:
        %     typesetting:
        %         left: 3
        %         right: 4
        %     generation:
        %         left: 1
        \message{Patterns {1}}
        \patterns{ % comment with a brace }
        a1b   .ta4
        o1n2a
        }
        \hyphenation{
        ta-ble
        }
        """;

    [Fact]
    public void A_tex_file_gives_patterns_exceptions_and_minima()
    {
        Reported<LanguagePatterns?> read = PatternFile.Read("lang/hyph-fr.tex", Tex, Mention);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(new LanguagePatterns("fr", "a1b\n.ta4\no1n2a\n", "ta-ble\n", 3, 4), read.Value);
    }

    [Fact]
    public void Plain_files_hold_patterns_or_exceptions()
    {
        Assert.Equal(new LanguagePatterns("de-1901", "a1b\n1ß\n", ""), PatternFile.Read("hyph-de-1901.pat.txt", "a1b\r\n1ß\r\n", Mention).Value);
        Assert.Equal(new SourcePosition(2, 1), PatternFile.Read("hyph-fr.pat.txt", "a1b\r7\r", Mention).Diagnostics[0].Span.Start);
        Assert.Equal(new LanguagePatterns("fr", "", "da-ta\nmot\n"), PatternFile.Read("hyph-fr.hyp.txt", "da-ta mot", Mention).Value);
    }

    [Fact]
    public void What_is_no_pattern_is_told_with_its_place_and_left_out()
    {
        Reported<LanguagePatterns?> read = PatternFile.Read("hyph-fr.pat.txt", "a1b\n  12\nc2d {e}", Mention);
        Assert.Equal("a1b\nc2d\n", read.Value!.Patterns);
        Assert.Equal([("BB1182", 2, 3), ("BB1182", 3, 5)], read.Diagnostics.Select(d => (d.Code, d.Span.Start.Line, d.Span.Start.Column)));
    }

    [Theory]
    [InlineData("french.txt")]
    [InlineData("hyph-.pat.txt")]
    [InlineData("hyph-fr.txt")]
    public void A_name_without_language_or_kind_is_told_where_the_book_names_it(string path)
    {
        Reported<LanguagePatterns?> read = PatternFile.Read(path, "a1b", Mention);
        Assert.Null(read.Value);
        Assert.Equal(("BB1181", Mention), (Assert.Single(read.Diagnostics).Code, read.Diagnostics[0].Span));
    }

    [Fact]
    public void A_tex_file_that_only_loads_another_is_told() =>
        Assert.Equal("BB1183", Assert.Single(PatternFile.Read("hyph-fr.tex", "\\input loadhyph", Mention).Diagnostics).Code);

    [Fact]
    public void The_books_patterns_go_before_the_programs()
    {
        ImmutableArray<LanguagePatterns> own = [new("de", "a1b", ""), new("pt", "a1b", "")];
        Assert.Equal("xxa-bxx", Divided(own, "de", "xxabxx"));
        Assert.Equal("xxa-bxx", Divided(own, "pt-BR", "xxabxx"));
        Assert.Equal("com-puter", Divided(own, "en-US", "computer"));
    }

    [Fact]
    public void Exceptions_of_the_book_hold_in_every_language_even_in_one_without_patterns()
    {
        ImmutableArray<LanguagePatterns> own = [new("", "", "comp-u-ter\nhyphenation")];
        Assert.Equal("comp-u-ter", Divided(own, "en-US", "computer"));
        Assert.Equal("Comp-u-ter", Divided(own, "tlh", "Computer"));
        Assert.Equal("hyphenation", Divided(own, "en-GB", "hyphenation"));
    }

    private static string Divided(ImmutableArray<LanguagePatterns> own, string language, string word)
    {
        string shown = word;
        foreach (int place in new Hyphenators(new HyphenationPatterns(own)).Divide(language, word).Reverse()) shown = shown.Insert(place, "-");
        return shown;
    }
}
