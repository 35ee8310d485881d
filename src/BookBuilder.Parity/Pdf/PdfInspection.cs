using System.Collections.Immutable;
using System.Globalization;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>Says what a PDF holds, ours or anybody's. Every tree is gone through once, however often it leads back into itself.</summary>
internal sealed class PdfInspection
{
    /// <summary>More than any book has of anything; a file that has more is counted so far.</summary>
    private const int Most = 1_000_000;
    private const int Deepest = 500;

    private readonly OpenedPdf _pdf;
    private readonly HashSet<long> _met = [];
    private readonly SortedDictionary<string, int> _structure = new(StringComparer.Ordinal);
    private readonly List<OutlineFact> _outline = [];
    private readonly List<PdfFontFacts> _fonts = [];
    private readonly List<PdfPictureFacts> _pictures = [];
    private readonly SortedSet<string> _attachments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _roles = [];
    private int _steps, _outer, _inner;

    private PdfInspection(OpenedPdf pdf) => _pdf = pdf;

    /// <summary>Reads a file; it may throw whatever its library throws on a damaged one.</summary>
    public static PdfFacts Read(byte[] file)
    {
        using OpenedPdf pdf = new(file);
        return new PdfInspection(pdf).Read(file.LongLength);
    }

    private PdfFacts Read(long size)
    {
        PdfMetadata metadata = PdfMetadata.Of(_pdf);
        (string? title, string? author) = _pdf.TitleAndAuthor;
        foreach ((string own, IToken standard) in _pdf.DictionaryOf(_pdf.Find(_pdf.Catalog, "StructTreeRoot", "RoleMap"))?.Data ?? new Dictionary<string, IToken>())
            _roles[own] = _pdf.Text(standard) ?? own;
        CountTags(_pdf.Find(_pdf.Catalog, "StructTreeRoot", "K"), 0);
        ReadOutline(_pdf.Find(_pdf.Catalog, "Outlines") is { } outlines ? _pdf.DictionaryOf(outlines)?.Data.GetValueOrDefault("First") : null, 1);
        ReadAttachments(_pdf.Find(_pdf.Catalog, "Names", "EmbeddedFiles"), 0);
        foreach (IToken file in _pdf.Items(_pdf.Find(_pdf.Catalog, "AF"))) AddAttachment(file);
        ImmutableArray<string> labels = PageLabels.Of(_pdf);
        foreach ((_, DictionaryToken page) in _pdf.Pages)
        {
            CountLinks(page);
            ReadResources(Inherited(page, "Resources"), 0);
        }
        return new PdfFacts
        {
            Version = _pdf.Version.ToString("0.0", CultureInfo.InvariantCulture),
            Size = size,
            Title = metadata.Title ?? (string.IsNullOrWhiteSpace(title) ? null : title),
            Authors = !metadata.Authors.IsEmpty ? metadata.Authors : string.IsNullOrWhiteSpace(author) ? [] : [author],
            Language = _pdf.Text(_pdf.Find(_pdf.Catalog, "Lang")) is { Length: > 0 } language ? language : null,
            Claims = metadata.Claims,
            IsEncrypted = _pdf.IsEncrypted,
            IsTagged = _pdf.Find(_pdf.Catalog, "MarkInfo", "Marked") is BooleanToken { Data: true } && _structure.Count > 0,
            Structure = _structure.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Pages = [.. _pdf.Pages.Select((p, i) => Page(labels[i], p.Page))],
            Outline = [.. _outline],
            Fonts = [.. _fonts.Distinct().OrderBy(static f => f.Name, StringComparer.Ordinal).ThenBy(static f => f.Type, StringComparer.Ordinal)],
            Pictures = [.. _pictures],
            OuterLinks = _outer,
            InnerLinks = _inner,
            Attachments = [.. _attachments],
        };
    }

    private PdfPageFacts Page(string label, DictionaryToken page)
    {
        double[] box = [.. _pdf.Items(Inherited(page, "CropBox") ?? Inherited(page, "MediaBox")).Select(side => _pdf.Number(side) ?? 0)];
        if (box.Length < 4) box = [0, 0, 612, 792];
        (double width, double height) = (Math.Round(Math.Abs(box[2] - box[0]), 2), Math.Round(Math.Abs(box[3] - box[1]), 2));
        bool isTurned = (int)(_pdf.Number(Inherited(page, "Rotate")) ?? 0) % 180 != 0;
        return isTurned ? new(label, height, width) : new(label, width, height);
    }

