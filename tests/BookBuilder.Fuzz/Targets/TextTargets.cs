using System.Collections.Immutable;
using BookBuilder.Cli;
using BookBuilder.Explaining;
using BookBuilder.Files;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Svg;
using BookBuilder.Graphics.Vector;
using BookBuilder.Knitr;
using BookBuilder.Manifest;
using BookBuilder.Markdown;
using BookBuilder.Mathematics;
using BookBuilder.MdBook;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.PageText;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Fuzz.Targets;

/// <summary>A chapter's text.</summary>
internal sealed class MarkdownTarget : FuzzTarget
{
    public override string Name => "markdown";
    public override ImmutableArray<string> Seeds { get; } = Corpus.Texts(".md");
    public override ImmutableArray<string> Tokens { get; } = MarkdownTokens;

    /// <summary>What means something in our Markdown.</summary>
    public static ImmutableArray<string> MarkdownTokens { get; } =
    [
        "#", "## ", "### A {#sec-a}\n", "*", "**", "***", "_", "__", "~~", "~", "^", "`", "``", "```\n", "~~~\n", "````{.r}\n", "> ", ">", "- ", "+ ", "1. ", "a) ", "(1) ", "- [ ] ", "    ", "\t", "\n\n", "\\", "\\\n", "  \n",
        "[", "]", "(", ")", "](", "![", "![a](b.png){#fig-a alt=\"x\"}", "[^1]", "[^1]: note\n", "^[note]", "^[a ^[b] c]", "[a]: b\n", "<", ">", "<!--", "-->", "<b>", "</b>", "<br>", "<span lang=\"de\">", "</span>", "<https://a.b>", "&amp;", "&#0;", "&#x110000;",
        "{", "}", "{#a}", "{.b}", "{-}", "{lang=he}", "{width=50%}", "{=html}", "::: ", ":::\n", "::: {.verse}\n", "::: {.callout-tip title=\"a\"}\n", ":::: {.theorem #thm-a}\n", "::: {.sources}\n:::\n", "::: {.epigraph}\n",
        "|", "| a | b |\n|---|--:|\n| c | d |\n", "+---+---+\n", "+===+===+\n", "|:-:|\n", "Table: a {#tbl-a}\n", ": d\n", "$", "$$", "$$\n", "$a_1$", "\\(", "\\)", "\\[", "@fig-a", "@sec-a", "[-@tbl-a]", "[@sec-a]{.page}", "\\@ref(fig:a)", "(\\#eq:a)",
        "---\n", "***\n", "* * *\n", "===\n", "...", "--", "---", "'", "\"", "[!NOTE]\n", "http://a.b/", "\n", " ", "!",
    ];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        Reported<Chapter> chapter = MarkdownReader.Read(new ChapterSource("a", "a.md", ChapterRole.Body, input, "en-US"));
        SpanPromise.Check(chapter.Diagnostics, "a.md", input.StartsWith('\ufeff') ? input[1..] : input);
    }
}

/// <summary>A formula.</summary>
internal sealed class TexTarget : FuzzTarget
{
    private static readonly SourceSpan Place = new("a.md", new(1, 1), new(1, 1));

