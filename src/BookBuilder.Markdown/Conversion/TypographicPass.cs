using BookBuilder.Markdown.Punctuation;
using BookBuilder.Markdown.Syntax;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Sets the quotes and dashes of one block's running text, across the borders of emphasis and links.</summary>
internal static class TypographicPass
{
    /// <summary>Changes the literals under a container. Notes and captions inside it are texts of their own.</summary>
    public static void Apply(ContainerInline root, string language)
    {
        var texts = new Stack<ContainerInline>();
        texts.Push(root);
        while (texts.TryPop(out ContainerInline? text))
            ApplyToOne(text, language, texts);
    }

    private static void ApplyToOne(ContainerInline root, string language, Stack<ContainerInline> further)
    {
        List<Stretch> stretches = [];
        List<LiteralInline?> literals = [];
        var pending = new Stack<Inline>();
        if (root.FirstChild is { } first) pending.Push(first);
        while (pending.TryPop(out Inline? inline))
        {
            if (inline.NextSibling is { } next) pending.Push(next);
            switch (inline)
            {
                case LiteralInline literal:
                    literals.Add(literal);
                    stretches.Add(new(literal.Content.ToString(), true, literal.IsFirstCharacterEscaped ? 1 : 0));
                    continue;
                case InlineNoteInline or LinkInline { IsImage: true }:
                    further.Push((ContainerInline)inline);
                    break;
                case LinkInline { IsAutoLink: true }:
                    break;
                case ContainerInline container when container.FirstChild is { } child:
                    pending.Push(child);
                    break;
            }
            if (Context(inline) is { Length: > 0 } context)
            {
                literals.Add(null);
                stretches.Add(new(context, false));
            }
        }
        string[] set = Typographer.Set(stretches, language);
        for (int i = 0; i < set.Length; i++)
            if (literals[i] is { } literal)
                literal.Content = new StringSlice(set[i]);
    }

    /// <summary>What an inline looks like to the quotes beside it; empty when it is not seen, as a note's mark is not.</summary>
    private static string Context(Inline inline) => inline switch
    {
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        DelimiterInline delimiter => delimiter.ToLiteral(),
        CodeInline or AutolinkInline or FormulaInline or CrossReferenceInline or LinkInline { IsImage: true } or LinkInline { IsAutoLink: true } => "x",
        _ => "",
    };
}
