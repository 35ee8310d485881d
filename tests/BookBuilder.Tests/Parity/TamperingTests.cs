using System.Text.RegularExpressions;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Building;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Parity;

/// <summary>Whatever is changed in a finished file between its writing and its being put in place is found: nothing is put in place, and the error says what and where.</summary>
public sealed class TamperingTests
{
    private const string Chapter = """
        # Harbours

        In all 4713 ships came.[^pilots] See [the register](https://register.example/) and @sec-tolls.

        [^pilots]: Of which 29 had no pilot aboard.

        ## Tolls {#sec-tolls}

        ![A quay](art/quay.png){#fig-quay alt="A quay at low tide"}

        | Port | Ships |
        |---|---|
        | Oslo | 1048 |
        | Riga | 753 |

        : Two ports {#tbl-ports}

        The rule is $t = 38 n$ for each hull.
        """;

    private static BookProject Book => BooksInMemory.With(("art/quay.png", BooksInMemory.Pixel), ("one.md", Chapter),
        ("book.yml", "title: Tides\nauthors: [Ada Lind]\nlang: en-GB\ndate: 2024-02-11\nchapters: [one.md]\noutput: {name: tides}\n"));

    [Fact]
    public async Task Files_that_nobody_touched_are_put_in_place_with_their_certificate()
    {
        TamperedOutputs outputs = new(static (_, file) => file);
        BuildReport report = await BookCompiler.BuildAsync(Book, new BuildOptions(), outputs);
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error));
        Assert.Equal(["parity.json", "tides.epub", "tides.pdf"], outputs.Placed.Order());
        Assert.Equal(1, report.Agreed?.Notes);
    }

    /// <param name="what">What is done to the PDF.</param>
    /// <param name="message">What the error must say of it.</param>
    [Theory]
    [InlineData("two digits are swapped", "4173ships")]
    [InlineData("two digits of a note are swapped", "(note)")]
    [InlineData("two digits of a cell are swapped", "it says '1084' for '1048'")]
    [InlineData("two digits of a formula are swapped", "(symbols)")]
    [InlineData("the words of a note are wiped out", "(note)")]
    [InlineData("a note is taken out of the tags", "it lacks '1Ofwhich29hadnopilotaboard.'")]
    [InlineData("a link is led elsewhere", "elsewhere.example")]
    [InlineData("a description is changed", "it says 'Aship' for 'Aquayatlowtide'")]
    [InlineData("a heading is changed", "(heading)")]
    [InlineData("the pages are numbered otherwise", "in section 'front-contents'")]
    [InlineData("words stand outside the tags", "too much")]
    [InlineData("half of it is lost", "a file that can be read")]
    public async Task A_PDF_that_was_changed_is_not_put_in_place(string what, string message) =>
        await IsFound(".pdf", file =>
        {
            if (what == "half of it is lost") return file[..(file.Length / 2)];
            using PdfEdit edit = new(file);
            PdfEdit changed = what switch
            {
                "two digits are swapped" => edit.Rewrite("4713", static c => [c[0], c[2], c[1], c[3]]),
                "two digits of a note are swapped" => edit.Rewrite("29", static c => [c[1], c[0]]),
                "two digits of a cell are swapped" => edit.Rewrite("1048", static c => [c[0], c[1], c[3], c[2]]),
                "two digits of a formula are swapped" => edit.Rewrite("38", static c => [c[1], c[0]]),
                "the words of a note are wiped out" => edit.Rewrite("had no pilot aboard", static _ => []),
                "a note is taken out of the tags" => edit.Replace(static d => Is(d, "S", "Note"), "<< /Type /StructElem /S /Div >>"),
                "a link is led elsewhere" => edit.Replace(static d => d.Data.GetValueOrDefault("A") is DictionaryToken action && Is(action, "S", "URI"),
                    "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://elsewhere.example/) >> >>"),
                "a description is changed" => edit.Replace(static d => Is(d, "S", "Figure"), "<< /Type /StructElem /S /Figure /Alt (A ship) >>"),
                "a heading is changed" => edit.Replace(static d => Is(d, "S", "H2"), "<< /Type /StructElem /S /H2 >>"),
                "the pages are numbered otherwise" => edit.Replace(static d => d.Data.ContainsKey("Nums") && d.Data["Nums"] is ArrayToken { Length: > 1 } nums && nums[1] is DictionaryToken,
                    "<< /Nums [0 << /S /D /St 7 >>] >>"),
                "words stand outside the tags" => edit.Restate("/MCID 1>>", "/MCID 999>>"),
                _ => throw new ArgumentException(what, nameof(what)),
            };
            return changed.ToBytes();
        }, message);

    /// <param name="from">What the EPUB says.</param>
    /// <param name="to">What a stranger makes of it.</param>
    /// <param name="message">What the error must say of it.</param>
    [Theory]
    [InlineData("4713", "4173", "4173ships")]
    [InlineData("1048", "1084", "it says '1084' for '1048'")]
    [InlineData("<mn>38</mn>", "<mn>83</mn>", "(symbols)")]
    [InlineData("role=\"doc-footnote\"", "hidden=\"hidden\"", "(note)")]
    [InlineData("Of which 29 had no pilot aboard.", "", "(note)")]
    [InlineData("https://register.example/", "https://elsewhere.example/", "elsewhere.example")]
    [InlineData("A quay at low tide", "A ship", "it says 'Aship' for 'Aquayatlowtide'")]
    [InlineData("#sec-tolls", "#sec-dues", "sec-dues")]
    [InlineData("Two ports", "Two parts", "(caption)")]
    [InlineData("id=\"sec-tolls\"", "id=\"sec-dues\"", "?#sec-tolls")]
    [InlineData("</span> Tolls", "</span> Dues", "(heading)")]
    [InlineData("alttext=\"", "alttext=\"not ", "(formula)")]
    [InlineData("</body>", "", "a file that can be read")]
    public async Task An_EPUB_that_was_changed_is_not_put_in_place(string from, string to, string message) =>
        await IsFound(".epub", file => TamperedOutputs.Changed(file, "EPUB/one.xhtml", text => text.Replace(from, to, StringComparison.Ordinal)), message);

    [Fact]
    public async Task An_entry_of_the_navigation_that_leads_nowhere_is_found() =>
        await IsFound(".epub", static file => TamperedOutputs.Changed(file, "EPUB/nav.xhtml", static text => text.Replace("one.xhtml#sec-tolls", "two.xhtml#sec-tolls", StringComparison.Ordinal)),
            "?two.xhtml#sec-tolls");

    [Fact]
    public async Task A_chapter_that_the_EPUB_lost_is_missed() =>
        await IsFound(".epub", static file => TamperedOutputs.Changed(file, "EPUB/package.opf", static package =>
        {
            string id = Regex.Match(package, "<item id=\"([^\"]+)\" href=\"one.xhtml\"").Groups[1].Value;
            return Regex.Replace(package, $"<itemref idref=\"{id}\"[^>]*>", "");
        }), "sections' for '");

    [Fact]
    public async Task Nobody_looks_when_that_is_not_wanted()
    {
        TamperedOutputs outputs = new(static (_, _) => throw new InvalidOperationException("read"));
        BuildReport report = await BookCompiler.BuildAsync(Book, new BuildOptions { Parity = false }, outputs);
        Assert.Equal(["tides.epub", "tides.pdf"], outputs.Placed.Order());
        Assert.Null(report.Agreed);
    }

    private static async Task IsFound(string extension, Func<byte[], byte[]> tamper, string message)
    {
        TamperedOutputs outputs = new((name, file) => name.EndsWith(extension, StringComparison.Ordinal) ? tamper(file) : file);
        BuildReport report = await BookCompiler.BuildAsync(Book, new BuildOptions(), outputs);
        Assert.Empty(outputs.Placed);
        Assert.Empty(report.Outputs);
        Diagnostic[] said = [.. report.Diagnostics.Where(d => d.Code == "BB5301")];
        Assert.Contains(said, d => d.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(said, d => Assert.Contains(extension == ".pdf" ? "PDF" : "EPUB", d.Message, StringComparison.Ordinal));
    }

    private static bool Is(DictionaryToken dictionary, string key, string name) => dictionary.Data.GetValueOrDefault(key) is NameToken { Data: var data } && data == name;
}
