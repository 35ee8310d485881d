using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>What the author decides in place of the rules: for the whole book, by rule, and by line of the text.</summary>
public sealed record PageTextOverrides
{
    /// <summary>Nothing is decided.</summary>
    public static PageTextOverrides None { get; } = new();

    /// <summary>The title; null for what the title page says.</summary>
    public string? Title { get; init; }
    /// <summary>The authors; null for those of the title page.</summary>
    public ImmutableArray<string>? Authors { get; init; }
    /// <summary>The date; null for that of the title page.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>The language, a BCP 47 tag; null for en-US.</summary>
    public string? Language { get; init; }
    /// <summary>Whether a hyphen between blanks becomes a dash, and one between numbers too. Default: hyphens stay.</summary>
    public bool Dashes { get; init; }
    /// <summary>Rules that do nothing in this book.</summary>
    public ImmutableHashSet<PageTextRule> Refused { get; init; } = [];
    /// <summary>What is to be done at single lines.</summary>
    public ImmutableSortedDictionary<int, LineOverride> Lines { get; init; } = ImmutableSortedDictionary<int, LineOverride>.Empty;

    /// <summary>What is said of a line; nothing when it is not named.</summary>
    internal LineOverride At(int line) => Lines.GetValueOrDefault(line) ?? LineOverride.None;

    /// <summary>Whether a rule may do its work at a line: a word about the line goes before one about the rule.</summary>
    internal bool Allows(int line, PageTextRule rule)
    {
        LineOverride at = At(line);
        return at.Accepted.Contains(rule) || !at.Refused.Contains(rule) && !Refused.Contains(rule);
    }
}

/// <summary>What the author decides about the piece of text that begins at a line.</summary>
public sealed record LineOverride
{
    /// <summary>Nothing.</summary>
    public static LineOverride None { get; } = new();

    /// <summary>Where it is said, for what is said about it.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
    /// <summary>Whether the paragraph goes on in the next one (true), ends here (false), or the rules decide (null).</summary>
    public bool? Joins { get; init; }
    /// <summary>Whether the piece is left out.</summary>
    public bool Drops { get; init; }
    /// <summary>Whether a heading is a paragraph.</summary>
    public bool IsText { get; init; }
    /// <summary>The words that are a heading, the rest of the line being its paragraph; null for no such cut.</summary>
    public string? Split { get; init; }
    /// <summary>The level of the heading, or of the heading that a paragraph is; null when the rules decide.</summary>
    public int? Level { get; init; }
    /// <summary>Whether a heading without a printed number is numbered. Default: no.</summary>
    public bool IsNumbered { get; init; }
    /// <summary>Whether a picture is missing here; null when the rules decide.</summary>
    public bool? IsPicture { get; init; }
    /// <summary>The line of the table or lost picture that this caption belongs to; null when the rules decide.</summary>
    public int? CaptionOf { get; init; }
    /// <summary>Rules that may do their work here although the book refuses them.</summary>
    public ImmutableHashSet<PageTextRule> Accepted { get; init; } = [];
    /// <summary>Rules that do nothing here.</summary>
    public ImmutableHashSet<PageTextRule> Refused { get; init; } = [];
}
