using System.Xml;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Graphics.Svg;

/// <summary>A parsed SVG file: its elements, its names, and what is said about it.</summary>
internal sealed class SvgFile
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg", XLinkNamespace = "http://www.w3.org/1999/xlink",
        XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    private readonly Dictionary<string, SvgElement> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<(string Code, string What)> _said = [];
    private readonly string _path;
    private readonly DiagnosticSink _sink;

    private SvgFile(string path, BookLimits limits, DiagnosticSink sink)
    {
        _path = path;
        _sink = sink;
        Limits = limits;
    }

    public BookLimits Limits { get; }
    public SvgElement Root { get; private set; } = null!;
    /// <summary>The text of all style elements.</summary>
    public List<SvgElement> Styles { get; } = [];

    private readonly Guesses _guesses = new();

    /// <summary>The element an address such as "#a" names, if it is of one of the wanted kinds; else null, and it has been reported.</summary>
    public SvgElement? Find(SvgElement from, string? address, params ReadOnlySpan<string> kinds)
    {
        if (string.IsNullOrEmpty(address)) return null;
        if (address[0] != '#')
        {
            Once(Problems.OutsideOfDrawing(SpanOf(from), Shortened(address)), address);
            return null;
        }
        string id = address[1..];
        if (_byId.TryGetValue(id, out SvgElement? found) && (kinds.IsEmpty || kinds.Contains(found.Name))) return found;
        string[] wanted = kinds.ToArray();
        Once(Problems.UnknownDrawingName(SpanOf(from), id,
            _guesses.Nearest(id, () => _byId.Where(e => wanted.Length == 0 || wanted.Contains(e.Value.Name)).Select(e => e.Key).Order(StringComparer.Ordinal))), id);
        return null;
    }

    /// <summary>Says once a file and kind that something is left out, at its first place.</summary>
    public void Unsupported(SvgElement at, string what, string? hint = null) => Once(Problems.UnsupportedInDrawing(SpanOf(at), what, hint), what);

    public void BadValue(SvgElement at, string attribute, string value) => Once(Problems.BadDrawingValue(SpanOf(at), attribute, Shortened(value)), attribute + value);

    public void Report(Diagnostic diagnostic) => _sink.Report(diagnostic);

    public SourceSpan SpanOf(SvgElement element) => new(_path, element.Place, element.Place);

    /// <summary>Parses a file. Null, with a diagnostic, when it is not well-formed, no SVG or too large.</summary>
    /// <remarks>A document type is skipped unread, so no entity is ever expanded and nothing is fetched.</remarks>
    public static SvgFile? Read(ReadOnlyMemory<byte> data, string path, BookLimits limits, DiagnosticSink sink)
    {
        SvgFile file = new(path, limits, sink);
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using XmlReader reader = XmlReader.Create(new MemoryStream(data.ToArray(), writable: false), settings);
        try
        {
            return file.ReadTree(reader) ? file : null;
        }
        catch (XmlException broken)
        {
            SourcePosition at = new(Math.Max(1, broken.LineNumber), Math.Max(1, broken.LinePosition));
            sink.Report(Problems.BrokenDrawing(new SourceSpan(path, at, at), Clause(broken.Message)));
            return null;
        }
    }

    private bool ReadTree(XmlReader reader)
    {
        Stack<SvgElement> open = [];
        int count = 0;
        SvgElement? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.NamespaceURI is not (SvgNamespace or "") && root is not null:
                    // Editors keep their own notes in namespaces of their own; they draw nothing.
                    SkipSubtree(reader);
                    break;
                case XmlNodeType.Element:
                    SvgElement element = Opened(reader);
                    if (++count > Limits.DrawingElements) return Refuse(Problems.DrawingTooLarge(SpanOf(element), Limits.DrawingElements));
                    if (open.Count >= Limits.DrawingDepth) return Refuse(Problems.DrawingTooDeep(SpanOf(element), Limits.DrawingDepth));
                    if (open.TryPeek(out SvgElement? parent)) parent.Content.Add(new(element, ""));
                    root ??= element;
                    if (element.Id is string id) _byId.TryAdd(id, element);
                    if (element.Name == "style") Styles.Add(element);
                    if (!reader.IsEmptyElement) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (open.TryPeek(out SvgElement? inside)) inside.Content.Add(new(null, reader.Value));
                    break;
                case XmlNodeType.EntityReference:
                    if (open.TryPeek(out SvgElement? holder)) Unsupported(holder, $"the entity '&{reader.Name};'", "write the character itself");
                    break;
            }
        }
        if (root is not { Name: "svg" }) return Refuse(Problems.BrokenDrawing(SourceSpan.OfFile(_path), "its outermost element is not svg"));
        Root = root;
        return true;

        bool Refuse(Diagnostic why)
        {
            _sink.Report(why);
            return false;
        }
    }

    private static void SkipSubtree(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth) { }
    }

    private static SvgElement Opened(XmlReader reader)
    {
        IXmlLineInfo place = (IXmlLineInfo)reader;
        // The reader stands on the name; people look for the bracket before it.
        SourcePosition at = new(place.LineNumber, Math.Max(1, place.LinePosition - 1));
        string name = reader.LocalName;
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            string? key = reader.NamespaceURI switch
            {
                "" => reader.LocalName,
                XLinkNamespace => "xlink:" + reader.LocalName,
                XmlNamespace => "xml:" + reader.LocalName,
                _ => null,
            };
            if (key is not null) attributes[key] = reader.Value;
        }
        reader.MoveToElement();
        return new SvgElement(name, at, attributes);
    }

    private void Once(Diagnostic diagnostic, string what)
    {
        if (_said.Add((diagnostic.Code, what))) _sink.Report(diagnostic);
    }

    private static string Shortened(string value) => value.Length <= 60 ? value : value[..57] + "…";

    /// <summary>The parser's sentence without its own place and full stop.</summary>
    private static string Clause(string message)
    {
        int place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        string clause = (place > 0 ? message[..place] : message).TrimEnd('.', ' ');
        return clause.Length == 0 ? "it is not well-formed" : char.ToLowerInvariant(clause[0]) + clause[1..];
    }
}
