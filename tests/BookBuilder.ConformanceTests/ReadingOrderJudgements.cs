using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BookBuilder.ConformanceTests;

/// <summary>The PDF, read by its tags, says what the EPUB says, letter for letter and in the same order: every chapter, and every note.</summary>
public abstract partial class ReadingOrderJudgements(BuiltBook book)
{
    [Fact]
    public void Both_books_say_the_same_in_the_same_order()
    {
        StructureText tags = StructureText.Of(book.Pdf);
        string body = Letters(tags.Body), notes = Letters(tags.Notes);
        OpenedEpub epub = new(book.Epub);
        (string Name, XDocument Document)[] documents = [.. epub.Names.Zip(epub.Spine).Where(pair => !IsMadeForOne(pair.Second))];
        Assert.True(documents.Length >= 11, $"only {documents.Length} documents");

        int at = body.IndexOf(Letters(Text(documents[0].Document, inNotes: false)), StringComparison.Ordinal), noted = 0;
        Assert.True(at > 0, $"{documents[0].Name} is not in the PDF");
        foreach ((string name, XDocument document) in documents)
        {
            Follow(name, Letters(Text(document, inNotes: false)), body, ref at);
            Follow($"the notes of {name}", Letters(Text(document, inNotes: true)), notes, ref noted);
        }
        Assert.Equal(body.Length, at);
        Assert.Equal(notes.Length, noted);
    }

    private static void Follow(string name, string expected, string text, ref int at)
    {
        int same = expected.AsSpan().CommonPrefixLength(text.AsSpan(at));
        Assert.True(same == expected.Length, $"{name}: the EPUB goes on with \"{Ahead(expected, same)}\", the PDF with \"{Ahead(text, at + same)}\"");
        at += same;
    }

    private static string Ahead(string text, int at) => text[at..Math.Min(at + 80, text.Length)];

    /// <summary>The cover and what the book says of itself before the text: each output has its own, such as page numbers in the contents.</summary>
    private static bool IsMadeForOne(XDocument document) =>
        ((string[])["cover", "titlepage", "copyright-page", "toc", "loi", "lot"]).Any(type => OpenedEpub.Typed(document, type).Any());

    private static string Text(XDocument document, bool inNotes) => string.Concat(document.Descendants(OpenedEpub.Html + "body").DescendantNodes().OfType<XText>()
        .Where(text => !text.Ancestors().Any(above => above.Name.LocalName == "math"))
        .Where(text => text.Ancestors().Any(above => OpenedEpub.IsTyped(above, "footnote")) == inNotes)
        .Select(text => text.Value))
        .Replace(" of the print edition", "", StringComparison.Ordinal);   // the words by which an EPUB names a printed page

    /// <summary>Letters and digits alone. Where lines are broken, words are parted and capitals are set is each output's own affair.</summary>
    private static string Letters(string text) =>
        NotLetters().Replace(text.Normalize(NormalizationForm.FormKC), "").ToLowerInvariant();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]")]
    private static partial Regex NotLetters();
}

/// <summary>The reading order of the sample.</summary>
[Collection("the sample book")]
public sealed class SampleReadingOrder(SampleBook book) : ReadingOrderJudgements(book);

/// <summary>The reading order of the book of everything.</summary>
[Collection("the sample book")]
public sealed class TortureReadingOrder(TortureBook book) : ReadingOrderJudgements(book);
