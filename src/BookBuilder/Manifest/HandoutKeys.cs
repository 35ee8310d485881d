namespace BookBuilder.Manifest;

/// <summary>The keys of handouts that come again.</summary>
internal static class HandoutKeys
{
    private static readonly ManifestKey[] OfHandout =
    [
        new("title", Forms.Text, "What stands above it: `Session 4`.", "its name in words"),
        new("chapters", new ListForm(Forms.Text), "The chapters by their printed numbers (`3`, `5-6`, `A`), their files or labels. Chapters or sections must be given."),
        new("sections", new ListForm(Forms.Text), "Sections of other chapters by number (`4.2`, `4.2-4.4`) or label; the headings above them come along."),
        new("date", Forms.Text, "The day of the class: `2024-05-01`.", "the book's"),
        new("paper", new WordForm("letter", "a4"), "", "what the language's region uses"),
        new("page-labels", new WordForm("own", "book"), "`own`: “page 2 of 6”; `book`: the pages of the whole book that each page shows.", "`own`"),
        new("notes-margin", Forms.Flag, "Leaves room in the outer margin for the reader's pen.", "`false`"),
        new("line-numbers", Forms.Flag, "Numbers every fifth line of running text, anew on each page.", "`false`"),
    ];

    public static ManifestGroup Group { get; } = new("Handouts", "sec-keys-handouts", "Parts of the book that are printed for a class again and again: `bookbuilder handout --name session-4`.",
        new ManifestKey("handouts", new EitherForm(
            new NamedForm(new MapForm([.. OfHandout])),
            new ListForm(new MapForm([new ManifestKey("name", Forms.Text, "What `--name` asks for; it ends the files' names.") { IsNeeded = true }, .. OfHandout]))),
            "A map from names to handouts, or a list of handouts with names."));
}
