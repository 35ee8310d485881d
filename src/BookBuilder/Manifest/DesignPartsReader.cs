using BookBuilder.Model.Design;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>Reads what the sections of <c>pdf:</c> change in the parts of a design: headings, heads, captions and the like.</summary>
/// <param name="pdf">The section.</param>
internal sealed class DesignPartsReader(ManifestSection pdf)
{
    /// <summary>The design with its changed parts.</summary>
    public BookDesign Read(BookDesign design)
    {
        design = Paragraphs(design);
        design = Headings(design);
        design = design with { Heads = Heads(design), Front = Front(design), Contents = Contents(design) };
        return design with
        {
            Captions = Captions(design), TableText = Alone("tables", design.TableText, design), Quotes = Quotes(design), Code = Code(design),
            Callouts = Callouts(design), Lists = Lists(design),
        };
    }

    private BookDesign Paragraphs(BookDesign design)
    {
        ManifestSection section = pdf.Section("paragraphs");
        Extent? indent = section.Extent("indent", Length.Zero, design.Measure / 2, design.BodySize, design.Leading);
        Extent? space = section.Extent("space", Length.Zero, design.Leading * 3, design.BodySize, design.Leading);
        section.End();
        return design with
        {
            ParagraphIndent = indent is { } own ? design.Of(own) : design.ParagraphIndent,
            ParagraphSpace = space ?? design.ParagraphSpace,
        };
    }

    private BookDesign Headings(BookDesign design)
    {
        ManifestSection headings = pdf.Section("headings");
        ManifestSection chapter = headings.Section("chapter"), label = headings.Section("label");
        OpeningDesign opening = design.Chapter with
        {
            Title = TypeReader.Read(chapter, design.Chapter.Title, design),
            Sink = White(chapter, "sink", design) ?? design.Chapter.Sink,
            Below = White(chapter, "below", design) ?? design.Chapter.Below,
            Rule = chapter.Choice("rule", design.Chapter.Rule, ("none", RulePlace.None), ("above", RulePlace.Above), ("below", RulePlace.Below)),
            Centered = chapter.Choice("align", design.Chapter.Centered, ("left", false), ("center", true)),
            Label = TypeReader.Read(label, design.Chapter.Label, design),
            LabelPlace = label.Choice("place", design.Chapter.LabelPlace, ("above", ChapterLabelPlace.Above), ("beside", ChapterLabelPlace.Beside)),
        };
        if (opening.LabelPlace == ChapterLabelPlace.Above && opening.LabelRoom == Extent.Zero)
            opening = opening with { LabelRoom = opening.Label.Leading.In(design.Of(opening.Label.Size), design.Leading) + design.Leading * 0.4 };
        chapter.End();
        label.End();
        design = design with
        {
            Chapter = opening,
            Section = Heading(headings.Section("section"), design.Section, design),
            Subsection = Heading(headings.Section("subsection"), design.Subsection, design),
            Minor = Heading(headings.Section("minor"), design.Minor, design),
            Numbers = headings.Choice("numbers", design.Numbers, ("beside", NumberPlace.Beside), ("margin", NumberPlace.Margin)),
        };
        headings.End();
        return design;
    }

    private static HeadingDesign Heading(ManifestSection section, HeadingDesign usual, BookDesign design)
    {
        HeadingDesign heading = new()
        {
            Type = TypeReader.Read(section, usual.Type, design),
            Above = White(section, "above", design) ?? usual.Above,
            Below = White(section, "below", design) ?? usual.Below,
        };
        section.End();
        return heading;
    }

    private HeadsDesign Heads(BookDesign design)
    {
        HeadsDesign heads = pdf.Flag("running-heads", true) ? design.Heads : design.Heads.FoliosOnly;
        ManifestSection section = pdf.Section("heads");
        heads = heads with
        {
            Left = Matter(section, "left", heads.Left),
            Right = Matter(section, "right", heads.Right),
            Inner = Matter(section, "inner", heads.Inner),
            Folio = Folio(section, "folio", heads.Folio),
            OpeningFolio = Folio(section, "opening-folio", heads.OpeningFolio),
            AtFoot = section.Choice("place", heads.AtFoot, ("top", false), ("foot", true)),
            Ruled = section.Flag("rule", heads.Ruled),
            Type = TypeReader.Read(section, heads.Type, design),
        };
        section.End();
        return heads;
    }

    private static HeadMatter Matter(ManifestSection section, string key, HeadMatter usual) => section.Choice(key, usual,
        ("chapter", HeadMatter.Chapter), ("section", HeadMatter.Section), ("title", HeadMatter.Title), ("author", HeadMatter.Author), ("none", HeadMatter.None));

    private static FolioPlace Folio(ManifestSection section, string key, FolioPlace usual) => section.Choice(key, usual,
        ("head", FolioPlace.Head), ("foot-center", FolioPlace.FootCenter), ("foot-outer", FolioPlace.FootOuter), ("none", FolioPlace.None));

