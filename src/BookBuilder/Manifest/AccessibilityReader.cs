using BookBuilder.Epub;

namespace BookBuilder.Manifest;

/// <summary>Reads what an author says of the EPUB's accessibility: <c>epub.accessibility</c>.</summary>
internal static class AccessibilityReader
{
    public static EpubAccessibility Read(ManifestSection section)
    {
        var said = new EpubAccessibility { Summary = section.Text("summary") };
        section.End();
        return said;
    }
}
