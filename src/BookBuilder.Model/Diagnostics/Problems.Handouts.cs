using System.Collections.Immutable;

namespace BookBuilder.Model.Diagnostics;

// Handouts: BB56.
public static partial class Problems
{
    /// <summary>A chapter that the book does not have.</summary>
    public static Diagnostic UnknownHandoutChapter(string name, SourceSpan span, string? nearest, ImmutableArray<string> known) =>
        Error("BB5601", span, $"the book has no chapter '{name}'", DidYouMean(nearest), Known("chapters", known));

    /// <summary>A section that the book does not have.</summary>
    public static Diagnostic UnknownHandoutSection(string name, SourceSpan span, string? nearest, ImmutableArray<string> known) =>
        Error("BB5602", span, $"the book has no section '{name}'", DidYouMean(nearest), Known("sections", known));

    /// <summary>A handout of nothing.</summary>
    public static Diagnostic EmptyHandout(SourceSpan span) =>
        Error("BB5603", span, "the handout names neither chapters nor sections", "say which: chapters 3,5-6 or sections 4.2");

    /// <summary>A handout that book.yml does not name.</summary>
    public static Diagnostic UnknownHandout(string name, string? nearest, ImmutableArray<string> known) =>
        Error("BB5604", SourceSpan.None, $"book.yml names no handout '{name}'", DidYouMean(nearest),
            known.IsEmpty ? "it names none: list them under 'handouts'" : $"it names: {string.Join(", ", known)}");

    /// <summary>Two handouts of one name.</summary>
    public static Diagnostic HandoutTwice(string name, SourceSpan span) =>
        Error("BB5605", span, $"there are two handouts named '{name}'", "give one of them another name");

    /// <summary>A list of sources in a handout whose notes name none.</summary>
    public static Diagnostic NoSourcesInHandout(SourceSpan span) =>
        Warning("BB5606", span, "the list of sources is empty, because no note of the handout names a source", "leave its section out, or hand out chapters whose notes name sources");

    // A long book has more sections than anybody reads.
    private static string? Known(string what, ImmutableArray<string> known) => known.Length switch
    {
        0 => $"it has no numbered {what}",
        <= 40 => $"{what}: {string.Join(", ", known)}",
        _ => $"{what}: {string.Join(", ", known.Take(40))} …",
    };

    /// <summary>Whether something is wrong with what a handout was asked to be, rather than with the book.</summary>
    public static bool IsOfHandoutRequest(Diagnostic diagnostic) =>
        diagnostic.Span == SourceSpan.None && diagnostic.Code is "BB5601" or "BB5602" or "BB5603" or "BB5604" or "BB1124";
}
