using System.Collections.Immutable;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Model.Blocks;

/// <summary>A piece of running text. A closed set: every output has a case for each.</summary>
public abstract record Inline : Node
{
    private protected Inline() { }
}

/// <summary>Characters, with typographic quotes and dashes already in place. A soft line end of the source is one space. U+00A0 and U+00AD mean what they say.</summary>
public sealed record Text(string Value) : Inline;

/// <summary>How a styled stretch differs from its surroundings.</summary>
public enum InlineStyle
{
    /// <summary>Emphasis, usually italic.</summary>
    Emphasis,
    /// <summary>Strong emphasis, usually bold.</summary>
    Strong,
    /// <summary>Struck out.</summary>
    Strikeout,
    /// <summary>Raised and smaller.</summary>
    Superscript,
    /// <summary>Lowered and smaller.</summary>
    Subscript,
    /// <summary>Small capitals.</summary>
    SmallCaps,
    /// <summary>Underlined.</summary>
    Underline,
    /// <summary>Marked as with a highlighter.</summary>
    Highlight,
    /// <summary>A key to press.</summary>
    Keyboard,
    /// <summary>The title of a work, usually italic.</summary>
    Cite,
}

/// <summary>A stretch set differently from its surroundings.</summary>
public sealed record Styled(InlineStyle Style, ImmutableArray<Inline> Content) : Inline;

/// <summary>A stretch with attributes only: a language, a class.</summary>
public sealed record SpanInline(ImmutableArray<Inline> Content) : Inline
{
    /// <summary>The language of the stretch, a BCP 47 tag; null when it is the surroundings'.</summary>
    public string? Language => Attributes["lang"];
}

/// <summary>Code within a line; printed as written, never hyphenated.</summary>
public sealed record CodeInline(string Value) : Inline;

/// <summary>A formula within a line.</summary>
public sealed record MathInline(MathExpression Math) : Inline;

/// <summary>A link to a place outside the book (an absolute URI) or, before resolution only, inside it ("#label", "other.md", "other.md#label").</summary>
/// <param name="Target">The address, as written.</param>
/// <param name="Content">What is printed.</param>
/// <param name="IsAutolink">Whether the printed text is the address itself; then it may break after / . - _ ? &amp; = without a hyphen.</param>
public sealed record Link(string Target, ImmutableArray<Inline> Content, bool IsAutolink = false) : Inline;

/// <summary>A picture within a line.</summary>
/// <param name="Source">Its file, relative to the book's root with forward slashes.</param>
/// <param name="AlternativeText">What it says to those who do not see it; empty when it is decorative.</param>
public sealed record ImageInline(string Source, string AlternativeText) : Inline
{
    /// <summary>The width the author asked for; null when not said.</summary>
    public RelativeWidth? Width { get; init; }
}

/// <summary>A forced line end.</summary>
public sealed record LineBreak : Inline;

/// <summary>The mark of a note. The note itself is in the chapter's <see cref="Chapter.Notes"/> under this label.</summary>
/// <param name="Label">The note's label, unique within its chapter file. An inline note has a made-up one that begins with a space.</param>
public sealed record NoteReference(string Label) : Inline;

/// <summary>Which words a cross-reference prints.</summary>
public enum ReferenceForm
{
    /// <summary>"Figure 3.2".</summary>
    Full,
    /// <summary>"3.2".</summary>
    Number,
    /// <summary>The caption or heading.</summary>
    Title,
    /// <summary>"page 12": where it stands in print.</summary>
    Page,
}

/// <summary>A reference the author wrote; resolution replaces it by a <see cref="Reference"/>.</summary>
/// <param name="Label">The canonical label it names ("fig-x").</param>
/// <param name="Form">Which words it prints.</param>
/// <param name="Capital">Whether the word begins with a capital (<c>@Fig-x</c>).</param>
public sealed record CrossReference(string Label, ReferenceForm Form, bool Capital) : Inline
{
    /// <summary>Further labels of a grouped reference (<c>[@fig-a; @fig-b]</c>): "Figures 3.1 and 3.2". Usually empty.</summary>
    public ImmutableArray<string> More { get; init; } = [];
    /// <summary>The author's own word instead of "Figure" (<c>[Fig. @fig-x]</c>); null for the usual one, empty for none.</summary>
    public string? OwnPrefix { get; init; }
    /// <summary>As it was written, to print when nothing has the label.</summary>
    public string Written { get; init; } = "";
}

/// <summary>A settled link to a node of the book. Only in a resolved book.</summary>
/// <param name="Target">The node it leads to.</param>
/// <param name="Content">The words, settled.</param>
public sealed record Reference(NodeId Target, ImmutableArray<Inline> Content) : Inline
{
    /// <summary>The word before the page on which the target is printed: "page". Null for a reference that does not name the page.
    /// Until pages are known, and where there are none, the content is the target's name: "Figure 3.2".</summary>
    public string? PageWord { get; init; }
    /// <summary>Whether the content names a page of the printed book: "page 12".</summary>
    public bool IsPage { get; init; }
}

/// <summary>A settled note mark. Only in a resolved book.</summary>
/// <param name="Note">The note's node.</param>
/// <param name="Mark">What is printed, raised: "3".</param>
/// <param name="IsFirst">Whether it is the first mark of that note: there the note stands at the foot; later marks repeat the number.</param>
public sealed record NoteMark(NodeId Note, string Mark, bool IsFirst) : Inline;
