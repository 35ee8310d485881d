using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Pages;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>What a section's pages were made of takes more room than the pages. It is kept only where somebody will ask for it.</summary>
public sealed class SectionMakingTests
{
    [Theory]
    [InlineData(ChapterOpening.Right, PrintedSides.Two, false)]
    [InlineData(ChapterOpening.Any, PrintedSides.One, false)]
    [InlineData(ChapterOpening.Any, PrintedSides.Two, true)]
    public void It_is_let_go_where_the_section_cannot_come_to_stand_on_the_other_side(ChapterOpening opening, PrintedSides sides, bool isKept)
    {
        var memory = new CompositionMemory();
        ResolvedBook book = Sheets.Book(Sheets.Design() with { Opening = opening, Sides = sides }, "# A\n\nWords.", "# B\n\nMore words.");
        BookComposer.Compose(book, Pictures.None, () => new FixedPitchShaper(), null, CancellationToken.None, memory: memory);
        foreach (ResolvedChapter chapter in book.Chapters.Where(c => c.Role == SectionRole.Chapter))
        {
            Assert.True(memory.Runs.TryRecall(chapter, out SetRun? run));
            Assert.Equal(isKept, run.Form(PageSide.Recto, [])!.Making is not null);
        }
    }
}
