using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity;
using BookBuilder.Parity.Certifying;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Building;

/// <summary>Reads the finished files back and holds them against the book.</summary>
internal sealed class OutputParity(ResolvedBook book)
{
    /// <summary>The certificate's name, beside the books.</summary>
    public const string File = "parity.json";

    /// <summary>The certificate's name beside a handout, so that the book's own stays what it is: "my-book-session-4.parity.json".</summary>
    public static string FileOf(string handout) => $"{handout}.{File}";

    // A file that went wrong in one place has often gone wrong in all: more than these help nobody.
    private const int MostReported = 20;

    private OutputReading? _pdf, _epub;
    private ParityCertificate? _certificate;

    /// <summary>Reads a file that was just written. Files may be read at the same time.</summary>
    public void Read(BookTargets target, PendingOutput written)
    {
        if (written.ReadBack() is not { } file) return;
        if (target == BookTargets.Pdf) _pdf = BookParity.ReadPdf(file);
        else _epub = BookParity.ReadEpub(file);
    }

    /// <summary>Compares what was read with the book, and reports what differs.</summary>
    /// <returns>Whether the files may be put in their places.</returns>
    public bool Certify(DiagnosticSink sink)
    {
        if (_pdf is null && _epub is null) return true;
        _certificate = BookParity.Certify(book, _pdf, _epub);
        Difference[] differences = [.. _certificate.Outputs.SelectMany(static o => o.Differences)];
        sink.Report(differences.Take(MostReported).Select(static d =>
            Problems.OutputDiffers(d.Output, d.Section, d.Kind?.ToString().ToLowerInvariant() ?? "text", d.Expected, d.Found, d.Place)));
        if (differences.Length > MostReported) sink.Report(Problems.OutputDiffersMore(differences.Length - MostReported));
        return _certificate.Agrees;
    }

    /// <summary>Writes the certificate; nothing when nothing was compared.</summary>
    public void WriteTo(Stream stream) => _certificate?.WriteTo(stream);

    /// <summary>Whether there is a certificate.</summary>
    public bool HasCertificate => _certificate is not null;

    /// <summary>In how much the files agree; null when they were not compared.</summary>
    public AgreedCounts? Agreed => _certificate is not { Agrees: true } agreed ? null : new(
        agreed.Outputs.Max(static o => o.Sections.Length), agreed.Count(PassageKind.Heading), agreed.Count(PassageKind.Note), agreed.Count(PassageKind.Caption),
        agreed.Count(PassageKind.Cell), agreed.Count(PassageKind.Link), agreed.Count(PassageKind.Picture), agreed.Count(PassageKind.Formula));
}
