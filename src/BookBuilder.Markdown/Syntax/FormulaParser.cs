using Markdig.Helpers;
using Markdig.Parsers;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Reads <c>$…$</c> and <c>$$…$$</c> in running text.</summary>
/// <remarks>Pandoc's rule (extension tex_math_dollars): the opening dollar has no space after it, the closing one none before it and
/// no digit after it, so that "$20,000 and $30,000" is money.</remarks>
internal sealed class FormulaParser : InlineParser
{
    /// <summary>The text in which no dollar closes a formula any more from a place on: without this, many dollars cost the square of their number.</summary>
    private (string? Text, int From) _barren;

    public FormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        bool isDisplay = slice.PeekChar() == '$';
        int dollars = isDisplay ? 2 : 1;
        int start = slice.Start + dollars;
        if (start > slice.End || (!isDisplay && char.IsWhiteSpace(slice.Text[start]))) return false;
        if (!isDisplay && ReferenceEquals(_barren.Text, slice.Text) && start >= _barren.From) return false;
        int close = Closing(slice, start, isDisplay);
        if (close < 0)
        {
            if (!isDisplay) _barren = (slice.Text, start);
            return false;
        }
        int end = close + dollars;
        processor.Inline = new FormulaInline(slice.Text[start..close].Trim(), isDisplay)
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(end - 1)),
        };
        slice.Start = end;
        return true;
    }

    private static int Closing(StringSlice slice, int start, bool isDisplay)
    {
        for (int at = start; at <= slice.End; at++)
        {
            if (slice.Text[at] == '\\') at++;
            else if (slice.Text[at] == '$')
            {
                if (isDisplay && at > start && at < slice.End && slice.Text[at + 1] == '$') return at;
                if (isDisplay) continue;
                bool afterSpace = at == start || char.IsWhiteSpace(slice.Text[at - 1]);
                bool beforeDigit = at < slice.End && char.IsAsciiDigit(slice.Text[at + 1]);
                if (!afterSpace && !beforeDigit) return at;
            }
        }
        return -1;
    }
}
