using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Building;
using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Tests.Building;

/// <summary>Names that stay the same as long as the thing does.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void A_name_based_identifier_is_a_UUID_of_version_5() =>
        // The value that Python's uuid5 gives in the same namespace.
        Assert.Equal("715d503b-5f95-5532-9100-00663eb45ade", BookIdentity.NameBased("http://example.org/").ToString("D"));

    [Fact]
    public void An_edit_is_not_a_new_book_and_another_title_is()
    {
        BookMetadata a = new() { Title = "Sea", Authors = [new Contributor("Ada")] };
        string Id(BookMetadata m) => BookIdentity.Identified(m).Identifiers[0].Value;
        Assert.Equal(Id(a), Id(a with { Description = "Newly described", Date = new DateOnly(2024, 1, 1) }));
        Assert.NotEqual(Id(a), Id(a with { Title = "Land" }));
        Assert.NotEqual(Id(a), Id(a with { Language = "de" }));
        Assert.Equal('5', Id(a)[14]);
        Assert.Equal("x", Id(a with { Identifiers = [new BookIdentifier("isbn", "x")] }));
    }

    [Theory]
    [InlineData("The Tides of 1850!", "the-tides-of-1850")]
    [InlineData("Ada's “Sea”", "adas-sea")]
    [InlineData("Über Häfen", "über-häfen")]
    [InlineData("???", "book")]
    [InlineData("The Ethical Dilemma of Producing Artificial Intelligence (AI)", "the-ethical-dilemma-of-producing-artificial-intelligence-ai")]
    public void A_title_becomes_a_file_name(string title, string name) => Assert.Equal(name, BookIdentity.Slug(title));

    [Fact]
    public void Every_chapter_has_a_key_of_its_own()
    {
        ImmutableArray<ManifestChapter> listed =
        [
            .. new[] { "a/01 Intro.md", "b/01-intro.md", "Ö.md", "!.md" }.Select(p => new ManifestChapter(ChapterRole.Body, p, null, SourceSpan.None)),
            new ManifestChapter(ChapterRole.Part, null, "The Towns", SourceSpan.None),
        ];
        Assert.Equal<string>(["01-intro", "01-intro-2", "00f6", "chapter", "part-the-towns"], ChapterReading.Keys(listed));
    }

    [Fact]
    public void No_code_of_the_catalogue_means_two_things()
    {
        string folder = Path.Combine(Repository.Root, "src/BookBuilder.Model/Diagnostics");
        string[] codes = [.. Directory.GetFiles(folder, "Problems*.cs").SelectMany(f => Regex.Matches(File.ReadAllText(f), "(?:Error|Warning|Info)\\(\"(BB\\d+)\"").Select(m => m.Groups[1].Value))];
        Assert.NotEmpty(codes);
        Assert.Empty(codes.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
