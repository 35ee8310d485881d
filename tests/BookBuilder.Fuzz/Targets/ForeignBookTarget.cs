using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Fuzz.Targets;

/// <summary>A book of another tool: its translation, and its chapters read as ours.</summary>
internal sealed class ForeignBookTarget : FuzzTarget
{
    private readonly SourceDialect _dialect;

    private ForeignBookTarget(string name, SourceDialect dialect, ImmutableArray<string> seeds, ImmutableArray<string> tokens) =>
        (Name, _dialect, Seeds, Tokens) = (name, dialect, seeds, [.. tokens, .. MarkdownTarget.MarkdownTokens]);

    public override string Name { get; }
    public override bool MayBeCut => false;
    public override int Most => 10_000;
    public override int Batch => 200;
    public override ImmutableArray<string> Seeds { get; }
    public override ImmutableArray<string> Tokens { get; }

    private static ImmutableArray<string> ChunkTokens { get; } =
    [
        "```{r}\n", "```{r a, echo=FALSE, fig.cap=\"x\"}\n", "```\n", "```{python}\n", "#| label: a\n", "#| fig-cap: \"x\"\n", "`r 1+1`", "`r x`", "x <- 1\n", "knitr::kable(data.frame(a=1))\n", "knitr::include_graphics('a.png')\n", "```{block, type='note'}\n", "```{r child='a.Rmd'}\n", "eval=FALSE, ", "<<a>>\n", "knitr::opts_chunk$set(echo = FALSE)\n",
        "\\@ref(fig:a)", "\\@ref(a)", "(ref:a) b\n", "(\\#fig:a)", "(\\#eq:a)", "\\begin{equation}\n", "\\end{equation}\n", "\\newpage\n", "\\begin{theorem}\n", "\\textbf{", "::: {.theorem #a name=\"b\"}\n", "# (PART) A {-}\n", "# (APPENDIX) A {-}\n", "<!--chapter:end:a-->\n", "[@a, p. 3]", "@a",
    ];

    /// <summary>One file with chunks.</summary>
    public static ForeignBookTarget Knitr() => new("knitr", SourceDialect.Bookdown,
    [
        .. Corpus.Texts(".Rmd").Where(static t => t.Length < 3_000).Select(static t => FileBundle.Of([("index.Rmd", t)])),
    ], ChunkTokens);

    /// <summary>A folder of bookdown.</summary>
    public static ForeignBookTarget Bookdown() => new("bookdown", SourceDialect.Bookdown, [Corpus.Bundle("tests/BookBuilder.Tests/Bookdown/sample")],
        [.. ChunkTokens, "\n=====> a.Rmd\n", "\n=====> _bookdown.yml\n", "rmd_files: [", "language:\n", "output:\n", "bibliography: book.bib\n", "title: "]);

    /// <summary>A folder of Quarto.</summary>
    public static ForeignBookTarget Quarto() => new("quarto", SourceDialect.Quarto, [Corpus.Bundle("tests/BookBuilder.Tests/Quarto/sample")],
    [
        .. ChunkTokens, "{{< include a.qmd >}}", "{{< include index.qmd >}}", "{{< var a >}}", "{{< pagebreak >}}", "{{< meta title >}}", "{{<", ">}}", "::: {#fig-a layout-ncol=2}\n", "::: {.content-visible when-format=\"pdf\"}\n", "::: {.panel-tabset}\n", "::: {.list-table}\n", "::: {.callout-note collapse=true}\n", ":::\n", "{#fig-a}", "@fig-a",
        "\n=====> _quarto.yml\n", "book:\n", "  chapters: [", "execute:\n", "format:\n", "\n=====> a.qmd\n", "---\ntitle: a\n---\n",
    ]);

    /// <summary>A notebook in a folder of Quarto.</summary>
    public static ForeignBookTarget Notebook() => new("ipynb", SourceDialect.Quarto,
    [
        FileBundle.Of([("_quarto.yml", "project: {type: book}\nbook:\n  title: T\n  chapters: [index.qmd, a.ipynb]\n"), ("index.qmd", "# A\n"), ("a.ipynb",
            "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":[\"# B\\n\",\"Text $x$\"]},{\"cell_type\":\"code\",\"metadata\":{},\"source\":\"1+1\",\"outputs\":[{\"output_type\":\"execute_result\",\"data\":{\"text/plain\":[\"2\"],\"image/png\":\"AA==\",\"text/markdown\":\"*a*\"}},{\"output_type\":\"stream\",\"text\":[\"a\\n\"]}]},{\"cell_type\":\"raw\",\"source\":\"---\\ntitle: x\\n---\"}],\"metadata\":{\"kernelspec\":{\"language\":\"python\"}},\"nbformat\":4,\"nbformat_minor\":5}\n")]),
        FileBundle.Of([("_quarto.yml", "book:\n  title: T\n  chapters: [a.ipynb]\n"), ("a.ipynb", "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"source\": [\n    \"#| label: fig-a\\n\",\n    \"#| fig-cap: C\\n\",\n    \"plot()\"\n   ],\n   \"outputs\": []\n  }\n ],\n \"metadata\": {}\n}\n")]),
    ], ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "\"cells\":", "\"cell_type\":\"code\"", "\"source\":", "\"outputs\":", "\"data\":", "\"text/plain\":", "\\u0000", "\\ud800", "\\n", "[[[[[[[[[[", "{\"a\":"]);

