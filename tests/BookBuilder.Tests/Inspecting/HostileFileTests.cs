using System.Globalization;
using System.IO.Compression;
using System.Text;
using BookBuilder.Inspecting;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Inspecting;

/// <summary>Broken and hostile files are told, and neither crash nor hang.</summary>
public sealed class HostileFileTests
{
    private const string Container = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>";

    [Theory]
    [InlineData("a.txt", "The sea.", "BB5701")]
    [InlineData("a.pdf", "The sea.", "BB5702")]
    [InlineData("a.pdf", "", "BB5702")]
    [InlineData("a.pdf", "%PDF-1.7\n", "BB5703")]
    [InlineData("a.epub", "The sea.", "BB5703")]
    [InlineData("a.epub", "", "BB5703")]
    [InlineData("a.epub", "PK\u0003\u0004", "BB5703")]
    public void What_is_none_is_told_at_the_file(string name, string text, string code)
    {
        Reported<Inspection?> found = BookInspector.InspectFile(Encoding.Latin1.GetBytes(text), name);
        Assert.Null(found.Value);
        Diagnostic said = Assert.Single(found.Diagnostics);
        Assert.Equal((code, Severity.Error, SourceSpan.OfFile(name)), (said.Code, said.Severity, said.Span));
        Assert.NotEmpty(said.Hints);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_is_told_or_read()
    {
        (_, IReadOnlyDictionary<string, byte[]> files) = await BooksInMemory.Of(("t.md", "# T\n\nThe sea.\n")).BuildAsync();
        foreach ((string name, byte[] file) in files.Where(f => !f.Key.EndsWith(".json", StringComparison.Ordinal)))
            for (int part = 1; part < 12; part++)
            {
                Reported<Inspection?> found = BookInspector.InspectFile(file[..(file.Length * part / 12)], name);
                Assert.True(found.Value is not null || found.Diagnostics.Length == 1);
            }
    }

    [Fact]
    public async Task A_file_with_bytes_changed_at_random_places_is_told_or_read()
    {
        (_, IReadOnlyDictionary<string, byte[]> files) = await BooksInMemory.Of(("t.md", "# T\n\nThe sea.[^n]\n\n[^n]: Deep.\n")).BuildAsync();
        uint chance = 4711;
        foreach ((string name, byte[] file) in files.Where(f => !f.Key.EndsWith(".json", StringComparison.Ordinal)))
            for (int round = 0; round < 40; round++)
            {
                byte[] changed = [.. file];
                for (int i = 0; i < 20; i++) changed[Next(changed.Length)] = (byte)Next(256);
                Reported<Inspection?> found = BookInspector.InspectFile(changed, name);
                Assert.True(found.Value is not null || found.Diagnostics.Length == 1);
            }

        int Next(int below) => (int)((chance = chance * 1664525 + 1013904223) >> 8) % below;
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        // Two GB of nothing are two MB when they are packed.
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "META-INF/container.xml", Container);
            using Stream entry = zip.CreateEntry("OPS/book.opf", CompressionLevel.Fastest).Open();
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 300; i++) entry.Write(nothing);
        }
        Assert.Contains("grows beyond all measure", Failure(packed.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.xhtml")]
    [InlineData("OPS/../../evil.xhtml")]
    [InlineData("/etc/evil")]
    public void An_entry_that_leads_out_is_told(string entry) =>
        Assert.Contains("leads out of it", Failure(Epub(("META-INF/container.xml", Container), (entry, "x"))), StringComparison.Ordinal);

    [Fact]
    public void Entities_that_multiply_are_not_followed()
    {
        string laughs = "<!DOCTYPE x [<!ENTITY a 'ha'>" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY {(char)('b' + i)} '&{(char)('a' + i)};&{(char)('a' + i)};'>")) + "]><x>&u;</x>";
        Assert.NotEmpty(Failure(Epub(("META-INF/container.xml", laughs))));
    }

    [Fact]
    public void A_foreign_EPUB_2_is_read()
    {
        const string package = """
            <package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>The Sea</dc:title><dc:creator>A. L.</dc:creator><dc:language>en</dc:language><dc:identifier>other</dc:identifier><dc:identifier id="id">own</dc:identifier></metadata>
            <manifest><item id="a" href="text/a%20b.html" media-type="application/xhtml+xml"/><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
            <item id="p" href="../images/p.png" media-type="image/png"/></manifest><spine toc="n"><itemref idref="a"/><itemref idref="missing"/></spine></package>
            """;
        const string contents = "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>One</text></navLabel><navPoint><navLabel><text>Two</text></navLabel></navPoint></navPoint></navMap></ncx>";
        EpubFacts epub = BookInspector.InspectEpub(Epub(("META-INF/container.xml", Container), ("OPS/book.opf", package), ("OPS/toc.ncx", contents), ("OPS/text/a b.html", "<p>Not &nbsp; well-formed<aside epub:type='footnote'>"), ("images/p.png", "12345")), "a.epub").Value!;
        Assert.Equal(("2.0", "The Sea", "own", 1), (epub.Version, epub.Title, epub.Identifiers[0], epub.Notes));
        Assert.Equal([new OutlineFact(1, "One"), new OutlineFact(2, "Two")], epub.Contents.AsEnumerable());
        Assert.Equal(("OPS/text/a b.html", 5L), (Assert.Single(epub.Spine).Path, Assert.Single(epub.Pictures).Size));
    }

    [Fact]
    public void A_foreign_PDF_is_read_and_one_whose_trees_are_circles_as_well()
    {
        PdfFacts pdf = BookInspector.InspectPdf(Pdf(
            "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /StructTreeRoot 5 0 R /MarkInfo << /Marked true >> /PageLabels << /Kids [8 0 R 8 0 R] >> >>",
            "<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Count 2 /MediaBox [0 0 300 400] >>",
            "<< /Type /Page /Parent 2 0 R /Rotate 90 /Resources << /Font << /F 6 0 R >> >> /Annots [7 0 R] >>",
            "<< /First 9 0 R >>",
            "<< /Type /StructTreeRoot /K [10 0 R] /RoleMap << /Chapter /Sect >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>",
            "<< /Nums [0 << /S /r /St 2000000000 >>] /Kids [8 0 R] >>",
            "<< /Title (Round) /Next 9 0 R /First 9 0 R >>",
            "<< /S /Chapter /K [10 0 R 10 0 R << /S /P >>] >>"), "a.pdf").Value!;
        PdfPageFacts page = Assert.Single(pdf.Pages);
        Assert.Equal((400, 300, "2000000000"), (page.Width, page.Height, page.Label));
        Assert.Equal("Round", Assert.Single(pdf.Outline).Title);
        Assert.Equal(("Helvetica", false), (Assert.Single(pdf.Fonts).Name, pdf.Fonts[0].IsEmbedded));
        Assert.Equal((1, 0, 1), (pdf.OuterLinks, pdf.InnerLinks, pdf.Structure["P"]));
    }

    [Fact]
    public void What_is_nested_beyond_reason_is_told_or_read()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);
        Reported<PdfFacts?> found = BookInspector.InspectPdf(Pdf($"<< /Type /Catalog /Pages 2 0 R /Deep {deep} >>", "<< /Type /Pages /Kids [] /Count 0 >>"), "a.pdf");
        Assert.True(found.Value is not null || found.Diagnostics.Length == 1);
    }

    private static string Failure(byte[] file)
    {
        Reported<EpubFacts?> found = BookInspector.InspectEpub(file, "a.epub");
        Assert.Null(found.Value);
        Diagnostic said = Assert.Single(found.Diagnostics);
        Assert.Equal("BB5703", said.Code);
        return said.Message;
    }

    private static byte[] Epub(params (string Path, string Text)[] files)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string path, string text) in files) Add(zip, path, text);
        return packed.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string text)
    {
        using Stream entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A PDF of these objects, numbered from 1; the first is the catalog.</summary>
    private static byte[] Pdf(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        List<int> places = [];
        for (int i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int place in places) text.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
