using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Reads a backslash before a space as a space at which no line breaks (Pandoc's manual, backslash escapes).</summary>
internal sealed class HardSpaceParser : InlineParser
{
    public HardSpaceParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != ' ') return false;
        processor.Inline = new LiteralInline("\u00a0")
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + 1)),
        };
        slice.Start += 2;
        return true;
    }
}
