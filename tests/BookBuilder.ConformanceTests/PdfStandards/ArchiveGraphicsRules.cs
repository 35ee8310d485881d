using System.Buffers.Binary;
using System.Text;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>Colours, pictures, transparency (ISO 19005-2, 6.2) and forms that refer to other files (Matterhorn 30-001).</summary>
internal static class ArchiveGraphicsRules
{
    private static readonly HashSet<string> BlendModes =
    [
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion",
        "Hue", "Saturation", "Color", "Luminosity",
    ];

    public static IEnumerable<Finding> Check(InspectedPdf pdf)
    {
        IToken[] intents = [.. pdf.Items(pdf.Find(pdf.Catalog, "OutputIntents"))];
        IToken? intent = intents.FirstOrDefault(item => pdf.Text(pdf.Find(item, "S")) == "GTS_PDFA1");
        if (intent is null) yield return new("A 6.2.3", "there is no output intent");
        else
        {
            if (string.IsNullOrEmpty(pdf.Text(pdf.Find(intent, "OutputConditionIdentifier")))) yield return new("A 6.2.3", "the output intent has no identifier");
            if (pdf.Find(intent, "DestOutputProfile") is not StreamToken profile) yield return new("A 6.2.3", "the output intent has no profile");
            else
                foreach (string wrong in Profile(pdf, profile)) yield return new("A 6.2.3", wrong);
        }
        if (intents.Select(item => OpenedPdf.Target(pdf.DictionaryOf(item)?.Data.GetValueOrDefault("DestOutputProfile"))).Where(target => target >= 0).Distinct().Count() > 1)
            yield return new("A 6.2.3", "two output intents have two profiles");
        foreach ((long number, DictionaryToken dictionary) in pdf.Dictionaries)
            foreach (Finding finding in Object(pdf, dictionary)) yield return finding with { What = $"object {number}: {finding.What}" };
        for (int p = 0; p < pdf.Pages.Length; p++)
            if (intent is null && IsTransparent(pdf, pdf.Find(pdf.Pages[p].Page, "Resources")) && pdf.Find(pdf.Pages[p].Page, "Group", "CS") is null)
                yield return new("A 6.2.10", $"page {p + 1} blends in no colour space");
    }

    private static IEnumerable<Finding> Object(InspectedPdf pdf, DictionaryToken dictionary)
    {
        string type = pdf.Text(pdf.Find(dictionary, "Type")) ?? "", subtype = pdf.Text(pdf.Find(dictionary, "Subtype")) ?? "";
        if (subtype == "Image")
        {
            if (dictionary.Data.ContainsKey("Alternates") || dictionary.Data.ContainsKey("OPI")) yield return new("A 6.2.8", "a picture has alternatives");
            if (pdf.Find(dictionary, "Interpolate") is BooleanToken { Data: true }) yield return new("A 6.2.8", "a picture is interpolated");
            if (pdf.Text(pdf.Find(dictionary, "ColorSpace")) is "DeviceCMYK" or "CMYK") yield return new("A 6.2.4.3", "a picture has the colours of four inks");
        }
        if (subtype == "Form")
        {
            if (dictionary.Data.ContainsKey("Ref")) yield return new("UA 30-001", "a form refers to another file");
            if (dictionary.Data.ContainsKey("OPI") || dictionary.Data.ContainsKey("PS") || pdf.Text(pdf.Find(dictionary, "Subtype2")) == "PS") yield return new("A 6.2.9", "a form is written in PostScript");
            if (pdf.Text(pdf.Find(dictionary, "Group", "CS")) == "DeviceCMYK") yield return new("A 6.2.4.3", "a form blends in four inks");
        }
        if (subtype == "PS") yield return new("A 6.2.9", "a PostScript object");
        if (type == "Page" && pdf.Text(pdf.Find(dictionary, "Group", "CS")) == "DeviceCMYK") yield return new("A 6.2.4.3", "a page blends in four inks");
        if (type == "ExtGState")
        {
            if (dictionary.Data.ContainsKey("TR") || dictionary.Data.ContainsKey("HTP")) yield return new("A 6.2.5", "a graphics state changes colours on the way");
            if (dictionary.Data.ContainsKey("TR2") && pdf.Text(pdf.Find(dictionary, "TR2")) != "Default") yield return new("A 6.2.5", "a graphics state changes colours on the way");
            foreach (IToken mode in pdf.Items(dictionary.Data.GetValueOrDefault("BM")))
                if (!BlendModes.Contains(pdf.Text(mode) ?? "")) yield return new("A 6.2.10", $"the blend mode {pdf.Text(mode)} is not known");
        }
    }

    private static IEnumerable<string> Profile(InspectedPdf pdf, StreamToken stream)
    {
        byte[] profile = pdf.Data(stream);
        if (profile.Length < 132 || BinaryPrimitives.ReadInt32BigEndian(profile) != profile.Length)
        {
            yield return "the profile's size is not what it says";
            yield break;
        }
        if (profile[8] > 4) yield return "the profile is of a later version than 4";
        string kind = Encoding.ASCII.GetString(profile, 12, 4), colours = Encoding.ASCII.GetString(profile, 16, 4);
        if (kind is not ("mntr" or "prtr") || colours is not ("RGB " or "GRAY" or "CMYK")) yield return $"the profile is of the kind {kind} for {colours}";
        if (Encoding.ASCII.GetString(profile, 36, 4) != "acsp") yield return "the profile is none";
        if (pdf.Number(pdf.Find(stream, "N")) != (colours == "RGB " ? 3 : colours == "GRAY" ? 1 : 4)) yield return "the number of colours is not the profile's";
        int tags = BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128));
        for (int i = 0; i < tags; i++)
            if (BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(136 + 12 * i)) + BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(140 + 12 * i)) > profile.Length) yield return "a part of the profile reaches beyond it";
    }

    private static bool IsTransparent(InspectedPdf pdf, IToken? resources) =>
        (pdf.DictionaryOf(pdf.Find(resources, "ExtGState"))?.Data.Values ?? []).Any(state => pdf.Number(pdf.Find(state, "ca")) < 1 || pdf.Number(pdf.Find(state, "CA")) < 1 || pdf.Find(state, "SMask") is DictionaryToken)
        || (pdf.DictionaryOf(pdf.Find(resources, "XObject"))?.Data.Values ?? []).Any(item => pdf.Find(item, "SMask") is not null);
}
