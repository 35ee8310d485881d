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

    private static SourceDialect Form(params (string Path, string Text)[] files) =>
        SourceForm.Detect(MemoryFiles.FromTexts("a", files.Select(f => KeyValuePair.Create(f.Path, f.Text))), "book.yml");
}
