using BookBuilder.Model.Resolution;

namespace BookBuilder.Manifest;

/// <summary>The keys that say which files are the book, and what is counted.</summary>
internal static class ContentKeys
{
    private static readonly ManifestKey PartChapters = new("chapters", new ListForm(Forms.Markdown), "The part's chapters.") { IsNeeded = true };

    public static ManifestGroup Group { get; } = new("What is in it", "sec-keys-content", "Files are named from the folder of `book.yml` and lie in it or below it.",
        new("front-matter", new ListForm(Forms.Markdown), "What stands before the body, on roman pages: a preface."),
        new("chapters", new ListForm(new EitherForm(Forms.Markdown, new MapForm(
            new ManifestKey("part", Forms.Text, "A part's title, or its Markdown file.") { IsNeeded = true }, PartChapters))),
            "The chapters in reading order; parts may stand among them, as in `{ part: The towns, chapters: [bergen.md, tromso.md] }`.",
            "the folder's Markdown files (if it has none but a README: those below it) that are not listed elsewhere, `index.md` first, in natural order"),
        new("parts", new ListForm(new MapForm(
            new ManifestKey("title", Forms.Text, "The part's title, or its Markdown file.") { IsNeeded = true }, PartChapters)),
            "In place of `chapters` or after it: nothing but parts."),
        new("appendices", new ListForm(Forms.Markdown), "Lettered A, B, C."),
        new("back-matter", new ListForm(Forms.Markdown), "What stands after the body: sources, thanks."),
        new("toc", new MapForm(new ManifestKey("depth", new WholeForm(1, 6), "The deepest level of heading in the contents.", "2"))),
        new("lists", new ListForm(new WordForm("figures", "tables")), "Lists of them after the contents."));

    public static ManifestGroup Numbers { get; } = new("Numbers and words", "sec-keys-numbers", "What is counted, and what the things counted are called.",
        new("numbering", new EitherForm(Forms.Flag, new MapForm(
            new ManifestKey("depth", new WholeForm(0, 6), "The deepest level of heading that has a number.", "3"))),
            "Whether headings have numbers, or down to which level.", "`true`"),
        new("notes", new MapForm(new ManifestKey("restart", new WordForm("chapter", "book"), "Where notes begin at 1 again.", "`chapter`"))),
        new("labels", new MapForm([.. BookTerms.OwnKeys.Select(static key => new ManifestKey(key, Forms.Text,
            "Words of your own in place of the language's: `figure: Fig.` A word serves for its plural too unless that is set: `figures: Figs.`", "the language's"))])));
}
