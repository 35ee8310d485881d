using System.Text;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>Marked content that is open.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Number">The marked-content identifier; null when it has none.</param>
/// <param name="Says">Whether it, or what it stands in, has an ActualText.</param>
internal sealed record OpenMark(string Tag, int? Number, bool Says)
{
    public bool IsArtifact => Tag == "Artifact";
}

/// <summary>Characters shown in a font.</summary>
internal sealed record ShownText(IToken Font, int Code, bool IsSaid, int Page);

/// <summary>Goes through what the pages paint, forms included, and notes what the rules ask about.</summary>
internal sealed class ShownContent
{
    private static readonly HashSet<string> Painting = ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Tj", "TJ", "'", "\"", "EI"];
    private static readonly HashSet<string> Known =
    [
        "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP", "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs",
        "h", "i", "ID", "j", "J", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD",
        "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\"",
    ];

    private readonly InspectedPdf _pdf;
    private readonly Stack<OpenMark> _open = new();
    private readonly Stack<IToken?> _fonts = new();
    private readonly Dictionary<long, int> _formUses = [];
    private int _page;
    private IToken? _font;

    /// <summary>Looks at all pages.</summary>
    public ShownContent(InspectedPdf pdf)
    {
        _pdf = pdf;
        for (_page = 0; _page < pdf.Pages.Length; _page++)
        {
            Marks.Add([]);
            _open.Clear();
            _fonts.Clear();
            using MemoryStream all = new();
            foreach (IToken part in pdf.Items(pdf.Pages[_page].Page.Data.GetValueOrDefault("Contents")))
                if (pdf.Resolve(part) is StreamToken stream)
                {
                    all.Write(pdf.Data(stream));
                    all.WriteByte((byte)'\n');
                }
            if (pdf.Pages[_page].Page.Data.GetValueOrDefault("Resources") is null && all.Length > 0) Findings.Add(new("A 6.2.2", $"page {_page + 1} has no resources of its own"));
            Read(all.ToArray(), pdf.DictionaryOf(pdf.Find(pdf.Pages[_page].Page, "Resources")), 0);
            if (_open.Count > 0) Findings.Add(new("UA 01-005", $"page {_page + 1} leaves marked content open"));
        }
    }

    /// <summary>What was wrong.</summary>
    public List<Finding> Findings { get; } = [];
    /// <summary>The identifiers on each page.</summary>
    public List<HashSet<int>> Marks { get; } = [];
    /// <summary>Each character of each font, once.</summary>
    public HashSet<ShownText> Texts { get; } = [];
    /// <summary>Kinds of artifacts with their subtypes: "Pagination Header".</summary>
    public HashSet<string> Artifacts { get; } = [];

    private void Read(byte[] data, DictionaryToken? resources, int depth)
    {
        int kept = depth, open = _open.Count;
        foreach (Operation operation in ContentReader.Read(data))
        {
            if (!Known.Contains(operation.Name)) Findings.Add(new("A 6.2.2", $"page {_page + 1} has the operator '{operation.Name}'"));
            switch (operation.Name)
            {
                case "q": _fonts.Push(_font); if (++kept > 28) Findings.Add(new("A 6.1.13", $"page {_page + 1} keeps {kept} graphics states")); break;
                case "Q": kept--; if (_fonts.Count > 0) _font = _fonts.Pop(); break;
                case "BDC" or "BMC": Open(operation, resources); break;
                case "EMC": if (_open.Count > open) _open.Pop(); else Findings.Add(new("UA 01-005", $"page {_page + 1} closes marked content that is not open")); break;
                case "Tf": _font = _pdf.DictionaryOf(resources)?.Data.GetValueOrDefault("Font") is { } fonts ? _pdf.DictionaryOf(fonts)?.Data.GetValueOrDefault(Name(operation, 0)) : null; break;
                case "Tj" or "TJ" or "'" or "\"": Show(operation.Operands); break;
                case "k" or "K": Findings.Add(new("A 6.2.4.3", $"page {_page + 1} paints in four inks")); break;
                case "cs" or "CS" when Name(operation, 0) is "DeviceCMYK": Findings.Add(new("A 6.2.4.3", $"page {_page + 1} paints in four inks")); break;
                case "ri" when Name(operation, 0) is not ("RelativeColorimetric" or "AbsoluteColorimetric" or "Perceptual" or "Saturation"):
                    Findings.Add(new("A 6.2.6", $"page {_page + 1} has the rendering intent {Name(operation, 0)}")); break;
                case "ID": if (operation.Operands.Contains("/LZW") || operation.Operands.Contains("/LZWDecode") || operation.Operands.Contains("/Crypt")) Findings.Add(new("A 6.1.10", "an inline image is packed by LZW")); break;
                case "Do": Draw(_pdf.DictionaryOf(resources)?.Data.GetValueOrDefault("XObject"), Name(operation, 0), kept); continue;
            }
            if (Painting.Contains(operation.Name)) Painted(operation.Name);
        }
    }

