namespace BookBuilder.Manifest;

/// <summary>The keys that catalogues read.</summary>
internal static class MetadataKeys
{
    private static readonly ManifestKey Title = new("title", Forms.Text, "The book's title.",
        "the heading of the only chapter or of `index.md`, else the folder's name, with a warning");

    public static ManifestGroup Group { get; } = new("What the book is", "sec-keys-book", "What stands on the title page, and what shops and libraries are told.",
        Title,
        new("subtitle", Forms.Text),
        new("authors", new ListForm(new EitherForm(Forms.Text, new MapForm(
            new ManifestKey("name", Forms.Text, "As it is printed.") { IsNeeded = true },
            new("affiliation", Forms.Text, "A school, a firm; printed below the name."),
            new("sort", Forms.Text, "The name as catalogues sort it: `Lind, Ada`."),
            new("role", new WordForm("author", "editor", "compiler", "translator", "illustrator", "photographer", "foreword", "afterword", "designer", "cover-designer", "proofreader", "contributor"),
                "What the person did. Those who wrote a foreword or an afterword, designed or proofread the book are named in the metadata only. The EPUB gives each the code of the MARC list.", "`author`")))),
            "Names, or maps that say more of a person."),
        new("date", Forms.Date, "Also `1 September 2026` or `September 1, 2026`.", "none; never the clock's"),
        new("lang", new PatternForm("a language tag", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "en-GB"),
            "The language of the text: how words are divided, which quotation marks are set, what \"Figure\" is called.", "`en-US`"),
        new("identifiers", new ListForm(new EitherForm(
            new MapForm(
                new("isbn", Forms.Text, "Its check digit is checked."),
                new("doi", Forms.Text), new("uuid", Forms.Text), new("uri", Forms.Text), new("issn", Forms.Text), new("other", Forms.Text)),
            new MapForm(
                new("scheme", new WordForm("isbn", "doi", "uuid", "uri", "issn", "other"), "The long form of the same: `{ scheme: doi, value: 10.1000/182 }`.", "`other`"),
                new ManifestKey("value", Forms.Text, "The number itself.") { IsNeeded = true }))),
            "The numbers of this book, as in `{ isbn: 978-3-16-148410-0 }`. The first one names the EPUB.", "a name-based UUID of title, authors and language"),
        new("publisher", Forms.Text),
        new("rights", Forms.Text, "The lines of the copyright page."),
        new("description", Forms.Text, "A paragraph for shops and libraries."),
        new("print-isbn", Forms.Text, "The ISBN of the printed edition, which the EPUB names as the source of its page numbers.", "none; the source is then \"Title. PDF edition\""),
        new("series", new EitherForm(Forms.Text, new MapForm(
            new ManifestKey("title", Forms.Text, "The series' title.") { IsNeeded = true },
            new("number", Forms.Text, "The book's number in it: `3`, `2.1`."))),
            "The series in which the book appears: its title, or a map."),
        new("subjects", new ListForm(new EitherForm(Forms.Text, new MapForm(
            new ManifestKey("name", Forms.Text, "The subject in words.") { IsNeeded = true },
            new("authority", new EitherForm(
                    new WordForm("AAT", "BIC", "BISAC", "CLC", "CLIL", "DDC", "EuroVoc", "LCSH", "MEDTOP", "NDC", "Thema", "UDC", "WGS"),
                    new PatternForm("an address", "^[A-Za-z][A-Za-z0-9+.-]*:.+$", "https://example.org/subjects")),
                    "A scheme of subjects. It goes together with `term`."),
            new("term", Forms.Text, "The subject's term in that scheme, as in `{ name: Tides, authority: Thema, term: RBKC }`.")))),
            "What the book is about."),
        new("cover", Forms.File, "PNG or JPEG; shops ask for 1600 by 2400 pixels.", "one is made of title and authors"),
        new("cover-alt", Forms.Text, "What the cover shows, in words.", "none, with a warning if there is a `cover`"));
}
