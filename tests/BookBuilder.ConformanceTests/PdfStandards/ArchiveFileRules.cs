using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>The file as bytes and objects (ISO 19005-2, 6.1), and keys that no object may have (6.4 to 6.11).</summary>
internal static partial class ArchiveFileRules
{
    private static readonly HashSet<string> Filters = ["ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"];
    private static readonly HashSet<string> Actions = ["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"];

    public static IEnumerable<Finding> Check(InspectedPdf pdf)
    {
        string file = Encoding.Latin1.GetString(pdf.Bytes);
        if (!Header().IsMatch(file)) yield return new("A 6.1.2", "the file does not begin as it must");
        if (pdf.Identifiers != 2) yield return new("A 6.1.3", "the file has no identifiers");
        if (pdf.Encryption is not null) yield return new("A 6.1.3", "the file is encrypted");
        if (!End().IsMatch(file)) yield return new("A 6.1.3", "something stands after the end");
        if (pdf.Trailer > 8388608) yield return new("A 6.1.13", "the file has too many objects");
        foreach (Match beginning in Objects().Matches(file))
            if (!beginning.Groups["whole"].Success) yield return new("A 6.1.9", $"an object begins with '{beginning.Value.Trim()}'");
        foreach ((long number, IToken token) in pdf.Objects)
        {
            foreach (Finding finding in Inside(token, 0)) yield return finding with { What = $"object {number}: {finding.What}" };
            if (token is StreamToken stream)
            {
                if (stream.StreamDictionary.Data.Keys.Any(key => key is "F" or "FFilter" or "FDecodeParms")) yield return new("A 6.1.7", $"the data of stream {number} are elsewhere");
                foreach (IToken filter in pdf.Items(stream.StreamDictionary.Data.GetValueOrDefault("Filter")))
                    if (!Filters.Contains(pdf.Text(filter) ?? "")) yield return new("A 6.1.7", $"stream {number} is packed by {pdf.Text(filter)}");
                if (pdf.Text(pdf.Find(stream, "Type")) == "Metadata" && stream.StreamDictionary.Data.ContainsKey("Filter")) yield return new("A 6.6.2.1", "the metadata are packed");
            }
        }
        foreach ((long number, DictionaryToken dictionary) in pdf.Dictionaries)
            foreach (Finding finding in Everywhere(pdf, dictionary)) yield return finding with { What = $"object {number}: {finding.What}" };
        foreach (string key in (string[])["AA", "Requirements", "NeedsRendering"])
            if (pdf.Catalog.Data.ContainsKey(key)) yield return new(key == "AA" ? "A 6.5.2" : key == "Requirements" ? "A 6.11" : "A 6.4.2", $"the catalog has {key}");
        if (pdf.Find(pdf.Catalog, "Names", "AlternatePresentations") is not null) yield return new("A 6.10", "the document has other presentations");
        if (pdf.Find(pdf.Catalog, "AcroForm", "NeedAppearances") is BooleanToken { Data: true }) yield return new("A 6.4.1", "fields have no appearances yet");
        for (int p = 0; p < pdf.Pages.Length; p++)
        {
            DictionaryToken page = pdf.Pages[p].Page;
            if (page.Data.ContainsKey("AA")) yield return new("A 6.5.2", $"page {p + 1} has actions of its own");
            if (page.Data.ContainsKey("PresSteps")) yield return new("A 6.10", $"page {p + 1} has steps");
            foreach (string box in (string[])["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"])
                if (pdf.Find(page, box) is ArrayToken { Length: 4 } corners && (Size(pdf, corners, 0) is < 3 or > 14400 || Size(pdf, corners, 1) is < 3 or > 14400))
                    yield return new("A 6.1.13", $"{box} of page {p + 1} is too small or too large");
        }
    }

    private static double Size(InspectedPdf pdf, ArrayToken box, int side) => Math.Abs((pdf.Number(box[side + 2]) ?? 0) - (pdf.Number(box[side]) ?? 0));

    private static IEnumerable<Finding> Everywhere(InspectedPdf pdf, DictionaryToken dictionary)
    {
        IEnumerable<DictionaryToken> actions = ((string[])["A", "OpenAction"]).Select(key => pdf.Find(dictionary, key)).OfType<DictionaryToken>();
        foreach (DictionaryToken action in actions.Where(action => action.Data.ContainsKey("S") && pdf.Find(action, "S") is NameToken))
            if (!Actions.Contains(pdf.Text(pdf.Find(action, "S"))!)) yield return new("A 6.5.1", $"the action {pdf.Text(pdf.Find(action, "S"))} is not allowed");
        if (pdf.Text(pdf.Find(dictionary, "Subtype")) == "Widget" && (dictionary.Data.ContainsKey("A") || dictionary.Data.ContainsKey("AA"))) yield return new("A 6.4.1", "a field has actions");
    }

    /// <summary>Limits of numbers, names and strings (6.1.13).</summary>
    private static IEnumerable<Finding> Inside(IToken token, int depth)
    {
        if (depth > 100) yield break;
        IEnumerable<IToken> below = [];
        switch (token)
        {
            case NumericToken number when Math.Abs(number.Double) > 2147483648.0: yield return new("A 6.1.13", "a number is too large"); break;
            case NameToken name when Encoding.UTF8.GetByteCount(name.Data) > 127: yield return new("A 6.1.13", "a name is too long"); break;
            case StringToken text when text.GetBytes().Length > 32767: yield return new("A 6.1.13", "a string is too long"); break;
            case HexToken hex when hex.Bytes.Length > 32767: yield return new("A 6.1.13", "a string is too long"); break;
            case ArrayToken array: below = array.Data; break;
            case DictionaryToken dictionary: below = dictionary.Data.Values; break;
            case StreamToken stream: below = [stream.StreamDictionary]; break;
        }
        foreach (IToken part in below)
            foreach (Finding finding in Inside(part, depth + 1)) yield return finding;
    }

    [GeneratedRegex(@"\A%PDF-1\.[0-7](\r\n|\r|\n)%[\x80-\xff]{4}")]
    private static partial Regex Header();

    [GeneratedRegex(@"%%EOF(\r\n|\r|\n)?\z")]
    private static partial Regex End();

    // Where "7 0 obj" stands on a line of its own; looser spellings are found by the same words.
    [GeneratedRegex(@"(?<whole>(?<=[\r\n])\d+ \d+ obj(?=[\r\n]))|(?<=[\r\n])\d+[ \t]+\d+[ \t]+obj(?=[\s<\[])")]
    private static partial Regex Objects();
}