    private void Painted(string what)
    {
        if (!_open.Any(mark => mark.IsArtifact || mark.Number is not null)) Findings.Add(new("UA 01-005", $"page {_page + 1} paints by {what} what is neither tagged nor an artifact"));
    }

    private void Draw(IToken? objects, string name, int depth)
    {
        IToken? reference = _pdf.DictionaryOf(objects)?.Data.GetValueOrDefault(name);
        if (_pdf.Resolve(reference) is not StreamToken stream) return;
        if (_pdf.Text(_pdf.Find(stream, "Subtype")) != "Form")
        {
            Painted("Do");
            return;
        }
        long number = OpenedPdf.Target(reference);
        int marks = Marks[_page].Count;
        if (depth < 40) Read(_pdf.Data(stream), _pdf.DictionaryOf(_pdf.Find(stream, "Resources")), depth);
        bool hasMarks = Marks[_page].Count > marks || _formUses.GetValueOrDefault(number) > 0;
        if (!hasMarks) return;
        _formUses[number] = _formUses.GetValueOrDefault(number) + 1;
        if (_formUses[number] > 1) Findings.Add(new("UA 30-002", $"form {number} holds identifiers and is shown more than once"));
    }

    private void Open(Operation operation, DictionaryToken? resources)
    {
        object? properties = operation.Operands.Count > 1 ? operation.Operands[1] : null;
        int? number = null;
        bool says = _open.TryPeek(out OpenMark? around) && around.Says;
        if (properties is Dictionary<string, object> own)
        {
            if (own.TryGetValue("MCID", out object? id)) number = (int)(double)id;
            says |= own.ContainsKey("ActualText");
            if (Name(operation, 0) == "Artifact") Artifacts.Add(string.Join(' ', new[] { "Type", "Subtype" }.Where(own.ContainsKey).Select(key => ((string)own[key])[1..])));
            if (own.TryGetValue("Lang", out object? language)) CheckLanguage(Encoding.Latin1.GetString((byte[])language));
        }
        else if (properties is string name && _pdf.Find(resources, "Properties", name[1..]) is DictionaryToken shared && _pdf.Number(_pdf.Find(shared, "MCID")) is double sharedId) number = (int)sharedId;
        OpenMark mark = new(Name(operation, 0), number, says);
        if (mark.IsArtifact && _open.Any(outer => outer.Number is not null)) Findings.Add(new("UA 01-003", $"page {_page + 1} has an artifact within tagged content"));
        if (!mark.IsArtifact && _open.Any(outer => outer.IsArtifact)) Findings.Add(new("UA 01-004", $"page {_page + 1} has tagged content within an artifact"));
        if (number is int new_ && !Marks[_page].Add(new_)) Findings.Add(new("UA 01-005", $"page {_page + 1} has two parts numbered {number}"));
        _open.Push(mark);
    }

    private void CheckLanguage(string language)
    {
        if (!StructureRules.IsLanguage(language)) Findings.Add(new("UA 11-001", $"'{language}' is no language"));
    }

    private void Show(List<object> operands)
    {
        bool says = _open.TryPeek(out OpenMark? around) && around.Says;
        foreach (object operand in operands)
            if (operand is List<object> several) Show(several);
            else if (operand is byte[] codes && _font is not null)
                for (int i = 0; i + 1 < codes.Length; i += 2) Texts.Add(new(_font, codes[i] << 8 | codes[i + 1], says, 0));
    }

    private static string Name(Operation operation, int place) => operation.Operands.Count > place && operation.Operands[place] is string name ? name.TrimStart('/') : "";
}
