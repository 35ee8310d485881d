using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Graphics.Svg;

/// <summary>An element of an SVG file with its place.</summary>
/// <param name="Name">Its local name.</param>
/// <param name="Place">Where it opens.</param>
/// <param name="Attributes">By name; those of other namespaces by "xlink:href" and "xml:space".</param>
internal sealed record SvgElement(string Name, SourcePosition Place, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Elements and texts, in order. Elements of other namespaces are not among them.</summary>
    public List<SvgContent> Content { get; } = [];

    public IEnumerable<SvgElement> Children => Content.Select(c => c.Element).OfType<SvgElement>();

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public string? Id => this["id"];

    /// <summary>Where it refers to, in the spelling of SVG 2 or 1.1.</summary>
    public string? Reference => (this["href"] ?? this["xlink:href"])?.Trim();

    /// <summary>All its text, white space collapsed; null when there is none.</summary>
    public string? PlainText()
    {
        string text = string.Join(' ', Content.Select(c => c.Element is null ? c.Text : c.Element.PlainText() ?? "")
            .SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return text.Length == 0 ? null : text;
    }
}

/// <summary>Either an element or a stretch of text.</summary>
internal readonly record struct SvgContent(SvgElement? Element, string Text);
