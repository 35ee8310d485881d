using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Reads pages' text as tests write it.</summary>
internal static class Pages
{
    public static PageTextBook Read(string text, PageTextOverrides? overrides = null) => PageTextReader.Read(text, "pages.txt", overrides ?? PageTextOverrides.None);

    /// <summary>A chapter around some text.</summary>
    public static PageTextBook Chapter(string text, PageTextOverrides? overrides = null) => Read("## Chapter 1\n\n# Tides\n\n" + text, overrides);

    /// <summary>The Markdown of the only chapter, without its title.</summary>
    public static string Body(this PageTextBook book) => Assert.Single(book.Chapters).Markdown["# Tides\n".Length..].Trim('\n');

    public static PageTextDecision[] Of(this PageTextBook book, PageTextRule rule) => [.. book.Decisions.Where(d => d.Rule == rule)];

    public static string[] Codes(this PageTextBook book) => [.. book.Diagnostics.Select(d => d.Code)];

    public static PageTextOverrides Overrides(string yaml)
    {
        var read = PageTextOverridesReader.Read(yaml, "overrides.yml");
        Assert.Empty(read.Diagnostics);
        return read.Value;
    }
}
