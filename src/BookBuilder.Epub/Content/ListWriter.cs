using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Writes lists: of items, of terms with their definitions, of entries that lead into the book.</summary>
internal static class ListWriter
{
    public static void Write(Page page, ListBlock list)
    {
        bool isCounted = list.Style != ListStyle.Bullet;
        string? start = isCounted && list.Start != 1 ? list.Start.ToString(CultureInfo.InvariantCulture) : null;
        string? look = list.IsTight ? "tight" : null;
        page.Out.Open(isCounted ? "ol" : "ul", [.. page.Of(list, look), ("type", TypeOf(list.Style)), ("start", start)]);
        page.Out.Line();
        foreach (ListItem item in list.Items)
            WriteItem(page, list, item);
        page.Out.CloseLine();
    }

    public static void Write(Page page, DefinitionList list)
    {
        page.Out.Open("dl", page.Of(list));
        page.Out.Line();
        foreach (DefinitionItem item in list.Items)
        {
            foreach (DefinitionTerm term in item.Terms)
            {
                page.Out.Open("dt", page.Of(term));
                page.Breaks(term);
                InlineWriter.Write(page, term.Content);
                page.Out.CloseLine();
            }
            foreach (Definition definition in item.Definitions)
            {
                page.Out.Open("dd", page.Of(definition));
                page.Breaks(definition);
                BlockWriter.WriteBare(page, definition.Content);
                page.Out.CloseLine();
            }
        }
        page.Out.CloseLine();
    }

    public static void Write(Page page, ContentsList list)
    {
        page.Out.Open("ol", page.Of(list, "entries"));
        page.Out.Line();
        foreach (ContentsEntry entry in list.Entries)
        {
            page.Out.Open("li", ("class", string.Create(CultureInfo.InvariantCulture, $"level-{entry.Level}")));
            page.Out.Open("a", ("href", page.Content.Places.HrefOf(entry.Target, page.File)));
            page.Breaks(entry);
            WriteEntry(page, entry.Number, entry.Title);
            page.Out.Close();
            page.Out.CloseLine();
        }
        page.Out.CloseLine();
    }

    /// <summary>What a line of a contents says: the number, then the words without marks and links.</summary>
    public static void WriteEntry(Page page, string number, ImmutableArray<Inline> title)
    {
        if (number.Length > 0)
        {
            page.Out.Element("span", number, ("class", "number"));
            page.Out.Text(" ");
        }
        InlineWriter.Write(page, TitleText.Of(title));
    }

    private static void WriteItem(Page page, ListBlock list, ListItem item)
    {
        Markup xml = page.Out;
        xml.Open("li", page.Of(item, item.IsDone is null ? null : "task"));
        page.Breaks(item);
        if (item.IsDone is { } done)
        {
            xml.Element("span", done ? "\u2611" : "\u2610", ("class", "box"), ("role", "img"), ("aria-label", done ? page.Book.Terms.Done : page.Book.Terms.ToDo));
            xml.Text("\u00a0");
        }
        // In a tight list the first paragraph is the item's own text; a list below it follows at once.
        if (list.IsTight && item.Content is [Paragraph first, ..] && page.IsPlain(first))
        {
            InlineWriter.Write(page, first.Content);
            BlockWriter.Write(page, item.Content[1..]);
        }
        else
        {
            BlockWriter.Write(page, item.Content);
        }
        xml.CloseLine();
    }

    private static string? TypeOf(ListStyle style) => style switch
    {
        ListStyle.Bullet or ListStyle.Decimal => null,
        ListStyle.LowerAlpha => "a",
        ListStyle.UpperAlpha => "A",
        ListStyle.LowerRoman => "i",
        ListStyle.UpperRoman => "I",
        _ => throw new UnreachableException($"{style} is new: say here how it counts."),
    };
}
