using BookBuilder.Bookdown;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Bookdown;

/// <summary>Which files are the book, in which order, and what book.yml says of it.</summary>
public sealed class ProjectTests
{
    private static string Order(params (string Path, string Text)[] files) =>
        string.Join(' ', Told.Book(files).Files.Select(f => f.Path).Where(p => p.EndsWith(".md", StringComparison.Ordinal)));

    [Fact]
    public void Files_stand_in_alphabetical_order_index_first_and_those_with_an_underscore_not_at_all() =>
        Assert.Equal("index.md 01.md 10.md 2.md", Order(("2.Rmd", "# B"), ("10.Rmd", "# A"), ("01.Rmd", "# Z"), ("index.Rmd", "# I"), ("_x.Rmd", "# X"), ("_bookdown.yml", "")));

    [Fact]
    public void Listed_files_stand_in_their_order_after_index() =>
        Assert.Equal("index.md b.md a.md", Order(("_bookdown.yml", "rmd_files: [b.Rmd, index.Rmd, a.Rmd]"), ("a.Rmd", "# A"), ("b.Rmd", "# B"), ("c.Rmd", "# C"), ("index.Rmd", "# I")));

    [Fact]
    public void Folders_below_the_root_belong_to_it_when_the_project_says_so() =>
        Assert.Equal("index.md sub/a.md", Order(("_bookdown.yml", "rmd_subdir: [sub]"), ("index.Rmd", "# I"), ("sub/a.Rmd", "# A"), ("other/b.Rmd", "# B")));

    [Fact]
    public void Of_files_listed_for_each_output_those_for_screens_are_the_book_and_that_is_told()
    {
        TranslatedBook book = Told.Book(("_bookdown.yml", "rmd_files:\n  html: [index.Rmd, a.Rmd]\n  latex: [index.Rmd]"), ("index.Rmd", "# I"), ("a.Rmd", "# A"));
        Assert.Contains(book.Files, f => f.Path == "a.md");
        Assert.Equal(["BB6110"], book.Codes());
    }

    [Fact]
    public void A_listed_file_that_is_not_there_is_an_error_where_it_is_listed()
    {
        Diagnostic said = Assert.Single(Told.Book(("_bookdown.yml", "rmd_files:\n  - index.Rmd\n  - lost.Rmd\n"), ("index.Rmd", "# I")).Diagnostics);
        Assert.Equal(("BB4001", Severity.Error, 3), (said.Code, said.Severity, said.Span.Start.Line));
    }

    [Theory]
    [InlineData("_main.md", "main.md")]
    [InlineData("01-tides.md", "01-tides.md")]
    public void Knitted_Markdown_is_a_book_when_nothing_else_is_there(string path, string chapter) =>
        Assert.Equal(chapter, Order(("_bookdown.yml", "title: x"), (path, "# T\n\nWords.\n"), ("README.md", "About.")));

    [Fact]
    public void Each_heading_of_level_one_is_a_chapter_and_a_file_without_one_goes_on_with_the_chapter_before() =>
        Assert.Equal("index.md index-2.md 02.md", Order(("index.Rmd", "# One\n\nA\n\n# Two\n\nB\n"), ("01.Rmd", "More of two.\n"), ("02.Rmd", "# Three\n")));

    [Fact]
    public void Parts_appendices_and_unnumbered_chapters_take_their_places()
    {
        TranslatedBook book = Told.Book(
            ("index.Rmd", "---\ntitle: \"T: of tides\"\nauthor: [A, B]\ndate: 16 August 2023\nlof: yes\n---\n\n# Preface {-}\n\nP\n"),
            ("01.Rmd", "# (PART) First {-}\n\n# One\n\n1\n"),
            ("02.Rmd", "# (PART\\*) Second {-}\n\n# Two\n\n2\n"),
            ("03.Rmd", "# (APPENDIX) Appendix {-}\n\n# Lists\n\nL\n"),
            ("04.Rmd", "# References {-}\n\nR\n"));
        Assert.Equal(
            """
            title: "T: of tides"
            authors:
              - "A"
              - "B"
            date: 2023-08-16
            front-matter:
              - "index.md"
            chapters:
              - part: "01-part.md"
                chapters:
                  - "01.md"
              - part: "02-part.md"
                chapters:
                  - "02.md"
            appendices:
              - "03.md"
            back-matter:
              - "04.md"
            lists: [figures]

            """.ReplaceLineEndings("\n"), book.Files[0].Text);
        Assert.Equal("# First", Told.Words(book, "01-part.md"));
        Assert.Equal("# Second {-}", Told.Words(book, "02-part.md"));
    }

