using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>Glyphs that stand together for a few characters: mostly one for one.</summary>
/// <param name="First">The first glyph's place in the run.</param>
/// <param name="Count">How many glyphs.</param>
/// <param name="TextStart">The first character's place in the run's text.</param>
/// <param name="TextLength">How many UTF-16 units.</param>
internal readonly record struct GlyphCluster(int First, int Count, int TextStart, int TextLength)
{
    /// <summary>The cluster that begins at a glyph.</summary>
    public static GlyphCluster At(GlyphRun run, int first)
    {
        ImmutableArray<ShapedGlyph> glyphs = run.Glyphs;
        int start = glyphs[first].Cluster, next = first + 1;
        while (next < glyphs.Length && glyphs[next].Cluster == start) next++;
        int end = run.RightToLeft
            ? first > 0 ? glyphs[first - 1].Cluster : run.Text.Length
            : next < glyphs.Length ? glyphs[next].Cluster : run.Text.Length;
        start = Math.Clamp(start, 0, run.Text.Length);
        return new(first, next - first, start, Math.Clamp(end, start, run.Text.Length) - start);
    }

    /// <summary>Its characters. A space that may not break reads as any other space, and a place where a word might have been
    /// divided leaves no trace beside a letter.</summary>
    public ReadOnlySpan<char> TextOf(GlyphRun run)
    {
        ReadOnlySpan<char> text = run.Text.AsSpan(TextStart, TextLength);
        if (text.Length == 1) return text[0] == '\u00A0' ? " " : text;
        return text.Length > 1 && text.Contains('\u00AD') ? text.ToString().Replace("\u00AD", "") : text;
    }
}
