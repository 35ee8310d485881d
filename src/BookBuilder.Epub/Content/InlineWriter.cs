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
            case Styled styled: Enclose(page, styled, styled.Content, Write); break;
            case SpanInline span: Enclose(page, span, span.Content, Write); break;
            case CodeInline code:
                page.Out.Open("code", page.Of(code));
                page.Text(code, code.Value);
                page.Out.Close();
                break;
            case MathInline math: MathWriter.WriteInline(page, math); break;
            case Link link: LinkWriter.Write(page, link, WebAddress.Of(link.Target), link.IsAutolink ? "address" : null, link.Content); break;
            case Reference reference:
                LinkWriter.Write(page, reference, page.Content.Places.HrefOf(reference.Target, page.File), null, reference.Content);
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

    /// <summary>Opens the element of a stretch, writes what is in it, and closes it.</summary>
    /// <param name="stretch">A styled stretch or a span.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="write">How that is written.</param>
    public static void Enclose(Page page, Inline stretch, ImmutableArray<Inline> content, Action<Page, ImmutableArray<Inline>> write)
    {
        (string element, string? look) = stretch is Styled styled ? ElementOf(styled.Style) : ("span", null);
        page.Out.Open(element, page.Of(stretch, look));
        write(page, content);
        page.Out.Close();
    }

    private static (string Element, string? Look) ElementOf(InlineStyle style) => style switch
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
        InlineStyle.Cite => ("cite", null),
        _ => throw new UnreachableException($"{style} is new: say here what it becomes."),
    };
}
