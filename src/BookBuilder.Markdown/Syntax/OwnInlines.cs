using BookBuilder.Model.Blocks;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace BookBuilder.Markdown.Syntax;

/// <summary>An attribute list that stands in running text. Conversion decides what it belongs to.</summary>
internal sealed class AttributesInline(Attributes attributes, string written) : LeafInline
{
    public Attributes Attributes { get; } = attributes;
    public string Written { get; } = written;
}

/// <summary><c>[text]{.class}</c>.</summary>
internal sealed class BracketedSpanInline(Attributes attributes) : ContainerInline
{
    public Attributes Attributes { get; } = attributes;
}

/// <summary><c>^[text]</c>.</summary>
internal sealed class InlineNoteInline : ContainerInline;

/// <summary><c>[^label]</c>.</summary>
internal sealed class NoteMarkInline(string label) : LeafInline
{
    public string Label { get; } = label;
}

/// <summary><c>^up^</c> or <c>~down~</c>.</summary>
internal sealed class ScriptInline(bool isRaised) : ContainerInline
{
    public bool IsRaised { get; } = isRaised;
}

/// <summary><c>@fig-x</c>, <c>[-@fig-x]</c>, <c>[@fig-a; @fig-b]</c>, <c>\@ref(fig:x)</c>.</summary>
internal sealed class CrossReferenceInline(CrossReference reference) : LeafInline
{
    public CrossReference Reference { get; } = reference;
}

/// <summary>bookdown's <c>(\#fig:x)</c>: the label of the caption it stands in.</summary>
internal sealed class LabelInline(string label, string written) : LeafInline
{
    public string Label { get; } = label;
    public string Written { get; } = written;
}

/// <summary><c>[!NOTE]</c> alone on the first line of a quotation.</summary>
internal sealed class AlertInline(CalloutKind kind) : LeafInline
{
    public CalloutKind Kind { get; } = kind;
}

/// <summary>A formula between dollars.</summary>
/// <param name="tex">What stands between them.</param>
/// <param name="isDisplay">Whether there are two on each side.</param>
internal sealed class FormulaInline(string tex, bool isDisplay) : LeafInline
{
    public string Tex { get; } = tex;
    public bool IsDisplay { get; } = isDisplay;
}

/// <summary>An opening mark whose closing mark has not come yet; when it never comes, it is a character like others.</summary>
internal sealed class OpeningInline(InlineParser parser, string literal) : DelimiterInline(parser)
{
    public override string ToLiteral() => literal;

    /// <summary>The innermost opening mark (ours or a link's) around the place reached, or null.</summary>
    public static DelimiterInline? Innermost(InlineProcessor processor)
    {
        for (Inline? at = processor.Inline; at is not null; at = at.Parent)
            if (at is OpeningInline or LinkDelimiterInline)
                return (DelimiterInline)at;
        return null;
    }

    /// <summary>Puts a finished stretch in place of its opening mark, and settles the emphasis inside it.</summary>
    public static void Close(InlineProcessor processor, DelimiterInline opening, ContainerInline stretch, int end)
    {
        stretch.Span = new(opening.Span.Start, end);
        opening.ReplaceBy(stretch);
        processor.Inline = stretch;
        processor.PostProcessInlines(0, stretch, null, false);
        stretch.IsClosed = true;
    }
}
