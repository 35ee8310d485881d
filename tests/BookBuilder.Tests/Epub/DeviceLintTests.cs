using BookBuilder.Building;
using BookBuilder.Model.Metadata;
using BookBuilder.Tests.Building;
using BookBuilder.Tests.Graphics;

namespace BookBuilder.Tests.Epub;

/// <summary>What is right in an EPUB and yet goes wrong on some e-readers is told in a check that asks for them.</summary>
public sealed class DeviceLintTests
{
    [Fact]
    public async Task A_plain_book_has_no_traps() => Assert.Equal("", await Said(EpubDevice.All, "Words.[^n]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: A note."));

    [Fact]
    public async Task Nothing_is_said_of_devices_that_nobody_asked_for() => Assert.Equal("", await Said(EpubDevice.None, "$x$ and[^n]\n\n[^n]: $y$."));

    [Fact]
    public async Task Formulas_are_told_once_for_each_reader_that_does_not_show_them() =>
        Assert.Equal("BB5406 Kindle 3,1 / BB5406 Kobo 3,1", await Said(EpubDevice.All, "$x$ and $y$."));

    [Fact]
    public async Task What_a_note_that_pops_up_loses_is_told_where_it_stands() =>
        Assert.Equal("BB5406 Kindle 5,7 / BB5407 Kindle 5,7 / BB5407 Apple Books 5,7 / BB5406 Kobo 5,7 / BB5407 Kobo 5,7 / BB5407 Kobo 7,5",
            await Said(EpubDevice.All, "A note.[^n]\n\n[^n]: $y$ and a table:\n\n    | a |\n    |---|\n    | 1 |"));

    [Fact]
    public async Task Tables_that_a_Kindle_garbles_are_told()
    {
        Assert.Equal("BB5404 Kindle 3,1", await Said(EpubDevice.All, string.Concat(Enumerable.Repeat("| a ", 11)) + "|\n" + string.Concat(Enumerable.Repeat("|---", 11)) + "|\n" + string.Concat(Enumerable.Repeat("| 1 ", 11)) + "|"));
        Assert.Equal("BB5405 Kindle 3,1", await Said(EpubDevice.All, "+---+---+\n| a     |\n+===+===+\n| 1 | 2 |\n+---+---+"));
    }

    [Fact]
    public async Task A_section_that_is_too_large_a_file_is_told() =>
        Assert.Equal("BB5401 Kobo 1,1", await Said(EpubDevice.All, string.Concat(Enumerable.Repeat("Words enough to fill the screen of a small device, and more.\n\n", 4_500))));

    [Fact]
    public async Task A_picture_of_more_pixels_than_Apple_takes_is_told()
    {
        byte[] large = SampleImages.Png(2500, 0, new byte[2500 * 2400]);
        Assert.Equal("BB5402 Apple Books 3,1", await Said(EpubDevice.All, "![](a.png){alt=\"Nothing but night\"}", large));
    }

    [Fact]
    public async Task Contents_deeper_than_a_menu_shows_are_told() => Assert.Equal("BB5409 Kindle 0,0", await Said(EpubDevice.All, "## B\n\n### C"));

    [Fact]
    public async Task A_cover_too_small_for_a_shop_is_told() =>
        Assert.Equal("BB5408 Kindle 0,0 / BB5408 Apple Books 0,0", await Said(EpubDevice.All, "Words.", cover: SampleImages.Png(620, 0, new byte[620 * 900])));

    [Fact]
    public async Task They_are_told_when_the_EPUB_itself_is_not_asked_for() =>
        Assert.Equal("BB5406 Kindle 3,1 / BB5406 Kobo 3,1", await Said(EpubDevice.All, "$x$ and $y$.", targets: BookTargets.Pdf));

    private static async Task<string> Said(EpubDevice devices, string markdown, byte[]? picture = null, byte[]? cover = null, BookTargets targets = BookTargets.Pdf | BookTargets.Epub)
    {
        (string, string)[] files = [("book.yml", "title: A" + (cover is null ? "" : "\ncover: a.png\ncover-alt: A night without stars")), ("a.md", "# A\n\n" + markdown + "\n")];
        BuildReport report = await BookCompiler.CheckAsync(BooksInMemory.With(("a.png", picture ?? cover ?? BooksInMemory.Pixel), files), new BuildOptions { Devices = devices, Targets = targets });
        return string.Join(" / ", report.Diagnostics.Where(d => d.Code.StartsWith("BB54", StringComparison.Ordinal))
            .OrderBy(d => d.Message.StartsWith("Kindle", StringComparison.Ordinal) ? 0 : d.Message.StartsWith("Apple", StringComparison.Ordinal) ? 1 : 2)
            .Select(d => $"{d.Code} {d.Message.Split(':')[0]} {d.Span.Start.Line},{d.Span.Start.Column}"));
    }
}