    public override string Name => "tex";
    public override int Most => 1_000;
    public override bool MayBeCut => false;
    public override ImmutableArray<string> Seeds { get; } =
    [
        "a^2 + b_1^{n+1}", "\\frac{a}{b+\\sqrt[3]{x}}", "\\left( \\sum_{i=1}^n x_i \\right)^2", "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "\\int_0^\\infty e^{-x^2}\\,dx = \\tfrac{\\sqrt\\pi}{2}",
        "\\begin{aligned} x &= y \\\\ &\\le z \\end{aligned}", "\\mathbb{R} \\to \\mathcal{O}(n \\log n)", "\\hat{x}\\overline{ab}\\underbrace{c+d}_{n}", "f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
        "\\lim_{x\\to 0} \\frac{\\sin x}{x} \\neq \\mathrm{d}y", "\\binom{n}{k} \\cdot \\operatorname{rank} A \\not\\in \\emptyset", "\\color{red}{x} \\tag{1} \\label{a}",
    ];
    public override ImmutableArray<string> Tokens { get; } =
    [
        "{", "}", "{{", "}}", "^", "_", "^^", "__", "'", "''", "&", "\\\\", "\\", "\\frac", "\\sqrt", "\\sqrt[", "]", "\\left", "\\right", "\\left(", "\\right.", "\\middle|", "\\begin{matrix}", "\\end{matrix}", "\\begin{aligned}", "\\end{aligned}",
        "\\begin{", "\\end{", "\\text{", "\\mathrm{", "\\mathbf", "\\hat", "\\vec{", "\\overbrace{", "\\sum", "\\int", "\\limits", "\\nolimits", "\\not", "\\alpha", "\\infty", "\\,", "\\quad", "\\ ", "%", "#1", "~", "$", "\\operatorname{", "\\binom", "\\over", "\\choose",
        "\\newcommand{\\a}{\\a\\a}", "\\def\\a{\\a}", "\\hspace{1em}", "\\color{", "\\unknown", "\\label{a}", "\\tag*{", "\\stackrel", "\\overset{", "\\displaystyle", "\\rule{1em}{1em}", "\\\u0000", "|", "\\|", "\\{", "<", ">",
    ];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        foreach (Diagnostic said in TexReader.Read(input, Place).Diagnostics)
            if (said.Span.Path != Place.Path) throw new BrokenPromiseException($"{said.Code} has its place in the file", said.ToString());
    }
}

/// <summary>A book.yml.</summary>
internal sealed class ManifestTarget : FuzzTarget
{
    public override string Name => "manifest";
    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Texts("book.yml", "metadata.yaml"), .. Books.BookSettings.All];
    public override ImmutableArray<string> Tokens { get; } =
    [
        ": ", "- ", "-", ":", "{", "}", "[", "]", ",", "#", "&a ", "*a", "<<: *a", "!!str ", "!x ", "|", ">-", "'", "\"", "? ", "---\n", "...\n", "%YAML 1.2\n", "\n  ", "\n    ", "~", "null", "true", "no", "\\", "\"\\u0000\"", "\t",
        "title: ", "authors:\n", "chapters:\n", "chapters: [a.md]\n", "parts:\n", "pdf:\n", "  paper: {width: 5in, height: 8in}\n", "  margins: {inner: 10in}\n", "  size: 24pt\n", "lang: ", "identifiers:\n", "  isbn: 978-3-16-148410-0\n", "date: 2024-02-30\n",
        "series: {title: a}\n", "labels: {figure: Fig.}\n", "handouts:\n", "design: report\n", "toc: {depth: 9}\n", "epub:\n", "output: {dir: ../x, name: a/b}\n", "../", "/etc/passwd", "10pt", "1.2em", "2 lines", "\"#12345g\"", "cover: a.png\n",
        .. ManifestKeys.Groups.SelectMany(static g => g.Keys).Select(static k => k.Name + ": "),
    ];

    public override void Run(string input, Action<string, byte[]>? keep) =>
        SpanPromise.Check(BookManifestReader.Read(input, "book.yml").Diagnostics, "book.yml", input);
}

/// <summary>A book.toml.</summary>
internal sealed class TomlTarget : FuzzTarget
{
    public override string Name => "toml";
    public override ImmutableArray<string> Seeds { get; } =
    [
        .. Corpus.Texts("book.toml"),
        "[book]\ntitle = \"A \\u00e9 \\\" b\"\nauthors = ['x', \"y\"]\n[a.b.\"c d\"]\nn = 1_000\nf = -1.5e3\nd = 1979-05-27T07:32:00Z\nt = true\ni = { a = 1, b = [1, 2,\n3] }\nm = \"\"\"\nx\\\n  y\"\"\"\nl = '''\nz'''\n[[list]]\na=1\n[[list]]\na=2\n",
    ];
    public override ImmutableArray<string> Tokens { get; } =
        ["[", "]", "[[", "]]", "[a]\n", "[[a]]\n", "a.b.c = 1\n", "=", "\"", "'", "\"\"\"", "'''", "{", "}", ",", "#", "\\", "\\u", "\\U00110000", "\n", "inf", "nan", "0x", "1979-05-27", "true", "a = [", "a = {", "\\\n"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        var said = new DiagnosticSink();
        TomlReader.Read(input, "book.toml", said);
        SpanPromise.Check(said.ToImmutable(), "book.toml", input);
    }
}

