using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>A small book, built once, its PDF laid open by qpdf so that it can be damaged.</summary>
public sealed class LeafletBook : BuiltBook
{
    public LeafletBook() : base("tests/books/leaflet")
    {
        string open = Pdf + ".qdf";
        Outcome laidOpen = Run("qpdf", "--qdf", "--object-streams=disable", Pdf, open);
        Assert.True(laidOpen.Code == 0, laidOpen.All);
        Open = Encoding.Latin1.GetString(File.ReadAllBytes(open));
    }

    /// <summary>The PDF's objects in the open, a byte a character.</summary>
    public string Open { get; }

    /// <summary>The file made whole again after an edit: lengths and places are counted anew.</summary>
    public byte[] Mended(string edited)
    {
        string path = Path.Combine(Path.GetDirectoryName(Pdf)!, "damaged.qdf"), whole = path + ".pdf";
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(edited));
        Outcome mended = Run("sh", "-c", $"fix-qdf '{path}' > '{whole}'");
        Assert.True(mended.Code == 0, mended.All);
        return File.ReadAllBytes(whole);
    }
}

/// <summary>The check finds what it says it finds: a good file is damaged in one place, and the rule is named.</summary>
public sealed class DamageTests(LeafletBook book) : IClassFixture<LeafletBook>
{
    [Fact]
    public void The_undamaged_file_breaks_no_rule()
    {
        Assert.Empty(PdfStandardsCheck.Of(File.ReadAllBytes(book.Pdf)));
        Assert.Empty(PdfStandardsCheck.Of(book.Mended(book.Open)));
    }

