using BookBuilder.Epub.Container;

namespace BookBuilder.Epub.Package;

/// <summary>Says to which standard of accessibility the publication conforms, and who judged it.</summary>
/// <remarks>EPUB Accessibility 1.1, "Conformance reporting": the words of the claim are to the letter, and it names its evaluator.</remarks>
internal static class ConformanceMetadata
{
    public const string Claim = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

    public static void Write(Markup xml, EpubAccessibility said)
    {
        xml.Element("meta", Claim, ("property", "dcterms:conformsTo"), ("id", "conformance"));
        xml.Line();
        if (said.Certifier is not { } certifier)
            throw new ArgumentException("A claim names who judged the book.", nameof(said));
        xml.Element("meta", certifier, ("refines", "#conformance"), ("property", "a11y:certifiedBy"), ("id", "certifier"));
        xml.Line();
        if (said.Credential is { } credential)
        {
            xml.Element("meta", credential, ("refines", "#certifier"), ("property", "a11y:certifierCredential"));
            xml.Line();
        }
        if (said.Report is { } report)
        {
            xml.Void("link", ("refines", "#certifier"), ("rel", "a11y:certifierReport"), ("href", report));
            xml.Line();
        }
    }
}