/// <summary>Small values: colours, lengths, paths, questions, numbers of books, transforms, outlines.</summary>
internal sealed class ValuesTarget : FuzzTarget
{
    public override string Name => "values";
    public override int Most => 200;
    public override int Batch => 2_000;
    public override ImmutableArray<string> Seeds { get; } =
    [
        "#1f3f66", "rgb(10, 20%, 300)", "hsl(120deg 10% 50% / 0.5)", "rebeccapurple", "10pt", "1.5 cm", "2 lines", "1.2em", "../a/./b//c.md", "C:\\a\\b", "https://a.b/c", "page:42", "ch3.md:120", "fig:x", "978-3-16-148410-0",
        "en-Latn-GB-x-a", "translate(10,20) rotate(45 1 2) matrix(1 0 0 1 0 0) skewX(89.9) scale(0)", "M10,10 L-5.5.5 h1e3 V2 C1 2 3 4 5 6 S1,1 2,2 Q1 2 3 4 T5 5 A10 5 30 0 1 20 20 z", "50%", "12.5vw", "{#a .b c=\"d\" e='f'}",
    ];
    public override ImmutableArray<string> Tokens { get; } =
        ["#", "rgb(", "hsla(", ")", ",", "/", "%", "..", "../", "\\", "://", "//", ":", "em", "pt", "deg", "M", "A", "z", "e", "matrix(", "rotate(", "scale(1e300)", " ", "{", "}", "=", "\"", "currentColor", "url(#a)"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        SvgColor.Parse(input);
        SvgTransform.Parse(input);
        SvgPathData.Parse(input, FillRule.NonZero, out _);
        SvgLength.Parse(input, 10, 100);
        LengthReader.Read(input);
        LengthReader.ReadExtent(input);
        LayoutQuestion.Read(input);
        Isbn.IsValid(input);
        LanguageTag.IsWellFormed(input);
        LanguageTag.TagOf(input);
        PictureWidth.Of(input);
        Translation.AttributeList.Read(input, 0, out _);
        OutputPlace.Read(input);
        if (BookPath.Normalize(input, "a/b") is not { } path) return;
        if (path.StartsWith('/') || path.Split('/').Any(static part => part is "." or "..") || path.Contains('\\'))
            throw new BrokenPromiseException("a normalized path stays below the root", path);
        if (BookPath.Normalize(path) is { } again && again != path) throw new BrokenPromiseException("a normalized path is normalized", $"{path} becomes {again}");
    }
}

/// <summary>The words of a command line; only understood, never run.</summary>
internal sealed class CommandLineTarget : FuzzTarget
{
    public override string Name => "cli";
    public override int Most => 300;
    public override bool MayBeCut => false;
    public override ImmutableArray<string> Seeds { get; } =
    [
        "build\ncontent\n-o\nout\n--draft", "check\n.\n--ereader\nkindle", "handout\n.\n--chapters\n3,5-6\n--sections\n4.2", "explain\npage:5\n.", "import\na.txt\nb", "new\nbook", "doctor", "clean\n.", "schema", "completions\nbash", "--help", "--version", "build\n-v\nquiet\n--format\npdf",
    ];
    public override ImmutableArray<string> Tokens { get; } =
        ["\n", "\n--\n", "\n-", "\n--", "=", ":", "\n-o\n", "\n--dialect\n", "\n--sheets\n", "\nbuild\n", "\n@a\n", "[diagram]", "[suggest:3]", "\n-h", "\n/?", "\n\"", "\n'", "\n\n"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        string[] words = input.Split('\n');
        var environment = new CommandEnvironment { Output = TextWriter.Null, Error = TextWriter.Null, CurrentFolder = "/" };
        Misuse.Of(CommandLine.Root(environment).Parse(words));
    }
}

/// <summary>A file of hyphenation patterns, and what it makes of words.</summary>
internal sealed class HyphenationTarget : FuzzTarget
{
    private static readonly string[] Names = ["hyph-xx.pat.txt", "hyph-xx.hyp.txt", "hyph-xx.tex"];
    private static readonly string[] Words = ["hyphenation", "Rindfleisch", "école’s", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "e\u0301cole\u0301e\u0301"];

