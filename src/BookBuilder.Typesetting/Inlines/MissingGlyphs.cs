using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Finds the characters of a paragraph that its face does not have.</summary>
internal static class MissingGlyphs
{
    /// <summary>Looks through a paragraph's glyphs.</summary>
    public static void Report(InlineContext context, ParagraphText text, ShapedText shaped)
    {
        int span = 0;
        FontFace? own = null;
        foreach (ref readonly TextGlyph glyph in shaped.Glyphs)
        {
            if (glyph.Face is null) continue;
            int at = glyph.Glyph.Cluster;
            while (text.Spans[span].End <= at) (span, own) = (span + 1, null);
            FontRequest request = text.Spans[span].Style.Request;
            own ??= context.Shaper.FaceFor(request);
            if (glyph.Glyph.Id == 0) MissingCharacters.Report(context, text.Characters, at, request.Family, PlaceOf(text.Spans[span], at));
            else if (glyph.Face != own && !own.Has(text.Characters[at]))
                MissingCharacters.ReportBorrowed(context, text.Characters, at, request.Family, glyph.Face, PlaceOf(text.Spans[span], at));
        }
    }

    /// <summary>The character's own place when the source and the text run alike, else the leaf's.</summary>
    private static SourceSpan PlaceOf(TextSpan span, int at)
    {
        if (span.Leaf is not { Span: var place }) return SourceSpan.None;
        int offset = span.Source.Offset + at - span.Start;
        bool alike = place.Start.Line == place.End.Line && span.Leaf is Model.Blocks.Text leaf && place.End.Column - place.Start.Column == leaf.Value.Length;
        return alike ? place with { Start = place.Start with { Column = place.Start.Column + offset }, End = place.Start with { Column = place.Start.Column + offset + 1 } } : place;
    }
}
