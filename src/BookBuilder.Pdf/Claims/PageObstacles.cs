using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Claims;

/// <summary>What on the pages stands in the way of a claim: characters without glyphs or meaning, colours of inks, drawings in drawings.</summary>
internal static class PageObstacles
{
    // Graphics states may be kept in each other 28 deep (ISO 19005-2, 6.1.13); page, drawing and shape take three of them.
    private const int MostGroups = 25;

    /// <summary>Finds them, in the order of the pages.</summary>
    public static IEnumerable<Obstacle> Find(PagedBook pages, ResolvedBook book, ClaimMemory memory, PaintedShelf? shelf)
    {
        var all = new ImmutableArray<PageObstacle>[pages.Sections.Length];
        Parallel.For(0, all.Length, i => all[i] = memory.Pages.Recall(pages.Sections[i], s => Of(s, pages.PagesOf(s), shelf)));
        NodeSpans? spans = null;
        foreach (PageObstacle found in all.SelectMany(static section => section))
        {
            spans ??= new NodeSpans(book);
            yield return found.Obstacle with { Span = found.Node == NodeId.None ? found.Obstacle.Span : spans.Of(found.Node) };
        }
    }

    private static ImmutableArray<PageObstacle> Of(PagedSection section, ImmutableArray<Page> pages, PaintedShelf? shelf)
    {
        if (shelf is null) return Of(pages);
        ImmutableArray<PageObstacle>? found = null;
        return shelf.IsHindered(section, () => !(found = Of(pages)).Value.IsEmpty) ? found ?? Of(pages) : [];
    }

    private static ImmutableArray<PageObstacle> Of(ImmutableArray<Page> pages)
    {
        HashSet<FontFace> looked = [];
        List<Obstacle> said = [];
        var found = ImmutableArray.CreateBuilder<PageObstacle>();
        foreach (Page page in pages)
            foreach (ImmutableArray<FrameItem> part in (ReadOnlySpan<ImmutableArray<FrameItem>>)[page.Body, page.Furniture, page.Marks])
                foreach (FrameItem item in part)
                {
                    Look(item, looked, said);
                    foreach (Obstacle obstacle in said) found.Add(new(obstacle with { Page = page.Label }, item.Source.Node));
                    said.Clear();
                }
        return found.ToImmutable();
    }

    private static void Look(FrameItem item, HashSet<FontFace> looked, List<Obstacle> said)
    {
        switch (item)
        {
            case GlyphRun run:
                Look(run, looked, said);
                break;
            case RasterItem raster:
                said.AddRange(Of(raster.Image));
                break;
            case DrawingFrame drawing:
                foreach (GlyphRun run in drawing.Texts.SelectMany(static runs => runs)) Look(run, looked, said);
                said.AddRange(Of(drawing.Drawing.Items, 0));
                break;
        }
    }

    private static void Look(GlyphRun run, HashSet<FontFace> looked, List<Obstacle> said)
    {
        if (looked.Add(run.Face) && run.Face is OpenTypeFace { Embedding: EmbeddingPermission.Restricted })
            said.Add(new(Rules.Accessible | Rules.Archival, $"the maker of the font '{run.Face.Name}' does not allow it to be embedded", default) { Hint = "choose another font" });
        for (int i = 0; i < run.Glyphs.Length; i++)
            if (run.Glyphs[i].Id == 0)
                said.Add(new(Rules.Accessible | Rules.Archival, $"no font has the character {NameOf(GlyphCluster.At(run, i).TextOf(run))}", default)
                {
                    Hint = "add a font that has it under 'pdf: fonts: files:' in book.yml",
                });
        // Characters for private use are beyond the surrogates, or need them.
        if (!run.Text.AsSpan().ContainsAnyInRange('\ud800', '\uf8ff')) return;
        foreach (Rune rune in run.Text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse)
                said.Add(new(Rules.Structured, $"nobody can say what the private-use character {NameOf(rune.ToString())} means", default)
                {
                    Hint = "write a character of the Standard, or show the sign as a picture with a description",
                });
    }

    private static IEnumerable<Obstacle> Of(RasterImage image)
    {
        if (image.Colors == RasterColors.Cmyk)
            yield return new(Rules.Archival, "a picture has the colours of four inks (CMYK), and the book's are those of a screen (sRGB)", default) { Hint = "save the picture in RGB" };
    }

    private static IEnumerable<Obstacle> Of(ImmutableArray<DrawingItem> items, int depth)
    {
        if (depth > MostGroups)
            yield return new(Rules.Archival, string.Create(CultureInfo.InvariantCulture, $"a drawing is moved or cut out more than {MostGroups} times within itself"), default) { Hint = "ungroup the drawing" };
        foreach (DrawingItem item in items)
            if (item is DrawingImage image)
                foreach (Obstacle obstacle in Of(image.Image)) yield return obstacle;
            else if (item is DrawingGroup group && depth <= MostGroups)
                foreach (Obstacle obstacle in Of(group.Items, group.IsPlain ? depth : depth + 1)) yield return obstacle;
    }

    private static string NameOf(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out Rune rune, out _);
        return text.IsEmpty ? "that is shown" : string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
    }
}

/// <summary>What stands in the way on a page.</summary>
/// <param name="Obstacle">What it is.</param>
/// <param name="Node">What shows it; None for what nobody wrote.</param>
internal sealed record PageObstacle(Obstacle Obstacle, NodeId Node);
