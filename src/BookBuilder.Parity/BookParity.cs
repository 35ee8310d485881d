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
        if (pdf is not null) outputs.Add(Certified("PDF", ExpectedReading.Of(new PrintEdition(book)), pdf));
        if (epub is not null)
        {
            ScreenEdition edition = new(book);
            outputs.Add(Certified("EPUB", [.. ExpectedReading.Of(edition), ExpectedReading.Navigation(edition)], epub));
        }
        return new(book.Metadata.Title, [.. outputs]);
    }

    private static CertifiedOutput Certified(string name, ImmutableArray<SectionReading> expected, OutputReading found)
    {
        expected = [.. expected.Where(static s => s.SaysSomething)];
        ImmutableArray<SectionReading> read = [.. found.Sections.Where(static s => s.SaysSomething)];
        var differences = ImmutableArray.CreateBuilder<Difference>();
        if (found.Failure is { } failure) differences.Add(new(name, "", null, "a file that can be read", failure, SourceSpan.None));
        // With one missing or too many, all that follow would be held against the wrong one.
        else if (expected.Length != read.Length) differences.Add(new(name, "", null, $"{expected.Length} sections", $"{read.Length} sections", SourceSpan.None));
        else
            for (int i = 0; i < expected.Length; i++) differences.AddRange(Comparison.Between(name, expected[i], read[i]));
        if (found.Stray is { } stray) differences.Add(new(name, "", null, "", stray, SourceSpan.None));
        return new(name, found.Hash, [.. expected.Select((s, i) => new CertifiedSection(s, i < read.Length ? read[i].Hash : ""))], differences.ToImmutable());
    }
}
