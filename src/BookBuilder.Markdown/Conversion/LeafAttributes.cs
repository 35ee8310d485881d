using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;
using CodeInline = Markdig.Syntax.Inlines.CodeInline;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Takes the attributes of a heading or caption out of its text: those at its end, and bookdown's label anywhere in it.</summary>
internal static class LeafAttributes
{
    /// <summary>Takes them; the text no longer holds them.</summary>
    public static Attributes Take(ContainerInline? text)
    {
        if (text is null) return Attributes.None;
        return WithLabel(text, TakeLast(text));
    }

    /// <summary>Takes bookdown's label only: in a picture's caption the attributes stand after the picture.</summary>
    public static Attributes WithLabel(ContainerInline text, Attributes attributes)
    {
        if (text.FindDescendants<LabelInline>().FirstOrDefault() is not { } label) return attributes;
        // The space beside the label goes with it.
        if (label.NextSibling is LiteralInline next) next.Content = Trimmed(next.Content.ToString().TrimStart());
        else if (label.PreviousSibling is LiteralInline before) before.Content = Trimmed(before.Content.ToString().TrimEnd());
        label.Remove();
        return attributes with { Label = attributes.Label ?? label.Label };
    }

    private static Attributes TakeLast(ContainerInline text)
    {
        Inline? last = text.LastChild;
        while (last is LiteralInline blank && blank.Content.IsEmptyOrWhitespace()) last = last.PreviousSibling;
        if (last is not AttributesInline attributes) return Attributes.None;
        bool isOwnedBySibling = last.PreviousSibling is LinkInline or CodeInline && last.PreviousSibling.Span.End + 1 == last.Span.Start;
        if (isOwnedBySibling) return Attributes.None;
        if (last.PreviousSibling is LiteralInline words) words.Content = Trimmed(words.Content.ToString().TrimEnd());
        last.Remove();
        return attributes.Attributes;
    }

    private static StringSlice Trimmed(string words) => words.Length == 0 ? StringSlice.Empty : new StringSlice(words);
}
