using BookBuilder.Fonts;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Fonts;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>The fonts of a document, each embedded once.</summary>
internal static class DocumentFonts
{
    private const int PagesInABatch = 32;

    /// <summary>What the glyphs of all pages stand for.</summary>
    public static GlyphTexts TextsOf(PagedBook pages, ParallelOptions parallel)
    {
        Page[][] batches = [.. pages.Pages.Chunk(PagesInABatch)];
        GlyphTexts[] texts = new GlyphTexts[batches.Length];
        Parallel.For(0, batches.Length, parallel, i => texts[i] = GlyphTexts.Of(batches[i]));
        GlyphTexts all = new();
        foreach (GlyphTexts batch in texts) all.Add(batch);
        return all;
    }

    /// <summary>Writes the faces, cut down to the glyphs that are shown.</summary>
    public static Dictionary<FontFace, ObjectRef> Write(PdfFile file, GlyphTexts texts, bool compressed, ParallelOptions parallel)
    {
        EmbeddedFont[] fonts = new EmbeddedFont[texts.Faces.Count];
        Parallel.For(0, fonts.Length, parallel, i => fonts[i] = EmbeddedFont.Prepare(texts.Faces[i], [.. texts.Of(texts.Faces[i])], compressed));
        Dictionary<FontFace, ObjectRef> objects = [];
        for (int i = 0; i < fonts.Length; i++) objects.Add(texts.Faces[i], fonts[i].Write(file));
        return objects;
    }
}
