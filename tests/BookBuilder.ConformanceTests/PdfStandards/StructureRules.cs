using System.Text.RegularExpressions;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>What the structure tree must be: roles (02), syntax of tables, lists and contents (09), languages (11), pictures (13), headings (14), heads of
/// tables (15), formulas (17), notes (19).</summary>
internal static partial class StructureRules
{
    private static readonly Dictionary<string, string[]> Parents = new()
    {
        ["TR"] = ["Table", "THead", "TBody", "TFoot"], ["THead"] = ["Table"], ["TBody"] = ["Table"], ["TFoot"] = ["Table"], ["TH"] = ["TR"], ["TD"] = ["TR"],
        ["LI"] = ["L"], ["LBody"] = ["LI"], ["TOCI"] = ["TOC"],
        ["RB"] = ["Ruby"], ["RT"] = ["Ruby"], ["RP"] = ["Ruby"], ["WT"] = ["Warichu"], ["WP"] = ["Warichu"],
    };

    private static readonly Dictionary<string, string[]> KidsOf = new()
    {
        ["Table"] = ["TR", "THead", "TBody", "TFoot", "Caption"], ["THead"] = ["TR"], ["TBody"] = ["TR"], ["TFoot"] = ["TR"], ["TR"] = ["TH", "TD"],
        ["L"] = ["L", "LI", "Caption"], ["LI"] = ["Lbl", "LBody"], ["TOC"] = ["TOC", "TOCI", "Caption"], ["Ruby"] = ["RB", "RT", "RP"], ["Warichu"] = ["WT", "WP"],
    };

    /// <summary>Whether a tag has the form of RFC 3066.</summary>
    public static bool IsLanguage(string tag) => LanguageTag().IsMatch(tag);

    public static IEnumerable<Finding> Check(InspectedPdf pdf, TagTree tree)
    {
        foreach ((string own, string mapped) in tree.Roles)
        {
            if (TagTree.StandardTypes.Contains(own)) yield return new("UA 02-004", $"the standard type {own} is mapped to {mapped}");
            if (IsCircle(tree, own)) yield return new("UA 02-003", $"{own} is mapped in a circle");
        }
        int level = 0;
        HashSet<string> ids = [];
        foreach (TagElement element in tree.All)
        {
            if (tree.StandardOf(element.Tag) is null) yield return new("UA 02-001", $"{element.Tag} means nothing standard");
            foreach (Finding finding in Syntax(element)) yield return finding;
            string? alternative = pdf.Text(pdf.Find(element.Dictionary, "Alt")), actual = pdf.Text(pdf.Find(element.Dictionary, "ActualText"));
            if (element.Standard == "Figure" && string.IsNullOrWhiteSpace(alternative) && string.IsNullOrWhiteSpace(actual)) yield return new("UA 13-004", "a Figure has no alternative text");
            if (element.Standard == "Formula" && string.IsNullOrWhiteSpace(alternative)) yield return new("UA 17-002", "a Formula has no alternative text");
            if (element.Dictionary.Data.GetValueOrDefault("Lang") is { } language && !IsLanguage(pdf.Text(language) ?? "")) yield return new("UA 11-001", $"'{pdf.Text(language)}' is no language");
            if (element.Standard is ['H', >= '1' and <= '6' and char digit])
            {
                if (level == 0 && digit != '1') yield return new("UA 14-002", $"the first heading is H{digit}");
                else if (digit - '0' > level + 1) yield return new("UA 14-003", $"H{digit} follows H{level}");
                level = digit - '0';
            }
            if (element.KidTags.Count(tag => tag == "H") > 1) yield return new("UA 14-006", "a node holds two H");
            if (element.Standard == "Note")
            {
                string? id = pdf.Text(pdf.Find(element.Dictionary, "ID"));
                if (string.IsNullOrEmpty(id)) yield return new("UA 19-003", "a Note has no ID");
                else if (!ids.Add(id)) yield return new("UA 19-004", $"two Notes have the ID {id}");
            }
            if (pdf.Text(pdf.Find(element.Dictionary, "Type")) != "StructElem") yield return new("A 6.7.3", "an element is not of the type StructElem");
            if (element.Standard == "Table")
                foreach (Finding finding in Tables(pdf, element)) yield return finding;
        }
        if (tree.All.Any(element => element.Standard == "H") && level > 0) yield return new("UA 14-007", "both H and numbered headings are used");
    }

