using System.Globalization;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Epub;

/// <summary>Where the links of a publication lead: which of its documents have which ids.</summary>
internal sealed class EpubTargets
{
    /// <summary>What leads to the cover.</summary>
    public const string Cover = "cover";

    private readonly Dictionary<string, (string Target, IReadOnlySet<string> Ids)> _documents = [];
    private int _count;

    /// <summary>Adds a document.</summary>
    /// <param name="document">The document; those of the book in the order of the spine.</param>
    /// <param name="target">What a link to the whole of it leads to; null for the next section of the book.</param>
    public void Add(EpubDocument document, string? target) =>
        _documents[document.Name] = (target ?? string.Create(CultureInfo.InvariantCulture, $"file {++_count}"), document.Ids);

    /// <summary>Where a link leads: an address, "#" and an id that its document has, or a whole document; "?" and the address for one that leads nowhere.</summary>
    /// <param name="from">The document it stands in.</param>
    /// <param name="href">Its address, relative to the package's folder.</param>
    public string Of(string from, string href)
    {
        if (Uri.TryCreate(href, UriKind.Absolute, out Uri? uri) && !uri.IsFile) return ComparedAddress.Of(href);
        int hash = href.IndexOf('#', StringComparison.Ordinal);
        string file = Uri.UnescapeDataString(hash < 0 ? href : href[..hash]), id = hash < 0 ? "" : Uri.UnescapeDataString(href[(hash + 1)..]);
        if (!_documents.TryGetValue(file.Length == 0 ? from : file, out var document) || id.Length > 0 && !document.Ids.Contains(id)) return "?" + href;
        return id.Length == 0 ? document.Target : "#" + id;
    }
}
