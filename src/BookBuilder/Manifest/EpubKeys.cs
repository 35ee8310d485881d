namespace BookBuilder.Manifest;

/// <summary>The keys of the EPUB, and of the files that are written.</summary>
internal static class EpubKeys
{
    public static ManifestGroup Group { get; } = new("The EPUB", "sec-keys-epub", "Readers of e-books choose type and page themselves; so there is little to set.",
        new ManifestKey("epub", new MapForm(
            new("fonts", Forms.Flag, "Whether the book's fonts are embedded.", "`false`: the reader's own are used"),
            new("footnotes", new WordForm("aside", "div"), "The element of a note: some readers show a `div` at the end of the chapter as well as in a window.", "`aside`"),
            new("page-list", Forms.Flag, "Whether the EPUB says where the printed pages begin, so that a class can find page 42 in both.", "`true`"),
            new("accessibility", new MapForm(
                new("summary", Forms.Text, "A paragraph about the EPUB's accessibility in the book's language.", "made of what the book has, in English, German, French or Spanish"),
                new("claim", Forms.Flag, "Whether the EPUB is to say that it conforms to EPUB Accessibility 1.1 with WCAG 2.2 at level AA. It says so only if nothing that a program can see stands in the way; what does is a warning with its place.", "`false`"),
                new("certifier", Forms.Text, "Who judged the book, by name; a claim needs it."),
                new("credential", Forms.Text, "What entitles them to judge."),
                new("report", Forms.Text, "The whole address of what they found."))))));

    public static ManifestGroup Output { get; } = new("The finished files", "sec-keys-output", "Where they go, and how they are called.",
        new ManifestKey("output", new MapForm(
            new("dir", new PatternForm("a folder of the book", "^[^/].*$", "output"), "", "`output` in the folder where the command is given"),
            new("name", new PatternForm("a name", "^[^./\\\\:*?\"<>|][^/\\\\:*?\"<>|]{0,99}$", "tides"), "The files' name, without folder and ending.", "made of the title"))));

    public static ManifestGroup Source { get; } = new("The chapters' Markdown", "sec-keys-source", "Chapters in another tool's Markdown may stand under a `book.yml`, too.",
        new ManifestKey("source", new MapForm(
            new ManifestKey("dialect", new WordForm("auto", "native", "bookdown", "quarto", "mdbook", "pandoc"), "The tool whose Markdown the chapters are written in. Files without a `book.yml` need no word: their own project file tells.", "`auto`: with a `book.yml`, that of this guide"))));
}
