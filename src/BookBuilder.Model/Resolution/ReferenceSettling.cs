using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Resolution;

/// <summary>Replaces references, note references and links into the book by settled ones, in one chapter.</summary>
internal sealed class ReferenceSettling(AskedLabels labels, BookTerms terms, NumberedChapter chapter, Lazy<SourceList> sources, DiagnosticSink sink)
    : TreeRewriter
{
    private readonly NodeNaming _names = new(chapter.Source.Key, chapter.LastOrdinal);
    private readonly ReferenceWords _words = new(terms);
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);

    /// <summary>Whether a reference of the chapter names the page of its target.</summary>
    public bool RefersToPages { get; private set; }

    /// <summary>Whether the chapter asks for a list of the sources, which depends on the notes of all chapters.</summary>
    public bool ListsSources { get; private set; }

    /// <summary>The blocks that list the sources of the notes.</summary>
    public HashSet<NodeId> SourceLists { get; } = [];

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block) =>
        block is SourcesPlaceholder ? Listed(sources.Value.Blocks(block.Span, sink)) : [WithParts(block)];

    private ImmutableArray<Block> Listed(ImmutableArray<Block> list)
    {
        ListsSources = true;
        // The words come from notes of any chapter as they were written.
        list = Named(Rewrite(list));
        SourceLists.UnionWith(list.Select(static b => b.Id));
        return list;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline) => inline switch
    {
        NoteReference note => [Settled(note)],
        CrossReference reference => Settled(reference),
        Link link when IsInside(link.Target) => [Settled(link)],
        Link link => [link with { Content = WordsOf(Rewrite(link.Content)) }],
        Text text => [Checked(text)],
        _ => [WithParts(inline)],
    };

    /// <summary>The text as it is; a label after an at sign in it was meant to be more.</summary>
    private Text Checked(Text text)
    {
        string words = text.Value;
        for (int at = words.IndexOf('@', StringComparison.Ordinal); at >= 0; at = words.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(words[at - 1])) continue;
            int end = at + 1;
            while (end < words.Length && (char.IsLetterOrDigit(words[end]) || words[end] is '-' or '_' or ':' or '.')) end++;
            string label = words[(at + 1)..end].TrimEnd('.', ':', '-');
            if (labels.IsGiven(label)) sink.Report(Problems.UnreadReference(label, text.Span));
        }
        return text;
    }

    private NoteMark Settled(NoteReference reference)
    {
        NumberedNote note = chapter.Notes.First(n => n.Label == reference.Label);
        return new NoteMark(note.Id, note.Mark, _marked.Add(reference.Label)) { Id = reference.Id, Span = reference.Span };
    }

    private ImmutableArray<Inline> Settled(CrossReference reference)
    {
        List<LabelledThing> things = [];
        foreach (string label in (string[])[reference.Label, .. reference.More])
            if (labels.Find(label, chapter.Source.Key, reference.Span, sink) is { } thing)
                things.Add(thing);
        if (things.Count == 0)
            return [Named(new Text(reference.Written.Length > 0 ? reference.Written : reference.Label), reference.Span)];
        RefersToPages |= reference.Form == ReferenceForm.Page;
        if (reference.Form is ReferenceForm.Full or ReferenceForm.Number)
            foreach (LabelledThing thing in things.Where(t => t.Number is null && (reference.Form == ReferenceForm.Number || t.Title.Length == 0)))
                sink.Report(Problems.NoNumber(thing.Label, reference.Span));
        return [.. _words.For(reference, things).Select(i => Named(i, reference.Span))];
    }

    private Inline Settled(Link link)
    {
        (string file, string label) = Split(link.Target);
        LabelledThing? thing;
        if (file.Length == 0)
            thing = labels.Find(label, chapter.Source.Key, link.Span, sink);
        else if (labels.File(BesideThisChapter(file)) is not { } title)
        {
            sink.Report(Problems.LinkToForeignFile(link.Target, link.Span, labels.NearestFile(BesideThisChapter(file))));
            thing = null;
        }
        else
            thing = label.Length == 0 ? title : labels.Find(label, title.Chapter, link.Span, sink);
        ImmutableArray<Inline> content = WordsOf(Rewrite(link.Content));
        return thing is null
            ? new SpanInline(content) { Id = link.Id, Span = link.Span }
            : new Reference(thing.Id, content.IsEmpty ? [Named(new Text(thing.Title), link.Span)] : content) { Id = link.Id, Span = link.Span };
    }

    /// <summary>A link leads to one place: what refers to another within it is there as its words alone.</summary>
    private static ImmutableArray<Inline> WordsOf(ImmutableArray<Inline> content) => new Unlinking().Rewrite(content);

    private sealed class Unlinking : TreeRewriter
    {
        protected override IEnumerable<Inline> Replace(Inline inline) => inline switch
        {
            Reference reference => Rewrite(reference.Content),
            Link link => Rewrite(link.Content),
            _ => [WithParts(inline)],
        };
    }

    /// <summary>Names generated blocks as nodes of this chapter.</summary>
    public ImmutableArray<Block> Named(ImmutableArray<Block> generated) => _names.Rewrite(generated);

    private Inline Named(Inline inline, SourceSpan span) => _names.Rewrite([inline with { Span = span }])[0];

    private static bool IsInside(string target) =>
        target.StartsWith('#') || (!Uri.TryCreate(target, UriKind.Absolute, out _) && !target.StartsWith("//", StringComparison.Ordinal))
        || target.StartsWith('/');

    private static (string File, string Label) Split(string target)
    {
        int hash = target.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (target, "") : (target[..hash], target[(hash + 1)..]);
    }

    /// <summary>The path from the book's root of a path written in this chapter's file.</summary>
    private string BesideThisChapter(string file)
    {
        List<string> parts = [.. chapter.Source.Path.Split('/')[..^1]];
        foreach (string part in file.Split('/'))
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or "")) parts.Add(part);
        return string.Join('/', parts);
    }
}
