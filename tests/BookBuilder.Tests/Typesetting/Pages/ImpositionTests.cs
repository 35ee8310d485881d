using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Pages;

namespace BookBuilder.Tests.Typesetting.Pages;

public sealed class ImpositionTests
{
    [Fact]
    public void Front_matter_counts_in_roman_and_the_body_begins_again_with_one_on_the_right()
    {
        Assert.Equal("i ii* iii iv v vi* 1 2 3", Slots(ChapterOpening.Right,
            (SectionRole.HalfTitle, 1), (SectionRole.TitlePage, 1), (SectionRole.Copyright, 1), (SectionRole.Contents, 1), (SectionRole.Chapter, 3)));
    }

    [Fact]
    public void A_chapter_that_ends_on_the_right_is_followed_by_a_blank_page() =>
        Assert.Equal("1 2* 3 4 5", Slots(ChapterOpening.Right, (SectionRole.Chapter, 1), (SectionRole.Chapter, 3)));

    [Fact]
    public void With_any_opening_chapters_follow_each_other() =>
        Assert.Equal("1 2 3 4", Slots(ChapterOpening.Any, (SectionRole.Chapter, 1), (SectionRole.Chapter, 3)));

    [Fact]
    public void Parts_open_on_the_right_whatever_the_chapters_do() =>
        Assert.Equal("1 2* 3 4", Slots(ChapterOpening.Any, (SectionRole.Chapter, 1), (SectionRole.Part, 1), (SectionRole.Chapter, 1)));

    private static string Slots(ChapterOpening opening, params (SectionRole Role, int Pages)[] sections)
    {
        ImmutableArray<PageSlot> slots = Imposition.Impose([.. sections.Select(s => s.Role)], [.. sections.Select(s => s.Pages)], opening);
        return string.Join(' ', slots.Select(s => s.Section < 0 ? s.Label + "*" : s.Label));
    }
}
