using System.Text;

namespace BookBuilder.Pdf.Objects;

/// <summary>Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): sorted leaves below one root.</summary>
internal static class SearchTree
{
    private const int EntriesInALeaf = 64;

    /// <summary>Writes a name tree.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="entries">Names and their values, in any order; no name twice.</param>
    public static ObjectRef WriteNames(PdfFile file, IEnumerable<KeyValuePair<string, Action<Syntax>>> entries)
    {
        (byte[] Key, Action<Syntax> Value)[] sorted = [.. entries.Select(entry => (Encoding.UTF8.GetBytes(entry.Key), entry.Value))];
        Array.Sort(sorted, (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        return Write(file, "Names", sorted, (to, key) => to.String(key));
    }

    /// <summary>Writes a number tree.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="entries">Numbers in ascending order and their values.</param>
    public static ObjectRef WriteNumbers(PdfFile file, IReadOnlyList<(int Key, Action<Syntax> Value)> entries) =>
        Write(file, "Nums", entries, (to, key) => to.Number(key));

    private static ObjectRef Write<TKey>(PdfFile file, string kind, IReadOnlyList<(TKey Key, Action<Syntax> Value)> entries,
        Action<Syntax, TKey> writeKey)
    {
        ObjectRef rootId = file.Reserve();
        Syntax root = new Syntax().OpenDictionary();
        if (entries.Count <= EntriesInALeaf)
            Pairs(root, 0, entries.Count);
        else
        {
            root.Name("Kids").OpenArray();
            for (int start = 0; start < entries.Count; start += EntriesInALeaf)
            {
                int end = Math.Min(start + EntriesInALeaf, entries.Count);
                Syntax leaf = new Syntax().OpenDictionary().Name("Limits").OpenArray();
                writeKey(leaf, entries[start].Key);
                writeKey(leaf, entries[end - 1].Key);
                leaf.CloseArray();
                Pairs(leaf, start, end);
                root.Reference(file.Add(leaf.CloseDictionary()));
            }
            root.CloseArray();
        }
        file.Put(rootId, root.CloseDictionary());
        return rootId;

        void Pairs(Syntax to, int start, int end)
        {
            to.Name(kind).OpenArray();
            for (int i = start; i < end; i++)
            {
                writeKey(to, entries[i].Key);
                entries[i].Value(to);
            }
            to.CloseArray();
        }
    }
}
