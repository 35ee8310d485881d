using System.Text;
using System.Xml;

namespace BookBuilder.Epub.Container;

/// <summary>Writes one XML document. Text and attribute values may hold anything: what XML must escape is escaped, what it cannot hold is left out.</summary>
internal sealed class Markup
{
    public const string Xhtml = "http://www.w3.org/1999/xhtml";
    public const string Ops = "http://www.idpf.org/2007/ops";
    public const string MathMl = "http://www.w3.org/1998/Math/MathML";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private readonly MemoryStream _bytes = new();
    private readonly XmlWriter _xml;
    private readonly Stack<(string Namespace, string Direction)> _open = new();

    /// <param name="root">The namespace of the root and of all below it that do not say otherwise.</param>
    public Markup(string root)
    {
        _xml = XmlWriter.Create(_bytes, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.None,
        });
        _open.Push((root, "ltr"));
        _xml.WriteStartDocument();
        Line();
    }

    /// <summary>Which way the innermost open element runs: "ltr", "rtl" or "auto".</summary>
    public string Direction => _open.Peek().Direction;

    /// <summary>The document type of HTML.</summary>
    public void DocType()
    {
        // Not by WriteDocType, which leaves a blank before the bracket.
        _xml.WriteRaw("<!DOCTYPE html>");
        Line();
    }

    /// <summary>Declares a prefix on the element just opened.</summary>
    public void Declare(string prefix, string uri) => _xml.WriteAttributeString("xmlns", prefix, "http://www.w3.org/2000/xmlns/", uri);

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(_open.Peek().Namespace, name, attributes);

    /// <summary>Opens an element of another namespace; what is opened inside it belongs there too.</summary>
    public void OpenIn(string uri, string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(uri, name, attributes);

    /// <summary>Closes the innermost element.</summary>
    public void Close()
    {
        // A written end tag, even where nothing is inside: readers that take the file for HTML lose their way at <td/>.
        _open.Pop();
        _xml.WriteFullEndElement();
    }

    /// <summary>Closes the innermost element and ends the line.</summary>
    public void CloseLine()
    {
        Close();
        Line();
    }

    /// <summary>An element without content.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(_open.Peek().Namespace, name, attributes);
        _open.Pop();
        _xml.WriteEndElement();
    }

    /// <summary>An element with nothing but text.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        Text(text);
        Close();
    }

    public void Text(string text) => _xml.WriteString(XmlText.Clean(text));

    /// <summary>Ends the line; only where white space means nothing.</summary>
    public void Line() => _xml.WriteWhitespace("\n");

    /// <summary>The finished document.</summary>
    public byte[] ToBytes()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
        return [.. _bytes.ToArray(), (byte)'\n'];
    }

    private void Start(string uri, string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (name.StartsWith("dc:", StringComparison.Ordinal))
            _xml.WriteStartElement("dc", name[3..], DublinCore);
        else
            _xml.WriteStartElement(name, uri);
        string direction = _open.Peek().Direction;
        foreach ((string key, string? value) in attributes)
        {
            if (value is null)
                continue;
            Attribute(key, XmlText.Clean(value));
            if (key == "dir")
                direction = value;
        }
        _open.Push((uri, direction));
    }

    private void Attribute(string name, string value)
    {
        switch (name.Split(':'))
        {
            case ["xml", string local]: _xml.WriteAttributeString("xml", local, "http://www.w3.org/XML/1998/namespace", value); break;
            case ["epub", string local]: _xml.WriteAttributeString("epub", local, Ops, value); break;
            case [string local]: _xml.WriteAttributeString(local, value); break;
            default: throw new ArgumentException($"The prefix of '{name}' is not known.", nameof(name));
        }
    }
}
