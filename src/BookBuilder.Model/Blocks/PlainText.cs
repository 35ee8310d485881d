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
        var text = new StringBuilder();
        Append(text, inlines);
        return string.Join(' ', text.Replace("\u00ad", "").Replace('\u00a0', ' ').ToString().Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, ImmutableArray<Inline> inlines)
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
                case LineBreak: text.Append(' '); break;
                case CrossReference r: text.Append(r.Written); break;
                case NoteReference or NoteMark: break;
                default: throw new UnreachableException($"{inline.GetType().Name} is new: say here what its words are.");
            }
    }
}
