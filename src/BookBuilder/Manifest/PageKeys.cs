namespace BookBuilder.Manifest;

/// <summary>The keys of the printed book: the design's name, and the section <c>pdf</c>.</summary>
internal static class PageKeys
{
    public static ManifestGroup Group { get; } = new("The printed page", "sec-keys-pdf",
        "A design has a value for everything below; what you set replaces just that. Designs differ, and so their defaults do.",
        new("design", new WordForm("classic", "report", "handout"), "The design that the keys of `pdf` change.", "`classic`"),
        new("pdf", new MapForm([.. Page, .. Text, .. DesignKeys.Parts])));

    private static ManifestKey[] Page =>
    [
        new("paper", new EitherForm(new WordForm("letter", "a4", "a5", "trade", "6x9", "digest", "5.5x8.5"), new MapForm(
            new ManifestKey("width", Forms.Length, "From 2in to 40in.") { IsNeeded = true },
            new ManifestKey("height", Forms.Length, "From 2in to 40in.") { IsNeeded = true })),
            "`trade` is 6 by 9 inches, `digest` 5.5 by 8.5.", "`trade`; `letter` for `report` and `handout`"),
        new("sides", new WordForm("two", "one"), "With one printed side all pages are alike, the inner margin at the left.", "`two`; `one` for `report` and `handout`"),
        new("margins", new MapForm(
            new("top", Forms.Length, "", "63pt on trade paper; on others what suits the page"),
            new("bottom", Forms.Length, "", "63pt on trade paper; on others what suits the page"),
            new("inner", Forms.Length, "", "57pt on trade paper; on others what suits the page"),
            new("outer", Forms.Length, "", "51pt on trade paper; on others what suits the page"))),
        new("opening", new WordForm("right", "any", "run-on", "openright", "openany"),
            "The pages on which chapters may open, or `run-on`: right below the chapter before. `openright` and `openany` are LaTeX's names.", "`right`; `any` for `report`, `run-on` for `handout`"),
        new("bleed", Forms.Length, "Up to 1in: how far grounds that reach the edge go on beyond it. The PDF says where to cut (TrimBox)."),
        new("crop-marks", Forms.Flag, "Marks outside the page that show where to cut.", "`false`"),
        new("standard", new ListForm(new WordForm("ua-1", "a-2a", "a-2u", "a-3a", "none")),
            "PDF/UA-1, and one of the kinds of PDF/A. The PDF says that it keeps a standard only if that is true of the book: what is asked for here and cannot be kept is an error with the place; what is only the default is left out with a warning.", "`[ua-1, a-2a]`"),
    ];

    private static ManifestKey[] Text =>
    [
        new("size", Forms.Length, "The size of the text, from 5pt to 24pt.", "10pt on trade paper"),
        new("leading", Forms.Length, "The distance of baselines, from one to three times the size.", "13.5pt on trade paper"),
        new("note-size", Forms.Length, "The size of notes, from 4pt to 24pt.", "8pt on trade paper"),
        new("note-leading", Forms.Length, "The distance of baselines in notes, from one to three times their size.", "follows their size"),
        new("justify", Forms.Flag, "Whether lines end at the same edge; else they are ragged.", "`true`; `false` for `report`"),
        new("hyphenate", Forms.Flag, "Whether words may be divided.", "`true`"),
        new("hyphenation", new MapForm(
            new("files", new ListForm(Forms.File), "Pattern files as TeX has them: `hyph-fr.pat.txt`, `hyph-fr.hyp.txt` or `hyph-fr.tex`.", "none; American and British English and German come along"),
            new("exceptions", new ListForm(Forms.Text), "Words with their hyphens: `data-base`. A word without hyphens is never divided."))),
        new("figures", new WordForm("lining", "old-style"), "The figures of running text; those of tables, formulas and contents always line.", "`lining`"),
        new("grid", Forms.Flag, "Whether lines of text stand at the same heights on all pages, so that what stands between them takes whole lines.", "`false`: pages end at the same height, and the spaces around headings, lists and figures give way for it"),
        new("expansion", new ShareForm(), "How much letters may be widened or narrowed so that word spaces stay even, up to 2%.", "2%"),
        new("protrusion", Forms.Flag, "Whether marks and slanting letters hang a little out of the text, so that its edges look even.", "`true`"),
        new("accent", Forms.Color, "The colour of links and accents.", "`\"#1f3f66\"`"),
        new("fonts", new MapForm(
            new("body", Forms.Text, "A family, of those that come along or of `files`.", "Source Serif 4"),
            new("sans", Forms.Text, "As `body`.", "Source Sans 3"),
            new("mono", Forms.Text, "As `body`.", "Source Code Pro"),
            new("math", Forms.Text, "As `body`; it must be a font made for mathematics.", "STIX Two Math"),
            new("files", new ListForm(Forms.File), "Font files of your own (.ttf, .otf)."))),
    ];
}