    private static IEnumerable<Finding> Syntax(TagElement element)
    {
        string rule = element.Standard is "TOC" or "TOCI" ? "UA 09-006" : element.Standard is "L" or "LI" or "LBody" ? "UA 09-005"
            : element.Standard is "Ruby" or "RB" or "RT" or "RP" ? "UA 09-007" : element.Standard is "Warichu" or "WT" or "WP" ? "UA 09-008" : "UA 09-004";
        if (Parents.TryGetValue(element.Standard, out string[]? parents) && !parents.Contains(element.Parent?.Standard))
            yield return new(rule, $"{element.Standard} stands in {element.Parent?.Standard ?? "nothing"}");
        if (!KidsOf.TryGetValue(element.Standard, out string[]? kids)) yield break;
        foreach (string kid in element.KidTags.Where(kid => !kids.Contains(kid))) yield return new(rule, $"{element.Standard} holds {kid}");
        string[] all = [.. element.KidTags];
        bool captionIsAside = all.Length > 0 && (all[0] == "Caption" || element.Standard == "Table" && all[^1] == "Caption");
        if (all.Count(kid => kid == "Caption") > (captionIsAside ? 1 : 0)) yield return new(rule, $"{element.Standard} has a Caption in its midst");
        if (element.Standard != "Table") yield break;
        if (all.Count(kid => kid == "THead") > 1 || all.Count(kid => kid == "TFoot") > 1) yield return new(rule, "a Table has two heads or feet");
        if (all.Contains("THead") && !all.Contains("TBody")) yield return new(rule, "a Table has a head and no body");
    }

    /// <summary>Every cell has its place, every row is as long as the others, and heads say what they head.</summary>
    private static IEnumerable<Finding> Tables(InspectedPdf pdf, TagElement table)
    {
        int columns = -1;
        List<TagElement[]> groups = [.. table.Kids.Where(kid => kid.Standard is "THead" or "TBody" or "TFoot").Select(group => group.Kids.ToArray()), [.. table.Kids.Where(kid => kid.Standard == "TR")]];
        bool byIds = table.All.Any(cell => cell.Standard == "TD" && Attribute(pdf, cell, "Headers") is not null);
        foreach (TagElement[] rows in groups)
        {
            List<int> covered = [];
            for (int r = 0; r < rows.Length; r++)
            {
                int column = 0;
                foreach (TagElement cell in rows[r].Kids)
                {
                    while (column < covered.Count && covered[column] > 0) column++;
                    int width = (int)(pdf.Number(Attribute(pdf, cell, "ColSpan")) ?? 1), height = (int)(pdf.Number(Attribute(pdf, cell, "RowSpan")) ?? 1);
                    if (height > rows.Length - r) yield return new("UA 15-005", "a cell reaches out of its table");
                    for (int end = column + width; column < end; column++)
                    {
                        while (covered.Count <= column) covered.Add(0);
                        if (covered[column] > 0) yield return new("UA 15-005", "two cells have one place");
                        covered[column] = height;
                    }
                    if (cell.Standard == "TH" && !byIds && pdf.Text(Attribute(pdf, cell, "Scope")) is not ("Row" or "Column" or "Both")) yield return new("UA 15-003", "a TH does not say what it heads");
                }
                int length = covered.FindLastIndex(left => left > 0) + 1;
                if (columns < 0) columns = length;
                if (length != columns || covered.Take(length).Any(left => left == 0)) yield return new("UA 15-005", "a row is longer or shorter than the others");
                for (int c = 0; c < covered.Count; c++) covered[c] = Math.Max(0, covered[c] - 1);
            }
        }
    }

    /// <summary>An attribute of an element, whoever owns it; null when it has none.</summary>
    public static IToken? Attribute(InspectedPdf pdf, TagElement element, string key) => pdf.Items(element.Dictionary.Data.GetValueOrDefault("A"))
        .Select(owner => pdf.Find(owner, key)).FirstOrDefault(value => value is not null);

    private static bool IsCircle(TagTree tree, string tag)
    {
        HashSet<string> seen = [];
        while (tree.Roles.TryGetValue(tag, out string? next))
        {
            if (!seen.Add(tag)) return true;
            tag = next;
        }
        return false;
    }

    [GeneratedRegex(@"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();
}
