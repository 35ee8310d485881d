using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Model.Excerpts;

/// <summary>Turns what leads to something that an excerpt does not hold into words that say where it is: "Figure 7.2 (Chapter 7 of the full book)".</summary>
internal sealed class AbsentWords(ResolvedBook whole, IReadOnlySet<NodeId> held)
{
    private readonly Dictionary<string, ResolvedChapter> _chapters = whole.Chapters.ToDictionary(static c => c.Key);
    private readonly Dictionary<NodeId, Heading> _sections = SectionsOf(whole);

    /// <summary>A chapter of the excerpt with these words.</summary>
    public ResolvedChapter In(ResolvedChapter chapter)
    {
        var settling = new Settling(this, KeptNames(chapter));
        return chapter with
        {
            Content = settling.Rewrite(chapter.Content),
            Notes = [.. chapter.Notes.Select(n => n with { Content = settling.Rewrite(n.Content) })],
        };
    }

    /// <summary>New words are named after all that stands in the chapter, here and in the whole book.</summary>
    private NodeNaming KeptNames(ResolvedChapter chapter)
    {
        int inWhole = KeptSources.NamesAfter(whole, chapter.Key).Last;
        int here = new HeldNodes().With(chapter.Content).Ids.Where(id => id.Chapter == chapter.Key).Select(static id => id.Ordinal).DefaultIfEmpty(0).Max();
        return new(chapter.Key, Math.Max(inWhole, here));
    }

    /// <summary>Where something stands: a chapter, or a section of a chapter that the excerpt holds in part.</summary>
    /// <param name="Node">The heading, or the chapter as a whole when it has none.</param>
    /// <param name="Words">"Chapter 7", "Section 4.5", a title in quotation marks.</param>
    /// <param name="Number">"7"; null when it has none.</param>
    private sealed record Place(NodeId Node, string Words, string? Number);

    private Place PlaceOf(NodeId target)
    {
        if (!_chapters.TryGetValue(target.Chapter, out ResolvedChapter? chapter)) return new(target, whole.Terms.Quoted(whole.Metadata.Title), null);
        if (held.Contains(chapter.Id) && _sections.TryGetValue(target, out Heading? section))
            return whole.LabelOf(section) is { } label
                ? new(section.Id, $"{whole.Terms.Section}\u00a0{label.Number}", label.Number)
                : new(section.Id, whole.Terms.Quoted(PlainText.Of(section.Content)), null);
        NodeId title = chapter.Content.OfType<Heading>().FirstOrDefault(static h => h.Level == 1)?.Id ?? chapter.Id;
        return chapter.Label is { } number ? new(title, number.Text, number.Number) : new(title, whole.Terms.Quoted(chapter.Title), null);
    }

    /// <summary>The section (of level 2) in which each node of the book stands.</summary>
    private static Dictionary<NodeId, Heading> SectionsOf(ResolvedBook whole)
    {
        Dictionary<NodeId, Heading> sections = [];
        foreach (ResolvedChapter chapter in whole.Chapters)
        {
            Heading? section = null;
            foreach (Block block in chapter.Content)
            {
                if (block is Heading { Level: <= 2 } heading) section = heading.Level == 2 ? heading : null;
                if (section is null) continue;
                foreach (NodeId id in new HeldNodes().With([block]).Ids) sections[id] = section;
            }
        }
        return sections;
    }

    private sealed class Settling(AbsentWords words, NodeNaming names) : TreeRewriter
    {
        private readonly BookTerms _terms = words.Whole.Terms;
        private int _open;

        protected override IEnumerable<Block> Replace(Block block)
        {
            _open = 0;
            return base.Replace(block);
        }

        public override ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines)
        {
            var settled = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
            for (int i = 0; i < inlines.Length; i++)
            {
                if (inlines[i] is Text text) Count(text.Value);
                if (inlines[i] is not Reference reference) settled.AddRange(Replace(inlines[i]));
                else if (words.Held.Contains(reference.Target)) settled.Add(Kept(reference));
                else settled.Add(Absent(reference, GoesOn(inlines, i)));
            }
            return settled.ToImmutable();
        }

        /// <summary>A page that is named already keeps its number: it is one of the whole book.</summary>
        private Reference Kept(Reference reference) => reference.IsPage ? reference with { PageWord = null } : reference;

        private SpanInline Absent(Reference reference, bool goesOn)
        {
            ImmutableArray<Inline> content = Rewrite(reference.Content);
            if (!goesOn)
            {
                Place place = words.PlaceOf(reference.Target);
                string remark = reference.IsPage || IsPlace(reference, place) ? _terms.OfFullBook
                    : _open > 0 ? $", {place.Words}{_terms.OfFullBook}" : $" ({place.Words}{_terms.OfFullBook})";
                content = content.Add(names.Rewrite([new Text(remark) { Span = reference.Span }])[0]);
            }
            return new SpanInline(content) { Id = reference.Id, Span = reference.Span, Attributes = reference.Attributes };
        }

        /// <summary>Whether the next reference of a group says where both are: "Figures 7.2 and 7.4 (Chapter 7 of the full book)".</summary>
        private bool GoesOn(ImmutableArray<Inline> inlines, int at)
        {
            if (at + 2 >= inlines.Length || inlines[at + 1] is not Text between || inlines[at + 2] is not Reference next || words.Held.Contains(next.Target)) return false;
            if (between.Value != ", " && between.Value != _terms.LastOfSeveral && between.Value != $" {_terms.And} ") return false;
            var first = (Reference)inlines[at];
            Place here = words.PlaceOf(first.Target), there = words.PlaceOf(next.Target);
            return first.IsPage && next.IsPage || here == there && IsPlace(first, here) == IsPlace(next, there)
                || IsPlace(first, here) && IsPlace(next, there);
        }

        /// <summary>Whether a reference already says the place itself: "Chapter 7".</summary>
        private static bool IsPlace(Reference reference, Place place)
        {
            string said = PlainText.Of(reference.Content);
            if (said.Equals(place.Words.Replace('\u00a0', ' '), StringComparison.OrdinalIgnoreCase)) return true;
            return reference.Target == place.Node && place.Number is { } number && (said == number || said.EndsWith(" " + number, StringComparison.Ordinal));
        }

        private void Count(string text)
        {
            foreach (char c in text)
                if (c == '(') _open++;
                else if (c == ')' && _open > 0) _open--;
        }
    }

    private ResolvedBook Whole => whole;
    private IReadOnlySet<NodeId> Held => held;
}