    [Fact]
    public void The_day_of_the_build_is_no_date_and_that_is_told()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "---\ntitle: T\ndate: \"`r Sys.Date()`\"\n---\n\n# C\n"));
        Assert.DoesNotContain("date", book.Files[0].Text, StringComparison.Ordinal);
        Assert.Equal(["BB6124"], book.Codes());
    }

    [Fact]
    public void Settings_with_a_counterpart_are_kept_and_all_others_found()
    {
        TranslatedBook book = Told.Book(
            ("_bookdown.yml", "book_filename: tides\nlanguage:\n  label:\n    fig: 'Abb. '\n  ui:\n    chapter_name: 'Kapitel '\n"),
            ("_output.yml", "bookdown::pdf_book:\n  toc_depth: 3\n  number_sections: false\n  template: x.tex\n"),
            ("index.Rmd", "---\ntitle: T\nlang: de\nclassoption: [oneside, openany]\npapersize: a4\nfontsize: 11pt\n---\n# C\n"));
        string yaml = book.Files[0].Text;
        foreach (string line in (string[])["lang: \"de\"", "toc: { depth: 3 }", "numbering: false", "  figure: \"Abb\"", "  chapter: \"Kapitel\"", "  paper: a4", "  opening: any", "  sides: one", "  size: 11pt", "output: { name: \"tides\" }"])
            Assert.Contains(line + "\n", yaml, StringComparison.Ordinal);
        Assert.Contains(book.Findings, f => f.Construct.Contains("template", StringComparison.Ordinal) && f.Carrying == Carrying.LeftOut);
    }

    [Fact]
    public void Notes_of_one_label_in_several_files_each_keep_their_text_and_every_collision_is_told_with_both_places()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# A\n\nA.[^1]\n\n[^1]: Note of A.\n"), ("01.Rmd", "# B\n\nB.[^1]\n\n[^1]: Note of B.\n"));
        Assert.Contains("[^1]: Note of A.", Told.Words(book, "index.md"), StringComparison.Ordinal);
        Assert.Contains("[^1]: Note of B.", Told.Words(book, "01.md"), StringComparison.Ordinal);
        Diagnostic said = Assert.Single(book.Diagnostics);
        Assert.Equal(("BB6118", "01.Rmd", 5), (said.Code, said.Span.Path, said.Span.Start.Line));
        Assert.Contains("index.Rmd(5)", said.Hints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_takes_the_note_of_another_file_when_its_own_has_none_and_notes_at_a_file_s_end_go_to_their_chapters()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# A\n\nA.[^a]\n\n# B\n\nB.[^b]\n\n[^a]: For A,\n    in two lines.\n\n[^b]: For B.\n"), ("01.Rmd", "# D\n\nD.[^b]\n"));
        Assert.Equal("# A\nA.[^a]\n[^a]: For A,\n    in two lines.", Told.Words(book, "index.md"));
        Assert.Equal("# B\nB.[^b]\n[^b]: For B.", Told.Words(book, "index-2.md"));
        Assert.Equal("# D\nD.[^b]\n[^b]: For B.", Told.Words(book, "01.md"));
    }

    [Fact]
    public void Two_notes_of_one_label_in_one_file_are_both_printed()
    {
        string chapter = Told.Chapter("A.[^1] B.[^1]\n\n[^1]: First.\n\n[^1]: Second.\n");
        Assert.Equal("A.[^1] B.[^1-2]\n[^1]: First.\n[^1-2]: Second.", chapter);
        Assert.Equal("A.[^1][^1-2]\n[^1]: First.\n[^1-2]: Second.", Told.Chapter("A.[^1]\n\n[^1]: First.\n\n[^1]: Second.\n"));
    }

    [Fact]
    public void Links_into_other_files_arrive_at_their_headings()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n[a](01-tides.html#ebb) [b](01-tides.html) [c](#ebb) [d](tides.html) [e](x.pdf)\n"), ("01-tides.Rmd", "# Tides {#tides}\n\n## Ebb\n"));
        Assert.Equal("[a](#ebb) [b](#tides) [c](#ebb) [d](#tides) e", Told.Words(book, "index.md"));
        Assert.Equal("# Tides {#tides}\n## Ebb {#ebb}", Told.Words(book, "01-tides.md"));
    }

    [Fact]
    public void A_heading_of_the_same_words_in_two_chapters_is_no_ambiguity_the_first_is_meant()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n## Aims\n\n\\@ref(aims) \\@ref(aims-1)\n"), ("01.Rmd", "# D\n\n## Aims\n"));
        Assert.Contains("## Aims {#aims}", Told.Words(book, "index.md"), StringComparison.Ordinal);
        Assert.Contains("## Aims {#aims-1}", Told.Words(book, "01.md"), StringComparison.Ordinal);
        Assert.Empty(book.Diagnostics);
    }

    [Fact]
    public void A_label_that_stands_twice_is_told_and_kept_once()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n## A {#x}\n\n## B {#x}\n"));
        Assert.Equal("## A {#x}\n## B {}", Told.Words(book, "index.md"));
        Assert.Equal(["BB6121"], book.Codes());
    }

    [Fact]
    public void Addresses_defined_in_one_file_serve_in_all() =>
        Assert.Contains("[sea]: https://example.org", Told.Words(Told.Book(("index.Rmd", "# C\n\nThe [sea].\n"), ("01.Rmd", "# D\n\n[sea]: https://example.org\n")), "index.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("_bookdown.yml", "", true)]
    [InlineData("index.Rmd", "---\nsite: bookdown::bookdown_site\n---\n", true)]
    [InlineData("paper.Rmd", "# P", true)]
    [InlineData("paper.md", "# P", false)]
    public void A_book_is_known_by_its_files(string path, string text, bool isBookdown) =>
        Assert.Equal(isBookdown, BookdownBook.Recognizes(MemoryFiles.FromTexts("b", [new(path, text)])));
}
