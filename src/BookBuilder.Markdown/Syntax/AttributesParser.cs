using Markdig.Helpers;
using Markdig.Parsers;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Reads <c>{…}</c> wherever it is a well-formed attribute list.</summary>
internal sealed class AttributesParser : InlineParser
{
    public AttributesParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (AttributeText.Read(slice.Text, slice.Start, slice.End + 1, out int end) is not { } attributes) return false;
        processor.Inline = new AttributesInline(attributes, slice.Text[slice.Start..end])
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(end - 1)),
        };
        slice.Start = end;
        return true;
    }
}
