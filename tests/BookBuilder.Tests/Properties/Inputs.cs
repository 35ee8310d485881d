using FsCheck;
using FsCheck.Fluent;

namespace BookBuilder.Tests.Properties;

/// <summary>Text as somebody may write it who means no good, or who knows no better.</summary>
public sealed record AnyText(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A book.yml, right or wrong.</summary>
public sealed record AnyManifest(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A drawing, right or wrong.</summary>
public sealed record AnySvg(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A path as an author may write it.</summary>
public sealed record AnyPath(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Words of running text, without marks of Markdown.</summary>
public sealed record PlainWords(string[] Words)
{
    public override string ToString() => string.Join(' ', Words);
}

/// <summary>The chapters of a book that is right.</summary>
public sealed record RightBook(string[] Chapters, string Design)
{
    public override string ToString() => $"{Design}\n{string.Join("\n-----\n", Chapters)}";
}

/// <summary>How random inputs are made. They are made of what means something, because random letters mean nothing to any reader.</summary>
public static class Inputs
{
    private static readonly string[] Nasty = ["\0", "\u0001", "\t", "\r", "\r\n", "\u0085", "\u00a0", "\u00ad", "\u0301", "\u200d", "\u202e", "\u2028", "\ud800", "\udc00", "\ufffd", "\uffff", "\ufeff", "\ud83d\udc68\u200d\ud83d\udc69", "\u05d0\u05d1", "\u4e2d\u6587", "\u0915\u094d\u0937"];

    private static readonly string[] Marks =
    [
        "# ", "## ", "*", "**", "_", "`", "```\n", "~~", "^", "> ", "- ", "1. ", "    ", "\n", "\n\n", "\\", "[", "]", "(", ")", "](", "![", "[^1]", "[^1]: ", "^[", "<", ">", "<!--", "-->", "<b>", "</b>", "{", "}", "{#fig-a}", "{.b}", "::: ", ":::\n", "|", "| a | b |\n|---|---|\n", "+---+\n", "Table: ", ": ",
        "$", "$$", "@fig-a", "[@sec-a]", "---\n", "==="," word ", "words of a text", "\"", "'", "&amp;", "https://a.b/", "\\frac{", "{{< a >}}", "[!NOTE]",
    ];

    private static readonly string[] Yaml =
    [
        "title: A\n", "title: ", "authors:\n", "  - name: B\n", "chapters: [a.md]\n", "chapters:\n  - part: P\n    chapters: [b.md]\n", "pdf:\n", "  paper: a5\n", "  paper: { width: 5in, height: 1in }\n", "  size: 99pt\n", "lang: xx-\n", "date: 2024-02-31\n", "numbering: { depth: 9 }\n", "toc: 2\n", "design: report\n", "identifiers: { isbn: 1 }\n",
        ": ", "- ", "{", "}", "[", "]", ",", "#", "&a ", "*a", "!!x ", "|\n", ">-\n", "\"", "'", "? ", "---\n", "...\n", "\n", "  ", "\t", "~", "true", "../x.md", "\"#123\"", "<<: ",
    ];

    private static readonly string[] Svg =
    [
        "<g>", "</g>", "<g transform='rotate(45) scale(1e9)'>", "<rect width='5' height='5' fill='url(#g)'/>", "<path d='M0 0L1 1A1 1 0 0 1 5 5z'/>", "<circle r='1' onclick='x()'/>", "<use href='#a'/>", "<symbol id='a'><rect width='1' height='1'/></symbol>", "<text x='1' y='2'>a<tspan>b</tspan></text>", "<script>x()</script>", "<a href='javascript:x()'><text y='3'>c</text></a>",
        "<image href='https://a.b/c.png' width='1' height='1'/>", "<style>rect{fill:red}</style>", "<foreignObject><b/></foreignObject>", "<linearGradient id='g'><stop stop-color='red'/></linearGradient>", "<clipPath id='c'><circle r='4'/></clipPath>", "<g clip-path='url(#c)' opacity='.5'>", "<title>t</title>", "<!-- r -->", "&amp;", "&x;", "<", "'", "<polygon points='1,2 3'/>", "<set attributeName='x' to='1'/>",
    ];

    private static readonly string[] Words =
        ["the", "sea", "rises", "twice", "a", "day", "harbour", "lighthouse", "counterrevolutionaries", "well-known", "Ångström", "naïve", "fi", "1,208", "office", "tides", "I", "of", "Ελλάδα", "Москва", "e\u0301tude", "shore", "hyphenation", "extraordinarily"];

    public static Arbitrary<AnyText> Texts() => Of([.. Marks, .. Nasty], 40).Select(static t => new AnyText(t)).ToArbitrary();

    public static Arbitrary<AnyManifest> Manifests() => Of([.. Yaml, .. Nasty], 20).Select(static t => new AnyManifest(t)).ToArbitrary();

    public static Arbitrary<AnySvg> Drawings() => Of(Svg, 12).Select(static t => new AnySvg($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>{t}</svg>")).ToArbitrary();

    public static Arbitrary<AnyPath> Paths() => Of(["a", "b.md", "..", ".", "/", "//", "\\", "C:", ":", "~", " ", "%2e%2e", "\0", "é", "..."], 10).Select(static t => new AnyPath(t)).ToArbitrary();

    public static Arbitrary<PlainWords> Paragraphs() => Gen.Elements(Words).ArrayOf().Resize(60).Where(static w => w.Length > 0).Select(static w => new PlainWords(w)).ToArbitrary();

    public static Arbitrary<RightBook> Books() =>
        (from chapters in Chapter().ArrayOf().Resize(3).Where(static c => c.Length > 0)
         from design in Gen.Elements("classic", "report", "handout")
         select new RightBook(chapters, design)).ToArbitrary();

    private static Gen<string> Chapter() => Block().ArrayOf().Resize(7).Select(static blocks => string.Concat(blocks.Select(static b => b + "\n\n")));

    private static Gen<string> Block() => Gen.OneOf(
        Sentence().Select(static s => "## " + s),
        Sentence().Select(static s => "- " + s + "\n- " + s),
        Sentence().Select(static s => $"| {s} | 1 |\n|---|--:|\n| x | 2 |\n\nTable: {s}"),
        Sentence().Select(static s => $"> {s}"),
        Sentence().Select(static s => $"{s}^[{s}] {s}"),
        Sentence().Select(static s => $"![{s}](dot.png){{alt=\"{s}.\"}}"),
        Sentence().Select(static s => $"$$ a^2 + b $$\n\n{s} *{s}* `{s}`"));

    private static Gen<string> Sentence() => Gen.Elements(Words).ArrayOf().Resize(9).Select(static w => w.Length == 0 ? "sea" : string.Join(' ', w));

    private static Gen<string> Of(string[] pieces, int most) => Gen.Elements(pieces).ArrayOf().Resize(most).Select(string.Concat);
}
