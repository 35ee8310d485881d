using BookBuilder.Manifest;
using BookBuilder.MdBook;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Tests.MdBook;

/// <summary>mdBook's summary, its project file, and what it has beyond CommonMark.</summary>
public sealed class MdBookTests
{
    [Fact]
    public void Nested_chapters_are_sections_of_their_chapter_so_that_the_numbers_are_mdbooks()
    {
        TranslatedBook book = Of("- [One](one.md)\n  - [Deep](sub/deep.md)\n- [Two](two.md)\n",
            ("src/one.md", "# One\n\n## Own\n\nA.[^1] [Down](sub/deep.md)\n\n[^1]: a\n"), ("src/sub/deep.md", "# Deep\n\nB.[^1] [Up](../one.md)\n\n[^1]: b\n"), ("src/two.md", "# Two\n\n[Deep](sub/deep.md#deep)\n"));
        Assert.Equal(
            ["# One", "## Own {.unnumbered}", "A.[^1] [Down](#ch-sub-deep)", "[^1]: a", "## Deep {#ch-sub-deep}", "B.[^1-1] [Up](one.md)", "[^1-1]: b"],
            book.File("src/one.md"));
        Assert.Equal(["# Two", "[Deep](#ch-sub-deep)"], book.File("src/two.md"));
    }

    [Fact]
    public void Prefix_and_suffix_chapters_parts_and_drafts_have_their_places() => Assert.Equal(
        ["front-matter:", "  - \"src/a.md\"", "chapters:", "  - part: \"Part\"", "    chapters:", "      - \"src/b.md\"", "      - \"src/draft-4.md\"", "back-matter:", "  - \"src/c.md\""],
        Of("# Summary\n\n[A](a.md)\n\n# Part\n\n- [B](b.md)\n- [Draft]()\n\n---\n\n[C](c.md)\n", ("src/a.md", "# A\n"), ("src/b.md", "# B\n"), ("src/c.md", "# C\n")).File("book.yml")[1..]);

    [Fact]
    public void Signs_that_end_lines_only_in_Unicode_end_none_in_a_title() =>
        Assert.Contains("  - part: \"Rope and knot\"", Of("# Summary\n\n# Rope\u2028and\u0085knot\n\n- [A](a.md)\n", ("src/a.md", "# A\n")).File("book.yml"));

    [Fact]
    public void A_form_feed_counts_no_line_and_a_place_lies_within_its_line()
    {
        TranslatedBook book = Of("# Summary\f\n\n- [A](a.md)\n\nplain words\n", ("src/a.md", "# A\f\n\n{{#include b.md}} {{#unknown}} $x$ [^n]\n"));
        Assert.All(book.Diagnostics.Select(static d => d.Span).Concat(book.Findings.Select(static f => f.Span)).Where(static s => s.Path == "src/a.md"),
            static span => Assert.InRange(span.End.Column, 1, span.Start.Line == 3 ? 43 : 4));
    }

    [Fact]
    public void Mistakes_in_the_summary_have_line_and_column()
    {
        TranslatedBook book = Of("- [A](a.md)\n- no link\n\n[S](s.md)\n\n- [B](b.md)\n", ("src/a.md", "# A\n"), ("src/b.md", "# B\n"), ("src/s.md", "# S\n"));
        Assert.Equal([("src/SUMMARY.md", 2, 3), ("src/SUMMARY.md", 6, 1)],
            book.Diagnostics.Where(d => d.Code == "BB6302").Select(d => (d.Span.Path, d.Span.Start.Line, d.Span.Start.Column)));
    }

    [Fact]
    public void A_file_that_is_missing_is_an_error_and_is_not_made() =>
        Assert.Contains(Of("- [A](a.md)\n").Diagnostics, d => d.Severity == Severity.Error && d.Span is { Path: "src/SUMMARY.md", Start.Line: 1 });

