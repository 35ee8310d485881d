using System.Collections.Immutable;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>Holds a finished PDF against what a program can check of ISO 14289-1 (by the Matterhorn Protocol 1.1) and ISO 19005-2 level A without drawing it.</summary>
/// <remarks>The text of the standards decides, not this check: where they disagree, this is wrong.</remarks>
internal static class PdfStandardsCheck
{
    /// <summary>Everything that is wrong; empty for a file that keeps both.</summary>
    public static ImmutableArray<Finding> Of(byte[] file)
    {
        using InspectedPdf pdf = new(file);
        TagTree tree = new(pdf);
        ShownContent content = new(pdf);
        return
        [
            .. content.Findings, .. DocumentRules.Check(pdf, tree), .. StructureRules.Check(pdf, tree), .. AnnotationRules.Check(pdf, tree, content),
            .. FontRules.Check(pdf, content), .. ArchiveFileRules.Check(pdf), .. ArchiveGraphicsRules.Check(pdf), .. ArchiveMetadataRules.Check(pdf),
        ];
    }
}
