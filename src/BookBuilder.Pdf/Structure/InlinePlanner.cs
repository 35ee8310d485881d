using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Pdf.Structure;

/// <summary>Goes through running text and says which elements its pieces become.</summary>
internal sealed class InlinePlanner(PlanNotes notes, string language)
{
    /// <summary>The language of formulas' words, which are English; null where the book's is English, too.</summary>
    public string? LanguageOfFormulas { get; } = language.Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase) ? null : "en";

    private readonly List<NodeId> _pending = [];

    /// <summary>The notes whose first marks were passed since the last call, in order.</summary>
    public ImmutableArray<NodeId> TakeNotes()
    {
        ImmutableArray<NodeId> taken = [.. _pending];
        _pending.Clear();
        return taken;
    }

    /// <summary>Adds running text to an element.</summary>
    public void Add(StructureElement parent, ImmutableArray<Inline> inlines)
    {
        foreach (Inline inline in inlines) Add(parent, inline);
    }

    private void Add(StructureElement parent, Inline inline)
    {
        switch (inline)
        {
            case Text: notes.Leaf(parent, inline, isText: true); break;
            case Styled styled: Add(Open(parent, styled), styled.Content); break;
            case SpanInline { Language: not null } span:
                Add(Note(span, parent.Add(new StructureElement("Span") { Language = span.Language, Span = span.Span })), span.Content);
                break;
            case SpanInline span: Add(Note(span, parent), span.Content); break;
            case CodeInline code: notes.Leaf(Note(code, parent.Add("Code")), code, isText: true); break;
            case MathInline math:
                notes.Leaf(Note(math, parent.Add(new StructureElement("Formula") { Alternative = math.Math.Spoken, Language = LanguageOfFormulas, Span = math.Span })), math, isText: false);
                break;
            case Link link: AddLink(parent, link, link.Content); break;
            case Reference reference: AddLink(parent, reference, reference.Content); break;
            case ImageInline { AlternativeText.Length: 0 }: notes.Decoration(inline); break;
            case ImageInline image:
                notes.Leaf(Note(image, parent.Add(new StructureElement("Figure") { Alternative = image.AlternativeText, Span = image.Span })), image, isText: false);
                break;
            case NoteMark mark: AddMark(parent, mark); break;
            case LineBreak: break;
            default: throw new UnreachableException($"{inline.GetType().Name} is new, or should not outlive resolution: say here which element it becomes.");
        }
    }

    // What only looks different needs no element; what means something different does.
    private StructureElement Open(StructureElement parent, Styled styled)
    {
        StructureElement? element = styled.Style switch
        {
            InlineStyle.Emphasis => parent.Add("Em"),
            InlineStyle.Strong => parent.Add("Strong"),
            InlineStyle.Cite => parent.Add("Cite"),
            InlineStyle.Underline => parent.Add("Span"),
            InlineStyle.Strikeout => parent.Add("Span"),
            InlineStyle.Superscript or InlineStyle.Subscript or InlineStyle.SmallCaps or InlineStyle.Highlight or InlineStyle.Keyboard => null,
            _ => throw new UnreachableException($"{styled.Style} is new: say here which element it becomes."),
        };
        if (styled.Style == InlineStyle.Underline) element!.Attributes.Add(new("Layout", "TextDecorationType", "Underline"));
        if (styled.Style == InlineStyle.Strikeout) element!.Attributes.Add(new("Layout", "TextDecorationType", "LineThrough"));
        return Note(styled, element ?? parent);
    }

    private void AddLink(StructureElement parent, Inline link, ImmutableArray<Inline> content)
    {
        StructureElement element = Note(link, parent.Add("Link"));
        Add(element, content);
        element.Kids.Add(new LinkKid(link.Id));
        notes.LinkTexts.TryAdd(link.Id, PlainText.Of(content));
    }

    private void AddMark(StructureElement parent, NoteMark mark)
    {
        StructureElement element = Note(mark, parent.Add("Reference").Add("Link"));
        notes.Leaf(element, mark, isText: false);
        element.Kids.Add(new LinkKid(mark.Id));
        notes.LinkTexts.TryAdd(mark.Id, mark.Mark);
        if (mark.IsFirst) _pending.Add(mark.Note);
    }

    private StructureElement Note(Node node, StructureElement element)
    {
        notes.Elements.TryAdd(node.Id, element);
        return element;
    }
}
