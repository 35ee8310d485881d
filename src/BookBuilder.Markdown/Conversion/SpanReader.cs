using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Turns <c>[text]{.smallcaps lang=fr}</c> into styles for the classes that are known and a span for the rest.</summary>
internal static class SpanReader
{
    /// <summary>The stretch: styles outside, the language inside.</summary>
    public static Inline Read(Attributes attributes, ImmutableArray<Inline> content, SourceSpan span)
    {
        ImmutableArray<InlineStyle> styles = [.. attributes.Classes.Select(StyleOf).OfType<InlineStyle>()];
        Attributes rest = attributes with { Classes = attributes.Classes.RemoveAll(c => StyleOf(c) is not null) };
        bool hasRest = rest.Label is not null || !rest.Classes.IsEmpty || !rest.Values.IsEmpty;
        if (hasRest || styles.IsEmpty) content = [new SpanInline(content) { Attributes = rest, Span = span }];
        foreach (InlineStyle style in styles.Reverse())
            content = [new Styled(style, content) { Span = span }];
        return content[0];
    }

    private static InlineStyle? StyleOf(string name) => name switch
    {
        "smallcaps" => InlineStyle.SmallCaps,
        "underline" or "ul" => InlineStyle.Underline,
        "mark" => InlineStyle.Highlight,
        "kbd" => InlineStyle.Keyboard,
        "cite" => InlineStyle.Cite,
        _ => null,
    };
}
