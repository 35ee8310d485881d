using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Pandoc;

/// <summary>Folders of Pandoc's Markdown as books.</summary>
public sealed class PandocFolderTests
{
    [Fact]
    public void A_folder_is_pandocs_when_a_metadata_file_or_the_first_file_alone_names_the_title()
    {
        Assert.Equal(SourceDialect.Pandoc, Form(("metadata.yaml", "title: A"), ("a.md", "# A")));
        Assert.Equal(SourceDialect.Pandoc, Form(("defaults.yaml", "input-files: [a.md]"), ("a.md", "# A")));
        Assert.Equal(SourceDialect.Pandoc, Form(("1.md", "---\ntitle: A\n---\n\n# One\n"), ("2.md", "# Two")));
        Assert.Equal(SourceDialect.Native, Form(("1.md", "---\ntitle: A\n---\n\n# One\n"), ("2.md", "---\ntitle: B\n---\n\n# Two\n")));
        Assert.Equal(SourceDialect.Native, Form(("1.md", "# One"), ("2.md", "# Two")));
        Assert.Equal(SourceDialect.Native, Form(("book.yml", "title: A"), ("metadata.yaml", "title: B"), ("1.md", "# One")));
    }

    [Fact]
    public void One_file_with_many_headings_becomes_as_many_chapters()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("book.md", "---\ntitle: Lamps\nauthor: [Ada Lind, Jonas Brekke]\ndate: May 1, 2024\n---\n\n# Preface {-}\n\nA.\n\n# Oil\n\nB.\n\n# Wicks\n\nC.\n"));
        Assert.Equal(["book.yml", "preface.md", "oil.md", "wicks.md"], book.Files.Select(f => f.Path));
        Assert.Equal(
            ["title: \"Lamps\"", "authors:", "  - name: \"Ada Lind\"", "  - name: \"Jonas Brekke\"", "date: 2024-05-01", "front-matter:", "  - \"preface.md\"", "chapters:", "  - \"oil.md\"", "  - \"wicks.md\""],
            book.File("book.yml"));
    }

    [Fact]
    public void Each_chapter_is_given_the_notes_it_marks_and_collisions_are_told_apart()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc,
            ("1.md", "---\ntitle: Lamps\n---\n\n# Oil\n\nA.[^1] B.[^late]\n\n[^1]: First.\n"), ("2.md", "# Wicks\n\nC.[^1]\n\n[^1]: Second.\n\n[^late]: Late.\n"));
        Assert.Equal(["# Oil", "A.[^1] B.[^late]", "[^1]: First.", "[^late]: Late."], book.File("1.md"));
        Assert.Equal(["# Wicks", "C.[^1]", "[^1]: Second."], book.File("2.md"));
        Assert.Equal(["BB6406", "BB6407"], book.Diagnostics.Select(d => d.Code).Where(c => c is "BB6406" or "BB6407"));
    }

    [Fact]
    public void A_mark_before_a_colon_has_its_note()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("1.md", "# Oil\n\nAs Darwin wrote[^1]: \"text\". And \\[^1].\n\n[^1]: First.\n"));
        Assert.Equal(["# Oil", "As Darwin wrote[^1]: \"text\". And \\[^1].", "[^1]: First."], book.File("1.md"));
        Assert.Empty(book.Diagnostics);
        book = Told.Book(SourceDialect.Quarto, ("_quarto.yml", "book:\n  title: T\n  chapters: [a.qmd]\n"), ("a.qmd", "# A\n\nAs Darwin wrote[^1]: \"text\".\n"));
        Assert.Equal("BB6205", Assert.Single(book.Diagnostics).Code);
    }

    [Fact]
    public void Several_notes_of_one_label_in_a_file_are_for_its_marks_in_their_order_and_none_is_lost()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("1.md", "# Oil\n\nA.[^1]\n\n[^1]: First.\n\n# Wicks\n\nB.[^1]\n\n[^1]: Second.\n\n[^1]: Third.\n"));
        Assert.Equal(["# Oil", "A.[^1]", "[^1]: First."], book.File("oil.md"));
        Assert.Equal(["# Wicks", "B.[^1]", "[^1]: Second.", "[^1-2]: Third."], book.File("wicks.md"));
        Assert.Equal(["BB6119", "BB6119"], book.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Text_between_two_rules_is_no_yaml_and_stays()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("1.md", "# One\n\nPara.\n\n---\n# Two\n\nText.\n\n---\n\nAfter.\n\n---\nauthor: Ada\n---\n"));
        Assert.Contains("Text.", book.Files.SelectMany(f => f.Lines).Select(l => l.Text));
        Assert.Contains("  - name: \"Ada\"", book.File("book.yml"));
        Assert.DoesNotContain("author: Ada", book.Files.SelectMany(f => f.Lines).Select(l => l.Text));
    }

    [Fact]
    public void A_division_that_is_never_closed_ends_no_cutting()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("1.md", "# One\n\n::: note\n\nText.\n\n# Two\n"), ("2.md", "# Three\n\n::: note\n# In it\n:::\n"));
        Assert.Equal(["book.yml", "one.md", "two.md", "2.md"], book.Files.Select(f => f.Path));
    }

    [Fact]
    public void Markdown_in_folders_that_is_not_in_the_book_is_told_unless_it_is_included()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("index.md", "# One\n\n!include ch/01.md\n"), ("ch/01.md", "a\n"), ("ch/02.md", "b\n"), ("ch/03.md", "c\n"), ("ch/README.md", "d\n"));
        var said = Assert.Single(book.Diagnostics);
        Assert.Equal(("BB6409", "'ch/02.md' and 1 more Markdown file in folders are not in the book"), (said.Code, said.Message));
        Assert.Empty(Told.Book(SourceDialect.Pandoc, ("defaults.yaml", "input-files: [index.md]\nmetadata: { title: Lamps }"), ("index.md", "# One\n"), ("ch/02.md", "b\n")).Diagnostics);
    }

    [Fact]
    public void Chapters_whose_names_differ_only_in_case_have_names_of_their_own()
    {
        Assert.Equal(["book.yml", "Oil.md", "oil-2.md"], Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("Oil.md", "# Oil\n"), ("oil.md", "# Oil, too\n")).Files.Select(f => f.Path));
        Assert.Equal(["book.yml", "a.md", "A-2.md", "a-3.md"],
            Told.Book(SourceDialect.Quarto, ("_quarto.yml", "book:\n  title: T\n  chapters: [a.qmd, A.qmd, a.md]\n"), ("a.qmd", "# A\n"), ("A.qmd", "# B\n"), ("a.md", "# C\n")).Files.Select(f => f.Path));
        Assert.Equal(["book.yml", "src/a.md", "src/A-2.md"],
            Told.Book(SourceDialect.MdBook, ("book.toml", "[book]\n"), ("src/SUMMARY.md", "- [A](a.md)\n- [B](A.md)\n"), ("src/a.md", "# A\n"), ("src/A.md", "# B\n")).Files.Select(f => f.Path));
        Assert.Equal(["book.yml", "a.md", "A-2.md"],
            Told.Book(SourceDialect.Bookdown, ("_bookdown.yml", "rmd_files: [a.Rmd, A.Rmd]\n"), ("a.Rmd", "# A\n"), ("A.Rmd", "# B\n")).Files.Select(f => f.Path));
    }

    [Fact]
    public void A_defaults_file_says_which_files_in_which_order()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc,
            ("defaults.yaml", "input-files: [b.md, a.md]\nmetadata:\n  title: Lamps\ntop-level-division: chapter\n"), ("a.md", "# A\n\na\n"), ("b.md", "# B\n\nb [there](a.md).\n"));
        Assert.Equal(["book.yml", "b.md", "a.md"], book.Files.Select(f => f.Path));
    }

    [Fact]
    public void Chapters_in_pandocs_markdown_may_stand_under_a_book_yml_of_our_own()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("book.yml", "title: Lamps\nsource: { dialect: pandoc }\nchapters: [a.md]\n"), ("a.md", "# A\n\n| one\n| two\n"));
        Assert.Equal(["# A", "::: {.verse}", "one\\", "two", ":::"], book.File("a.md"));
        Assert.Equal(SourceDialect.Pandoc, Form(("book.yml", "title: Lamps\nsource: { dialect: pandoc }\n"), ("a.md", "# A")));
    }

    [Fact]
    public void A_file_that_includes_itself_is_told_at_each_place_and_its_line_stays()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("metadata.yaml", "title: Lamps"), ("a.md", "# A\n\n" + string.Concat(Enumerable.Repeat("!include a.md\n\n", 6))));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => ("BB6203", 3 + 2 * i)), book.Diagnostics.Select(d => (d.Code, d.Span.Start.Line)));
        Assert.Equal(7, book.File("a.md").Length);
    }

    [Fact]
    public void An_included_file_gives_its_text_without_its_yaml_and_not_in_code()
    {
        TranslatedBook book = Told.Book(SourceDialect.Pandoc, ("defaults.yaml", "input-files: [a.md]"), ("a.md", "# A\n\n!include b.md\n\n```\n!include b.md\n```\n\n!include ../c.md\n"), ("b.md", "---\ntitle: B\n---\n\nb\n"));
        Assert.Equal(["# A", "b", "```", "!include b.md", "```", "!include ../c.md"], book.File("a.md"));
        Assert.Contains(book.Diagnostics, d => d.Span is { Path: "a.md", Start.Line: 9 });
    }

    [Fact]
    public void Includes_that_multiply_or_stand_too_deep_come_to_an_end()
    {
        var said = new BookBuilder.Model.Diagnostics.DiagnosticSink();
        var includes = new Includes(said, limit: 20);
        var line = new SourceLine("x", "a.md", 1);
        for (int i = 0; i < 4; i++) includes.Put($"{i}", "a.md", $"{i}", line.At(i), () => [.. Enumerable.Repeat(line, 9)], l => l);
        Assert.Equal(["BB6209", "BB6209"], said.ToImmutable().Select(d => d.Code));

        said = new();
        includes = new Includes(said);
        int depth = 0;
        System.Collections.Immutable.ImmutableArray<SourceLine> Deeper(System.Collections.Immutable.ImmutableArray<SourceLine> lines) =>
            includes.Put($"{++depth}", "a.md", $"{depth}", line.At(depth), () => lines, Deeper) ?? lines;
        Deeper([line]);
        Assert.Equal((11, "BB6208"), (depth, Assert.Single(said.ToImmutable()).Code));
    }

    private static SourceDialect Form(params (string Path, string Text)[] files) =>
        SourceForm.Detect(MemoryFiles.FromTexts("a", files.Select(f => KeyValuePair.Create(f.Path, f.Text))), "book.yml");
}
