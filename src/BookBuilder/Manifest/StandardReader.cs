using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pdf;

namespace BookBuilder.Manifest;

/// <summary>Reads which standards the PDF is to keep: <c>pdf.standard</c>, one or several that agree.</summary>
internal static class StandardReader
{
    private const string None = "none";

    private static readonly ImmutableArray<(string Word, PdfStandard Standard)> Known =
        [("ua-1", PdfStandard.Ua1), ("a-2a", PdfStandard.A2a), ("a-2u", PdfStandard.A2u), ("a-3a", PdfStandard.A3a)];

    /// <summary>What the key says; the usual claims when it is not given or nothing in it can be read.</summary>
    public static ImmutableArray<PdfClaim> Read(ManifestSection pdf)
    {
        var claims = ImmutableArray.CreateBuilder<PdfClaim>();
        string? only = null;
        string[] words = [.. Known.Select(known => known.Word), None];
        foreach (YamlScalar item in pdf.Texts("standard", string.Join(" or ", words)))
        {
            if (pdf.OneOf(item, pdf.FullKey("standard"), words) is not string word) continue;
            // Of the parts and levels of PDF/A a file names one.
            string? before = word == None ? claims.Count > 0 ? WordOf(claims[0].Standard) : null
                : only ?? (IsArchival(word) ? claims.Select(claim => WordOf(claim.Standard)).FirstOrDefault(other => IsArchival(other) && other != word) : null);
            if (before is not null)
            {
                pdf.Sink.Report(Problems.StandardsDisagree(before, word, item.Span));
                continue;
            }
            if (word == None) only = None;
            else if (claims.All(claim => WordOf(claim.Standard) != word)) claims.Add(new(Known.First(known => known.Word == word).Standard, item.Span));
        }
        return claims.Count > 0 || only is not null ? claims.ToImmutable() : PdfClaim.Usual;
    }

    private static string WordOf(PdfStandard standard) => Known.First(known => known.Standard == standard).Word;

    private static bool IsArchival(string word) => word.StartsWith("a-", StringComparison.Ordinal);
}
