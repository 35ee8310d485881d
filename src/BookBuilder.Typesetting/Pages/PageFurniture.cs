using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Sets running heads and folios where the design has them.</summary>
internal static class PageFurniture
{
    /// <summary>Furnishes a page, relative to the sheet.</summary>
    /// <param name="styles">The style sheet.</param>
    /// <param name="shaper">A shaper.</param>
    /// <param name="metadata">The book, for heads that name it.</param>
    /// <param name="page">The page.</param>
    /// <param name="isOpening">Whether a chapter opens at its top.</param>
    /// <param name="side">Right or left.</param>
    /// <param name="folio">Its page label as it is printed.</param>
    public static ImmutableArray<FrameItem> Furnish(BlockStyles styles, IShaper shaper, BookMetadata metadata, ChapterPage page,
        bool isOpening, PageSide side, string folio)
    {
        BookDesign design = styles.Design;
        switch (page.Chapter.Role)
        {
            case SectionRole.TitlePage when isOpening && design.Front.Band != Extent.Zero:
                Rectangle band = new(Length.Zero, Length.Zero, design.Page.Width, design.Of(design.Front.Band));
                return [new BoxItem(band, design.Accent, null, Length.Zero) { Source = FrameSource.Artifact }];
            case SectionRole.HalfTitle or SectionRole.TitlePage or SectionRole.Copyright or SectionRole.Part
                when !(design.Front.TitleBlock || design.Opening == ChapterOpening.RunOn):
                return [];
        }
        HeadsDesign heads = design.Heads;
        Length left = side == PageSide.Recto ? design.Margins.Inner : design.Margins.Outer;
        var line = new HeadLine(shaper, styles, left, side);
        FolioPlace place = isOpening ? heads.OpeningFolio : heads.Folio;
        // A foot that runs on every page names the book on the first one, too.
        if (!isOpening || heads.AtFoot)
        {
            HeadMatter outer = side == PageSide.Recto ? heads.Right : heads.Left;
            line.Head(Words(heads.Inner, metadata, page), Words(outer, metadata, page), place == FolioPlace.Head ? folio : "");
        }
        else if (place == FolioPlace.Head)
            line.Head("", "", folio);
        if (place is FolioPlace.FootCenter or FolioPlace.FootOuter) line.Foot(folio, place);
        return line.Items;
    }

    private static string Words(HeadMatter matter, BookMetadata metadata, ChapterPage page) => matter switch
    {
        HeadMatter.None => "",
        HeadMatter.Title => metadata.Title,
        HeadMatter.WholeBook => (metadata.WholeBook ?? metadata).Title,
        HeadMatter.Author => string.Join(", ", metadata.Authors.Where(a => a.Role == ContributorRole.Author).Select(a => a.Name)),
        HeadMatter.Chapter => page.Chapter.ShortTitle,
        HeadMatter.Section when page.Section is { } section =>
            section.Number.Length == 0 ? section.Title : $"{section.Number}\u2002{section.Title}",
        HeadMatter.Section => page.Chapter.ShortTitle,
        _ => throw new ArgumentOutOfRangeException(nameof(matter)),
    };

    /// <summary>The head and foot of one page in the making.</summary>
    private sealed class HeadLine(IShaper shaper, BlockStyles styles, Length left, PageSide side)
    {
        private readonly Length _right = left + styles.Design.Measure;

        public ImmutableArray<FrameItem> Items { get; private set; } = [];

        /// <summary>A line over the measure: words at the inner edge, words and folio at the outer one.</summary>
        public void Head(string inner, string outer, string folio)
        {
            HeadsDesign heads = styles.Design.Heads;
            Length baseline = heads.AtFoot ? FootBaseline : styles.Design.Margins.Top - styles.Design.Of(heads.Above);
            Length gap = styles.Size(1.8), room = styles.Design.Measure;
            if (folio.Length > 0)
            {
                Lettering number = Lettering.Of(shaper, folio, styles.Folio, FrameSource.Artifact);
                room -= Place(number, baseline, Length.Zero, atOuter: true) + gap;
            }
            Length used = styles.Design.Measure - room;
            if (outer.Length > 0)
                room -= Place(Cut(outer, inner.Length > 0 ? room * 0.6 : room), baseline, used, atOuter: true) + gap;
            if (inner.Length > 0) Place(Cut(inner, room), baseline, Length.Zero, atOuter: false);
            if (heads.Ruled && Items.Length > 0)
            {
                Length y = heads.AtFoot ? baseline - styles.Head.Size * 1.5 : baseline + styles.Head.Size * 0.7;
                Add([new BoxItem(new(left, y, styles.Design.Measure, 0.4.Pt), Color.Gray(120), null, Length.Zero) { Source = FrameSource.Artifact }]);
            }
        }

        /// <summary>The folio at the foot.</summary>
        public void Foot(string folio, FolioPlace place)
        {
            Lettering number = Lettering.Of(shaper, folio, styles.Folio, FrameSource.Artifact);
            if (place == FolioPlace.FootOuter) Place(number, FootBaseline, Length.Zero, atOuter: true);
            else Add(number.At(left + (styles.Design.Measure - number.Width) / 2, FootBaseline));
        }

        private Length FootBaseline => styles.Design.Page.Height - styles.Design.Margins.Bottom + styles.Design.Of(styles.Design.Heads.Below);

        private Length Place(Lettering words, Length baseline, Length inset, bool atOuter)
        {
            bool atRight = atOuter == (side == PageSide.Recto);
            Add(words.At(atRight ? _right - inset - words.Width : left + inset, baseline));
            return words.Width;
        }

        private void Add(ImmutableArray<FrameItem> items) => Items = [.. Items, .. items];

        /// <summary>A title in the room there is: cut after a word, with an ellipsis, when it is longer.</summary>
        private Lettering Cut(string title, Length room)
        {
            Lettering whole = Lettering.Of(shaper, title, styles.Head, FrameSource.Artifact);
            while (whole.Width > room && title.LastIndexOf(' ') is > 0 and int end)
            {
                title = title[..end].TrimEnd(',', ':', ';', '–', '—', ' ');
                whole = Lettering.Of(shaper, title + "…", styles.Head, FrameSource.Artifact);
            }
            return whole;
        }
    }
}
