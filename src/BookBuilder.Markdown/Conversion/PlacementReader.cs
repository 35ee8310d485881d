using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads where a figure or table is to stand in print.</summary>
internal static class PlacementReader
{
    /// <summary>What <c>place=</c> asks for. A wrong value is reported, and then nothing is asked for.</summary>
    public static Placement Read(ChapterReading reading, Attributes attributes, SourceSpan span)
    {
        switch (attributes["place"])
        {
            case null: return Placement.Near;
            case "here": return Placement.Here;
            case "top": return Placement.Top;
            case "page": return Placement.Page;
            case { } other:
                reading.Said.Report(Problems.BadAttribute("place", other, "here, top or page", span));
                return Placement.Near;
        }
    }
}
