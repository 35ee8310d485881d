using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Sets running heads and folios: the folio at the outer edge, beside it the chapter on left pages and the section on right ones; on openings the folio alone, at the foot.</summary>
internal static class PageFurniture
{
    /// <summary>Furnishes a page, relative to the sheet.</summary>
    /// <param name="styles">The style sheet.</param>
    /// <param name="shaper">A shaper.</param>
    /// <param name="chapter">The section the page belongs to.</param>
    /// <param name="page">The page.</param>
    /// <param name="isOpening">Whether the chapter opens on it.</param>
    /// <param name="side">Right or left.</param>
    /// <param name="folio">Its page label.</param>
    public static ImmutableArray<FrameItem> Furnish(BlockStyles styles, IShaper shaper, ResolvedChapter chapter, ChapterPage page,
        bool isOpening, PageSide side, string folio)
    {
        if (chapter.Role is SectionRole.HalfTitle or SectionRole.TitlePage or SectionRole.Copyright or SectionRole.Part) return [];
        Length left = side == PageSide.Recto ? styles.Design.Margins.Inner : styles.Design.Margins.Outer;
        Length right = left + styles.Design.Measure;
        Lettering number = Lettering.Of(shaper, folio, styles.Folio, FrameSource.Artifact);
        if (isOpening || !styles.Design.RunningHeads)
        {
            Length foot = styles.Design.Page.Height - styles.Design.Margins.Bottom + styles.Line * 1.75;
            return number.At(left + (styles.Design.Measure - number.Width) / 2, foot);
        }
        Length baseline = styles.Design.Margins.Top - styles.Line * 1.5;
        Length gap = styles.Size(1.8);
        string title = side == PageSide.Recto && page.Section is { } section
            ? section.Number.Length == 0 ? section.Title : $"{section.Number}\u2002{section.Title}"
            : chapter.ShortTitle;
        Lettering head = Cut(shaper, title, styles.Head, styles.Design.Measure - number.Width - gap);
        return side == PageSide.Recto
            ? [.. head.At(right - number.Width - gap - head.Width, baseline), .. number.At(right - number.Width, baseline)]
            : [.. number.At(left, baseline), .. head.At(left + number.Width + gap, baseline)];
    }

    /// <summary>A title in the room there is: cut after a word, with an ellipsis, when it is longer.</summary>
    private static Lettering Cut(IShaper shaper, string title, TextStyle style, Length room)
    {
        Lettering whole = Lettering.Of(shaper, title, style, FrameSource.Artifact);
        while (whole.Width > room && title.LastIndexOf(' ') is > 0 and int end)
        {
            title = title[..end].TrimEnd(',', ':', ';', '–', '—', ' ');
            whole = Lettering.Of(shaper, title + "…", style, FrameSource.Artifact);
        }
        return whole;
    }
}