    public override string Name => "hyphenation";
    public override ImmutableArray<string> Seeds { get; } =
    [
        ".ach4\n.ad4der\n1na\nn2at\n1tio\n2io\no2n\nhy3ph\nhe2n\n4b1b\nsch4\n", "ta-ble\npre-sent\npresent\nas-so-ciate\n", "% title: x\n% hyphenmins:\n%   typesetting:\n%     left: 2\n%     right: 3\n\\patterns{ .ab1c a1b 2c }\n\\hyphenation{ ta-ble\nda-ta }\n",
    ];
    public override ImmutableArray<string> Tokens { get; } = [".", "1", "9", "-", "--", "'", "’", "{", "}", "%", "\\patterns{", "\\hyphenation{", "\\input x", "left: 99", "a1", "\n"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        string name = Names[input.Length % Names.Length];
        Reported<Model.Design.LanguagePatterns?> read = PatternFile.Read(name, input, SourceSpan.OfFile("book.yml"));
        SpanPromise.Check(read.Diagnostics, path => path == name ? input : path == "book.yml" ? "" : null, mayBePlaceless: false);
        if (read.Value is null) return;
        var hyphenators = new Hyphenators(new HyphenationPatterns([read.Value]));
        foreach (string word in Words)
        {
            int last = 0;
            foreach (int at in hyphenators.Divide("xx", word))
            {
                if (at <= last || at >= word.Length) throw new BrokenPromiseException("a word is divided inside, each place once", $"{word} at {at}");
                if (char.GetUnicodeCategory(word[at]) == System.Globalization.UnicodeCategory.NonSpacingMark) throw new BrokenPromiseException("no mark loses its letter", $"{word} at {at}");
                last = at;
            }
        }
    }
}

/// <summary>Code of R, as far as it is evaluated.</summary>
internal sealed class RCodeTarget : FuzzTarget
{
    public override string Name => "rcode";
    public override int Most => 600;
    public override bool MayBeCut => false;
    public override ImmutableArray<string> Seeds { get; } =
    [
        "x <- c(1, 2.5, NA); mean(x[!is.na(x)])", "data.frame(a = 1:3, b = c('x', 'y', 'z'))$b", "knitr::kable(data.frame(x = 1:2), caption = \"A\", digits = 2, col.names = c('X'))", "paste0(letters[1:3], collapse = '')",
        "sprintf('%d of %s, %5.2f%%', 3L, 'ten', 1.5)", "format(1234567.891, big.mark = ',')", "if (2 > 1) 'yes' else 'no'", "seq(0, 1, by = 0.25)", "rep(c('a', 'b'), times = 3)", "round(-2.5 %/% 2 ^ 3, 1)", "f <- function(x, ...) x + 1\nf(2)",
        "l <- list(a = 1, b = list(c = 'd')); l$b$c; l[['a']]", "m <- matrix(1:6, nrow = 2); m[1, ]", "c(3, 1) |> max()", "r\"(a\\b)\"", "switch('a', a = 1, 2)", "read.csv('d.csv')$a", "strsplit('a,b', ',')[[1]]", "for (i in 1:3) print(i)", "toupper(substr('tide', 2, 3))",
        "knitr::include_graphics(c('a.png', 'b.png'))", "cat('a', 1, TRUE, NULL, sep = '\\n')",
    ];
    public override ImmutableArray<string> Tokens { get; } =
    [
        "(", ")", "[", "]", "[[", "]]", "{", "}", "<-", "<<-", "->", "=", "==", "!", "!!", "&&", "||", "%%", "%/%", "%in%", "^", "-", "+", "*", "/", ":", "::", "$", "@", "~", "?", ",", ";", "\n", "#", "'", "\"", "`", "\\", "\\x", "r\"(", "NULL", "NA", "NaN", "Inf", "TRUE",
        "function(x) ", "\\(x) ", "if (", ") else ", "for (i in ", "while (TRUE) ", "repeat ", "c(", "list(", "rep('a', ", "1:", "1e9", "seq(1, 1e9)", "rep(1:1000, 1000)", "paste(", "sprintf('%", "%1000000d", "%s", "%99$s", "format(", "nsmall = 400", "strrep('a', 1e9)", "data.frame(", "matrix(1, 1e5, 1e5)", "letters", "L", "2147483648L", "|>",
    ];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        RParser.Read(input);
        var files = MemoryFiles.FromTexts("", [new("d.csv", "a,b\n1,\"x, y\"\nNA,z\n")]);
        var evaluator = new REvaluator(files);
        if (RParser.Read(input) is { } statements)
            foreach (RStatement statement in statements.Take(20))
                if (evaluator.Run(statement) is { } value) RPrinting.Inline(value);
        if (new REvaluator(files).Evaluate(input) is { } shown) RPrinting.Inline(shown);
        CaptionInCode.Of(input);
        foreach (var row in CsvText.Read(input, ',')) _ = row.Length;
    }
}

