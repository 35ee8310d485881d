using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Numbers lines of running text left of the text, so that a class can speak of "page 2, line 15".</summary>
internal static class LineNumbering
{
    /// <summary>The numbers of a page, relative to the sheet: artifacts. None where the design wants none.</summary>
    /// <param name="styles">The style sheet.</param>
    /// <param name="shaper">A shaper.</param>
    /// <param name="page">The page.</param>
    /// <param name="left">The left edge of its text block.</param>
    /// <param name="top">The upper edge.</param>
    public static ImmutableArray<FrameItem> Number(BlockStyles styles, IShaper shaper, ChapterPage page, Length left, Length top)
    {
        int every = styles.Design.LineNumbers;
        if (every == 0 || page.IsTurned) return [];
        var numbers = ImmutableArray.CreateBuilder<FrameItem>();
        for (int line = every; line <= page.Baselines.Length; line += every)
        {
            Lettering number = Lettering.Of(shaper, Model.Resolution.Numerals.Arabic(line), styles.Folio, FrameSource.Artifact);
            numbers.AddRange(number.At(left - styles.Size(1.2) - number.Width, top + page.Baselines[line - 1]));
        }
        return numbers.ToImmutable();
    }
}
