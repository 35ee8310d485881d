using System.Text;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Typesetting.Typography;

/// <summary>Reports characters that no face has, each once in a chapter.</summary>
internal static class MissingCharacters
{
    /// <summary>Reports the character at a place of a text, unless it has been reported.</summary>
    /// <param name="context">What was reported so far, and where to report.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">The UTF-16 offset of the character.</param>
    /// <param name="family">The family that was asked for it.</param>
    /// <param name="place">Its place in the source.</param>
    public static void Report(InlineContext context, ReadOnlySpan<char> text, int at, string family, SourceSpan place)
    {
        if (Rune.DecodeFromUtf16(text[at..], out Rune rune, out _) != System.Buffers.OperationStatus.Done) rune = Rune.ReplacementChar;
        if (context.MissingCharacters.Add(rune.Value)) context.Sink.Report(Problems.MissingGlyph(place, rune, family));
    }

    /// <summary>Reports a character that another family lent, unless it has been reported.</summary>
    /// <inheritdoc cref="Report(InlineContext, ReadOnlySpan{char}, int, string, SourceSpan)"/>
    /// <param name="face">The face that was taken.</param>
    public static void ReportBorrowed(InlineContext context, ReadOnlySpan<char> text, int at, string family, FontFace face, SourceSpan place)
    {
        if (Rune.DecodeFromUtf16(text[at..], out Rune rune, out _) != System.Buffers.OperationStatus.Done) return;
        string taken = face is OpenTypeFace openType ? openType.Family : face.Name;
        if (context.BorrowedCharacters.Add(rune.Value)) context.Sink.Report(Problems.BorrowedGlyph(place, rune, family, taken));
    }

    /// <summary>Looks through the runs of a text.</summary>
    public static void Report(InlineContext context, ReadOnlySpan<char> text, IEnumerable<ShapedRun> runs, string family, SourceSpan place)
    {
        foreach (ShapedRun run in runs)
        foreach (ShapedGlyph glyph in run.Glyphs)
            if (glyph.Id == 0)
                Report(context, text, glyph.Cluster, family, place);
    }
}
