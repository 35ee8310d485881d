using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity.Certifying;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Expected;
using BookBuilder.Parity.Pdf;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity;

/// <summary>Reads finished books again, with readers that share no code with the writers, and holds them against the book they were made of.</summary>
public static class BookParity
{
    /// <summary>Reads a PDF. One that cannot be read gives its reason in place of its sections.</summary>
    public static OutputReading ReadPdf(byte[] file) => OutputReading.Of(file, PdfReading.Read);

    /// <summary>Reads an EPUB. One that cannot be read gives its reason in place of its sections.</summary>
    public static OutputReading ReadEpub(byte[] file) => OutputReading.Of(file, EpubReading.Read);

    /// <summary>Says whether files agree with the book.</summary>
    /// <param name="book">The book with the page numbers in its references, as both outputs were given it.</param>
    /// <param name="pdf">The PDF as it was read; null when none was made.</param>
    /// <param name="epub">The EPUB as it was read; null when none was made.</param>
    public static ParityCertificate Certify(ResolvedBook book, OutputReading? pdf, OutputReading? epub)
    {
        List<CertifiedOutput> outputs = [];
        if (pdf is not null) outputs.Add(Certified("PDF", ExpectedReading.Of(new PrintEdition(book)), pdf, static _ => true));
        if (epub is not null)
        {
            ScreenEdition edition = new(book);
            // A cover is no section of the book: its picture is checked by what the package says of it.
            outputs.Add(Certified("EPUB", [.. ExpectedReading.Of(edition), ExpectedReading.Navigation(edition)], epub, static s => s.Key != "cover"));
        }
        return new(book.Metadata.Title, [.. outputs]);
    }

    private static CertifiedOutput Certified(string name, ImmutableArray<SectionReading> expected, OutputReading found, Func<SectionReading, bool> isOfBook)
    {
        ImmutableArray<SectionReading> read = [.. found.Sections.Where(isOfBook)];
        var differences = ImmutableArray.CreateBuilder<Difference>();
        if (found.Failure is { } failure) differences.Add(new(name, "", null, "a file that can be read", failure, SourceSpan.None));
        // With one missing or too many, all that follow would be held against the wrong one.
        else if (expected.Length != read.Length) differences.Add(new(name, "", null, $"{expected.Length} sections", $"{read.Length} sections", SourceSpan.None));
        else
            for (int i = 0; i < expected.Length; i++) differences.AddRange(Comparison.Between(name, expected[i], read[i]));
        return new(name, found.Hash, [.. expected.Select((s, i) => new CertifiedSection(s, i < read.Length ? read[i].Hash : ""))], differences.ToImmutable());
    }
}