    /// <summary>A folder of mdBook.</summary>
    public static ForeignBookTarget MdBook() => new("mdbook", SourceDialect.MdBook, [Corpus.Bundle("tests/BookBuilder.Tests/MdBook/sample")],
    [
        "{{#include a.rs}}", "{{#include a.md:2:3}}", "{{#include rope.md}}", "{{#include code/splice.rs:a}}", "{{#rustdoc_include ", "{{#playground a.rs}}", "{{#title a}}", "{{#", "}}", "// ANCHOR: a\n", "// ANCHOR_END: a\n", "# hidden\n", "```rust,editable\n", "- [A](a.md)\n", "    - [B](b.md)\n", "- [C]()\n", "# Part\n", "---\n",
        "\n=====> src/SUMMARY.md\n", "\n=====> book.toml\n", "[book]\n", "src = \"src\"\n", "[preprocessor.x]\n",
    ]);

    /// <summary>A folder of Pandoc's Markdown.</summary>
    public static ForeignBookTarget Pandoc() => new("pandoc", SourceDialect.Pandoc,
    [
        Corpus.Bundle("tests/BookBuilder.Tests/Pandoc/sample"),
        .. Corpus.Texts("Pandoc/PandocMarkdownTests.cs", "Pandoc/RawTextTests.cs", "Pandoc/PandocFolderTests.cs").Select(static t => FileBundle.Of([("metadata.yaml", "title: T\n"), ("01.md", t[..Math.Min(t.Length, 6_000)].Replace("\\n", "\n", StringComparison.Ordinal))])),
    ],
    [
        "% Title\n% Author\n", "---\ntitle: a\n---\n", "(@) ", "(@a) ", "#. ", "| line\n", "  -----  ----\n", "  a      b\n", "-----\n", "+---+\n", ": caption\n", "\\begin{tabular}{ll}\n", "\\end{tabular}\n", "\\footnote{", "\\emph{", "\\cite{a}", "<div class=\"a\">\n", "</div>\n", "<table><tr><td>", "</td></tr></table>", "<sup>", "<a href=\"b\">", "`<b>`{=html}", "```{=latex}\n", "~a~", "[a]{.smallcaps}", "::: a\n", ":::\n", "\n=====> 02.md\n", "{.unnumbered}", "[@a; -@b, p. 3]",
    ]);

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        MemoryFiles files = FileBundle.Files(input);
        TranslatedBook book = SourceForm.Translate(BookProject.FromFiles(files), _dialect, new TranslationSettings(), BookBuilder.Model.Metadata.BookLimits.Default)
            ?? throw new BrokenPromiseException("a book of another tool is translated", _dialect.ToString());
        SpanPromise.Check(book.Diagnostics, path => FileBundle.Text(files, path), mayBePlaceless: true);
        if (BookManifestReader.Read(book.Files[0].Text, "book.yml").Diagnostics.FirstOrDefault(static d => d.Code is "BB1101" or "BB1103" or "BB1104") is { } error)
            throw new BrokenPromiseException("the book.yml that a translation makes can be read", error.ToString());
        var origins = new Origins(book, files);
        foreach (TranslatedFile file in book.Files.Where(static f => f.Path.EndsWith(".md", StringComparison.Ordinal)))
            foreach (Diagnostic said in MarkdownReader.Read(new ChapterSource("a", file.Path, ChapterRole.Body, file.Text, "en-US")).Diagnostics)
            {
                SourceSpan place = origins.Of(said.Span);
                if (place.Path.Length == 0 || place.Path == file.Path && FileBundle.Text(files, place.Path) is null) continue;
                SpanPromise.Check([said with { Span = place }], path => FileBundle.Text(files, path), mayBePlaceless: true);
            }
    }
}
