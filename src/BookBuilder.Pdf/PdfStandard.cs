using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Pdf;

/// <summary>A standard that a PDF may say it keeps.</summary>
public enum PdfStandard
{
    /// <summary>PDF/UA-1, accessible documents (ISO 14289-1:2014).</summary>
    Ua1,
    /// <summary>PDF/A-2a, documents to be kept, with their structure (ISO 19005-2:2011, level A).</summary>
    A2a,
    /// <summary>PDF/A-2u, documents to be kept whose text can be read, whatever their structure (ISO 19005-2:2011, level U).</summary>
    A2u,
    /// <summary>PDF/A-3a, as PDF/A-2a; other files may travel in it (ISO 19005-3:2012, level A).</summary>
    A3a,
}

/// <summary>A standard that a book's PDF is to keep.</summary>
/// <param name="Standard">Which.</param>
/// <param name="Asked">Where book.yml asks for it; null when nobody asked and it is only to be said where it is true.</param>
public sealed record PdfClaim(PdfStandard Standard, SourceSpan? Asked)
{
    /// <summary>What is claimed of a book whose author says nothing about it.</summary>
    public static ImmutableArray<PdfClaim> Usual { get; } = [new(PdfStandard.Ua1, null), new(PdfStandard.A2a, null)];
}

/// <summary>The names of the standards.</summary>
public static class PdfStandardNames
{
    /// <summary>As people write it: "PDF/A-2a".</summary>
    public static string Title(this PdfStandard standard) => standard switch
    {
        PdfStandard.Ua1 => "PDF/UA-1",
        PdfStandard.A2a => "PDF/A-2a",
        PdfStandard.A2u => "PDF/A-2u",
        PdfStandard.A3a => "PDF/A-3a",
        _ => throw new UnreachableException($"{standard} is new: say here what it is called."),
    };
}
