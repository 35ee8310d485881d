namespace BookBuilder.Manifest;

/// <summary>The keys of handouts that come again.</summary>
internal static class HandoutKeys
{
    private static readonly ManifestKey[] OfHandout =
    [
        new("title", Forms.Text, "What stands above it: `Session 4`.", "its name"),
        new("chapters", new ListForm(Forms.Text), "Chapters by their printed numbers: `3`, `5-6`, `A`; or by their files' names or labels."),
        new("sections", new ListForm(Forms.Text), "Sections by their printed numbers: `4.2`."),
        new("date", Forms.Text, "The day of the class: `2024-05-01`.", "the book's"),
        new("paper", new WordForm("letter", "a4"), "", "`letter`"),
        new("page-labels", new WordForm("own", "book"), "Whether pages are numbered anew or say which pages of the book they show.", "`own`"),
        new("notes-margin", Forms.Flag, "A wide margin for the reader's pen.", "`false`"),
        new("line-numbers", Forms.Flag, "Every fifth line has its number in the margin.", "`false`"),
    ];

    public static ManifestGroup Group { get; } = new("Handouts", "sec-keys-handouts", "Parts of the book that are printed for a class again and again: `bookbuilder handout --name session-4`.",
        new ManifestKey("handouts", new EitherForm(
            new NamedForm(new MapForm([.. OfHandout])),
            new ListForm(new MapForm([new ManifestKey("name", Forms.Text, "What `--name` asks for; it ends the files' names.") { IsNeeded = true }, .. OfHandout]))),
            "A map from names to handouts, or a list of handouts with names."));
}
