using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Writes links. A link cannot hold a link: where its words hold a note mark, it pauses, within styled words too.</summary>
internal static class LinkWriter
{
    /// <param name="link">The link or reference.</param>
    /// <param name="href">Its address; null to write its words alone.</param>
    /// <param name="look">Its class in the style sheet; null for none.</param>
    /// <param name="content">Its words.</param>
    public static void Write(Page page, Node link, string? href, string? look, ImmutableArray<Inline> content)
    {
        (string, string?)[] attributes = page.Of(link, look);
        if (href is null)
        {
            page.Out.Open("span", attributes);
            InlineWriter.Write(page, content);
            page.Out.Close();
            return;
        }
        Pause(page, content);

        void Pause(Page page, ImmutableArray<Inline> words)
        {
            for (int from = 0; from < words.Length;)
            {
                int to = End(words, from, static w => !HoldsLink(w));
                if (to > from)
                {
                    page.Out.Open("a", [.. attributes, ("href", href)]);
                    InlineWriter.Write(page, words[from..to]);
                    page.Out.Close();
                    // An id is given once, to the first stretch.
                    attributes = [.. attributes.Where(static a => a.Item1 != "id")];
                }
                else if (InlinesOf(words[from]) is { IsDefault: false } within)
                {
                    page.Breaks(words[from]);
                    InlineWriter.Enclose(page, words[from], within, Pause);
                    to = from + 1;
                }
                else
                {
                    to = End(words, from, static w => HoldsLink(w) && InlinesOf(w).IsDefault);
                    InlineWriter.Write(page, words[from..to]);
                }
                from = to;
            }
        }
    }

    private static int End(ImmutableArray<Inline> words, int from, Func<Inline, bool> goesOn)
    {
        while (from < words.Length && goesOn(words[from])) from++;
        return from;
    }

    private static bool HoldsLink(Inline inline) => inline is NoteMark or Link or Reference || InlinesOf(inline) is { IsDefault: false } within && within.Any(HoldsLink);

    /// <summary>What a styled stretch or a span holds; default for anything else.</summary>
    private static ImmutableArray<Inline> InlinesOf(Inline inline) => inline switch
    {
        Styled styled => styled.Content,
        SpanInline span => span.Content,
        _ => default,
    };
}
