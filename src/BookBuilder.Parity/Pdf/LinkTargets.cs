using System.Collections.Immutable;
using BookBuilder.Parity.Readings;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>Where the links of a file lead.</summary>
internal sealed class LinkTargets
{
    private readonly OpenedPdf _pdf;
    private readonly Dictionary<string, IToken> _destinations = [];
    private readonly Dictionary<long, string> _labels = [];
    private readonly HashSet<long> _onPages = [];

    public LinkTargets(OpenedPdf pdf)
    {
        _pdf = pdf;
        foreach ((string name, IToken place) in pdf.DictionaryOf(pdf.Find(pdf.Catalog, "Dests"))?.Data ?? new Dictionary<string, IToken>()) _destinations[name] = place;
        ReadNames(pdf.Find(pdf.Catalog, "Names", "Dests"), 0);
        ImmutableArray<string> labels = PageLabels.Of(pdf);
        for (int i = 0; i < labels.Length; i++) _labels[pdf.Pages[i].Number] = labels[i];
        foreach ((_, DictionaryToken page) in pdf.Pages)
            foreach (IToken annotation in pdf.Items(page.Data.GetValueOrDefault("Annots"))) _onPages.Add(OpenedPdf.Target(annotation));
    }

    /// <summary>Where an annotation leads: an address, or "#" and the name of a place that the file has; "?" and the name of one that it has not.</summary>
    /// <remarks>An annotation that is on no page is dead, wherever it leads.</remarks>
    public string Of(IToken annotation)
    {
        if (!_onPages.Contains(OpenedPdf.Target(annotation))) return "?";
        if (_pdf.Text(_pdf.Find(annotation, "A", "URI")) is { } address) return ComparedAddress.Of(address);
        string name = NameOf(annotation);
        return (PageOf(name) is null ? "?" : "#") + name;
    }

    /// <summary>The label of the page to which an annotation leads, "xii"; null when it leads to none.</summary>
    public string? PageLabelOf(IToken annotation) => PageOf(NameOf(annotation)) is long page ? _labels.GetValueOrDefault(page) : null;

    private string NameOf(IToken annotation) => _pdf.Text(_pdf.Find(annotation, "Dest") ?? _pdf.Find(annotation, "A", "D")) ?? "";

    private long? PageOf(string destination)
    {
        if (!_destinations.TryGetValue(destination, out IToken? place)) return null;
        IToken? view = _pdf.Resolve(place) is DictionaryToken dictionary ? _pdf.Find(dictionary, "D") : _pdf.Resolve(place);
        long page = view is ArrayToken { Length: > 0 } array ? OpenedPdf.Target(array[0]) : -1;
        return _labels.ContainsKey(page) ? page : null;
    }

    // A name tree (ISO 32000-1, 7.9.6).
    private void ReadNames(IToken? node, int depth)
    {
        if (depth > 50 || node is null) return;
        foreach (IToken kid in _pdf.Items(_pdf.Find(node, "Kids"))) ReadNames(kid, depth + 1);
        var names = _pdf.Items(_pdf.Find(node, "Names"));
        for (int i = 0; i + 1 < names.Length; i += 2)
            if (_pdf.Text(names[i]) is { } name) _destinations[name] = names[i + 1];
    }
}