    /// <param name="rule">The rule that must be named.</param>
    /// <param name="edits">Pairs of a pattern and what stands in place of its first match; of all matches where the pattern begins with "all:".</param>
    [Theory]
    [InlineData("UA 01-003", @"/P<</MCID 3>>BDC\n", "$0/Artifact BMC\nEMC\n")]
    [InlineData("UA 01-004", @"/Artifact<</Type/Pagination[^\n]*BDC\n", "$0/P<</MCID 99>>BDC\nEMC\n")]
    [InlineData("UA 01-005", @"/P<</MCID 3>>BDC", "/P BMC")]
    [InlineData("UA 01-005", @"/StructParents \d+", "/StructParents 4711")]
    [InlineData("UA 01-007", @"/Marked true", "$0 /Suspects true")]
    [InlineData("UA 02-001", @"/Author /P", "")]
    [InlineData("UA 02-003", @"/Author /P", "/Author /Aside", @"/Aside /Div", "/Aside /Author")]
    [InlineData("UA 02-004", @"/Author /P", "$0 /P /Span")]
    [InlineData("UA 06-001", @"/Metadata \d+ 0 R", "")]
    [InlineData("UA 06-002", @"<pdfuaid:part>1", "<pdfuaid:part>2")]
    [InlineData("UA 06-003", @"x-default"">A Leaflet", @"x-default""> ")]
    [InlineData("UA 07-001", @"/DisplayDocTitle true", "")]
    [InlineData("UA 07-002", @"/DisplayDocTitle true", "/DisplayDocTitle false")]
    [InlineData("UA 09-004", @"/S /TR", "/S /P")]
    [InlineData("UA 09-004", @"/S /THead", "/S /Caption")]
    [InlineData("UA 09-005", @"/S /LI\b", "/S /P")]
    [InlineData("UA 09-005", @"/S /LBody", "/S /P")]
    [InlineData("UA 09-006", @"/S /TOCI", "/S /P")]
    [InlineData("UA 09-007", @"/S /LI\b", "/S /RB")]
    [InlineData("UA 09-008", @"/S /LI\b", "/S /WT")]
    [InlineData("UA 10-001", @"<0002> <0041>", "<FFF1> <0041>")]
    [InlineData("UA 11-001", @"/Lang \(fr\)", "/Lang (le fran\u00e7ais)")]
    [InlineData("UA 11-002", @"/Lang \(en-GB\)", "")]
    [InlineData("UA 11-003", @"/Lang \(en-GB\)", "")]
    [InlineData("UA 11-004", @"/Lang \(en-GB\)", "")]
    [InlineData("UA 11-006", @"/Lang \(en-GB\)", "")]
    [InlineData("UA 13-004", @"/Alt \(A disc, half clear\)", "/Alt ()")]
    [InlineData("UA 14-002", @"all:/S /H1", "/S /H2")]
    [InlineData("UA 14-003", @"all:/S /H2", "/S /H3")]
    [InlineData("UA 14-006", @"all:/S /H[12]", "/S /H")]
    [InlineData("UA 14-007", @"all:/S /H2", "/S /H")]
    [InlineData("UA 15-003", @"/Scope /Column", "")]
    [InlineData("UA 15-005", @"/Scope /Row", "$0 /ColSpan 2")]
    [InlineData("UA 15-005", @"/Scope /Row", "$0 /RowSpan 9")]
    [InlineData("UA 17-002", @"/Alt \(a squared\)", "")]
    [InlineData("UA 19-003", @"/ID \(fn-1-1\)", "")]
    [InlineData("UA 19-004", @"/S /Formula", "/S /Note /ID (fn-1-1)")]
    [InlineData("UA 20-001", @"/PageMode /UseOutlines", "$0 /OCProperties << /OCGs [] /D << /Name (x) >> /Configs [ << >> ] >>")]
    [InlineData("UA 20-002", @"/PageMode /UseOutlines", "$0 /OCProperties << /OCGs [] /D << >> >>")]
    [InlineData("UA 20-003", @"/PageMode /UseOutlines", "$0 /OCProperties << /OCGs [] /D << /Name (x) /AS [] >> >>")]
    [InlineData("UA 21-001", @"/PageMode /UseOutlines", "$0 /AF [ << /Type /Filespec /F (a) /EF << >> >> ]")]
    [InlineData("UA 25-001", @"/PageMode /UseOutlines", "$0 /AcroForm << /Fields [] /XFA 3 0 R >>", @"One of each</rdf:li>", "$0<!--<dynamicRender>required-->")]
    [InlineData("UA 28-002", @"/Subtype /Link", "/Subtype /Square")]
    [InlineData("UA 28-004", @"/Contents \(link\)", "", @"all:/Subtype /Link", "/Subtype /Square")]
    [InlineData("UA 28-005", @"/Subtype /Link", "/Subtype /Widget")]
    [InlineData("UA 28-006", @"/Subtype /Link", "/Subtype /Foo")]
    [InlineData("UA 28-007", @"/Subtype /Link", "/Subtype /TrapNet")]
    [InlineData("UA 28-008", @"all:/Tabs /S", "")]
    [InlineData("UA 28-009", @"all:/Tabs /S", "/Tabs /R")]
    [InlineData("UA 28-010", @"/Subtype /Link", "/Subtype /Widget")]
    [InlineData("UA 28-011", @"/StructParent \d+", "/StructParent 4711")]
    [InlineData("UA 28-012", @"/Contents \(link\)", "")]
    [InlineData("UA 28-017", @"/Subtype /Link", "/Subtype /PrinterMark")]
    [InlineData("UA 30-001", @"/Subtype /Form", "$0 /Ref << >>")]
    [InlineData("UA 30-002", @"(/Subtype /Form(?:(?!stream)[\s\S])*stream\n)", "$1/P<</MCID 77>>BDC\nEMC\n", @"/B?X\d Do", "$0\n$0")]
    [InlineData("UA 31-004", @"/CIDToGIDMap /Identity", "/CIDToGIDMap /Foo")]
    [InlineData("UA 31-005", @"/CIDToGIDMap /Identity", "")]
    [InlineData("UA 31-006", @"/Encoding /Identity-H", "/Encoding /Foo-H")]
    [InlineData("UA 31-009", @"all:/FontFile2 \d+ 0 R", "")]
    [InlineData("UA 31-011", @"all:<0001> <0020>", "<0001> <0058>")]
    [InlineData("UA 31-016", @"all:/DW \d+", "/DW 3")]
    [InlineData("UA 31-027", @"/ToUnicode \d+ 0 R", "")]
    [InlineData("UA 31-028", @"<0002> <0041>", "<0002> <0000>")]
    [InlineData("UA 31-029", @"<0002> <0041>", "<0002> <FEFF>")]
    [InlineData("UA 31-030", @"\]TJ", "$0\n<0000>Tj")]
    [InlineData("A 6.1.3", @"/ID \[<\w+><\w+>\]", "")]
    [InlineData("A 6.1.7", @"/Length1 \d+", "$0 /F (elsewhere)")]
    [InlineData("A 6.1.7", @"/Length1 \d+", "$0 /Filter /LZWDecode")]
    [InlineData("A 6.1.10", @"\]TJ", "$0\nBI /W 1 /H 1 /F /LZW ID x EI")]
    [InlineData("A 6.1.13", @"\]TJ", "$0\nq q q q q q q q q q q q q q q q q q q q q q q q q q q q q q")]
    [InlineData("A 6.1.13", @"(/MediaBox \[\s+0\s+0\s+)[\d.]+", "${1}20000")]
    [InlineData("A 6.1.13", @"/PageMode /UseOutlines", "$0 /Long 99999999999")]
    [InlineData("A 6.1.13", @"/PageMode /UseOutlines", "$0 /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 1 /Long /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("A 6.2.2", @"\]TJ", "$0\nfoo")]
    [InlineData("A 6.2.3", @"/S /GTS_PDFA1", "/S /GTS_PDFX")]
    [InlineData("A 6.2.3", @"/N 3", "/N 4")]
    [InlineData("A 6.2.3", @"mntrRGB ", "mntrLab ")]
    [InlineData("A 6.2.4.3", @"\]TJ", "$0\n0 0 0 1 k")]
    [InlineData("A 6.2.4.3", @"/ColorSpace /DeviceRGB", "/ColorSpace /DeviceCMYK")]
    [InlineData("A 6.2.5", @"/ca \.5", "$0 /TR /Identity")]
    [InlineData("A 6.2.6", @"\]TJ", "$0\n/Foo ri")]
    [InlineData("A 6.2.8", @"/Subtype /Image", "$0 /Interpolate true")]
    [InlineData("A 6.2.9", @"/Subtype /Form", "$0 /Subtype2 /PS")]
    [InlineData("A 6.2.10", @"/ca \.5", "$0 /BM /Foo")]
    [InlineData("A 6.2.10", @"/S /GTS_PDFA1", "/S /GTS_PDFX", @"all:/CS /DeviceRGB", "")]
    [InlineData("A 6.2.11.2", @"/Subtype /Type0", "/Subtype /TrueType")]
    [InlineData("A 6.2.11.7", @"<0002> <0041>", "<0002> <E000>")]
    [InlineData("A 6.3.1", @"/Subtype /Link", "/Subtype /Movie")]
    [InlineData("A 6.3.2", @"/F 4", "/F 2")]
    [InlineData("A 6.3.2", @"/F 4", "")]
    [InlineData("A 6.3.3", @"/Subtype /Link", "/Subtype /Square")]
    [InlineData("A 6.4.1", @"/Subtype /Link", "/Subtype /Widget")]
    [InlineData("A 6.4.1", @"/PageMode /UseOutlines", "$0 /AcroForm << /Fields [] /NeedAppearances true >>")]
    [InlineData("A 6.4.2", @"/PageMode /UseOutlines", "$0 /NeedsRendering true")]
    [InlineData("A 6.5.1", @"/S /URI", "/S /JavaScript")]
    [InlineData("A 6.5.2", @"/PageMode /UseOutlines", "$0 /AA << >>")]
    [InlineData("A 6.5.2", @"/Tabs /S", "$0 /AA << >>")]
    [InlineData("A 6.6.2.1", @"/Type /Metadata", "$0 /Filter []")]
    [InlineData("A 6.6.2.1", @"id=""W5M0", @"bytes=""9"" $0")]
    [InlineData("A 6.6.2.1", @"</rdf:RDF>", "")]
    [InlineData("A 6.6.2.3", @"URI>http://www.aiim.org/pdfua/ns/id/", "URI>http://example.org/")]
    [InlineData("A 6.6.2.3", @"<pdfaProperty:category>internal", "<pdfaProperty:category>")]
    [InlineData("A 6.6.3", @"/Author \(Ada Lind\)", "/Author (Eve)")]
    [InlineData("A 6.6.4", @"<pdfaid:conformance>A", "<pdfaid:conformance>X")]
    [InlineData("A 6.7.2", @"/Marked true", "/Marked false")]
    [InlineData("A 6.7.3", @"/StructTreeRoot \d+ 0 R", "")]
    [InlineData("A 6.7.3", @"/Type /StructElem", "/Type /Foo")]
    [InlineData("A 6.10", @"/Names <<", "$0 /AlternatePresentations << >>")]
    [InlineData("A 6.10", @"/Tabs /S", "$0 /PresSteps << >>")]
    [InlineData("A 6.11", @"/PageMode /UseOutlines", "$0 /Requirements []")]
    public void A_damage_is_found(string rule, params string[] edits)
    {
        string file = book.Open;
        for (int i = 0; i < edits.Length; i += 2)
        {
            bool all = edits[i].StartsWith("all:", StringComparison.Ordinal);
            Regex pattern = new(all ? edits[i][4..] : edits[i]);
            Assert.Matches(pattern, file);
            file = pattern.Replace(file, edits[i + 1], all ? -1 : 1);
        }
        Found(rule, PdfStandardsCheck.Of(book.Mended(file)));
    }

    [Theory]
    [InlineData("A 6.1.2", "%PDF-1.7", "%PDF-2.0")]
    [InlineData("A 6.1.2", "%\u00bf\u00f7\u00a2\u00fe", "%abcd")]
    [InlineData("A 6.1.9", "\n2 0 obj\n", "\n2 0 obj ")]
    [InlineData("A 6.1.3", "%%EOF\n", "%%EOF\nand more\n")]
    public void A_damage_of_the_bytes_is_found(string rule, string good, string bad)
    {
        string file = Encoding.Latin1.GetString(book.Mended(book.Open));
        Assert.Contains(good, file, StringComparison.Ordinal);
        Found(rule, PdfStandardsCheck.Of(Encoding.Latin1.GetBytes(file.Replace(good, bad, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_string_too_long_is_found()
    {
        Found("A 6.1.13", PdfStandardsCheck.Of(book.Mended(book.Open.Replace("(A disc, half clear)", $"({new string('x', 40_000)})", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_file_that_is_closed_to_assistive_technology_is_found()
    {
        string path = book.Pdf + ".closed.pdf";
        Outcome closed = BuiltBook.Run("qpdf", "--allow-weak-crypto", "--encrypt", "", "owner", "128", "--accessibility=n", "--use-aes=n", "--", book.Pdf, path);
        Assert.True(closed.Code is 0 or 3, closed.All);
        ImmutableArray<Finding> found = PdfStandardsCheck.Of(File.ReadAllBytes(path));
        Found("UA 26-002", found);
        Found("A 6.1.3", found);
    }

    private static void Found(string rule, ImmutableArray<Finding> found) =>
        Assert.True(found.Any(finding => finding.Rule == rule), $"not found: {rule}; found: {string.Join(", ", found.Select(finding => finding.Rule).Distinct())}");
}
