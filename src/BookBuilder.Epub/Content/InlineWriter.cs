using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Writes running text.</summary>
internal static class InlineWriter
{
    public static void Write(Page page, ImmutableArray<Inline> inlines)
    {
        Inline? before = null;
        foreach (Inline inline in inlines)
        {
            // Two marks side by side are two numbers, not one: 1 2, never 12.
            if (inline is NoteMark && before is NoteMark)
                page.Out.Text("\u202f");
            Write(page, inline);
            before = inline;
        }
    }

    private static void Write(Page page, Inline inline)
    {
        if (inline is not (Text or CodeInline))
            page.Breaks(inline);
        switch (inline)
        {
            case Text text: page.Text(text, text.Value); break;
            case Styled styled: WriteStyled(page, styled); break;
            case SpanInline span: Enclose(page, "span", page.Of(span), span.Content); break;
            case CodeInline code:
                page.Out.Open("code", page.Of(code));
                page.Text(code, code.Value);
                page.Out.Close();
                break;
            case MathInline math: MathWriter.WriteInline(page, math); break;
            case Link link: WriteLink(page, link, WebAddress.Of(link.Target), link.IsAutolink ? "address" : null, link.Content); break;
            case Reference reference:
                WriteLink(page, reference, page.Content.Places.HrefOf(reference.Target, page.File), null, reference.Content);
                // There are no pages to turn here.
                if (reference.IsPage) page.Out.Text(page.Book.Terms.OfPrintEdition);
                break;
            case ImageInline image: PictureWriter.WriteInline(page, image); break;
            case LineBreak: page.Out.Void("br"); break;
            case NoteMark mark: NoteWriter.WriteMark(page, mark); break;
            case CrossReference or NoteReference: throw new ArgumentException($"{inline.GetType().Name} is settled before a book is written.");
            default: throw new UnreachableException($"{inline.GetType().Name} is new: say here what it becomes.");
        }
    }

    private static void WriteStyled(Page page, Styled styled)
    {
        (string element, string? look) = styled.Style switch
        {
            InlineStyle.Emphasis => ("em", null),
            InlineStyle.Strong => ("strong", null),
            InlineStyle.Strikeout => ("s", null),
            InlineStyle.Superscript => ("sup", null),
            InlineStyle.Subscript => ("sub", null),
            InlineStyle.SmallCaps => ("span", "smallcaps"),
            InlineStyle.Underline => ("u", null),
            InlineStyle.Highlight => ("mark", null),
            InlineStyle.Keyboard => ("kbd", null),
            InlineStyle.Cite => ("cite", (string?)null),
            _ => throw new UnreachableException($"{styled.Style} is new: say here what it becomes."),
        };
        Enclose(page, element, page.Of(styled, look), styled.Content);
    }

    private static void Enclose(Page page, string element, (string, string?)[] attributes, ImmutableArray<Inline> content)
    {
        page.Out.Open(element, attributes);
        Write(page, content);
        page.Out.Close();
    }

    /// <summary>Writes a link; without an address, its words alone. A link cannot hold a link: where the words hold a note mark, the link pauses.</summary>
    private static void WriteLink(Page page, Node link, string? href, string? look, ImmutableArray<Inline> content)
    {
        if (href is null)
        {
            Enclose(page, "span", page.Of(link, look), content);
            return;
        }
        bool isFirst = true;
        for (int from = 0; from < content.Length;)
        {
            int to = from;
            while (to < content.Length && !HoldsLink(content[to])) to++;
            if (to > from)
            {
                // An id is given once, to the first stretch.
                Enclose(page, "a", [.. isFirst ? page.Of(link, look) : [("class", look)], ("href", href)], content[from..to]);
                isFirst = false;
            }
            from = to;
            while (to < content.Length && HoldsLink(content[to])) to++;
            Write(page, content[from..to]);
            from = to;
        }
    }

    private static bool HoldsLink(Inline inline) => inline switch
    {
        NoteMark or Link or Reference => true,
        Styled styled => styled.Content.Any(HoldsLink),
        SpanInline span => span.Content.Any(HoldsLink),
        _ => false,
    };
}
