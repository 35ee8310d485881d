using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>Names every node and gives every number of the book, in one walk in reading order.</summary>
internal static class Numbering
{
    /// <summary>Numbers a book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="terms">The words of its language.</param>
    /// <param name="memory">What the build before left.</param>
    /// <param name="sink">Told what is wrong.</param>
    public static NumberedBook Number(Book book, BookTerms terms, ResolutionMemory memory, DiagnosticSink sink)
    {
        var numbered = new NumberedBook();
        var counters = new BookCounters();
        foreach (Chapter chapter in book.Chapters)
        {
            // A chapter is numbered as it was, where all that counts on from chapter to chapter stands as it stood.
            if (!memory.Numbered.TryRecall(chapter, out ChapterNumbers made) || !made.Before.IsSameAs(counters))
            {
                BookCounters before = counters.Copy(), after = counters.Copy();
                made = new ChapterWalk(book, terms, after, chapter).Run(before, after);
                memory.Numbered.Keep(chapter, made);
                if (memory.Shelf?.NameOf(chapter) is { } name) memory.Shelf.Name(made.Chapter, before.Write(new StoredWriter().Text("numbered").Name(memory.Plan).Name(name)).Key);
            }
            numbered.Add(made, sink);
            counters = made.After;
        }
        return numbered;
    }

    private sealed class ChapterWalk : NodeNaming
    {
        private readonly Book _book;
        private readonly BookTerms _terms;
        private readonly List<LabelledThing> _things = [];
        private readonly Dictionary<NodeId, NumberLabel> _numbers = [];
        private readonly List<NumberedFloat> _figures = [], _tables = [];
        private readonly List<Diagnostic> _said = [];
        private readonly List<(NodeId Node, string Wish)> _wishes = [];
        private readonly BookCounters _counters;
        private readonly Chapter _chapter;
        private readonly SectionRole _role;
        private readonly Dictionary<LabelKind, int> _counts = [];
        private readonly int[] _sections = new int[7];
        private readonly List<Heading> _headings = [];
        private readonly Dictionary<string, (string Mark, NodeId FirstMark)> _marks = new(StringComparer.Ordinal);
        private readonly List<string> _noteOrder = [];
        private string? _number;
        private NumberLabel? _label;
        private Heading? _title;
        private bool _inNote, _inInnerNote;

        public ChapterWalk(Book book, BookTerms terms, BookCounters counters, Chapter chapter)
            : base(chapter.Key)
        {
            (_book, _terms, _counters, _chapter) = (book, terms, counters, chapter);
            _role = chapter.Role switch
            {
                ChapterRole.FrontMatter => SectionRole.FrontMatter,
                ChapterRole.Part => SectionRole.Part,
                ChapterRole.Body => SectionRole.Chapter,
                ChapterRole.Appendix => SectionRole.Appendix,
                ChapterRole.BackMatter => SectionRole.BackMatter,
                _ => throw new UnreachableException($"{chapter.Role} is new: say here what section it becomes."),
            };
        }

        public ChapterNumbers Run(BookCounters before, BookCounters after)
        {
            NodeId id = Next();
            Wish(id, "ch-" + _chapter.Key);
            ImmutableArray<Block> content = Rewrite(_chapter.Content);
            LabelledThing? title = null;
            if (_title is not null)
                title = Thing(_chapter.Key, TitleKind, _title.Id, _number, PlainText.Of(_title.Content), _title.Span, true);
            _inNote = true;
            ImmutableArray<NumberedNote> notes = [.. _noteOrder.Select(Note)];
            var chapter = new NumberedChapter(_chapter, id, _role, _label, _title, content, notes, Last) { Headings = [.. _headings], Figures = [.. _figures], Tables = [.. _tables] };
            return new ChapterNumbers(chapter, before, after) { Things = _things, Title = title, Numbers = _numbers, Said = _said, Wishes = _wishes };
        }

        private void Wish(NodeId node, string wish) => _wishes.Add((node, AnchorNames.Clean(wish)));

