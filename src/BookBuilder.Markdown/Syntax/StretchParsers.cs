using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Closes <c>^[…]</c> and <c>[…]{…}</c>; any other bracket is left to links.</summary>
internal sealed class ClosingBracketParser : InlineParser
{
    public ClosingBracketParser() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        DelimiterInline? opening = OpeningInline.Innermost(processor);
        if (opening is OpeningInline && opening.ToLiteral() == "^[")
        {
            OpeningInline.Close(processor, opening, new InlineNoteInline(), processor.GetSourcePosition(slice.Start));
            slice.SkipChar();
            return true;
        }
        if (opening is LinkDelimiterInline { IsImage: false } && slice.PeekChar() == '{'
            && AttributeText.Read(slice.Text, slice.Start + 1, slice.End + 1, out int end) is { } attributes)
        {
            OpeningInline.Close(processor, opening, new BracketedSpanInline(attributes), processor.GetSourcePosition(end - 1));
            slice.Start = end;
            return true;
        }
        return false;
    }
}

/// <summary>Reads <c>^up^</c>, <c>~down~</c> (no bare space inside, after Pandoc's manual) and the opening of <c>^[…]</c>.</summary>
internal sealed class ScriptParser : InlineParser
{
    public ScriptParser() => OpeningCharacters = ['^', '~'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        char mark = slice.CurrentChar;
        if (mark == '^' && slice.PeekChar() == '[')
        {
            Open(processor, ref slice, "^[");
            return true;
        }
        if (slice.PeekChar() == mark || slice.PeekCharExtra(-1) == mark) return false;
        if (OpeningInline.Innermost(processor) is OpeningInline opening && opening.ToLiteral()[0] == mark && opening.ToLiteral().Length == 1)
        {
            OpeningInline.Close(processor, opening, new ScriptInline(mark == '^'), processor.GetSourcePosition(slice.Start));
            slice.SkipChar();
            return true;
        }
        if (!Closes(slice, mark)) return false;
        Open(processor, ref slice, mark.ToString());
        return true;
    }

    private void Open(InlineProcessor processor, ref StringSlice slice, string literal)
    {
        processor.Inline = new OpeningInline(this, literal)
        {
            Type = DelimiterType.Open,
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + literal.Length - 1)),
        };
        slice.Start += literal.Length;
    }

    private static bool Closes(StringSlice slice, char mark)
    {
        for (int at = slice.Start + 1; at <= slice.End; at++)
        {
            char c = slice.Text[at];
            if (c == '\\') at++;
            else if (char.IsWhiteSpace(c)) return false;
            else if (c == mark) return at > slice.Start + 1;
        }
        return false;
    }
}
