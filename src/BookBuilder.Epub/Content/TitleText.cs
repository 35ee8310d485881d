using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Makes of a heading or caption what may stand in a list that links to it: the words and their looks, without note marks, links, line ends and ids.</summary>
internal sealed class TitleText : TreeRewriter
{
    public static ImmutableArray<Inline> Of(ImmutableArray<Inline> title) => new TitleText().Rewrite(title);

    protected override IEnumerable<Inline> Replace(Inline inline) => inline switch
    {
        NoteMark => [],
        LineBreak => [new Text(" ")],
        Link link => Rewrite(link.Content),
        Reference reference => Rewrite(reference.Content),
        _ => [WithParts(inline) with { Id = NodeId.None }],
    };
}