        private LabelKind TitleKind => _role switch
        {
            SectionRole.Part => LabelKind.Part,
            SectionRole.Appendix => LabelKind.Appendix,
            SectionRole.Chapter => LabelKind.Chapter,
            _ => LabelKind.Section,
        };

        protected override IEnumerable<Block> Replace(Block block)
        {
            block = block with { Id = Next() };
            switch (block)
            {
                case Heading heading: Enter(heading); break;
                case Figure figure:
                    Float(figure, LabelKind.Figure, _terms.Figure, figure.Caption, _figures);
                    break;
                case Table table:
                    Float(table, LabelKind.Table, _terms.Table, table.Caption, _tables);
                    break;
                case Statement statement: return [WithParts(Enter(statement))];
                case CodeBlock code when !code.Caption.IsEmpty || code.Attributes.Label?.StartsWith("lst-", StringComparison.Ordinal) == true:
                    return [WithParts(Enter(code))];
                case MathBlock { Attributes.Label: { } label } math:
                    string number = NextNumber(LabelKind.Equation);
                    _numbers[math.Id] = new NumberLabel("", number);
                    Name(label, LabelKind.Equation, math, number, "");
                    break;
                default:
                    Other(block);
                    break;
            }
            return [WithParts(block)];
        }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is NoteReference note)
                return Mark(note);
            inline = inline with { Id = Next() };
            Other(inline);
            return [WithParts(inline)];
        }

        protected override T Enter<T>(T node)
        {
            node = base.Enter(node);
            Other(node);
            return node;
        }

        private void Enter(Heading heading)
        {
            bool isTitle = heading.Level == 1 && _title is null;
            string? number = heading.IsNumbered && heading.Level <= _book.Plan.NumberingDepth ? HeadingNumber(heading.Level, isTitle) : null;
            if (_headings.Count > 0 && heading.Level > _headings[^1].Level + 1)
                _said.Add(Problems.SkippedLevel(heading.Level, _headings[^1].Level, heading.Span));
            _headings.Add(heading);
            LabelKind kind = isTitle ? TitleKind : LabelKind.Section;
            if (isTitle)
            {
                _title = heading;
                if (number is not null)
                    (_number, _label) = (number, new NumberLabel(ChapterWord, number));
            }
            if (number is not null)
                _numbers[heading.Id] = isTitle ? _label! : new NumberLabel("", number);
            string title = PlainText.Of(heading.Content);
            string label = heading.Attributes.Label ?? _chapter.Key;
            bool automatic = heading.Attributes.LabelIsAutomatic || heading.Attributes.Label is null;
            _things.Add(Thing(label, kind, heading.Id, number, title, heading.Span, automatic));
            Wish(heading.Id, automatic ? $"{_chapter.Key}-{label}" : label);
        }

        /// <summary>The statement with its kind, number and name before its first words.</summary>
        private Division Enter(Statement statement)
        {
            string? number = null;
            if (Statements.LabelKindOf(statement.Kind) is { } kind)
            {
                number = NextNumber(kind);
                if (statement.Attributes.Label is { } label) Name(label, kind, statement, number, PlainText.Of(statement.Name));
            }
            else
            {
                Other(statement);
            }
            return Statements.Worded(statement, number, _terms);
        }

        private Division Enter(CodeBlock code)
        {
            string number = NextNumber(LabelKind.Listing);
            if (code.Attributes.Label is { } label) Name(label, LabelKind.Listing, code, number, PlainText.Of(code.Caption));
            return Statements.Captioned(code, number, _terms);
        }

        private string ChapterWord => _role switch
        {
            SectionRole.Part => _terms.Part,
            SectionRole.Appendix => _terms.Appendix,
            _ => _terms.Chapter,
        };

        private string? HeadingNumber(int level, bool isTitle)
        {
            if (isTitle)
                return _role switch
                {
                    SectionRole.Part => Numerals.Roman(++_counters.Part).ToUpperInvariant(),
                    SectionRole.Chapter => Numerals.Arabic(++_counters.Chapter),
                    SectionRole.Appendix => Numerals.Letters(++_counters.Appendix),
                    _ => null,
                };
            if (_number is null || _role == SectionRole.Part || level < 2)
                return null;                         // the sections of an unnumbered chapter are not numbered either
            _sections[level]++;
            for (int deeper = level + 1; deeper < _sections.Length; deeper++)
                _sections[deeper] = 0;
            return _number + "." + string.Join('.', _sections[2..(level + 1)].Select(Numerals.Arabic));
        }

        private void Float(Block block, LabelKind kind, string word, ImmutableArray<Inline> caption,
            List<NumberedFloat> list)
        {
            string? label = block.Attributes.Label;
            string? number = null;
            if (label is not null || !caption.IsEmpty)
            {
                number = NextNumber(kind);
                _numbers[block.Id] = new NumberLabel(word, number);
                list.Add(new(block.Id, number, caption, block.Span));
            }
            if (label is not null)
                Name(label, kind, block, number, PlainText.Of(caption));
            else
                Wish(block.Id, $"{(kind == LabelKind.Figure ? "fig" : "tbl")}-{number ?? _chapter.Key}");
        }

        private string NextNumber(LabelKind kind)
        {
            Dictionary<LabelKind, int> counts = _number is null ? _counters.Loose : _counts;
            int n = counts[kind] = counts.GetValueOrDefault(kind) + 1;
            return _number is null ? Numerals.Arabic(n) : $"{_number}.{Numerals.Arabic(n)}";
        }

        private void Other(Node node)
        {
            if (node.Attributes.Label is { } label)
                Name(label, LabelKind.Other, node, null, "");
        }

        private void Name(string label, LabelKind kind, Node node, string? number, string title)
        {
            _things.Add(Thing(label, kind, node.Id, number, title, node.Span, node.Attributes.LabelIsAutomatic));
            Wish(node.Id, label);
        }

        private static LabelledThing Thing(string label, LabelKind kind, NodeId id, string? number, string title, SourceSpan span, bool automatic) =>
            new(label, kind, id, number, title, span, automatic);

        private IEnumerable<Inline> Mark(NoteReference reference)
        {
            NoteDefinition? definition = _chapter.Notes.FirstOrDefault(n => n.Label == reference.Label);
            if (definition is null)                  // reported where it was read; printed as written
                return [new Text($"[^{reference.Label}]") { Id = Next(), Span = reference.Span }];
            if (_inNote)
            {
                _said.Add(Problems.NoteInNote(reference.Span));
                // Notes that mark each other, or themselves, would never end: the second one is named only.
                if (_inInnerNote) return [new Text($"[^{reference.Label}]") { Id = Next(), Span = reference.Span }];
                _inInnerNote = true;
                ImmutableArray<Inline> inner = [.. definition.Content.OfType<Paragraph>().SelectMany(p => Rewrite(p.Content))];
                _inInnerNote = false;
                return [new Text(" [") { Id = Next() }, .. inner, new Text("]") { Id = Next() }];
            }
            NodeId id = Next();
            bool first = !_marks.TryGetValue(reference.Label, out (string Mark, NodeId FirstMark) known);
            if (first)
            {
                int number = _book.Plan.NotesRestart ? _noteOrder.Count + 1 : ++_counters.Notes;
                known = _marks[reference.Label] = (Numerals.Arabic(number), id);
                _noteOrder.Add(reference.Label);
            }
            Wish(id, $"fnref-{Prefix}-{known.Mark}");
            // The note's own name is not known yet: the label stands for it until references are settled.
            return [new NoteReference(reference.Label) { Id = id, Span = reference.Span, Attributes = reference.Attributes }];
        }

        private string Prefix => _number ?? _chapter.Key;

        private NumberedNote Note(string label)
        {
            NoteDefinition definition = _chapter.Notes.First(n => n.Label == label);
            NodeId id = Next();
            (string mark, NodeId firstMark) = _marks[label];
            Wish(id, $"fn-{Prefix}-{mark}");
            return new NumberedNote(id, label, mark, firstMark, definition, Rewrite(definition.Content));
        }
    }
}