    [Fact]
    public void Includes_take_files_lines_and_anchors()
    {
        const string code = "// ANCHOR: a\none\n// ANCHOR_END: a\ntwo\nthree\n";
        TranslatedBook book = Of("- [A](a.md)\n", ("src/a.md", "# A\n\n```\n{{#include c.rs:a}}\n```\n\n```\n{{#include c.rs:4:}}\n```\n\n```\n{{#include c.rs}}\n```\n\n\\{{#include c.rs}}\n"), ("src/c.rs", code));
        Assert.Equal(["# A", "```", "one", "```", "```", "two", "three", "```", "```", "one", "two", "three", "```", "{{#include c.rs}}"], book.File("src/a.md"));
    }

    [Fact]
    public void Includes_in_circles_end_with_an_error() =>
        Assert.Contains(Of("- [A](a.md)\n", ("src/a.md", "# A\n\n{{#include a.md}}\n")).Diagnostics, d => d.Code == "BB6203");

    [Fact]
    public void Only_a_yaml_block_at_the_very_top_is_taken_out() => Assert.Equal(
        ["# A", "---", "key: words", "---"],
        Of("- [A](a.md)\n", ("src/a.md", "---\ntitle: A\n---\n\n# A\n\n---\nkey: words\n---\n")).File("src/a.md"));

    [Fact]
    public void A_file_may_include_another_part_of_itself() => Assert.Equal(
        ["# A", "one", "one"],
        Of("- [A](a.md)\n", ("src/a.md", "# A\n\none\n\n{{#include a.md:3}}\n")).File("src/a.md"));

    [Fact]
    public void Hidden_lines_and_attributes_of_code_are_dropped() => Assert.Equal(
        ["# A", "```rust", "let x = 1;", "# shown", "```", "```python", "x = 1", "```"],
        Of("- [A](a.md)\n", ("src/a.md", "# A\n\n```rust,editable,no_run\n# use std;\nlet x = 1;\n## shown\n#\n```\n\n```python,hidelines=!!!\n!!!import x\nx = 1\n```\n")).File("src/a.md"));

    [Fact]
    public void Formulas_are_read_only_where_mathjax_is_on()
    {
        const string text = "# A\n\nA \\\\( x \\\\) for $5 or $6.\n\n\\\\[\ny\n\\\\]\n";
        Assert.Equal(["# A", "A $x$ for $5 or $6.", "$$", "y", "$$"],
            Told.Book(SourceDialect.MdBook, ("book.toml", "[output.html]\nmathjax-support = true\n"), ("src/SUMMARY.md", "- [A](a.md)\n"), ("src/a.md", text)).File("src/a.md"));
        Assert.Equal("A \\\\( x \\\\) for \\$5 or \\$6.", Of("- [A](a.md)\n", ("src/a.md", text)).File("src/a.md")[1]);
    }

    [Fact]
    public void Toml_is_read_with_its_strings_lists_and_tables()
    {
        var said = new DiagnosticSink();
        YamlMap map = TomlReader.Read("# a\ntitle = \"A \\\"b\\\" \\u00e9\"\nlist = [1, 'two', # three\n]\n[a.b]\nc = true\nd = { e = \"f\" }\n[[g]]\nh = 1\n[[g]]\nh = 2\n", "book.toml", said);
        Assert.Empty(said.ToImmutable());
        Assert.Equal(("A \"b\" é", "two", true, "f", "2"), (map.Text("title"), map.Items("list")[1].Text(), map.Flag("a", "b", "c"), map.Text("a", "b", "d", "e"), map.Items("g")[1].Text("h")));
    }

    [Theory]
    [InlineData("title = no", 1, 9)]
    [InlineData("a = 1\na = 2\n", 2, 1)]
    [InlineData("a = \"open\n", 1, 5)]
    [InlineData("a = 1 b = 2\n", 1, 7)]
    public void Toml_that_is_wrong_is_told_with_its_place(string toml, int line, int column)
    {
        var said = new DiagnosticSink();
        TomlReader.Read(toml, "book.toml", said);
        Assert.Equal([(line, column)], said.ToImmutable().Select(d => (d.Span.Start.Line, d.Span.Start.Column)));
    }

    private static TranslatedBook Of(string summary, params (string Path, string Text)[] files) =>
        Told.Book(SourceDialect.MdBook, [("book.toml", "[book]\ntitle = \"T\"\n"), ("src/SUMMARY.md", summary), .. files]);
}