    // What a page does not say, the nodes above it do (ISO 32000-1, 7.7.3.4).
    private IToken? Inherited(DictionaryToken page, string key)
    {
        DictionaryToken? at = page;
        for (int depth = 0; at is not null && depth < 50; depth++, at = _pdf.DictionaryOf(at.Data.GetValueOrDefault("Parent")))
            if (_pdf.Resolve(at.Data.GetValueOrDefault(key)) is { } found) return found;
        return null;
    }

    /// <summary>Whether to look at something: a thing that is an object of its own is looked at once.</summary>
    private bool IsNew(IToken? token) => ++_steps < Most && (OpenedPdf.Target(token) is not (>= 0 and var number) || _met.Add(number));

    private void CountTags(IToken? kids, int depth)
    {
        if (depth > Deepest) return;
        foreach (IToken kid in _pdf.Items(kids))
        {
            if (!IsNew(kid) || _pdf.DictionaryOf(kid) is not { } element) continue;
            if (_pdf.Text(element.Data.GetValueOrDefault("S")) is { } own)
            {
                string tag = _roles.GetValueOrDefault(own, own);
                _structure[tag] = _structure.GetValueOrDefault(tag) + 1;
            }
            CountTags(element.Data.GetValueOrDefault("K"), depth + 1);
        }
    }

    private void ReadOutline(IToken? entry, int level)
    {
        for (; level < Deepest && IsNew(entry) && _pdf.DictionaryOf(entry) is { } item; entry = item.Data.GetValueOrDefault("Next"))
        {
            _outline.Add(new(level, _pdf.Text(item.Data.GetValueOrDefault("Title")) ?? ""));
            if (item.Data.GetValueOrDefault("First") is { } first) ReadOutline(first, level + 1);
        }
    }

    private void ReadAttachments(IToken? node, int depth)
    {
        if (depth > 50 || node is null) return;
        foreach (IToken kid in _pdf.Items(_pdf.Find(node, "Kids")))
            if (IsNew(kid)) ReadAttachments(kid, depth + 1);
        ImmutableArray<IToken> names = _pdf.Items(_pdf.Find(node, "Names"));
        for (int i = 1; i < names.Length; i += 2) AddAttachment(names[i]);
    }

    private void AddAttachment(IToken file)
    {
        if ((_pdf.Text(_pdf.Find(file, "UF")) ?? _pdf.Text(_pdf.Find(file, "F"))) is { } name) _attachments.Add(name);
    }

    private void CountLinks(DictionaryToken page)
    {
        foreach (IToken annotation in _pdf.Items(page.Data.GetValueOrDefault("Annots")))
        {
            if (!IsNew(annotation) || _pdf.Text(_pdf.Find(annotation, "Subtype")) != "Link") continue;
            if (_pdf.Text(_pdf.Find(annotation, "A", "S")) is "URI" or "GoToR" or "Launch") _outer++;
            else _inner++;
        }
    }

    private void ReadResources(IToken? resources, int depth)
    {
        if (depth > 20 || !IsNew(resources)) return;
        foreach ((_, IToken font) in _pdf.DictionaryOf(_pdf.Find(resources, "Font"))?.Data ?? new Dictionary<string, IToken>())
            if (IsNew(font)) AddFont(font);
        foreach ((_, IToken drawn) in _pdf.DictionaryOf(_pdf.Find(resources, "XObject"))?.Data ?? new Dictionary<string, IToken>())
        {
            if (!IsNew(drawn) || _pdf.Resolve(drawn) is not StreamToken stream) continue;
            if (_pdf.Text(_pdf.Find(drawn, "Subtype")) == "Image")
                _pictures.Add(new((int)(_pdf.Number(_pdf.Find(drawn, "Width")) ?? 0), (int)(_pdf.Number(_pdf.Find(drawn, "Height")) ?? 0), stream.Data.Length));
            else ReadResources(stream.StreamDictionary.Data.GetValueOrDefault("Resources"), depth + 1);
        }
    }

    private void AddFont(IToken font)
    {
        string name = _pdf.Text(_pdf.Find(font, "BaseFont")) ?? "";
        bool isSubset = name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0;
        string type = _pdf.Text(_pdf.Find(font, "Subtype")) ?? "";
        IToken? descriptor = _pdf.Find(font, "FontDescriptor") ?? _pdf.Find(font, "DescendantFonts", 0, "FontDescriptor");
        bool isEmbedded = type == "Type3" || _pdf.DictionaryOf(descriptor)?.Data.Keys.Any(static k => k is "FontFile" or "FontFile2" or "FontFile3") == true;
        _fonts.Add(new(isSubset ? name[7..] : name, type, isEmbedded, isSubset));
    }
}
