using System.Security.Cryptography;
using System.Text;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Building;

/// <summary>Names a book: by what its author says, else by its title, authors and language, so that an edit is not a new book.</summary>
internal static class BookIdentity
{
    /// <summary>The URL namespace of RFC 9562, section 6.6.</summary>
    private static readonly Guid Namespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>The metadata with at least one identifier.</summary>
    public static BookMetadata Identified(BookMetadata metadata) =>
        metadata.Identifiers.IsEmpty ? metadata with { Identifiers = [new BookIdentifier("uuid", NameBased(NameOf(metadata)).ToString("D"))] } : metadata;

    /// <summary>A file name made of a title: "The Tides of 1850!" is "the-tides-of-1850".</summary>
    public static string Slug(string title)
    {
        const int longest = 60;
        var slug = new StringBuilder();
        foreach (string word in Words(title))
        {
            if (slug.Length > 0 && slug.Length + 1 + word.Length > longest) break;
            if (slug.Length > 0) slug.Append('-');
            slug.Append(word);
        }
        return slug.Length > 0 ? slug.ToString() : "book";
    }

    /// <summary>A UUID of version 5 (RFC 9562, section 5.5): the first 128 bits of a SHA-1 of namespace and name.</summary>
    public static Guid NameBased(string name)
    {
        byte[] hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)(hash[6] & 0x0F | 0x50);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    // The parts are kept apart by a character that no title holds.
    private static string NameOf(BookMetadata metadata) =>
        string.Join('\u001f', ["bookbuilder", metadata.Title, .. metadata.Authors.Select(a => a.Name), metadata.Language]);

    private static IEnumerable<string> Words(string title)
    {
        var word = new StringBuilder();
        foreach (char character in title.ToLowerInvariant())
            if (char.IsLetterOrDigit(character)) word.Append(character);
            else if (character is '\'' or '\u2019') continue;
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        if (word.Length > 0) yield return word.ToString();
    }
}
