using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;

namespace BookBuilder.Pdf.Structure;

/// <summary>Goes through the blocks of a chapter and says which elements they become.</summary>
internal sealed class StructurePlanner
{
    private readonly ResolvedBook _book;
    private readonly ResolvedChapter _chapter;
    private readonly PlanNotes _notes = new();
    private readonly InlinePlanner _inlines;
    private readonly TablePlanner _tables;
    private readonly Dictionary<NodeId, ResolvedNote> _chapterNotes;
    private readonly Stack<int> _levels = new();

    public StructurePlanner(ResolvedBook book, ResolvedChapter chapter)
    {
        (_book, _chapter) = (book, chapter);
        _inlines = new InlinePlanner(_notes, book.Metadata.Language);
        _tables = new TablePlanner(_notes);
        _chapterNotes = chapter.Notes.ToDictionary(note => note.Id);
    }

    /// <summary>The tree of the chapter.</summary>
    public ChapterPlan Plan()
    {
        StructureElement section = new("Sect");
        _notes.Elements.TryAdd(_chapter.Id, section);
        _notes.Label(section, _chapter.Id);
        AddBlocks(section, _chapter.Content);
        // A note whose mark is nowhere to be seen is still read.
        foreach (ResolvedNote note in _chapter.Notes)
            if (!_notes.Elements.ContainsKey(note.Id)) AddNote(section, note.Id);
        return new(section, _notes.Tags, _notes.Elements, _notes.LinkTexts);
    }

