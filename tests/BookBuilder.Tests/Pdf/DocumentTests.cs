using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf;
using BookBuilder.Typesetting.Frames;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Pdf;

/// <summary>What the document says of itself, and the ways through it.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_same_book_gives_the_same_bytes_however_many_threads_write_it()
    {
        ResolvedBook book = LongBook();
        PagedBook pages = PlainPages.Of(book);

        byte[] once = SmallBooks.Pdf(pages, book, new PdfOptions { MaxParallelism = 1 });
        Assert.Equal(once, SmallBooks.Pdf(pages, book, new PdfOptions { MaxParallelism = 4 }));
        Assert.Equal(once, SmallBooks.Pdf(PlainPages.Of(LongBook()), LongBook()));
    }

    [Fact]
    public void An_edit_keeps_the_name_of_the_book_and_changes_that_of_the_file()
    {
        using PdfReading one = SmallBooks.Read(SmallBooks.Of(new Paragraph([new Text("one")])));
        using PdfReading two = SmallBooks.Read(SmallBooks.Of(new Paragraph([new Text("two")])));

        Assert.Equal(Id(one, 0), Id(two, 0));
        Assert.NotEqual(Id(one, 1), Id(two, 1));

        static string Id(PdfReading pdf, int half) => Regex.Match(Encoding.Latin1.GetString(pdf.Bytes), "/ID\\[<([0-9A-F]{32})><([0-9A-F]{32})>\\]").Groups[half + 1].Value;
    }

    [Fact]
    public void Title_authors_dates_and_language_stand_in_both_places()
    {
        using PdfReading pdf = SmallBooks.Read(SmallBooks.Of());

        Assert.Equal("A Book (of “sorts”)", pdf.Document.Information.Title);
        Assert.Equal("Ada Lovelace; Ödön von Horváth", pdf.Document.Information.Author);
        Assert.Equal("D:20230816000000Z", pdf.Document.Information.CreationDate);
        Assert.Equal("en-GB", pdf.Show(pdf.Find(pdf.Catalog, "Lang")));
        Assert.Equal("true", pdf.Show(pdf.Find(pdf.Catalog, "MarkInfo", "Marked")));
        Assert.Equal("true", pdf.Show(pdf.Find(pdf.Catalog, "ViewerPreferences", "DisplayDocTitle")));
        string xmp = Encoding.UTF8.GetString(pdf.Data((StreamToken)pdf.Find(pdf.Catalog, "Metadata")!));
        Assert.Contains("<rdf:Seq><rdf:li>Ada Lovelace</rdf:li><rdf:li>Ödön von Horváth</rdf:li></rdf:Seq>", xmp);
        Assert.Contains("About &lt;things&gt; &amp; more", xmp);
        Assert.Contains("<xmp:CreateDate>2023-08-16T00:00:00Z</xmp:CreateDate>", xmp);
        System.Xml.Linq.XDocument.Parse(xmp[(xmp.IndexOf("?>", StringComparison.Ordinal) + 2)..xmp.LastIndexOf("<?", StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_given_time_stands_before_the_books_date()
    {
        DateTimeOffset time = new(2024, 2, 29, 13, 5, 6, TimeSpan.FromHours(-3.5));
        using PdfReading pdf = new(SmallBooks.Pdf(SmallBooks.Of(), new PdfOptions { Timestamp = time }));

        Assert.Equal("D:20240229130506-03'30'", pdf.Document.Information.CreationDate);
    }

    [Fact]
    public void Page_labels_follow_the_pages_own()
    {
        string[] labels = ["i", "ii", "iii", "iv", "1", "2", "3", "A-1", "A-2", "cover", "9"];
        PagedBook pages = PlainPages.Of([.. labels.Select((label, i) => PlainPages.Blank(i) with { Label = label })]);

        using PdfReading pdf = SmallBooks.Read(pages, SmallBooks.Of());
        Assert.Equal("0 <<S=r>> 4 <<S=D>> 7 <<S=D P=A->> 9 <<P=cover>> 10 <<S=D St=9>>", pdf.Show(pdf.Find(pdf.Catalog, "PageLabels", "Nums")));
    }

    [Fact]
    public void The_outline_has_all_headings_with_chapters_folded()
    {
        using PdfReading pdf = SmallBooks.Read(SmallBooks.Of(new Heading(2, [new Text("Section")]), new Heading(3, [new Text("Below")])));

        Assert.True(pdf.Document.TryGetBookmarks(out Bookmarks? bookmarks));
        Assert.Equal(["1 One", "1.1 Section", "1.1.1 Below"], bookmarks.GetNodes().Select(node => node.Title));
        Assert.Equal(pdf.Pages.Length, ((DocumentBookmarkNode)bookmarks.Roots[0]).PageNumber);
        Assert.Equal("1", pdf.Show(pdf.Find(pdf.Catalog, "Outlines", "Count")));
        Assert.Equal("-1", pdf.Show(pdf.Find(pdf.Catalog, "Outlines", "First", "Count")));
    }

    [Fact]
    public void Links_lead_to_named_places_and_out_of_the_book_and_say_where()
    {
        ResolvedBook book = SmallBooks.Of([new NoteDefinition("n", [new Paragraph([new Text("Note.")])])],
            new Paragraph([new Text("See"), new NoteReference("n"), new Link("https://example.org/a?b=(c)", [new Text("the site")])]));
        using PdfReading pdf = SmallBooks.Read(book);
        IToken mark = pdf.Find(pdf.Pages[^1], "Annots", 0)!, link = pdf.Find(pdf.Pages[^1], "Annots", 1)!;

        Assert.Equal("https://example.org/a?b=(c)", pdf.Show(pdf.Find(link, "A", "URI")));
        Assert.Equal("the site", pdf.Show(pdf.Find(link, "Contents")));
        Assert.Equal("GoTo fn-1-1", pdf.Show(pdf.Find(mark, "A", "S")) + " " + pdf.Show(pdf.Find(mark, "A", "D")));
        Dictionary<string, string> places = Places(pdf);
        Assert.Equal("XYZ 72 538 null", places["fn-1-1"]);
        Assert.Equal(places.Keys.Order(StringComparer.Ordinal), places.Keys);
    }

    [Fact]
    public void A_link_whose_target_no_page_names_leads_to_what_the_target_holds()
    {
        ResolvedBook book = SmallBooks.Of(new Heading(2, [new Text("Target")]) { Attributes = new Attributes { Label = "sec-t" } },
            new Paragraph([new CrossReference("sec-t", ReferenceForm.Full, false)]));
        PagedBook pages = PlainPages.Of(book);
        pages = pages with { Pages = [.. pages.Pages.Select(page => page with { Destinations = [] })] };

        using PdfReading pdf = SmallBooks.Read(pages, book);
        Assert.Contains("sec-t", Places(pdf).Keys);
    }

    [Fact]
    public void A_long_book_is_read_by_others_page_by_page()
    {
        ResolvedBook book = LongBook();
        using PdfReading pdf = SmallBooks.Read(book);

        Assert.InRange(pdf.Document.NumberOfPages, book.Chapters.Length, book.Chapters.Length + 10);
        Assert.Contains("word 199", pdf.Text(pdf.Document.NumberOfPages));
        Assert.Equal("StructTreeRoot", pdf.Show(pdf.Find(pdf.Catalog, "StructTreeRoot", "Type")));
        Assert.True(((ArrayToken)pdf.Find(pdf.Catalog, "Names", "Dests", "Kids")!).Length > 2);
    }

    [Fact]
    public void The_output_need_not_be_seekable_and_an_uncompressed_file_says_the_same()
    {
        ResolvedBook book = SmallBooks.Of(new Paragraph([new Text("Plain words.")]));
        PagedBook pages = PlainPages.Of(book);
        using PdfReading packed = SmallBooks.Read(pages, book), open = new(SmallBooks.Pdf(pages, book, new PdfOptions { Compressed = false }));
        Assert.Equal(packed.Structure(), open.Structure());

        using MemoryStream memory = new();
        using (System.IO.Compression.GZipStream forward = new(memory, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            PdfDocument.Write(pages, book, new PdfOptions(), forward);
        Assert.NotEqual(0, memory.Length);
    }

    [Fact]
    public void A_writer_that_is_told_to_stop_stops()
    {
        ResolvedBook book = SmallBooks.Of();
        Assert.ThrowsAny<OperationCanceledException>(() => PdfDocument.Write(PlainPages.Of(book), book, new PdfOptions(), Stream.Null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void The_colour_profile_is_that_of_a_display_in_sRGB()
    {
        using PdfReading pdf = SmallBooks.Read(SmallBooks.Of());
        byte[] profile = pdf.Data((StreamToken)pdf.Find(pdf.Catalog, "OutputIntents", 0, "DestOutputProfile")!);

        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("mntrRGB XYZ ", Encoding.ASCII.GetString(profile, 12, 12));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        // The middle of the curve: a grey of 50 % is a light of 21.4 % (IEC 61966-2-1).
        int curve = Tag(profile, "rTRC");
        double half = System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(profile.AsSpan(curve + 12 + 2 * 512)) / 65535.0;
        Assert.Equal(0.2146, half, 0.0005);
    }

    private static int Tag(byte[] profile, string name)
    {
        int count = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128));
        for (int i = 0; i < count; i++)
            if (Encoding.ASCII.GetString(profile, 132 + i * 12, 4) == name)
                return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(136 + i * 12));
        throw new InvalidOperationException(name);
    }

    private static Dictionary<string, string> Places(PdfReading pdf)
    {
        IToken root = pdf.Find(pdf.Catalog, "Names", "Dests")!;
        ArrayToken names = (ArrayToken)pdf.Find(root, "Names")!;
        Dictionary<string, string> places = [];
        for (int i = 0; i < names.Length; i += 2)
            places.Add(pdf.Show(names[i]), string.Join(' ', ((ArrayToken)pdf.Resolve(names[i + 1])!).Data.Skip(1).Select(pdf.Show)));
        return places;
    }

    private static ResolvedBook LongBook() => SmallBooks.OfChapters([.. Enumerable.Range(0, 200).Select(i => new Chapter
    {
        Key = $"chapter-{i}", Path = $"{i}.md", Role = ChapterRole.Body, Notes = [],
        Content = [new Heading(1, [new Text($"Chapter {i}")]), new Paragraph([new Text($"word {i} ef\u00ADfi")])],
    })]);
}
