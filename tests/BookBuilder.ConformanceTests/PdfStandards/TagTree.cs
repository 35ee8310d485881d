using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>An element of the structure tree.</summary>
internal sealed class TagElement(long number, DictionaryToken dictionary, TagElement? parent, string tag, string standard)
{
    /// <summary>Its object's number.</summary>
    public long Number { get; } = number;
    public DictionaryToken Dictionary { get; } = dictionary;
    public TagElement? Parent { get; } = parent;
    /// <summary>Its own tag.</summary>
    public string Tag { get; } = tag;
    /// <summary>What that means by the role map.</summary>
    public string Standard { get; } = standard;
    public List<TagElement> Kids { get; } = [];
    /// <summary>Marked content: the page's object number, the identifier.</summary>
    public List<(long Page, int Mark)> Marks { get; } = [];
    /// <summary>The annotations it holds, by object number.</summary>
    public List<long> Annotations { get; } = [];
    /// <summary>The elements below it and itself, in reading order.</summary>
    public IEnumerable<TagElement> All => Kids.SelectMany(kid => kid.All).Prepend(this);
    /// <summary>What its kids mean.</summary>
    public IEnumerable<string> KidTags => Kids.Select(kid => kid.Standard);
}

/// <summary>The structure tree of a file.</summary>
internal sealed class TagTree
{
    /// <summary>The standard types of PDF 1.7 (ISO 32000-1, 14.8.4).</summary>
    public static readonly HashSet<string> StandardTypes =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby",
        "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
    ];

    private readonly InspectedPdf _pdf;

    public TagTree(InspectedPdf pdf)
    {
        _pdf = pdf;
        Root = pdf.DictionaryOf(pdf.Find(pdf.Catalog, "StructTreeRoot"));
        foreach ((string own, IToken standard) in pdf.DictionaryOf(pdf.Find(Root, "RoleMap"))?.Data ?? new Dictionary<string, IToken>()) Roles[own] = pdf.Text(standard) ?? "";
        if (Root is null) return;
        foreach (IToken kid in pdf.Items(Root.Data.GetValueOrDefault("K")))
            if (Read(kid, null, OpenedPdf.Target(Root.Data.GetValueOrDefault("K")), 0) is { } top) Tops.Add(top);
    }

    /// <summary>The root's dictionary; null when there is none.</summary>
    public DictionaryToken? Root { get; }
    /// <summary>The role map.</summary>
    public Dictionary<string, string> Roles { get; } = [];
    /// <summary>What the root holds.</summary>
    public List<TagElement> Tops { get; } = [];
    /// <summary>All elements, in reading order.</summary>
    public IEnumerable<TagElement> All => Tops.SelectMany(top => top.All);

    /// <summary>What a tag means; null when its mapping is a circle or ends in nothing standard.</summary>
    public string? StandardOf(string tag)
    {
        HashSet<string> seen = [];
        while (!StandardTypes.Contains(tag))
            if (!seen.Add(tag) || !Roles.TryGetValue(tag, out tag!)) return null;
        return tag;
    }

    private TagElement? Read(IToken token, TagElement? parent, long page, int depth)
    {
        if (depth > 200 || _pdf.DictionaryOf(token) is not { } dictionary || _pdf.Find(dictionary, "S") is null) return null;
        string tag = _pdf.Text(_pdf.Find(dictionary, "S")) ?? "";
        TagElement element = new(OpenedPdf.Target(token), dictionary, parent, tag, StandardOf(tag) ?? tag);
        if (dictionary.Data.GetValueOrDefault("Pg") is { } own) page = OpenedPdf.Target(own);
        foreach (IToken kid in _pdf.Items(dictionary.Data.GetValueOrDefault("K")))
            if (_pdf.Number(kid) is double mark) element.Marks.Add((page, (int)mark));
            else if (_pdf.Text(_pdf.Find(kid, "Type")) == "MCR")
                element.Marks.Add((_pdf.DictionaryOf(kid)!.Data.GetValueOrDefault("Pg") is { } elsewhere ? OpenedPdf.Target(elsewhere) : page, (int)(_pdf.Number(_pdf.Find(kid, "MCID")) ?? -1)));
            else if (_pdf.Text(_pdf.Find(kid, "Type")) == "OBJR") element.Annotations.Add(OpenedPdf.Target(_pdf.DictionaryOf(kid)!.Data.GetValueOrDefault("Obj")));
            else if (Read(kid, element, page, depth + 1) is { } below) element.Kids.Add(below);
        return element;
    }
}