    private FrontDesign Front(BookDesign design)
    {
        ManifestSection section = pdf.Section("front");
        FrontDesign usual = design.Front;
        bool isBlock = section.Choice("place", usual.TitleBlock, ("page", false), ("block", true));
        // A block has no pages of its own around it, unless they are asked for.
        if (isBlock && !usual.TitleBlock) usual = usual with { HalfTitle = false, Imprint = ImprintPlace.End, AboveAuthors = 1.Lines };
        ManifestSection title = section.Section("title"), subtitle = section.Section("subtitle");
        FrontDesign front = usual with
        {
            HalfTitle = section.Flag("half-title", usual.HalfTitle),
            TitleBlock = isBlock,
            Imprint = section.Choice("imprint", usual.Imprint, ("page", ImprintPlace.Page), ("title-page", ImprintPlace.TitlePage), ("end", ImprintPlace.End)),
            Contents = section.Flag("contents", usual.Contents),
            ListsRunOn = section.Flag("lists-run-on", usual.ListsRunOn),
            Band = section.Extent("band", Length.Zero, design.Page.Height / 2, design.BodySize, design.Leading) ?? usual.Band,
            Centered = section.Choice("align", usual.Centered, ("left", false), ("center", true)),
            Title = TypeReader.Read(title, usual.Title, design),
            Subtitle = TypeReader.Read(subtitle, usual.Subtitle, design),
        };
        title.End();
        subtitle.End();
        section.End();
        return front;
    }

    private ContentsDesign Contents(BookDesign design)
    {
        ManifestSection section = pdf.Section("contents");
        ContentsDesign contents = design.Contents with { Leaders = section.Flag("leaders", design.Contents.Leaders) };
        section.End();
        return contents;
    }

    private CaptionDesign Captions(BookDesign design)
    {
        ManifestSection section = pdf.Section("captions");
        CaptionDesign usual = design.Captions;
        TypeStyle type = TypeReader.Read(section, usual.Type, design);
        CaptionDesign captions = usual with
        {
            Type = type,
            // The label is the caption's type, but for its weight.
            Label = type == usual.Type ? usual.Label : type with { Weight = Math.Max(type.Weight, usual.Label.Weight) },
            AboveFigures = section.Choice("figures", usual.AboveFigures, ("below", false), ("above", true)),
            Centered = section.Choice("align", usual.Centered, ("left", false), ("center", true)),
            Gap = White(section, "gap", design) ?? usual.Gap,
            Remark = usual.Remark with { Size = section.Extent("remark-size", 4.Pt, 24.Pt, design.BodySize, design.Leading) ?? usual.Remark.Size },
        };
        section.End();
        return captions;
    }

    private TypeStyle Alone(string key, TypeStyle usual, BookDesign design)
    {
        ManifestSection section = pdf.Section(key);
        TypeStyle type = TypeReader.Read(section, usual, design);
        section.End();
        return type;
    }

    private QuoteDesign Quotes(BookDesign design)
    {
        ManifestSection section = pdf.Section("quotes");
        QuoteDesign usual = design.Quotes;
        QuoteDesign quotes = usual with
        {
            Size = section.Extent("size", 4.Pt, 24.Pt, design.BodySize, design.Leading) ?? usual.Size,
            Italic = section.Flag("italic", usual.Italic),
            Left = section.Extent("left", Length.Zero, design.Measure / 3, design.BodySize, design.Leading) ?? usual.Left,
            Right = section.Extent("right", Length.Zero, design.Measure / 3, design.BodySize, design.Leading) ?? usual.Right,
            Ruled = section.Flag("rule", usual.Ruled),
        };
        section.End();
        return quotes;
    }

    private CodeDesign Code(BookDesign design)
    {
        ManifestSection section = pdf.Section("code");
        CodeDesign usual = design.Code;
        Extent size = section.Extent("size", 4.Pt, 24.Pt, design.BodySize, design.Leading) ?? usual.Size;
        Length type = design.Of(size);
        CodeDesign code = usual with
        {
            Size = size,
            Leading = section.Extent("leading", type * 0.9, type * 3, type, design.Leading) ?? usual.Leading,
            Ground = section.Value("ground") is YamlScalar { Text: "none" } ? null : ColorReader.OfGround(section, "ground") ?? usual.Ground,
            Ruled = section.Flag("rule", usual.Ruled),
        };
        section.End();
        return code;
    }

    private CalloutDesign Callouts(BookDesign design)
    {
        ManifestSection section = pdf.Section("callouts");
        CalloutDesign callouts = design.Callouts with
        {
            Form = section.Choice("form", design.Callouts.Form, ("tint", CalloutForm.Tint), ("rule", CalloutForm.Rule), ("frame", CalloutForm.Frame)),
            Size = section.Extent("size", 4.Pt, 24.Pt, design.BodySize, design.Leading) ?? design.Callouts.Size,
        };
        section.End();
        return callouts;
    }

    private ListDesign Lists(BookDesign design)
    {
        ManifestSection section = pdf.Section("lists");
        ListDesign usual = design.Lists;
        ListDesign lists = usual with
        {
            Bullets = section.Texts("bullets", "a sign such as •") is { IsEmpty: false } signs ? [.. signs.Select(s => s.Text)] : usual.Bullets,
            Hang = section.Extent("hang", Length.Zero, design.Measure / 4, design.BodySize, design.Leading) ?? usual.Hang,
            Between = section.Extent("between", Length.Zero, design.Leading * 2, design.BodySize, design.Leading) ?? usual.Between,
            SourcesSize = section.Extent("sources-size", 4.Pt, 24.Pt, design.BodySize, design.Leading) ?? usual.SourcesSize,
        };
        section.End();
        return lists;
    }

    /// <summary>White above or below: at most half a page.</summary>
    private static Extent? White(ManifestSection section, string key, BookDesign design) =>
        section.Extent(key, Length.Zero, design.TextHeight / 2, design.BodySize, design.Leading);
}
