namespace BookBuilder.Manifest;

/// <summary>The keys that say which messages matter more, or not at all.</summary>
internal static class DiagnosticsKeys
{
    private static readonly PatternForm Code = new("a code", "^([aA][lL][lL]|[bB][bB][0-9]{4}|[bB][bB][0-9]{0,4}[xX*]{1,4})$", "BB21xx");

    public static ManifestGroup Group { get; } = new("Messages", "sec-keys-diagnostics",
        "What is said of the book, by code (@sec-messages). A single place is better spoken for where it is (@sec-silence).",
        new ManifestKey("diagnostics", new MapForm(
            new("errors", new ListForm(Code), "Warnings that count as errors, so that nothing is written while there is one. `BB21xx` and `BB21*` are all that begin so, `all` is every warning."),
            new("ignore", new ListForm(Code), "Warnings and remarks that are not told, wherever they are. They win over `errors`. Errors are told all the same."))));
}
