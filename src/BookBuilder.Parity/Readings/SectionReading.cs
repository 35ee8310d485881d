using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Parity.Readings;

/// <summary>What a section of the book says: in the model, or as a finished file was read.</summary>
/// <param name="Key">The section's key in the model; in a file, whatever tells it apart there.</param>
/// <param name="Text">All its words in reading order, then those of its notes one after another, in the form of <see cref="ComparedText"/>.</param>
/// <param name="Passages">What is compared by itself, in the same order.</param>
public sealed record SectionReading(string Key, string Text, ImmutableArray<Passage> Passages)
{
    /// <summary>Where the author wrote what stands from an offset of the text on, in order; none for what was read from a file.</summary>
    public ImmutableArray<(int Offset, SourceSpan Place)> Places { get; init; } = [];

    /// <summary>Where the author wrote what stands at an offset of the text; none when nobody knows.</summary>
    public SourceSpan PlaceOf(int offset) => Places.LastOrDefault(p => p.Offset <= offset, (Offset: 0, Place: SourceSpan.None)).Place;

    /// <summary>Whether it says anything: a section of which nothing is left to read has no tag in a PDF.</summary>
    public bool SaysSomething => Text.Length > 0;

    /// <summary>SHA-256 of the text in UTF-8, in small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The passages of a kind, in order.</summary>
    public IEnumerable<Passage> Of(PassageKind kind) => Passages.Where(p => p.Kind == kind);
}

/// <summary>What a file says.</summary>
/// <param name="Sections">Its sections in reading order.</param>
/// <param name="Stray">Words that belong to none; null when there are none.</param>
internal readonly record struct OutputText(ImmutableArray<SectionReading> Sections, string? Stray);

/// <summary>A finished file as it was read.</summary>
/// <param name="Sections">Its sections in reading order.</param>
/// <param name="Hash">SHA-256 of the file, in small hexadecimal digits.</param>
/// <param name="Stray">Words that stand on a page and belong to nothing that is read; null when there are none.</param>
/// <param name="Failure">Why it could not be read to its end; null when it was.</param>
public sealed record OutputReading(ImmutableArray<SectionReading> Sections, string Hash, string? Stray = null, string? Failure = null)
{
    /// <summary>Reads a file, whatever may be wrong with it.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="read">Reads it; it may throw whatever its libraries throw on a damaged file.</param>
    internal static OutputReading Of(byte[] file, Func<byte[], OutputText> read)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(file));
        // A damaged file makes a library fail in as many ways as it has lines; each of them says that the file is not the book.
        try
        {
            (ImmutableArray<SectionReading> sections, string? stray) = read(file);
            return new(sections, hash, stray);
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException)) { return new([], hash, null, broken.Message.TrimEnd('.')); }
    }
}
