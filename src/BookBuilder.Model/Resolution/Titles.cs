using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Makes of a heading or caption what contents and lists print: no note marks, no links, no forced line ends.</summary>
public sealed class Titles : TreeRewriter
{
    private Titles() { }

    /// <summary>The words for a list.</summary>
    public static ImmutableArray<Inline> ForLists(ImmutableArray<Inline> inlines) => new Titles().Rewrite(inlines);

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline) => inline switch
    {
        NoteMark or NoteReference => [],
        LineBreak => [new Text(" ")],
        Link link => Rewrite(link.Content),
        Reference reference => Rewrite(reference.Content),
        _ => [WithParts(inline)],
    };
}
