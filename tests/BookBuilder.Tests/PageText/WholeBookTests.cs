using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.PageText;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.PageText;

/// <summary>One made-up book with everything, from its pages to its PDF and EPUB.</summary>
public sealed class WholeBookTests
{
    private readonly PageTextBook _book = PrintedNumbers.Compare(Pages.Read(HarbourPages.Text), "pages.txt");

    [Fact]
    public void Everything_is_found_and_counted()
    {
        PageTextCounts counts = _book.Counts;
        Assert.Equal((4, 3, 1), (counts.Chapters, counts.Sections, counts.Subsections));
        Assert.Equal((7, 7, 4), (counts.Notes, counts.Marks, counts.CollidedNotes));
        Assert.Equal((4, 2), (counts.Joined, counts.OpenEnds));
        Assert.Equal((1, 2, 2), (counts.Tables, counts.Captions, counts.MissingPictures));
        Assert.Equal((6, 1, 0), (counts.ContentsRows, counts.ContentsDifferences, counts.NumberDifferences));
        Assert.Equal(3, counts.Items);
        Assert.Equal("Ada Lind; Bo Berg; Carl van der Holm", string.Join("; ", _book.Metadata.Authors));
    }

    [Fact]
    public void A_chapter_reads_as_its_authors_wrote_it() => Assert.Equal(
        """
        # Tides

        The sea rises twice a day, and whoever lives at its shore knows the hours of it by heart; they profess to feel them. A ship of \$3 million waits for them.

        ## The moon's part

        The moon[^1] pulls the sea below it, as we can see in the chart below[^2][^3]. It pulls what is far from it less than what is near. The slope is $m$ of $y = mx + b$ .

        ![](../figures/missing-line-31.svg){alt="Placeholder: the picture is missing in the text this book was made from (line 31)." width=70%}

        ::: {.figure-note}
        Source: the harbour office. Note: The line is a guess.
        :::

        ### Spring tide

        The water stands highest when sun and moon pull in one line, as they do twice in every month.

        ![Heights of a day](../figures/missing-1-1.svg){#fig-1-1 alt="Placeholder: the picture is missing in the text this book was made from (line 50)." width=70%}

        ## The sun

        - **Far:** The sun is far away.
        - **Large:** It is so large that its pull is, in spite of all the distance between them, almost half of the moon's.
        - **Bright:** That is of no use here.

        <!-- Note 1: the source printed this text, which belongs to a note of 'Towns'. The note's own text is lost. -->

        [^1]: <https://towns.example/a>

        <!-- Note 2: the source printed this text, which belongs to a note of 'Towns'. The note's own text is lost. -->

        [^2]: <https://towns.example/b_c>, <https://towns.example/d(2)>

        [^3]: <https://moon.example/own>

        """.ReplaceLineEndings("\n"), _book.Chapters[0].Markdown);

    [Fact]
    public void The_report_has_the_counts_and_a_line_for_each_decision()
    {
        string report = PageTextFiles.Of(_book).Single(f => f.Path == "import-report.md").Text;
        Assert.Contains("- 4 chapters, 3 sections, 1 subsection\n", report);
        Assert.Contains("- 7 notes with 7 marks; 4 of them collided in the source\n", report);
        Assert.Equal(_book.Decisions.Length, report.Split('\n').Count(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| line", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal)));
        Assert.Matches(@"\| join-word \| `pro- fess` \| `profess` \| medium \|", report);
    }

    [Fact]
    public async Task It_builds_without_an_error_and_prints_its_notes()
    {
        (BuildReport built, var files) = await BooksInMemory.Of([.. PageTextFiles.Of(_book).Select(f => (f.Path, f.Text))]).BuildAsync();
        Assert.DoesNotContain(built.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(2, files.Keys.Count(k => k.EndsWith(".pdf", StringComparison.Ordinal) || k.EndsWith(".epub", StringComparison.Ordinal)));
        Assert.Equal((7, 2, 1), (built.Counts.Notes, built.Counts.Figures, built.Counts.Tables));
    }

    [Fact]
    public void The_same_text_gives_the_same_book() =>
        Assert.Equal(PageTextFiles.Of(_book).AsEnumerable(), PageTextFiles.Of(PrintedNumbers.Compare(Pages.Read(HarbourPages.Text), "pages.txt")));
}
