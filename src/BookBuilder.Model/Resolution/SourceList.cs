using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Resolution;

/// <summary>A chapter with its notes, as the list of sources names it.</summary>
/// <param name="Name">"Chapter 4", or the title of one without a number.</param>
/// <param name="Notes">Its notes, in order.</param>
internal sealed record NotedChapter(string Name, ImmutableArray<SourcedNote> Notes);

/// <summary>A note that may name a source.</summary>
internal sealed record SourcedNote(NodeId Id, string Mark, ImmutableArray<Block> Content);

/// <summary>Makes the list of sources of what the notes say: each source once, with the notes that cite it, and at the end the notes that name none.</summary>
internal sealed class SourceList(ImmutableArray<NotedChapter> chapters, BookTerms terms)
{
    /// <summary>The list as ordinary blocks.</summary>
    /// <param name="span">Where it was asked for.</param>
    /// <param name="sink">Told when there is nothing to list.</param>
    public ImmutableArray<Block> Blocks(SourceSpan span, DiagnosticSink sink)
    {
        Dictionary<string, (ImmutableArray<Inline> Text, List<(NotedChapter, SourcedNote)> Notes)> sources = new(StringComparer.Ordinal);
        List<(NotedChapter, SourcedNote)> without = [];
        foreach (NotedChapter chapter in chapters)
        foreach (SourcedNote note in chapter.Notes)
        {
            Paragraph? naming = Paragraphs(note.Content).FirstOrDefault(p => Addresses(p.Content).Any());
            if (naming is null) { without.Add((chapter, note)); continue; }
            string key = string.Join(' ', Addresses(naming.Content));
            if (!sources.TryGetValue(key, out var entry))
                sources[key] = entry = (UpToTheLastAddress(naming.Content), []);
            entry.Notes.Add((chapter, note));
        }
        if (sources.Count == 0)
            sink.Report(Problems.NoSources(span));
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (sources.Count > 0)
            blocks.Add(new ListBlock(ListStyle.Bullet, 1, IsTight: false,
            [
                .. sources.Values.OrderBy(s => SortKey(s.Text), StringComparer.OrdinalIgnoreCase)
                    .Select(s => new ListItem([new Paragraph([.. s.Text, new Text(". " + terms.CitedIn + " "), .. Places(s.Notes), new Text(".")]) { Span = span }])),
            ]) { Span = span, Attributes = new Attributes { Classes = ["sources"] } });
        if (without.Count > 0)
            blocks.Add(new Paragraph([new Text(terms.NotesWithoutSource + " "), .. Places(without), new Text(".")]) { Span = span });
        return blocks.ToImmutable();
    }

    /// <summary>"Chapter 4, note 8; Chapter 9, notes 2 and 3", each number leading to its note.</summary>
    private IEnumerable<Inline> Places(List<(NotedChapter Chapter, SourcedNote Note)> places)
    {
        bool first = true;
        foreach (IGrouping<NotedChapter, (NotedChapter Chapter, SourcedNote Note)> chapter in places.GroupBy(p => p.Chapter))
        {
            if (!first) yield return new Text("; ");
            first = false;
            List<SourcedNote> notes = [.. chapter.Select(p => p.Note)];
            yield return new Text($"{chapter.Key.Name}, {(notes.Count == 1 ? terms.NoteWord : terms.NotesWord)}\u00a0");
            for (int i = 0; i < notes.Count; i++)
            {
                if (i > 0) yield return new Text(i < notes.Count - 1 ? ", " : $" {terms.And} ");
                yield return new Reference(notes[i].Id, [new Text(notes[i].Mark)]);
            }
        }
    }

    /// <summary>A title in quotation marks stands under its first letter.</summary>
    private static string SortKey(ImmutableArray<Inline> text)
    {
        string words = PlainText.Of(text);
        int first = 0;
        while (first < words.Length && !char.IsLetterOrDigit(words[first])) first++;
        return words[first..];
    }

    /// <summary>What a note says after it has named its source is about the text there, not about the source.</summary>
    private static ImmutableArray<Inline> UpToTheLastAddress(ImmutableArray<Inline> inlines)
    {
        int last = inlines.Length - 1;
        while (last > 0 && !Addresses([inlines[last]]).Any()) last--;
        return inlines[..(last + 1)];
    }

    private static IEnumerable<Paragraph> Paragraphs(ImmutableArray<Block> blocks) => blocks.SelectMany(b => b switch
    {
        Paragraph p => [p],
        ListBlock l => l.Items.SelectMany(i => Paragraphs(i.Content)),
        Division d => Paragraphs(d.Content),
        BlockQuote q => Paragraphs(q.Content),
        _ => [],
    });

    private static IEnumerable<string> Addresses(ImmutableArray<Inline> inlines) => inlines.SelectMany(i => i switch
    {
        Link l when l.Target.StartsWith("http", StringComparison.OrdinalIgnoreCase) => [l.Target],
        Styled s => Addresses(s.Content),
        SpanInline s => Addresses(s.Content),
        _ => Enumerable.Empty<string>(),
    });
}
