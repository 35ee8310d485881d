using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Manifest;

/// <summary>Each kind of mistake in book.yml, with its place and its remedy.</summary>
public sealed class ManifestMistakeTests
{
    [Theory]
    // Text after the end, and lines that end in CR alone.
    [InlineData("...\ntext", "BB1101", 1, 1, "look at the indentation, and put values with ': ', '#', '[' or '{' in quotes")]
    [InlineData("title: A\rtoc: 2", "BB1106", 2, 6, null)]
    // Keys.
    [InlineData("titel: A Book", "BB1105", 1, 1, "did you mean 'title'?")]
    [InlineData("title: A\npdf:\n  papr: a4", "BB1105", 3, 3, "did you mean 'paper'?")]
    [InlineData("title: A\npdf:\n  margins: { topp: 2cm }", "BB1105", 3, 14, "did you mean 'top'?")]
    [InlineData("title: A\nauthors:\n  - name: Ada\n    afiliation: X", "BB1105", 4, 5, "did you mean 'affiliation'?")]
    [InlineData("title: A\nzzzzzzzz: 1", "BB1105", 2, 1, "known keys: title, subtitle, authors, date, lang, identifiers, publisher, rights, description, subjects, series, print-isbn, front-matter, chapters, parts, appendices, back-matter, toc, lists, numbering, notes, labels, cover, cover-alt, design, pdf, epub, output, handouts, diagnostics, source")]
    [InlineData("title: A\nlabels: { figur: Abb. }", "BB1105", 2, 11, "did you mean 'figure'?")]
    [InlineData("title: A\nsubtitle: B\ntitle: C", "BB1104", 3, 1, "keep one of them")]
    // Kinds of value.
    [InlineData("title: [A, B]", "BB1106", 1, 8, null)]
    [InlineData("title: A\ntoc: 2", "BB1106", 2, 6, null)]
    [InlineData("title: A\ntoc: { depth: two }", "BB1106", 2, 15, null)]
    [InlineData("title: A\npdf: { running-heads: maybe }", "BB1106", 2, 23, null)]
    [InlineData("title: ''", "BB1109", 1, 8, "give it a value, or remove it")]
    [InlineData("- title", "BB1106", 1, 1, null)]
    // Words.
    [InlineData("title: A\npdf: { paper: lettr }", "BB1107", 2, 15, "did you mean 'letter'?")]
    [InlineData("title: A\npdf: { opening: left }", "BB1107", 2, 17, "possible: right, any, run-on, openright, openany")]
    [InlineData("title: A\nlists: [figurs]", "BB1107", 2, 9, "did you mean 'figures'?")]
    [InlineData("title: A\nnotes: { restart: chapters }", "BB1107", 2, 19, "did you mean 'chapter'?")]
    [InlineData("title: A\nepub: { footnotes: endnotes }", "BB1107", 2, 20, "possible: aside, div")]
    // Numbers and lengths.
    [InlineData("title: A\ntoc: { depth: 9 }", "BB1108", 2, 15, null)]
    [InlineData("title: A\npdf: { size: 100pt }", "BB1108", 2, 14, null)]
    [InlineData("title: A\npdf: { size: 10 }", "BB1114", 2, 14, "write a number and a unit: 10pt, 6in, 15mm or 1.5cm")]
    [InlineData("title: A\npdf: { paper: { width: 5in } }", "BB1110", 2, 15, null)]
    [InlineData("title: A\npdf:\n  margins: { inner: 3in, outer: 3in }", "BB1115", 3, 12, "make the margins smaller or the paper larger")]
    // What has a form of its own.
    [InlineData("title: A\ndate: 31.12.2023", "BB1111", 2, 7, "write it as 2023-08-16: year, month, day")]
    [InlineData("title: A\ndate: 2023-02-30", "BB1111", 2, 7, "write it as 2023-08-16: year, month, day")]
    [InlineData("title: A\nlang: english", "BB1112", 2, 7, "did you mean 'en'?")]
    [InlineData("title: A\nlang: en_US", "BB1112", 2, 7, "did you mean 'en-US'?")]
    [InlineData("title: A\npdf: { accent: blue }", "BB1113", 2, 16, "write it as \"#1f3f66\", in quotes")]
    [InlineData("title: A\nidentifiers: [{ isbn: 978-3-16-148410-1 }]", "BB1116", 2, 23, "look for a digit left out or two exchanged")]
    [InlineData("title: A\nidentifiers: [{ scheme: isbm, value: x }]", "BB1107", 2, 25, "did you mean 'isbn'?")]
    [InlineData("title: A\nprint-isbn: 978-3-16-148410-1", "BB1116", 2, 13, "look for a digit left out or two exchanged")]
    [InlineData("title: A\nsubjects: [{ name: Tides, authority: Thena, term: X }]", "BB1107", 2, 38, "did you mean 'Thema'?")]
    [InlineData("title: A\nsubjects: [{ name: Tides, term: X }]", "BB1110", 2, 12, null)]
    [InlineData("title: A\nsubjects: [{ authority: Thema, term: X }]", "BB1110", 2, 12, null)]
    [InlineData("title: A\nseries: { number: 2 }", "BB1110", 2, 9, null)]
    [InlineData("title: A\nseries: { title: S, number: II }", "BB1106", 2, 29, null)]
    [InlineData("title: A\nauthors: [{ sort: X }]", "BB1110", 2, 11, null)]
    [InlineData("title: A\noutput: { name: a/b }", "BB1124", 2, 17, "letters, digits, hyphens and points will do; without folder and extension")]
    // Files.
    [InlineData("title: A\nchapters: [../a.md]", "BB4003", 2, 12, "copy the file into the book's folder")]
    [InlineData("title: A\nchapters: [/etc/a.md]", "BB4003", 2, 12, "copy the file into the book's folder")]
    [InlineData("title: A\ncover: https://example.org/a.png", "BB4003", 2, 8, "copy the file into the book's folder")]
    [InlineData("title: A\noutput: { dir: ../out }", "BB5003", 2, 16, "name a folder below it; only -o on the command line may lead elsewhere")]
    [InlineData("title: A\nchapters: [a.docx]", "BB1123", 2, 12, "chapters end in .md or .markdown")]
    [InlineData("title: A\nchapters:\n  - a.md\n  - ./a.md", "BB1117", 4, 5, "a file can be one chapter only")]
    [InlineData("title: A\nchapters:\n  - chapters: [a.md]", "BB1110", 3, 5, null)]
    // The YAML itself.
    [InlineData("title: A\n  subtitle: B", "BB1101", 2, 11, "look at the indentation, and put values with ': ', '#', '[' or '{' in quotes")]
    [InlineData("title: A\nlists: [figures", "BB1101", 2, 16, "look at the indentation, and put values with ': ', '#', '[' or '{' in quotes")]
    [InlineData("title: [T\nchapters: a.md\n", "BB1101", 1, 8, "look at the indentation, and put values with ': ', '#', '[' or '{' in quotes")]
    [InlineData("title: *nothing", "BB1101", 1, 8, "look at the indentation, and put values with ': ', '#', '[' or '{' in quotes")]
    public void Every_mistake_has_its_place_and_its_remedy(string yaml, string code, int line, int column, string? hint)
    {
        Reported<BookManifest?> read = BookManifestReader.Read(yaml, "book.yml");
        Diagnostic said = Assert.Single(read.Diagnostics);
        Assert.Equal((code, "book.yml", line, column), (said.Code, said.Span.Path, said.Span.Start.Line, said.Span.Start.Column));
        Assert.Equal(hint, said.Hints.FirstOrDefault());
        Assert.False(said.Message.EndsWith('.'));
    }

