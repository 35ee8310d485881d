using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BookBuilder.ConformanceTests;

/// <summary>Both outputs hold the same notes, numbers and words, as programs that share no code with the writers read them.</summary>
[Collection("the sample book")]
public sealed partial class AgreementJudgements(SampleBook book)
{
    [Fact]
    public void Every_note_stands_once_in_the_PDF_on_the_page_where_its_mark_is()
    {
        string[] pages = PdfPages();
        string[] letters = [.. pages.Select(Letters)];
        List<string> wrong = [];
        int notes = 0;
        foreach (XDocument chapter in new OpenedEpub(book.Epub).Chapters)
        foreach (XElement note in OpenedEpub.Typed(chapter, "footnote"))
        {
            notes++;
            string text = NoteText(note);
            // Whole: a note of the sample is never divided, and its words stand in one piece. The list of sources, which says some again, comes last.
            int[] on = [.. Enumerable.Range(0, pages.Length).Where(p => letters[p].Contains(Letters(text), StringComparison.Ordinal))];
            if (on.Length == 0) { wrong.Add($"nowhere: {text}"); continue; }
            XElement mark = OpenedEpub.Typed(chapter, "noteref").First(m => (string?)m.Attribute("href") == "#" + (string?)note.Attribute("id"));
            string before = Letters(TextBefore(mark));
            before = before[Math.Max(0, before.Length - 18)..];
            if (!letters[on[0]].Contains(before, StringComparison.Ordinal) && !letters[on[0]].Contains(before[^Math.Min(8, before.Length)..], StringComparison.Ordinal))
                wrong.Add($"not on the page of its mark: {text}");
        }
        Assert.Empty(wrong);
        Assert.InRange(notes, 51, 60);
    }

    [Fact]
    public void Notes_count_from_one_in_every_chapter_and_each_has_its_mark()
    {
        foreach (XDocument chapter in new OpenedEpub(book.Epub).Chapters)
        {
            string[] numbers = [.. OpenedEpub.Typed(chapter, "footnote").Select(n => NoteNumber(n))];
            Assert.Equal(Enumerable.Range(1, numbers.Length).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), numbers);
            Assert.Equal(numbers, OpenedEpub.Typed(chapter, "noteref").Select(m => m.Value.Trim()).Distinct());
        }
    }

    [Fact]
    public void Every_figure_and_table_has_the_same_number_and_caption_in_both()
    {
        string pdf = Letters(string.Concat(PdfPages()));
        string[] captions = [.. new OpenedEpub(book.Epub).Chapters.SelectMany(c => c.Descendants(OpenedEpub.Html + "figcaption").Concat(c.Descendants(OpenedEpub.Html + "caption")))
            .Select(c => Letters(WithoutMarks(c))).Where(c => c.StartsWith("Figure", StringComparison.Ordinal) || c.StartsWith("Table", StringComparison.Ordinal))];
        Assert.True(captions.Length >= 14, $"only {captions.Length} captions");
        Assert.All(captions, c => Assert.Contains(c, pdf, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_heading_stands_in_both()
    {
        string pdf = Letters(string.Concat(PdfPages()));
        string[] headings = [.. new OpenedEpub(book.Epub).Chapters.SelectMany(c => c.Descendants().Where(e => e.Name == OpenedEpub.Html + "h1" || e.Name == OpenedEpub.Html + "h2" || e.Name == OpenedEpub.Html + "h3"))
            .Select(h => Letters(WithoutMarks(h)))];
        Assert.True(headings.Length >= 59, $"only {headings.Length} headings");
        Assert.All(headings, h => Assert.Contains(h, pdf, StringComparison.Ordinal));
    }

    private string[] PdfPages() => BuiltBook.Run("pdftotext", book.Pdf, "-").Output.Split('\f');

    private static string NoteNumber(XElement note) => BackLink(note).Value.Trim().TrimEnd('.');

    private static string NoteText(XElement note) => string.Concat(note.DescendantNodes().OfType<XText>().Where(t => !t.Ancestors().Contains(BackLink(note))).Select(t => t.Value)).Trim();

    private static XElement BackLink(XElement note) => note.Descendants(OpenedEpub.Html + "a").First(OpenedEpub.IsBackLink);

    private static string WithoutMarks(XElement element) =>
        string.Concat(element.DescendantNodes().OfType<XText>().Where(t => !t.Ancestors().Any(a => OpenedEpub.IsTyped(a, "noteref"))).Select(t => t.Value));

    private static string TextBefore(XElement mark)
    {
        XElement block = mark.Ancestors().First(a => a.Name.LocalName is "p" or "li" or "td" or "th" or "figcaption" or "caption" or "h1" or "h2" or "h3" or "dd" or "dt");
        string text = "";
        foreach (XText piece in block.DescendantNodes().OfType<XText>())
        {
            if (piece.Ancestors().Contains(mark)) break;
            if (!piece.Ancestors().Any(a => OpenedEpub.IsTyped(a, "noteref"))) text += piece.Value;
        }
        return text;
    }

    private static string Letters(string text) => NotLetters().Replace(text.Normalize(System.Text.NormalizationForm.FormKC), "");

    [GeneratedRegex(@"[^\p{L}]")]
    private static partial Regex NotLetters();
}
