using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace BookBuilder.Model.Blocks;

/// <summary>The words of running text without its looks: for outlines, running heads, metadata and comparison. Note marks leave no trace.</summary>
public static class PlainText
{
    /// <summary>The words of inlines, spaces run together and trimmed; no-break spaces are spaces, soft hyphens nothing.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        if (inlines is [Text { Value: var written }] && Words.IsPlain(written)) return written;
        var words = new Words();
        Append(words, inlines);
        return words.ToString();
    }

    private static void Append(Words text, ImmutableArray<Inline> inlines)
    {
        foreach (Inline inline in inlines)
            switch (inline)
            {
                case Text t: text.Append(t.Value); break;
                case CodeInline c: text.Append(c.Value); break;
                case Styled s: Append(text, s.Content); break;
                case SpanInline s: Append(text, s.Content); break;
                case Link l: Append(text, l.Content); break;
                case Reference r: Append(text, r.Content); break;
                case MathInline m: text.Append(m.Math.Tex); break;
                case ImageInline i: text.Append(i.AlternativeText); break;
                case LineBreak: text.Append(" "); break;
                case CrossReference r: text.Append(r.Written); break;
                case NoteReference or NoteMark: break;
                default: throw new UnreachableException($"{inline.GetType().Name} is new: say here what its words are.");
            }
    }

    /// <summary>Words with one space between them. The texts of a book are asked for their words in many places.</summary>
    private sealed class Words
    {
        private static readonly SearchValues<char> NoLetters = SearchValues.Create(" \t\n\r\u00a0\u00ad");
        private readonly StringBuilder _text = new(128);
        private bool _afterSpace;

        /// <summary>Whether a text is its own words, as most are: single spaces between letters.</summary>
        public static bool IsPlain(string written)
        {
            for (int at = 0, space; (space = written.AsSpan(at).IndexOfAny(NoLetters)) >= 0; at += space + 1)
                if (written[at + space] != ' ' || space == 0 || at + space == written.Length - 1) return false;
            return true;
        }

        public void Append(ReadOnlySpan<char> written)
        {
            for (int end; !written.IsEmpty; written = end < written.Length ? written[(end + 1)..] : [])
            {
                end = written.IndexOfAny(NoLetters);
                if (end < 0) end = written.Length;
                if (end > 0)
                {
                    if (_afterSpace && _text.Length > 0) _text.Append(' ');
                    _afterSpace = false;
                    _text.Append(written[..end]);
                }
                if (end < written.Length && written[end] != '\u00ad') _afterSpace = true;
            }
        }

        public override string ToString() => _text.ToString();
    }
}
