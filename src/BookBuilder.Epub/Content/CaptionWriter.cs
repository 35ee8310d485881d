using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>Writes what stands under a figure or over a table: its name and number, then its words.</summary>
internal static class CaptionWriter
{
    /// <param name="label">"Figure 3.1"; null when it has no number.</param>
    /// <param name="caption">The words; may be empty.</param>
    public static void Write(Page page, NumberLabel? label, ImmutableArray<Inline> caption)
    {
        if (label is not null)
        {
            page.Out.Element("span", label.Text, ("class", "label"));
            if (!caption.IsEmpty)
                page.Out.Text(". ");
        }
        InlineWriter.Write(page, caption);
    }
}
