using BookBuilder.Model.Metadata;

namespace BookBuilder.Epub.Package;

/// <summary>Writes the book's identifiers as a package names them.</summary>
internal static class BookIdentifiers
{
    /// <summary>The identifier as one string: a URN for ISBN and UUID, "doi:…" for DOI, else the value as it is.</summary>
    public static string Of(BookIdentifier identifier)
    {
        string value = identifier.Value.Trim();
        return identifier.Scheme.ToLowerInvariant() switch
        {
            "isbn" => "urn:isbn:" + string.Concat(Without(value, "urn:isbn:").Where(static c => c is not ('-' or ' ' or '\u2010' or '\u2011'))),
            "uuid" => "urn:uuid:" + Without(value, "urn:uuid:").ToLowerInvariant(),
            "doi" => "doi:" + Without(Without(value, "https://doi.org/"), "doi:"),
            "uri" or "url" or "urn" or "" => value,
            string scheme => $"{scheme}:{Without(value, scheme + ":")}",
        };
    }

    /// <summary>The code of ONIX code list 5 for the identifier's kind, or null when it has none here.</summary>
    public static string? OnixType(BookIdentifier identifier) => identifier.Scheme.ToLowerInvariant() switch
    {
        "isbn" => Of(identifier).Length - "urn:isbn:".Length == 10 ? "02" : "15",
        "doi" => "06",
        _ => null,
    };

    private static string Without(string value, string prefix) =>
        value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? value[prefix.Length..] : value;
}