    private void AddBlocks(StructureElement parent, ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks) Add(parent, block);
    }

    private void Add(StructureElement parent, Block block)
    {
        switch (block)
        {
            case Heading heading: AddText(parent, $"H{LevelOf(heading)}", heading, heading.Content); break;
            case Paragraph paragraph: AddText(parent, "P", paragraph, paragraph.Content); break;
            case DisplayLine line: AddText(parent, line.Role.ToString(), line, line.Content); break;
            case ListBlock list: AddList(parent, list); break;
            case DefinitionList list: AddDefinitions(parent, list); break;
            case BlockQuote quote:
                StructureElement quotation = Open(parent, "BlockQuote", quote);
                AddBlocks(quotation, quote.Content);
                AddText(quotation, "P", quote, quote.Attribution);
                break;
            case CodeBlock code: _notes.Leaf(Open(parent, "P", code).Add("Code"), code, isText: true); break;
            case MathBlock math:
                StructureElement formulaLine = Open(parent, "P", math);
                _notes.Leaf(formulaLine.Add(new StructureElement("Formula") { Alternative = math.Math.Spoken, Language = _inlines.LanguageOfFormulas, Span = math.Span }), math, isText: false);
                _notes.Label(formulaLine, math.Id);
                break;
            case Figure figure: AddFigure(parent, figure); break;
            case Table table: AddTable(parent, table); break;
            case Callout callout:
                StructureElement aside = Open(parent, "Aside", callout);
                AddText(aside, "P", callout, callout.Title);
                AddBlocks(aside, callout.Content);
                break;
            case Division division: AddBlocks(Open(parent, "Div", division), division.Content); break;
            case ContentsList list: AddContents(Open(parent, "TOC", list), list.Entries); break;
            case ThematicBreak or PageBreak: _notes.Decoration(block); break;
            default: throw new UnreachableException($"{block.GetType().Name} is new: say here which element it becomes.");
        }
    }

    // Headings in the file never skip a level, even where the author does: who reads by levels would look for what is missing.
    private int LevelOf(Heading heading)
    {
        while (_levels.Count > 0 && _levels.Peek() >= heading.Level) _levels.Pop();
        _levels.Push(heading.Level);
        return Math.Min(_levels.Count + (_levels.Last() > 1 ? 1 : 0), 6);
    }

    // Something generated may stand before the words: a number, "Figure 3.2", a word for a callout.
    private void AddText(StructureElement parent, string tag, Block block, ImmutableArray<Inline> content)
    {
        StructureElement element = Open(parent, tag, block);
        _notes.Label(element, block.Id);
        _inlines.Add(element, content);
        AddPendingNotes(parent);
    }

    private StructureElement Open(StructureElement parent, string tag, Node node)
    {
        StructureElement element = parent.Add(new StructureElement(tag) { Language = node.Attributes["lang"], Span = node.Span });
        _notes.Elements.TryAdd(node.Id, element);
        return element;
    }

    private void AddList(StructureElement parent, ListBlock list)
    {
        StructureElement element = Open(parent, "L", list);
        element.Attributes.Add(new("List", "ListNumbering", list.Style switch
        {
            ListStyle.Bullet => "Disc",
            ListStyle.Decimal => "Decimal",
            ListStyle.LowerAlpha => "LowerAlpha",
            ListStyle.UpperAlpha => "UpperAlpha",
            ListStyle.LowerRoman => "LowerRoman",
            ListStyle.UpperRoman => "UpperRoman",
            _ => throw new UnreachableException($"{list.Style} is new: say here how it counts."),
        }));
        foreach (ListItem item in list.Items)
        {
            StructureElement entry = Open(element, "LI", item);
            _notes.Label(entry.Add("Lbl"), item.Id);
            AddBlocks(entry.Add("LBody"), item.Content);
        }
    }

    private void AddDefinitions(StructureElement parent, DefinitionList list)
    {
        StructureElement element = Open(parent, "L", list);
        foreach (DefinitionItem item in list.Items)
        {
            StructureElement entry = Open(element, "LI", item);
            foreach (DefinitionTerm term in item.Terms)
            {
                StructureElement label = Open(entry, "Lbl", term);
                _notes.Label(label, term.Id);
                _inlines.Add(label, term.Content);
            }
            StructureElement body = entry.Add("LBody");
            AddPendingNotes(body);
            foreach (Definition definition in item.Definitions)
            {
                _notes.Label(body, definition.Id);
                AddBlocks(body, definition.Content);
            }
        }
    }

    // The caption stands beside the figure: within it, the figure's alternative text would be read in its place.
    private void AddFigure(StructureElement parent, Figure figure)
    {
        StructureElement group = Open(parent, "Div", figure);
        if (figure.AlternativeText.Length == 0) _notes.Tags.TryAdd(new(figure.Id, false), LeafTag.Decoration);
        else _notes.Leaf(group.Add(new StructureElement("Figure") { Alternative = figure.AlternativeText, Span = figure.Span }), figure, isText: false);
        AddCaption(group, figure, figure.Caption);
        AddBlocks(group, figure.Notes);
    }

    private void AddTable(StructureElement parent, Table table)
    {
        StructureElement element = Open(parent, "Table", table);
        AddCaption(element, table, table.Caption);
        _tables.Add(element, table, AddBlocks);
        AddBlocks(parent, table.Notes);
    }

    // A note of a caption stays in it: a table may hold no note.
    private void AddCaption(StructureElement parent, Block block, ImmutableArray<Inline> caption)
    {
        StructureElement element = parent.Add("Caption");
        _notes.Label(element, block.Id);
        _inlines.Add(element, caption);
        AddPendingNotes(element);
    }

    private void AddContents(StructureElement list, ImmutableArray<ContentsEntry> entries)
    {
        // The open list of each level; an entry deeper than the one before it opens a list within.
        Stack<(int Level, StructureElement List)> open = new();
        open.Push((entries.IsEmpty ? 1 : entries.Min(entry => entry.Level), list));
        foreach (ContentsEntry entry in entries)
        {
            while (open.Count > 1 && open.Peek().Level > entry.Level) open.Pop();
            if (open.Peek().Level < entry.Level) open.Push((entry.Level, open.Peek().List.Add("TOC")));
            StructureElement item = Open(open.Peek().List, "TOCI", entry);
            _notes.Label(item.Add("Lbl"), entry.Id);
            StructureElement link = item.Add("Reference").Add("Link");
            _inlines.Add(link, entry.Title);
            _notes.Leaf(link, entry, isText: false);
            link.Kids.Add(new LinkKid(entry.Id));
            string title = PlainText.Of(entry.Title);
            _notes.LinkTexts.TryAdd(entry.Id, entry.Number.Length == 0 ? title : $"{entry.Number} {title}");
        }
    }

    // Notes are read after the paragraph of their marks: within it a sentence would be torn.
    private void AddPendingNotes(StructureElement parent)
    {
        foreach (NodeId note in _inlines.TakeNotes()) AddNote(parent, note);
    }

    private void AddNote(StructureElement parent, NodeId id)
    {
        if (_notes.Elements.ContainsKey(id) || !_chapterNotes.TryGetValue(id, out ResolvedNote? note)) return;
        StructureElement element = parent.Add(new StructureElement("Note") { Id = _book.Anchors.GetValueOrDefault(id) ?? id.ToString() });
        _notes.Elements.Add(id, element);
        StructureElement link = element.Add("Lbl").Add("Link");
        _notes.Label(link, id);
        link.Kids.Add(new LinkKid(id));
        _notes.LinkTexts.TryAdd(id, $"{_book.Terms.BackToReference} {note.Mark}");
        AddBlocks(element, note.Content);
    }
}
