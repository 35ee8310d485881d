using System.Text;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>Which glyphs of which faces the book shows, and the one text each of them stands for where nothing else is said.</summary>
/// <remarks>A glyph may be reached by several texts (a hyphen by U+002D and U+00AD). A character the font's own map leads to the
/// glyph comes first, the lowest if there are several; else the text that came first in the book. The other texts are said
/// where they stand, by an ActualText.</remarks>
internal sealed class GlyphTexts
{
    // Stands for a glyph that has no characters of its own, such as an accent set apart from its letter.
    private const string Nothing = "\u200B";

    /// <summary>Of a face for text in a chapter: letters, figures, points.</summary>
    private const int UsualGlyphs = 80;

    private readonly List<OpenTypeFace> _faces = [];
    private readonly Dictionary<FontFace, Dictionary<ushort, string>> _texts = [];

    /// <summary>The faces, in the order the book first shows them.</summary>
    public IReadOnlyList<OpenTypeFace> Faces => _faces;

    /// <summary>The glyphs of a face with their texts, by glyph number.</summary>
    public IEnumerable<KeyValuePair<ushort, string>> Of(OpenTypeFace face) => _texts[face].OrderBy(entry => entry.Key);

    /// <summary>The texts that the glyphs of a face stand for.</summary>
    public IReadOnlyDictionary<ushort, string> TextsOf(FontFace face) => _texts[face];

    /// <summary>The glyphs of pages that follow each other.</summary>
    /// <exception cref="ArgumentException">A face has no file that could be embedded.</exception>
    public static GlyphTexts Of(IEnumerable<Page> pages)
    {
        GlyphTexts texts = new();
        foreach (Page page in pages)
        {
            foreach (FrameItem item in page.Body) texts.Add(item);
            foreach (FrameItem item in page.Furniture) texts.Add(item);
        }
        return texts;
    }

    /// <summary>Takes in the glyphs of later pages.</summary>
    public void Add(GlyphTexts later)
    {
        foreach (OpenTypeFace face in later._faces)
        {
            Dictionary<ushort, string> own = TableOf(face);
            foreach ((ushort glyph, string text) in later._texts[face])
                if (!own.TryGetValue(glyph, out string? known) || known != text) Offer(face, own, glyph, text);
        }
    }

    /// <summary>Takes in a face with texts that were found before.</summary>
    public void Add(OpenTypeFace face, IEnumerable<KeyValuePair<ushort, string>> texts)
    {
        Dictionary<ushort, string> table = TableOf(face);
        foreach ((ushort glyph, string text) in texts) table[glyph] = text;
    }

    /// <summary>Whether every glyph that others know too has the same text there.</summary>
    public bool AgreesWith(GlyphTexts others)
    {
        foreach ((FontFace face, Dictionary<ushort, string> table) in _texts)
            if (others._texts.TryGetValue(face, out Dictionary<ushort, string>? other))
                foreach ((ushort glyph, string text) in table)
                    if (other.TryGetValue(glyph, out string? known) && known != text) return false;
        return true;
    }

    private void Add(FrameItem item)
    {
        if (item is GlyphRun run) Add(run);
        else if (item is DrawingFrame drawing)
            foreach (var runs in drawing.Texts)
                foreach (GlyphRun inDrawing in runs) Add(inDrawing);
    }

    private void Add(GlyphRun run)
    {
        if (run.Face is not OpenTypeFace face)
            throw new ArgumentException($"The face {run.Face.Name} has no font file, so it cannot be embedded.", nameof(run));
        Dictionary<ushort, string> table = TableOf(face);
        for (int i = 0; i < run.Glyphs.Length;)
        {
            GlyphCluster cluster = GlyphCluster.At(run, i);
            ReadOnlySpan<char> text = cluster.TextOf(run);
            if (cluster.Count == 1) Offer(face, table, run.Glyphs[i].Id, text);
            else OfferParts(face, table, run, cluster, text);
            i += cluster.Count;
        }
    }

    // As many characters as glyphs: one each. Otherwise the first glyph has all of them and the others none.
    private static void OfferParts(OpenTypeFace face, Dictionary<ushort, string> table, GlyphRun run, GlyphCluster cluster, ReadOnlySpan<char> text)
    {
        List<string> parts = [.. text.ToString().EnumerateRunes().Select(rune => rune.ToString())];
        if (parts.Count != cluster.Count) parts = [text.ToString(), .. Enumerable.Repeat(Nothing, cluster.Count - 1)];
        for (int k = 0; k < cluster.Count; k++) Offer(face, table, run.Glyphs[cluster.First + k].Id, parts[k]);
    }

    private static void Offer(OpenTypeFace face, Dictionary<ushort, string> table, ushort glyph, ReadOnlySpan<char> text)
    {
        // What is known already was found in the same way.
        if (table.TryGetValue(glyph, out string? known) && text.SequenceEqual(known)) return;
        // Values that stand for no character may not be told (ISO 19005-2, 6.2.11.7.2).
        if (text.IndexOfAny('\0', '\uFEFF', '\uFFFE') >= 0) text = [];
        // A capital shown for a small letter is still a capital wherever nothing else is said.
        Rune.DecodeFromUtf16(text, out Rune rune, out int length);
        if (length > 0 && length == text.Length && Rune.ToUpperInvariant(rune) is Rune capital && capital != rune && face.GlyphOf(capital.Value) == glyph)
            text = capital.ToString();
        if (known is null) table.Add(glyph, text.IsEmpty ? Nothing : text.ToString());
        else if (!text.SequenceEqual(known) && Rank(face, glyph, text) is int rank && rank < Rank(face, glyph, known))
            table[glyph] = text.ToString();
    }

    // Lower is better: the lowest character of the font's own map, then other texts, then characters nobody sees, then nothing.
    private static int Rank(OpenTypeFace face, ushort glyph, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text is Nothing) return int.MaxValue;
        Rune.DecodeFromUtf16(text, out Rune rune, out int length);
        if (rune.Value == 0xAD) return int.MaxValue - 1;
        return length == text.Length && face.GlyphOf(rune.Value) == glyph ? rune.Value : int.MaxValue - 2;
    }

    private Dictionary<ushort, string> TableOf(OpenTypeFace face)
    {
        if (!_texts.TryGetValue(face, out Dictionary<ushort, string>? table))
        {
            _texts.Add(face, table = new(UsualGlyphs));
            _faces.Add(face);
        }
        return table;
    }
}
