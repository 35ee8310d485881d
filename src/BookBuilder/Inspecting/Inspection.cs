using System.Collections.Immutable;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;

namespace BookBuilder.Inspecting;

/// <summary>What was found in a book, a PDF or an EPUB, ready to be told.</summary>
public sealed class Inspection
{
    private readonly Action<Stream> _json;

    private Inspection(ImmutableArray<string> lines, Action<Stream> json) => (Lines, _json) = (lines, json);

    /// <summary>It in lines for people, as <see cref="InspectionText"/> says it.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>Writes it for programs, in the form of <see cref="InspectionJson"/>.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public void WriteJson(Stream stream) => _json(stream);

    /// <summary>What was found in a book.</summary>
    public static Inspection OfBook(BookFacts book) => new(InspectionText.Of(book), stream => InspectionJson.Write(stream, book));

    /// <summary>What was found in a PDF.</summary>
    public static Inspection OfPdf(PdfFacts pdf) => new(InspectionText.Of(pdf), stream => InspectionJson.Write(stream, pdf));

    /// <summary>What was found in an EPUB.</summary>
    public static Inspection OfEpub(EpubFacts epub) => new(InspectionText.Of(epub), stream => InspectionJson.Write(stream, epub));
}
