using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BookBuilder.Tests.Graphics;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>A book that means harm, or looks as if it did.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Code">The error that refuses it; null when it must become a valid book.</param>
/// <param name="Files">Its files: text or bytes.</param>
internal sealed record HostileBook(string Name, string? Code, params (string Path, object Content)[] Files)
{
    private const int Many = 100_000;

    /// <summary>Links in it, and where they lead.</summary>
    public (string Path, string Target)[] Links { get; init; } = [];

    /// <summary>Words that the errors must have besides, so that it is the right one.</summary>
    public string[] Says { get; init; } = [];

    public override string ToString() => Name;

    // Before the list, which holds them.
    private static byte[] LargePng { get; } = Png(5_000, 5_000, 5_000L * (1 + 5_000 * 3));
    private static byte[] HugePng { get; } = Png(9_000, 9_000, 9_000L * (1 + 9_000 * 3));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileBook> All { get; } =
    [
        Text("100,000 nested [", "BB9012", Times("[", Many)),
        Text("100,000 nested >", "BB9012", Times(">", Many) + " x"),
        Text("100,000 nested > with spaces", "BB9012", Times("> ", Many) + "x"),
        Text("100,000 nested *", null, Times("*", Many) + "x"),
        Text("100,000 nested (", null, Times("(", Many) + "x"),
        Text("100,000 times [a](", "BB9012", Times("[a](", Many)),
        Text("100,000 nested ![", "BB9012", Times("![", Many)),
        Text("100,000 list marks in a line", "BB9012", Times("- ", Many) + "x"),
        Text("100,000 duplicate definitions", "BB9012", Times("[a]: b\n", Many)),
        Text("100,000 duplicate notes", "BB1011", "Word[^a]\n\n" + Times("[^a]: b\n\n", Many - 10_000)),
        Text("100,000 open tags", null, Times("<b>", Many) + "x"),
        Text("100,000 unknown references", "BB3101", Times("@fig-x ", Many)),
        Text("10,000 nested divisions", "BB9012", Times("::: x\n", 10_000) + "x\n" + Times(":::\n", 10_000)),
        Text("50,000 headings of one label", "BB3102", Times("## Heading {#a}\n\n", 50_000)),
        Text("1,000 headings of one name", null, Times("## Heading\n\n", 1_000)),
        Text("a line of 200 MB", "BB9401", Times("word ", 40_000_000)),
        Text("a chapter of 15 MB", "BB9011", Times("word ", 3_000_000)),
        Text("a chapter of a million lines", "BB9015", Times("x\n\n", 500_000)),
        Text("a word of a million letters", "BB9018", Times("a", 1_000_000)),
        Text("a word of 400,000 letters", null, Times("a", 400_000)),
        Text("a letter with a million accents", "BB9018", "a" + Times("\u0301", 1_000_000)),
        Text("200,000 quotation marks", null, Times("\"'", Many)),
        Text("100,000 marks that turn the text around", null, Times("\u202e\u2066\u202b", Many) + "x"),
        Text("a heading of a million letters", "BB9024", "## " + Times("word ", 200_000)),
        Text("50,000 notes in a chapter", "BB9020", string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"Word[^{i}]{(i % 10 == 9 ? "\n\n" : " ")}"))
            + "\n\n" + string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"[^{i}]: Note {i}.\n\n"))),
        Text("notes that note each other", "BB3106", "x[^a]\n\n[^a]: y[^b]\n\n[^b]: z[^a]\n"),
        Text("a table of 1,000 columns", "BB9022", "|" + Times("a|", 1000) + "\n|" + Times("-|", 1000) + "\n|" + Times("b|", 1000)),
        Text("a table of 100,000 rows", "BB9012", "|a|b|\n|-|-|\n" + Times("|b|c|\n", Many)),
        Text("formulas nested without end", null, $"$${Times("{", 10_000)}x{Times("}", 10_000)}$$\n\n$${Times("\\sqrt{", 190)}x{Times("}", 190)}$$\n\n${Times("a+", 10_000)}b$"),
        Text("control characters and characters that are none", null, "a\u0000b\u0007\u001b[31mred\u007f \u202eevil\u202c \u2066x\u2069 \ufffe \ufeff \u0085 \u2028 \u2029 x\n\n`a\u0000b` $a\u0000$"),
        Text("code that is a program of a page", null, """
            <script>alert(1)</script><iframe src='http://x'></iframe><a href='javascript:alert(1)'>x</a> <img src='http://x/y.png' onerror='alert(1)'>
            [x](javascript:alert%281%29) [z](vbscript:x) <style>@import 'x'</style> <b onclick="alert(1)">bold</b>
            """),
        new("a lone surrogate", "BB4005", ("a.md", Bytes("# T\n\nx ", [0xED, 0xA0, 0x80], " y\n"))),
        new("U+0000 and a lone surrogate in book.yml", "BB1101", ("book.yml", "title: \"a\\0b \\ud800 \\u202e\"\nchapters: [a.md]\n"), ("a.md", "# T\n\nx\n")),
        new("a title of 400,000 letters", "BB9024", ("book.yml", $"title: \"{Times("a ", 200_000)}\"\nchapters: [a.md]\n"), ("a.md", "# T\n\nx\n")),
        new("YAML that multiplies (a billion laughs)", "BB9112", ("book.yml", Laughs() + "title: *a11\n"), ("a.md", "# T\n\nx\n")),
        new("YAML nested without end", "BB9111", ("book.yml", "title: " + Times("[", Many)), ("a.md", "# T\n\nx\n")),
        new("a chapter list that names itself", "BB1123", ("book.yml", "title: T\nchapters: [book.yml, a.md, a.md]\n"), ("a.md", "# T\n\nx\n")),
        new("a summary that names itself", "BB6203", ("book.toml", "[book]\ntitle = 'x'\n"), ("src/SUMMARY.md", "# S\n\n- [A](SUMMARY.md)\n- [B](b.md)\n"), ("src/b.md", "# B\n\n{{#include b.md}}\n")),
        new("5,000 chapters", "BB9017", [("book.yml", "title: T\nchapters: [" + string.Join(", ", Enumerable.Range(0, 5000).Select(static i => $"c{i}.md")) + "]\n"), ("c0.md", "# T\n")]),
        new("files outside of the book", "BB4003",
            ("book.yml", "title: T\nchapters: [a.md, ../x.md, /etc/passwd, link.md]\ncover: up.png\ncover-alt: x\npdf: {fonts: {files: [link.ttf]}, hyphenation: {files: [link.pat]}}\n"), ("a.md", "# T\n\nx\n"))
        {
            Links = [("link.md", "/etc/passwd"), ("link.ttf", "/etc/passwd"), ("link.pat", "/etc/passwd"), ("up.png", "../../up.png")], Says = ["'../x.md'", "'/etc/passwd'", "'link.md'", "'link.ttf'", "'link.pat'", "'up.png'"],
        },
        new("pictures outside of the book", "BB4012",
            ("a.md", "# T\n\n![A](../../../etc/passwd)\n\n![B](/etc/passwd)\n\n![C](link.png)\n\n![D](dir/passwd)\n\n![E](file:///etc/passwd)\n\n![F](C:\\x.png)\n\n![G](loop.png)\n\n![H](http://example.org/a.png)\n"))
        {
            Links = [("link.png", "/etc/passwd"), ("dir", "/etc"), ("loop.png", "loop.png")], Says = ["'../../../etc/passwd'", "'link.png'", "'dir/passwd'", "BB4003", "BB4011"],
        },
        new("a folder that holds itself", null, ("book.yml", "title: T\n"), ("a.md", "# T\n\nx\n")) { Links = [("loop", "."), ("loop2", "."), ("out", "/")] },
        new("a font that is a text", "BB4201", ("book.yml", "title: T\npdf: {fonts: {files: [f.ttf]}}\nchapters: [a.md]\n"), ("a.md", "# T\n\nx\n"), ("f.ttf", Times("I am a text.\n", 100))),
        Picture("a PNG of 100,000 x 100,000 pixels", "BB9421", "a.png", Png(100_000, 100_000)),
        Picture("a PNG of impossible size", "BB4102", "a.png", Png(uint.MaxValue, uint.MaxValue)),
        Picture("a PNG that unpacks to 240 MB", null, "a.png", HugePng),
        Picture("a JPEG cut in half", "BB4102", "a.jpg", SampleImages.GrayJpeg[..(SampleImages.GrayJpeg.Length / 2)]),
        new("twenty PNGs of 25 million pixels", "BB9425",
            [("a.md", "# T\n\n" + string.Concat(Enumerable.Range(0, 20).Select(static i => $"![A picture](p{i}.png)\n\n"))), .. Enumerable.Range(0, 20).Select(static i => ($"p{i}.png", (object)LargePng))]),
        Picture("an SVG that reaches out and runs programs", null, "a.svg", Svg("""
            <script>alert(1)</script><image href="file:///etc/passwd" width="9" height="9"/><image href="http://example.org/a.png" width="9" height="9"/><image href="a.svg" width="9" height="9"/>
            <use href="a.svg#x"/><use id="u" href="#u"/><g id="x"><use href="#x"/></g><style>@import url(http://example.org/x.css); rect{fill:url(http://example.org/#a)}</style>
            <rect width="10" height="10" fill="url(file:///etc/passwd#a)" onclick="alert(1)"/><a href="javascript:alert(1)"><rect width="5" height="5"/></a>
            <foreignObject><iframe src="http://example.org"/></foreignObject><text y="9">A word that stays</text>
            """)),
        Picture("XML that multiplies (a billion laughs)", "BB4111", "a.svg", "<!DOCTYPE l [<!ENTITY l \"l\">" + string.Concat(Enumerable.Range(1, 9).Select(static i => $"<!ENTITY l{i} \"{Times(i == 1 ? "&l;" : $"&l{i - 1};", 10)}\">")) + "]>" + Svg("<text>&l9;</text>")),
        Picture("XML that reads a file", "BB4111", "a.svg", "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Svg("<text>&x;</text>")),
        Picture("an SVG of 100,000 nested groups", "BB9424", "a.svg", Svg(Times("<g>", Many) + Times("</g>", Many))),
        Picture("an SVG of a million elements", "BB9423", "a.svg", Svg(Times("<rect width='1' height='1'/>", 1_000_000))),
        Picture("an SVG that shows itself ten to the ninth times", "BB9423", "a.svg", Svg("<rect id='a0' width='1' height='1'/>" + string.Concat(Enumerable.Range(1, 9).Select(static i => $"<g id='a{i}'>{Times($"<use href='#a{i - 1}'/>", 10)}</g>")))),
    ];

    private static HostileBook Text(string name, string? code, string text) => new(name, code, ("a.md", $"# T\n\n{text}\n"));

    private static HostileBook Picture(string name, string? code, string file, object content) => new(name, code, ("a.md", $"# T\n\n![A picture]({file})\n"), (file, content));

    private static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Bytes(string before, byte[] between, string after) => [.. Encoding.UTF8.GetBytes(before), .. between, .. Encoding.UTF8.GetBytes(after)];

    private static string Svg(string inside) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\" onload=\"alert(1)\">{inside}</svg>";

    private static string Laughs() => "a0: &a0 x\n" + string.Concat(Enumerable.Range(1, 11).Select(static i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

    /// <summary>A PNG that claims a size, with as many zeros for pixels as are asked for.</summary>
    private static byte[] Png(uint width, uint height, long zeros = 0)
    {
        using MemoryStream file = new(), packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] some = new byte[1 << 20];
            for (long left = zeros; left > 0; left -= some.Length) zip.Write(some, 0, (int)Math.Min(left, some.Length));
        }
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        SampleImages.Chunk(file, "IHDR", header);
        SampleImages.Chunk(file, "IDAT", packed.ToArray());
        SampleImages.Chunk(file, "IEND", []);
        return file.ToArray();
    }
}
