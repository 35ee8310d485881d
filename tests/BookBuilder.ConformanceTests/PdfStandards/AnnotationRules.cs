using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>Annotations and the parent tree: every one is in the structure, and the tree finds its element (28); and PDF/A's rules for them (6.3, 6.5).</summary>
internal static class AnnotationRules
{
    private static readonly HashSet<string> Known =
    [
        "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup",
        "FileAttachment", "Widget", "PrinterMark", "TrapNet", "Watermark", "Redact",
    ];

    public static IEnumerable<Finding> Check(InspectedPdf pdf, TagTree tree, ShownContent content)
    {
        Dictionary<long, TagElement> byNumber = tree.All.Where(e => e.Number >= 0).GroupBy(e => e.Number).ToDictionary(g => g.Key, g => g.First());
        Dictionary<long, IToken> parents = Numbers(pdf, tree.Root?.Data.GetValueOrDefault("ParentTree"), 0).GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.First().Value);
        for (int p = 0; p < pdf.Pages.Length; p++)
        {
            (long pageNumber, DictionaryToken page) = pdf.Pages[p];
            foreach (Finding finding in Parts(pdf, byNumber, parents, content.Marks[p], pageNumber, page, p + 1)) yield return finding;
            IToken[] annotations = [.. pdf.Items(page.Data.GetValueOrDefault("Annots"))];
            if (annotations.Length == 0) continue;
            if (pdf.Find(page, "Tabs") is not { } tabs) yield return new("UA 28-008", $"page {p + 1} does not say in which order its links are reached");
            else if (pdf.Text(tabs) != "S") yield return new("UA 28-009", $"the links of page {p + 1} are not reached in the order of the structure");
            foreach (IToken annotation in annotations)
                foreach (Finding finding in Annotation(pdf, byNumber, parents, annotation)) yield return finding with { What = $"page {p + 1}: {finding.What}" };
        }
    }

    private static IEnumerable<Finding> Parts(InspectedPdf pdf, Dictionary<long, TagElement> byNumber, Dictionary<long, IToken> parents, HashSet<int> marks, long pageNumber, DictionaryToken page, int shown)
    {
        if (marks.Count == 0) yield break;
        IToken[] holders = pdf.Number(pdf.Find(page, "StructParents")) is double key && parents.TryGetValue((long)key, out IToken? list) ? [.. pdf.Items(list)] : [];
        foreach (int mark in marks)
            if (mark >= holders.Length || !byNumber.TryGetValue(OpenedPdf.Target(holders[mark]), out TagElement? holder) || !holder.Marks.Contains((pageNumber, mark)))
                yield return new("UA 01-005", $"part {mark} of page {shown} belongs to no element");
        foreach (TagElement element in byNumber.Values)
            foreach ((long on, int mark) in element.Marks)
                if (on == pageNumber && !marks.Contains(mark)) yield return new("UA 01-005", $"{element.Tag} names part {mark} of page {shown}, which is not there");
    }

    private static IEnumerable<Finding> Annotation(InspectedPdf pdf, Dictionary<long, TagElement> byNumber, Dictionary<long, IToken> parents, IToken token)
    {
        string kind = pdf.Text(pdf.Find(token, "Subtype")) ?? "";
        TagElement? holder = pdf.Number(pdf.Find(token, "StructParent")) is double key && parents.TryGetValue((long)key, out IToken? found) ? byNumber.GetValueOrDefault(OpenedPdf.Target(found)) : null;
        if (holder is not null && !holder.Annotations.Contains(OpenedPdf.Target(token))) holder = null;
        string? contents = pdf.Text(pdf.Find(token, "Contents"));
        string? alternative = holder is null ? null : pdf.Text(pdf.Find(holder.Dictionary, "Alt"));
        switch (kind)
        {
            case "Link":
                if (holder?.Standard != "Link") yield return new("UA 28-011", "a link is not in a Link element");
                if (string.IsNullOrWhiteSpace(contents)) yield return new("UA 28-012", "a link does not say where it leads");
                break;
            case "Widget":
                if (holder?.Standard != "Form") yield return new("UA 28-010", "a field is not in a Form element");
                if (pdf.Find(token, "TU") is null && alternative is null) yield return new("UA 28-005", "a field does not say what it is for");
                break;
            case "PrinterMark":
                if (holder is not null) yield return new("UA 28-017", "a printer's mark is in the structure");
                break;
            case "TrapNet": yield return new("UA 28-007", "a trap network"); break;
            case "Popup": break;
            default:
                if (holder?.Standard != "Annot") yield return new("UA 28-002", $"{kind} is not in an Annot element");
                if (string.IsNullOrWhiteSpace(contents) && string.IsNullOrWhiteSpace(alternative)) yield return new("UA 28-004", $"{kind} is not described");
                if (!Known.Contains(kind)) yield return new("UA 28-006", $"{kind} is no kind of annotation");
                break;
        }
        if (!Known.Contains(kind)) yield return new("A 6.3.1", $"{kind} is not allowed");
        if (kind != "Popup")
        {
            if (pdf.Number(pdf.Find(token, "F")) is not double flags) yield return new("A 6.3.2", $"{kind} has no flags");
            else if (((int)flags & 4) == 0 || ((int)flags & (1 | 2 | 32 | 256)) != 0) yield return new("A 6.3.2", $"{kind} is hidden or not printed");
        }
        if (kind is not ("Popup" or "Link") && pdf.Find(token, "AP") is null) yield return new("A 6.3.3", $"{kind} has no appearance");
    }

    /// <summary>The entries of a number tree.</summary>
    private static IEnumerable<KeyValuePair<long, IToken>> Numbers(InspectedPdf pdf, IToken? node, int depth)
    {
        if (depth > 20 || node is null) yield break;
        IToken[] pairs = [.. pdf.Items(pdf.Find(node, "Nums"))];
        for (int i = 0; i + 1 < pairs.Length; i += 2) yield return new((long)(pdf.Number(pairs[i]) ?? -1), pairs[i + 1]);
        foreach (IToken kid in pdf.Items(pdf.Find(node, "Kids")))
            foreach (var pair in Numbers(pdf, kid, depth + 1)) yield return pair;
    }
}