    [Fact]
    public void All_mistakes_are_told_in_one_run_in_the_order_of_the_text()
    {
        Reported<BookManifest?> read = BookManifestReader.Read(
            "titel: A\nlang: english\npdf:\n  accent: blue\n  papr: a4\nchapters:\n  - ../x.md\n  - a.md\n  - a.md\n", "book.yml");
        Assert.Equal([1, 2, 4, 5, 7, 9], read.Diagnostics.Select(d => d.Span.Start.Line));
    }

    [Fact]
    public void A_mistake_leaves_the_rest_as_it_was_meant()
    {
        BookManifest manifest = BookManifestReader.Read("title: A\ndate: soon\npdf: { paper: a5, accent: blue }\nchapters: [a.md, 7, b.md]", "book.yml").Value!;
        Assert.Equal("A", manifest.Metadata.Title);
        Assert.Null(manifest.Metadata.Date);
        Assert.Equal(PageSize.A5, manifest.Design.Page);
        Assert.Equal(new BookDesign().Accent, manifest.Design.Accent);
        Assert.Equal(["a.md", "b.md"], manifest.Chapters.Select(c => c.Path));
    }

    [Fact]
    public void Aliases_that_multiply_are_stopped()
    {
        string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c <= 'j'; c++)
            bomb += $"{c}: &{c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 10))}]\n";
        Diagnostic said = Assert.Single(BookManifestReader.Read(bomb, "book.yml").Diagnostics);
        Assert.Equal("BB9112", said.Code);
    }

    [Fact]
    public void Endless_nesting_is_stopped() =>
        Assert.Equal("BB9111", Assert.Single(BookManifestReader.Read("title: " + new string('[', 100_000), "book.yml").Diagnostics).Code);

    [Fact]
    public void A_second_document_is_not_read() =>
        Assert.Equal("BB1102", Assert.Single(BookManifestReader.Read("title: A\n---\ntitle: B", "book.yml").Diagnostics).Code);

    [Fact]
    public void An_empty_file_is_no_mistake_of_form() =>
        Assert.Empty(BookManifestReader.Read("# nothing yet\n", "book.yml").Diagnostics);

    [Fact]
    public void No_damage_to_the_text_is_a_fault_of_the_program()
    {
        const string Good = "title: \"A: b\"\nauthors:\n  - { name: Ada, sort: 'Lind, Ada' }\nchapters: [a.md, &x b.md]\nrights: >-\n  All\n  kept\npdf: { size: 10pt }\n";
        foreach (char mark in "[]{}:'\"&*!|>%@`#,-?\n\t ~")
        for (int at = 0; at <= Good.Length; at++)
        {
            BookManifestReader.Read(Good.Insert(at, mark.ToString()), "book.yml");
            BookManifestReader.Read(Good[..at] + mark + Good[Math.Min(Good.Length, at + 1)..], "book.yml");
            BookManifestReader.Read(Good[..at] + mark, "book.yml");
        }
        Assert.Empty(BookManifestReader.Read(Good, "book.yml").Diagnostics);
    }
}
