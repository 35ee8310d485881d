using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>Fonts: embedded, whole for what is shown, with the program's widths, and every character's meaning told (Matterhorn 10 and 31; ISO 19005-2, 6.2.11).</summary>
internal static partial class FontRules
{
    public static IEnumerable<Finding> Check(InspectedPdf pdf, ShownContent content)
    {
        foreach (var shown in content.Texts.GroupBy(text => OpenedPdf.Target(text.Font)))
        {
            DictionaryToken? font = pdf.DictionaryOf(shown.First().Font);
            string name = pdf.Text(pdf.Find(font, "BaseFont")) ?? "a font without a name";
            if (pdf.Text(pdf.Find(font, "Type")) != "Font" || pdf.Find(font, "BaseFont") is null) yield return new("A 6.2.11.2", $"{name} is no whole font");
            if (pdf.Text(pdf.Find(font, "Subtype")) != "Type0")
            {
                // The writer makes composite fonts only; others would need rules of their own (31-012 to 31-026).
                yield return new("A 6.2.11.2", $"{name} is not a composite font");
                continue;
            }
            foreach (Finding finding in Composite(pdf, font!, name, [.. shown])) yield return finding;
        }
    }

    private static IEnumerable<Finding> Composite(InspectedPdf pdf, DictionaryToken font, string name, ShownText[] shown)
    {
        if (pdf.Text(pdf.Find(font, "Encoding")) is not ("Identity-H" or "Identity-V")) yield return new("UA 31-006", $"{name} is encoded by a map that is not embedded");
        IToken? below = pdf.Find(font, "DescendantFonts", 0);
        if (pdf.Text(pdf.Find(below, "Subtype")) == "CIDFontType2")
        {
            IToken? map = pdf.Find(below, "CIDToGIDMap");
            if (map is null) yield return new("UA 31-005", $"{name} does not map its codes to glyphs");
            else if (map is not StreamToken && pdf.Text(map) != "Identity") yield return new("UA 31-004", $"{name} maps its codes to glyphs by {pdf.Text(map)}");
        }
        if (pdf.Find(font, "ToUnicode") is not StreamToken toUnicode) yield return new("UA 31-027", $"{name} has no ToUnicode");
        else
        {
            Dictionary<int, string> meanings = Meanings(Encoding.Latin1.GetString(pdf.Data(toUnicode)));
            foreach (string meaning in meanings.Values.Distinct())
            {
                if (meaning.Contains('\0', StringComparison.Ordinal)) yield return new("UA 31-028", $"{name} tells U+0000");
                if (meaning.AsSpan().IndexOfAny('\uFEFF', '\uFFFE') >= 0) yield return new("UA 31-029", $"{name} tells U+FEFF or U+FFFE");
            }
            foreach (ShownText text in shown)
                if (!meanings.TryGetValue(text.Code, out string? meaning) || meaning.Length == 0) yield return new("UA 10-001", $"{name} does not tell what {text.Code} means");
                else if (!text.IsSaid && meaning.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse))
                    yield return new("A 6.2.11.7", $"{name} tells a private-use character for {text.Code}, and no ActualText says more");
            foreach (Finding finding in Program(pdf, below, name, shown, meanings)) yield return finding;
        }
        if (shown.Any(text => text.Code == 0)) yield return new("UA 31-030", $"{name} shows .notdef");
    }

    private static IEnumerable<Finding> Program(InspectedPdf pdf, IToken? font, string name, ShownText[] shown, Dictionary<int, string> meanings)
    {
        if ((pdf.Find(font, "FontDescriptor", "FontFile2") ?? pdf.Find(font, "FontDescriptor", "FontFile3")) is not StreamToken file)
        {
            yield return new("UA 31-009", $"{name} is not embedded");
            yield break;
        }
        FontProgram? program = FontProgram.Read(pdf.Data(file));
        if (program is null)
        {
            yield return new("UA 31-009", $"the program of {name} cannot be read");
            yield break;
        }
        Dictionary<int, double> widths = Widths(pdf, pdf.Find(font, "W"));
        double usual = pdf.Number(pdf.Find(font, "DW")) ?? 1000;
        foreach (ShownText text in shown.DistinctBy(text => text.Code))
        {
            if (text.Code >= program.GlyphCount)
            {
                yield return new("UA 31-011", $"{name} has no glyph {text.Code}");
                continue;
            }
            // Only what nobody sees may have no outline.
            if (!program.HasOutline(text.Code) && meanings.GetValueOrDefault(text.Code, "").EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune)
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator)))
                yield return new("UA 31-011", $"{name} has no outline for {text.Code} ({meanings[text.Code]})");
            if (Math.Abs(widths.GetValueOrDefault(text.Code, usual) - program.WidthOf(text.Code)) > 1)
                yield return new("UA 31-016", $"{name} says {widths.GetValueOrDefault(text.Code, usual)} of the width of {text.Code}, its program {program.WidthOf(text.Code)}");
        }
    }

    private static Dictionary<int, double> Widths(InspectedPdf pdf, IToken? w)
    {
        Dictionary<int, double> widths = [];
        IToken[] items = [.. pdf.Items(w)];
        for (int i = 0; i + 1 < items.Length;)
        {
            int first = (int)(pdf.Number(items[i]) ?? 0);
            if (pdf.Resolve(items[i + 1]) is ArrayToken each)
            {
                for (int k = 0; k < each.Length; k++) widths[first + k] = pdf.Number(each[k]) ?? 0;
                i += 2;
            }
            else
            {
                for (int code = first; code <= (pdf.Number(items[i + 1]) ?? 0); code++) widths[code] = pdf.Number(items[i + 2]) ?? 0;
                i += 3;
            }
        }
        return widths;
    }

    /// <summary>The single entries of a ToUnicode map; the writer makes no ranges.</summary>
    private static Dictionary<int, string> Meanings(string map)
    {
        Dictionary<int, string> meanings = [];
        foreach (Match section in Sections().Matches(map))
            foreach (Match pair in Pairs().Matches(section.Groups[1].Value))
                meanings[int.Parse(pair.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value));
        return meanings;
    }

    [GeneratedRegex("beginbfchar(.*?)endbfchar", RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex("<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]*)>")]
    private static partial Regex Pairs();
}
