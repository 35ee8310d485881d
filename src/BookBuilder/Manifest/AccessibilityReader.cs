using BookBuilder.Epub;

namespace BookBuilder.Manifest;

/// <summary>Reads what an author says of the EPUB's accessibility: <c>epub.accessibility</c>.</summary>
internal static class AccessibilityReader
{
    public static EpubAccessibility Read(ManifestSection section)
    {
        var said = new EpubAccessibility
        {
            Summary = section.Text("summary"),
            Claimed = section.Flag("claim", fallback: false) ? section.Value("claim")!.Span : null,
            Certifier = section.Text("certifier"),
            Credential = section.Text("credential"),
            Report = section.Text("report"),
        };
        section.End();
        return said;
    }
}
