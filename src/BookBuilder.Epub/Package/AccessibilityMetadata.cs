using BookBuilder.Epub.Container;

namespace BookBuilder.Epub.Package;

/// <summary>Says in the package what the book offers to those who cannot see, hear or hold it as others do: what was counted, and nothing else.</summary>
/// <remarks>EPUB Accessibility 1.1, section 2, with the terms of the Schema.org Accessibility Properties for Discoverability Vocabulary. There is no
/// "longDescription", because no picture has a second description, and no "highContrastDisplay", because the reader chooses the colours.</remarks>
internal static class AccessibilityMetadata
{
    /// <param name="facts">What was counted.</param>
    /// <param name="language">The book's language.</param>
    /// <param name="ownSummary">The author's summary in that language; null for one made of the facts.</param>
    public static void Write(Markup xml, AccessibilityFacts facts, string language, string? ownSummary)
    {
        foreach (string mode in Modes(facts))
            Meta(xml, "schema:accessMode", mode);
        if (facts.PicturesWithoutWords == 0 && facts.FormulasWithoutWords == 0)
            Meta(xml, "schema:accessModeSufficient", "textual");
        if (facts.Pictures > 0)
            Meta(xml, "schema:accessModeSufficient", "textual,visual");
        foreach (string feature in Features(facts))
            Meta(xml, "schema:accessibilityFeature", feature);
        foreach (string hazard in Hazards(facts))
            Meta(xml, "schema:accessibilityHazard", hazard);
        AccessibilityWords words = AccessibilityWords.For(language);
        xml.Element("meta", ownSummary ?? Summary(facts, words), ("property", "schema:accessibilitySummary"), ("xml:lang", ownSummary is null ? words.Language : null));
        xml.Line();
    }

    private static IEnumerable<string> Modes(AccessibilityFacts facts)
    {
        yield return "textual";
        if (facts.Pictures > 0)
            yield return "visual";
        if (facts.Charts > 0)
            yield return "chartOnVisual";
        if (facts.Diagrams > 0)
            yield return "diagramOnVisual";
        if (facts.PicturesOfWords > 0)
            yield return "textOnVisual";
    }

    private static IEnumerable<string> Features(AccessibilityFacts facts)
    {
        // Said only of headings that reflect the hierarchy fully.
        if (facts.SkippedLevels == 0)
            yield return "structuralNavigation";
        yield return "tableOfContents";
        yield return "readingOrder";
        yield return "displayTransformability";
        yield return "ARIA";
        if (facts.Indexes > 0)
            yield return "index";
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

    /// <summary>Nothing sounds. What moves may flash or make dizzy: nobody has looked.</summary>
    private static IEnumerable<string> Hazards(AccessibilityFacts facts) =>
        facts.MovingPictures == 0 ? ["none"] : ["unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard"];

    private static string Summary(AccessibilityFacts facts, AccessibilityWords words)
    {
        List<string> said = [words.Text];
        if (facts.Pictures > 0)
            said.Add(facts.PicturesWithoutWords == 0 ? words.PicturesDescribed : words.PicturesNotDescribed);
        if (facts.Tables > 0)
            said.Add(words.Tables);
        if (facts.Formulas > 0)
            said.Add(facts.FormulasWithoutWords == 0 ? words.FormulasDescribed : words.FormulasNotDescribed);
        if (facts.Notes > 0)
            said.Add(words.Notes);
        if (facts.Pages > 0)
            said.Add(words.Pages);
        if (facts.MovingPictures > 0)
            said.Add(words.Motion);
        return string.Join(' ', said);
    }

    private static void Meta(Markup xml, string property, string value)
    {
        xml.Element("meta", value, ("property", property));
        xml.Line();
    }
}
