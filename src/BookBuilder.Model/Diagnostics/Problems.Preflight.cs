using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

// What a reader would miss although the book can be made: BB55.
public static partial class Problems
{
    /// <summary>A figure that is described by nothing but its caption.</summary>
    public static Diagnostic CaptionAsDescription(SourceSpan span) =>
        Warning("BB5501", span, "the figure has no description of its own: who cannot see it hears its caption twice and nothing of what it shows",
            "write alt=\"…\" in the braces after it, or {.decorative} if it tells nothing");

    /// <summary>A description that describes nothing.</summary>
    public static Diagnostic EmptyDescription(string description, SourceSpan span) =>
        Warning("BB5502", span, $"the description '{description}' does not say what the picture shows", "write what someone who cannot see it must know");

    /// <summary>Words in a colour that is too near to their ground's.</summary>
    /// <param name="key">The key that names the colour.</param>
    /// <param name="ratio">The contrast it has.</param>
    /// <param name="needed">The contrast it needs.</param>
    /// <param name="ground">What it stands on or what stands on it: "white paper".</param>
    /// <param name="span">Where the colour is given.</param>
    public static Diagnostic LowContrast(string key, double ratio, double needed, string ground, SourceSpan span) =>
        Warning("BB5504", span, string.Create(CultureInfo.InvariantCulture, $"'{key}' has a contrast of {Math.Floor(ratio * 10) / 10:0.0} to {ground}; {needed:0.#} are needed (WCAG 2.2, 1.4.3)"),
            "choose a darker colour, or a lighter one for a ground");

    /// <summary>Words in a picture that are too pale for whatever they stand on.</summary>
    public static Diagnostic PaleLabel(string path, string words, double ratio, SourceSpan span) =>
        Warning("BB5506", span, string.Create(CultureInfo.InvariantCulture,
            $"'{words}' in '{path}' has a contrast of {Math.Floor(ratio * 10) / 10:0.0} to its ground; 4.5 are needed (WCAG 2.2, 1.4.3)"), "draw the words darker");

    /// <summary>An address that does not answer.</summary>
    public static Diagnostic DeadLink(string address, string reason, SourceSpan span) =>
        Warning("BB5505", span, $"'{address}' does not answer: {reason}", "correct the address, or name an archived copy");
}
