using BookBuilder.Model.Diagnostics;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;

namespace BookBuilder.Parity;

/// <summary>Says what finished files hold: those of this program, and anybody's. Broken and hostile files are data: they are told, and never throw.</summary>
public static class OutputInspection
{
    /// <summary>Says what a PDF holds.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Its name, for what is said of it.</param>
    /// <returns>Null and an error when it cannot be read.</returns>
    public static Reported<PdfFacts?> ReadPdf(byte[] file, string path)
    {
        // The header may stand behind what a mail program or server has put before it (ISO 32000-1, implementation note 13).
        if (file.AsSpan(0, Math.Min(file.Length, 1024)).IndexOf("%PDF-"u8) < 0) return new(null, [Problems.NoPdf(SourceSpan.OfFile(path))]);
        try { return new(PdfInspection.Read(file), []); }
        catch (UglyToad.PdfPig.Exceptions.PdfDocumentEncryptedException) { return new(null, [Problems.OutputEncrypted("PDF", SourceSpan.OfFile(path))]); }
        // A damaged file makes a library fail in as many ways as it has lines.
        catch (Exception broken) when (broken is not OperationCanceledException) { return new(null, [Problems.OutputUnreadable("PDF", Reason(broken), SourceSpan.OfFile(path))]); }
    }

    /// <summary>Says what an EPUB holds.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Its name, for what is said of it.</param>
    /// <returns>Null and an error when it cannot be read.</returns>
    public static Reported<EpubFacts?> ReadEpub(byte[] file, string path)
    {
        try { return new(EpubInspection.Read(file), []); }
        catch (Exception broken) when (broken is not OperationCanceledException) { return new(null, [Problems.OutputUnreadable("EPUB", Reason(broken), SourceSpan.OfFile(path))]); }
    }

    private static string Reason(Exception broken) => broken is OutOfMemoryException ? "it needs more memory than there is"
        : string.Join(' ', broken.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? (words.Length > 200 ? words[..200] + "…" : words).TrimEnd('.') : broken.GetType().Name;
}