/// <summary>The text of a printed book.</summary>
internal sealed class PageTextTarget : FuzzTarget
{
    public override string Name => "pagetext";
    public override ImmutableArray<string> Seeds { get; } = [.. PageTexts()];
    public override ImmutableArray<string> Tokens { get; } =
    [
        "# ", "## Chapter 1\n\n", "# Contents\n\n", "#### 1.1.1 A\n", "\f", "---\n\n", "<sup>1</sup>", "<sup>1 2</sup>", "<sup>", "</sup>", "<b>", "</b>", "<https://a.b>", "[a](b)", "\\_", "Figure 1.1: A\n\n", "Table 2.3. B\n\n", "a\tb\tc\n", "\t", " . . . . .\t3\n", "pro-\n\nfess", "\\$", "$a$",
        "Appendix A\n", "References\n", "Preface\n", "| a | b |\n|---|---|\n", "- ", "1. ", "“", "\n\n", "1\n\n", "iv\n\n", "THE TOWNS 17\n\n", "05-28-2021\n", "by Ada Lind\n", "![](a.png)",
    ];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        PageTextBook book = PrintedNumbers.Compare(PageTextReader.Read(input, "pages.txt", PageTextOverrides.None), "pages.txt");
        SpanPromise.Check(book.Diagnostics, path => path == "pages.txt" ? input : null, mayBePlaceless: true);
        var manifest = BookManifestReader.Read(PageTextFiles.Of(book)[0].Text, "book.yml");
        if (manifest.Diagnostics.FirstOrDefault(static d => d.Severity == Severity.Error) is { } error)
            throw new BrokenPromiseException("the book.yml that an import writes can be read", error.ToString());
    }

    /// <summary>The suite's own made-up pages stand in C# files; what is between their quotes will do.</summary>
    private static IEnumerable<string> PageTexts() => Corpus.Texts("PageText/HarbourPages.cs", "PageText/NoteTests.cs", "PageText/HeadingTests.cs", "PageText/FloatTests.cs", "PageText/TitlePageTests.cs", "PageText/JoinTests.cs")
        .Select(static code => string.Concat(System.Text.RegularExpressions.Regex.Matches(code, "\"((?:[^\"\\\\\n]|\\\\.)*)\"").Select(static m => m.Groups[1].Value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) + "\n")));
}

/// <summary>What an author decides otherwise about a printed book.</summary>
internal sealed class OverridesTarget : FuzzTarget
{
    public override string Name => "overrides";
    public override ImmutableArray<string> Seeds { get; } =
        ["title: A\nauthors: [B]\nlines:\n  12: heading 2\n  14: drop\n", .. Corpus.Texts("PageText/OverridesTests.cs").Select(static t => t.Replace("\\n", "\n", StringComparison.Ordinal))];
    public override ImmutableArray<string> Tokens { get; } = [": ", "- ", "{", "}", "[", "]", "lines:\n", "notes:\n", "  12: ", "headings:\n", "figures:\n", "join", "drop", "\n", "&a ", "*a", "\"", "'"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        Reported<PageTextOverrides> read = PageTextOverridesReader.Read(input, "o.yml");
        SpanPromise.Check(read.Diagnostics, "o.yml", input);
        PageTextReader.Read("# A\n\nBy B\n\n## Chapter 1\n\n# C\n\nText <sup>1</sup>\n\n<sup>1</sup>Note\n\nFigure 1.1: D\n", "pages.txt", read.Value);
    }
}
