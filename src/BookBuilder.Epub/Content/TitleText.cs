using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>Makes of a heading or caption what may stand in a list that links to it: as the model's lists have it, and without ids, which stand at the thing itself.</summary>
internal sealed class TitleText : TreeRewriter
{
    public static ImmutableArray<Inline> Of(ImmutableArray<Inline> title) => new TitleText().Rewrite(Titles.ForLists(title));

    protected override IEnumerable<Inline> Replace(Inline inline) => [WithParts(inline) with { Id = NodeId.None }];
}
