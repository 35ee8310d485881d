namespace BookBuilder.Manifest;

/// <summary>The keys of <c>pdf</c> that change the parts of a design: headings, heads, captions and the like.</summary>
internal static class DesignKeys
{
    private const string Own = "the design's";

    public static ManifestKey[] Parts =>
    [
        new("paragraphs", new MapForm(
            new("indent", Forms.Extent, "The first line's indent of a paragraph that follows another.", "1.4em; none for `report`"),
            new("space", Forms.Extent, "The white between paragraphs, up to 3 lines.", "none; 0.5 lines for `report`"))),
        new("headings", new MapForm(
            new("numbers", new WordForm("beside", "margin"), "Where numbers stand: beside the words, or in the margin where that is wide enough.", "`beside`; `margin` for `report`"),
            new("chapter", new MapForm(
                new("sink", Forms.Extent, "From the top of the page to a chapter's opening; where chapters run on, the white above it.", "5 lines; none for `report`, 2 lines for `handout`"),
                new("below", Forms.Extent, "The least white below a chapter's title.", "2.25 lines; 1.75 lines for `report`, 0.75 lines for `handout`"),
                new("rule", new WordForm("none", "above", "below"), "A rule at the title.", "`none`; `below` for `report`"),
                new("align", new WordForm("left", "center"), "", "`left`")) { HasType = true }),
            new("label", new MapForm(
                new ManifestKey("place", new WordForm("above", "beside"), "\"Chapter 3\" on a line above the title, or the number alone before it.", "`above`; `beside` for `report` and `handout`")) { HasType = true }),
            new("section", Heading, "Headings of level 2."),
            new("subsection", Heading, "Headings of level 3."),
            new("minor", Heading, "Headings of level 4 and below."))),
        new("running-heads", Forms.Flag, "Without them pages have folios only.", "`true`"),
        new("heads", new MapForm(
            new("left", HeadMatter, "What stands at the outer edge of left-hand pages.", "`chapter`; `none` for `handout`"),
            new("right", HeadMatter, "The same for right-hand pages.", "`section`; `chapter` for `report`, `none` for `handout`"),
            new("inner", HeadMatter, "The same for the inner edge of all pages.", "`none`; `title` for `report` and `handout`"),
            new("place", new WordForm("top", "foot"), "Where running heads stand.", "`top`; `foot` for `handout`"),
            new("folio", FolioPlace, "The folio's place: `head` is beside the running head.", "`head`; `foot-outer` for `report`"),
            new("opening-folio", FolioPlace, "The same on the first page of a chapter.", "`foot-center`; `foot-outer` for `report`, `head` for `handout`"),
            new("rule", Forms.Flag, "Whether a hair rule parts running heads from the text.", "`false`; `true` for `report` and `handout`")) { HasType = true }),
        new("front", new MapForm(
            new("half-title", Forms.Flag, "Whether a page with the title alone opens the book.", "`true`; `false` for `report` and `handout`"),
            new("place", new WordForm("page", "block"), "Title and authors on a page of their own, or above the first chapter.", "`page`; `block` for `handout`"),
            new("imprint", new WordForm("page", "title-page", "end"), "Where the lines of rights and numbers stand: on a page of their own, at the foot of the title page, after the last chapter.", "`page`; `title-page` for `report`, `end` for `handout`"),
            new("contents", Forms.Flag, "Whether the contents, and the lists asked for, are printed.", "`true`; `false` for `handout`"),
            new("lists-run-on", Forms.Flag, "Whether the lists of figures and tables follow the contents without a new page.", "`false`; `true` for `report`"),
            new("band", Forms.Extent, "A band in the accent along the upper edge of the title page, up to half of it.", "none; 12em for `report`"),
            new("align", new WordForm("left", "center"), "Everything on title and part pages.", "`left`"),
            new("title", new MapForm { HasType = true }),
            new("subtitle", new MapForm { HasType = true }))),
        new("contents", new MapForm(new ManifestKey("leaders", Forms.Flag, "Whether dots lead to the page numbers.", "`true`; `false` for `report`"))),
        new("captions", new MapForm(
            new("figures", new WordForm("below", "above"), "Where a figure's caption stands.", "`below`"),
            new("align", new WordForm("left", "center"), "Figures and all captions.", "`left`"),
            new("gap", Forms.Extent, "The white between a figure and its caption.", "0.7em; 0.8em for `report`, 0.5em for `handout`"),
            new("remark-size", Forms.Extent, "Sources and remarks under figures and tables, from 4pt to 24pt.", "0.78em")) { HasType = true }),
        new("tables", new MapForm { HasType = true }),
        new("quotes", new MapForm(
            new("size", Forms.Extent, "From 4pt to 24pt.", "0.95em; the text's size for `report`"),
            new("left", Forms.Extent, "The indent, up to a third of the measure.", "1.4em"),
            new("right", Forms.Extent, "The indent, up to a third of the measure.", "1.4em; none for `report`"),
            new("italic", Forms.Flag, "", "`false`"),
            new("rule", Forms.Flag, "Whether a rule stands at the left of quotations.", "`false`; `true` for `report`"))),
        new("code", new MapForm(
            new("size", Forms.Extent, "From 4pt to 24pt.", "0.83em"),
            new("leading", Forms.Extent, "From 0.9 to 3 times the size.", "1.325em"),
            new("ground", new EitherForm(new WordForm("none"), Forms.Color), "", "`\"#f6f6f6\"`; `none` for `handout`"),
            new("rule", Forms.Flag, "Whether a rule stands at the left of code.", "`false`; `true` for `handout`"))),
        new("callouts", new MapForm(
            new("form", new WordForm("tint", "rule", "frame"), "What tells a callout from the text.", "`tint`; `frame` for `handout`"),
            new("size", Forms.Extent, "From 4pt to 24pt.", "0.95em"))),
        new("lists", new MapForm(
            new("bullets", new ListForm(Forms.Text), "Signs, by depth.", "• and –"),
            new("hang", Forms.Extent, "The room for bullets and numbers.", "1.4em"),
            new("between", Forms.Extent, "The white between items that are not tight.", "0.25 lines; 0.15 lines for `handout`"),
            new("sources-size", Forms.Extent, "The list of sources, from 4pt to 24pt.", "0.9em"))),
    ];

    private static MapForm Heading { get; } = new(new("above", Forms.Extent, "The white above.", Own), new("below", Forms.Extent, "The white below.", Own)) { HasType = true };

    private static WordForm HeadMatter { get; } = new("chapter", "section", "title", "author", "none");

    private static WordForm FolioPlace { get; } = new("head", "foot-center", "foot-outer", "none");
}
