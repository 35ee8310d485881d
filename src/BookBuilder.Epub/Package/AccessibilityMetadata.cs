using BookBuilder.Epub.Container;

namespace BookBuilder.Epub.Package;

/// <summary>Says in the package what the book offers to those who cannot see, hear or hold it as others do.</summary>
/// <remarks>EPUB Accessibility 1.1, section 2, with schema.org's accessibility vocabulary. No conformance is claimed: that takes a person's judgement.</remarks>
internal static class AccessibilityMetadata
{
    public static void Write(Markup xml, AccessibilityFacts facts)
    {
        bool described = facts.PicturesWithoutWords == 0 && facts.FormulasWithoutWords == 0;
        Meta(xml, "schema:accessMode", "textual");
        if (facts.Pictures > 0)
            Meta(xml, "schema:accessMode", "visual");
        if (described)
            Meta(xml, "schema:accessModeSufficient", "textual");
        if (facts.Pictures > 0)
            Meta(xml, "schema:accessModeSufficient", "textual,visual");

        foreach (string feature in Features(facts))
            Meta(xml, "schema:accessibilityFeature", feature);
        Meta(xml, "schema:accessibilityHazard", "none");
        xml.Element("meta", Summary(facts), ("property", "schema:accessibilitySummary"), ("xml:lang", "en"));
        xml.Line();
    }

    private static IEnumerable<string> Features(AccessibilityFacts facts)
    {
        yield return "structuralNavigation";
        yield return "tableOfContents";
        yield return "readingOrder";
        yield return "displayTransformability";
        yield return "ARIA";
        if (facts.Pictures > 0 && facts.PicturesWithoutWords == 0)
            yield return "alternativeText";
        if (facts.Formulas > 0)
            yield return "MathML";
        if (facts.Formulas > 0 && facts.FormulasWithoutWords == 0)
            yield return "describedMath";
        if (facts.Pages > 0)
        {
            yield return "pageBreakMarkers";
            yield return "pageNavigation";
        }
    }

    private static string Summary(AccessibilityFacts facts)
    {
        List<string> said = ["The text flows with the reader's own fonts, sizes and colours, and is structured by headings and a table of contents."];
        if (facts.Pictures > 0)
            said.Add(facts.PicturesWithoutWords == 0 ? "Every picture that carries information has a text alternative." : "Some pictures have no text alternative.");
        if (facts.Tables > 0)
            said.Add("Tables are marked up as tables.");
        if (facts.Formulas > 0)
            said.Add(facts.FormulasWithoutWords == 0 ? "Formulas are MathML with a reading in words." : "Formulas are MathML.");
        if (facts.Notes > 0)
            said.Add("Notes are linked to their marks and back.");
        if (facts.Pages > 0)
            said.Add("The pages of the printed edition are marked and listed.");
        return string.Join(' ', said);
    }

    private static void Meta(Markup xml, string property, string value)
    {
        xml.Element("meta", value, ("property", property));
        xml.Line();
    }
}
