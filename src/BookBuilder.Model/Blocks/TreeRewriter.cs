using System.Collections.Immutable;
using System.Diagnostics;

namespace BookBuilder.Model.Blocks;

/// <summary>Makes a new tree of an old one, node by node in document order. What does not change is the same node in both.</summary>
public abstract class TreeRewriter
{
    /// <summary>What stands in place of a block: itself with its parts rewritten, something else, several, or nothing.</summary>
    protected virtual IEnumerable<Block> Replace(Block block) => [WithParts(block)];

    /// <summary>What stands in place of an inline.</summary>
    protected virtual IEnumerable<Inline> Replace(Inline inline) => [WithParts(inline)];

    /// <summary>Called for every node that is neither block nor inline (items, rows, cells, terms, entries) before its parts.</summary>
    protected virtual T Enter<T>(T node) where T : Node => node;

    /// <summary>Rewrites blocks.</summary>
    public ImmutableArray<Block> Rewrite(ImmutableArray<Block> blocks) => All(blocks, this, static (rewriter, block) => rewriter.Replace(block));

    /// <summary>Rewrites inlines that follow each other.</summary>
    public virtual ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines) => All(inlines, this, static (rewriter, inline) => rewriter.Replace(inline));

    /// <summary>The block with its parts rewritten.</summary>
    protected Block WithParts(Block block) => block switch
    {
        Heading b => Rewrite(b.Content) is var content && content == b.Content ? b : b with { Content = content },
        Paragraph b => Rewrite(b.Content) is var content && content == b.Content ? b : b with { Content = content },
        ListBlock b => b with { Items = [.. b.Items.Select(Item)] },
        DefinitionList b => b with { Items = [.. b.Items.Select(Item)] },
        BlockQuote b => b with { Content = Rewrite(b.Content), Attribution = Rewrite(b.Attribution) },
        Figure b => b with { Caption = Rewrite(b.Caption), Notes = Rewrite(b.Notes) },
        Table b => b with
        {
            Caption = Rewrite(b.Caption),
            Head = [.. b.Head.Select(Row)],
            Body = [.. b.Body.Select(Row)],
            Notes = Rewrite(b.Notes),
        },
        Callout b => b with { Title = Rewrite(b.Title), Content = Rewrite(b.Content) },
        Statement b => b with { Name = Rewrite(b.Name), Content = Rewrite(b.Content) },
        CodeBlock b => b with { Caption = Rewrite(b.Caption) },
        Division b => Rewrite(b.Content) is var content && content == b.Content ? b : b with { Content = content },
        DisplayLine b => b with { Content = Rewrite(b.Content) },
        ContentsList b => b with { Entries = [.. b.Entries.Select(Entry)] },
        MathBlock or ThematicBreak or PageBreak or SourcesPlaceholder => block,
        _ => throw new UnreachableException($"{block.GetType().Name} is new: say here what its parts are."),
    };

    /// <summary>The inline with its parts rewritten.</summary>
    protected Inline WithParts(Inline inline) => inline switch
    {
        Styled i => Rewrite(i.Content) is var content && content == i.Content ? i : i with { Content = content },
        SpanInline i => Rewrite(i.Content) is var content && content == i.Content ? i : i with { Content = content },
        Link i => Rewrite(i.Content) is var content && content == i.Content ? i : i with { Content = content },
        Reference i => Rewrite(i.Content) is var content && content == i.Content ? i : i with { Content = content },
        Text or CodeInline or MathInline or ImageInline or LineBreak or NoteReference or CrossReference or NoteMark => inline,
        _ => throw new UnreachableException($"{inline.GetType().Name} is new: say here what its parts are."),
    };

    private static ImmutableArray<T> All<T>(ImmutableArray<T> nodes, TreeRewriter rewriter, Func<TreeRewriter, T, IEnumerable<T>> replace) where T : Node
    {
        ImmutableArray<T>.Builder? made = null;
        for (int i = 0; i < nodes.Length; i++)
        {
            IEnumerable<T> instead = replace(rewriter, nodes[i]);
            T? one = instead is IReadOnlyList<T> { Count: 1 } single ? single[0] : null;
            if (made is null && ReferenceEquals(one, nodes[i])) continue;
            if (made is null)
            {
                made = ImmutableArray.CreateBuilder<T>(nodes.Length);
                made.AddRange(nodes.AsSpan(0, i));
            }
            if (one is not null) made.Add(one);
            else made.AddRange(instead);
        }
        return made?.DrainToImmutable() ?? nodes;
    }

    private ListItem Item(ListItem item)
    {
        item = Enter(item);
        return item with { Content = Rewrite(item.Content) };
    }

    private DefinitionItem Item(DefinitionItem item)
    {
        item = Enter(item);
        return item with
        {
            Terms = [.. item.Terms.Select(t => { t = Enter(t); return t with { Content = Rewrite(t.Content) }; })],
            Definitions = [.. item.Definitions.Select(d => { d = Enter(d); return d with { Content = Rewrite(d.Content) }; })],
        };
    }

    private TableRow Row(TableRow row)
    {
        row = Enter(row);
        return row with { Cells = [.. row.Cells.Select(c => { c = Enter(c); return c with { Content = Rewrite(c.Content) }; })] };
    }

    private ContentsEntry Entry(ContentsEntry entry)
    {
        entry = Enter(entry);
        return entry with { Title = Rewrite(entry.Title) };
    }
}
