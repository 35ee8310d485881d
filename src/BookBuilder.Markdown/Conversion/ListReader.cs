using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using DefinitionItem = BookBuilder.Model.Blocks.DefinitionItem;
using DefinitionList = BookBuilder.Model.Blocks.DefinitionList;
using DefinitionTerm = BookBuilder.Model.Blocks.DefinitionTerm;
using ListBlock = BookBuilder.Model.Blocks.ListBlock;
using ParsedDefinitions = Markdig.Extensions.DefinitionLists;
using ParsedList = Markdig.Syntax.ListBlock;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads lists and lists of definitions.</summary>
internal static class ListReader
{
    /// <summary>A bulleted or counted list.</summary>
    public static ListBlock Read(ChapterReading reading, ParsedList list)
    {
        ListStyle style = !list.IsOrdered ? ListStyle.Bullet : list.BulletType switch
        {
            'a' => ListStyle.LowerAlpha,
            'A' => ListStyle.UpperAlpha,
            'i' => ListStyle.LowerRoman,
            'I' => ListStyle.UpperRoman,
            _ => ListStyle.Decimal,
        };
        bool hasStart = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out int start);
        return new ListBlock(style, list.IsOrdered && hasStart ? start : 1, !list.IsLoose, [.. list.OfType<ListItemBlock>().Select(i => Item(reading, i))])
        {
            Span = reading.Map.Of(list),
        };
    }

    private static ListItem Item(ChapterReading reading, ListItemBlock item)
    {
        TaskList? task = item.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: TaskList first } ? first : null;
        if (task?.NextSibling is LiteralInline words) words.Content = new StringSlice(words.Content.ToString().TrimStart());
        return new ListItem(BlockReader.Read(reading, item), task?.Checked) { Span = reading.Map.Of(item) };
    }

    /// <summary>Terms and their definitions; each item of the parser is one definition.</summary>
    public static DefinitionList Read(ChapterReading reading, ParsedDefinitions.DefinitionList list)
    {
        var items = ImmutableArray.CreateBuilder<DefinitionItem>();
        foreach (ParsedDefinitions.DefinitionItem item in list.OfType<ParsedDefinitions.DefinitionItem>())
        {
            ImmutableArray<DefinitionTerm> terms =
            [
                .. item.OfType<ParsedDefinitions.DefinitionTerm>().Select(t => new DefinitionTerm(InlineReader.Read(reading, t.Inline)) { Span = reading.Map.Of(t) }),
            ];
            foreach (Markdig.Syntax.Block term in item.Where(b => b is ParsedDefinitions.DefinitionTerm).ToList())
                item.Remove(term);
            var definition = new Definition(BlockReader.Read(reading, item)) { Span = reading.Map.Of(item) };
            if (terms.IsEmpty && items.Count > 0)
                items[^1] = items[^1] with { Definitions = [.. items[^1].Definitions, definition] };
            else
                items.Add(new DefinitionItem(terms, [definition]) { Span = reading.Map.Of(item) });
        }
        return new DefinitionList(items.ToImmutable()) { Span = reading.Map.Of(list) };
    }
}
