using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Fonts;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>The fonts of a document, each embedded once.</summary>
internal static class DocumentFonts
{
    /// <summary>What the glyphs of all pages stand for.</summary>
    /// <param name="book">The pages.</param>
    /// <param name="memory">The sections that were looked through before.</param>
    /// <param name="parallel">How many are looked through at the same time.</param>
    public static GlyphTexts TextsOf(PagedBook book, PdfMemory memory, ParallelOptions parallel)
    {
        GlyphTexts[] texts = new GlyphTexts[book.Sections.Length];
        Parallel.For(0, texts.Length, parallel, i => texts[i] = memory.Texts.Recall(book.Sections[i], section =>
        {
            GlyphTexts Find() => GlyphTexts.Of(book.PagesOf(section));
            return memory.Shelf is { } shelf ? shelf.TextsOf(section, Find) : Find();
        }));
        GlyphTexts all = new();
        foreach (GlyphTexts section in texts) all.Add(section);
        return all;
    }

    /// <summary>Writes the faces, cut down to the glyphs that are shown.</summary>
    public static Dictionary<FontFace, ObjectRef> Write(PdfFile file, GlyphTexts texts, PdfMemory memory, bool compressed, ParallelOptions parallel)
    {
        EmbeddedFont[] fonts = new EmbeddedFont[texts.Faces.Count];
        Parallel.For(0, fonts.Length, parallel, i => fonts[i] = Prepared(texts.Faces[i], [.. texts.Of(texts.Faces[i])], memory, compressed));
        Dictionary<FontFace, ObjectRef> objects = [];
        for (int i = 0; i < fonts.Length; i++) objects.Add(texts.Faces[i], fonts[i].Write(file));
        return objects;
    }

    private static EmbeddedFont Prepared(OpenTypeFace face, ImmutableArray<KeyValuePair<ushort, string>> glyphs, PdfMemory memory, bool compressed)
    {
        if (memory.Fonts.TryRecall(face, out EmbeddedFont known) && known.Glyphs.AsSpan().SequenceEqual(glyphs.AsSpan())) return known;
        EmbeddedFont font = EmbeddedFont.Prepare(face, glyphs, compressed);
        memory.Fonts.Keep(face, font);
        return font;
    }
}
