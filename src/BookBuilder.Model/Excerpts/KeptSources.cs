using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Model.Excerpts;

/// <summary>Makes the list of sources anew from the notes that an excerpt holds.</summary>
internal sealed class KeptSources : TreeRewriter
{
    private readonly ResolvedBook _whole;
    private readonly SourceList _sources;
    private readonly NodeNaming _names;
    private readonly DiagnosticSink _sink;
    private readonly HashSet<SourceSpan> _listed = [];

    private KeptSources(ResolvedBook whole, SourceList sources, NodeNaming names, DiagnosticSink sink) =>
        (_whole, _sources, _names, _sink) = (whole, sources, names, sink);

    /// <summary>The chapters with the sources of their own notes only.</summary>
    public static ImmutableArray<ResolvedChapter> Only(ResolvedBook whole, ImmutableArray<ResolvedChapter> taken, DiagnosticSink sink)
    {
        if (!whole.SourceLists.Any(list => taken.Any(c => c.Key == list.Chapter))) return taken;
        var sources = new SourceList([.. taken.Select(c => new NotedChapter(c.Label?.Text ?? c.Title, [.. c.Notes.Select(n => new SourcedNote(n.Id, n.Mark, n.Content))]))], whole.Terms);
        return [.. taken.Select(c => c with { Content = new KeptSources(whole, sources, NamesAfter(whole, c.Key), sink).Rewrite(c.Content) })];
    }

    /// <summary>Names for new nodes of a chapter: they come after all that the whole book has given.</summary>
    public static NodeNaming NamesAfter(ResolvedBook whole, string chapter)
    {
        ResolvedChapter full = whole.Chapters.First(c => c.Key == chapter);
        HeldNodes nodes = new HeldNodes().With(full.Content);
        foreach (ResolvedNote note in full.Notes)
        {
            nodes.Ids.Add(note.Id);
            nodes.With(note.Content);
        }
        return new(chapter, nodes.Ids.Append(full.Id).Where(id => id.Chapter == chapter).Max(static id => id.Ordinal));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        if (!_whole.SourceLists.Contains(block.Id)) return base.Replace(block);
        // The blocks of one list have one place; the first of them stands for all.
        if (!_listed.Add(block.Span)) return [];
        var said = new DiagnosticSink();
        ImmutableArray<Block> list = _sources.Blocks(block.Span, said);
        if (!said.ToImmutable().IsEmpty) _sink.Report(Problems.NoSourcesInHandout(block.Span));
        return _names.Rewrite(list);
    }
}
