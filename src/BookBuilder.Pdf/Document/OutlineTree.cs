using System.Collections.Immutable;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Document;

/// <summary>The headings as the reader's panel shows them (ISO 32000-1, 12.3.3): chapters to be seen, what is in them folded away.</summary>
internal static class OutlineTree
{
    /// <summary>Writes the outline.</summary>
    /// <returns>Its root; null for a book without headings.</returns>
    public static ObjectRef? Write(PdfFile file, ImmutableArray<OutlineEntry> entries, Destinations destinations)
    {
        if (entries.IsEmpty) return null;
        ObjectRef root = file.Reserve();
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("Outlines");
        WriteKids(file, to, root, entries, destinations);
        file.Put(root, to.Name("Count").Number(entries.Sum(Seen)).CloseDictionary());
        return root;
    }

    private static void WriteKids(PdfFile file, Syntax parent, ObjectRef parentId, ImmutableArray<OutlineEntry> entries, Destinations destinations)
    {
        ImmutableArray<ObjectRef> ids = [.. entries.Select(_ => file.Reserve())];
        parent.Name("First").Reference(ids[0]).Name("Last").Reference(ids[^1]);
        for (int i = 0; i < ids.Length; i++)
        {
            OutlineEntry entry = entries[i];
            Syntax to = new Syntax().OpenDictionary()
                .Name("Title").Text(entry.Number.Length == 0 ? entry.Title : $"{entry.Number} {entry.Title}")
                .Name("Parent").Reference(parentId).Name("Dest").String(System.Text.Encoding.UTF8.GetBytes(destinations.Want(entry.Target)));
            if (i > 0) to.Name("Prev").Reference(ids[i - 1]);
            if (i < ids.Length - 1) to.Name("Next").Reference(ids[i + 1]);
            if (!entry.Children.IsEmpty)
            {
                WriteKids(file, to, ids[i], entry.Children, destinations);
                int below = entry.Children.Sum(Seen);
                to.Name("Count").Number(IsOpen(entry) ? below : -below);
            }
            file.Put(ids[i], to.CloseDictionary());
        }
    }

    // Parts stand open, so that their chapters are seen.
    private static bool IsOpen(OutlineEntry entry) => entry.Level < 1;

    private static int Seen(OutlineEntry entry) => 1 + (IsOpen(entry) ? entry.Children.Sum(Seen) : 0);
}
