using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>Names generated sections by what they say, as far as that is text.</summary>
internal sealed class GeneratedName
{
    private readonly StoredWriter _from;
    private bool _isMore;

    private GeneratedName(StoredWriter from) => _from = from;

    /// <summary>The name of a section; null when it shows more than text, such as a formula in a heading.</summary>
    /// <param name="plan">The name of book.yml.</param>
    /// <param name="section">The section.</param>
    /// <param name="anchor">Its anchor.</param>
    /// <param name="targets">The anchors of all that it lists.</param>
    public static ContentKey? Of(ContentKey plan, ResolvedChapter section, string anchor, ImmutableArray<string?> targets)
    {
        StoredWriter from = new StoredWriter().Text("generated").Name(plan).Text(section.Key).Number((int)section.Role).Text(section.Title).Text(anchor).Number(targets.Length);
        foreach (string? target in targets) from.Text(target);
        var name = new GeneratedName(from);
        foreach (Block block in section.Content) name.Add(block);
        return name._isMore ? null : from.Key;
    }

    private void Add(Block block)
    {
        AddNode(block);
        switch (block)
        {
            case Heading heading:
                _from.Text("heading").Number(heading.Level).Flag(heading.IsNumbered);
                Add(heading.Content);
                break;
            case DisplayLine line:
                _from.Text("line").Number((int)line.Role);
                Add(line.Content);
                break;
            case ContentsList list:
                _from.Text("list").Number(list.Entries.Length);
                foreach (ContentsEntry entry in list.Entries)
                {
                    AddNode(entry);
                    _from.Number(entry.Level).Text(entry.Number).Word(entry.Target.Chapter).Number(entry.Target.Ordinal).Flag(entry.IsPart);
                    Add(entry.Title);
                }
                break;
            default:
                _isMore = true;
                break;
        }
    }

    private void Add(ImmutableArray<Inline> inlines)
    {
        _from.Number(inlines.Length);
        foreach (Inline inline in inlines)
        {
            AddNode(inline);
            switch (inline)
            {
                case Text text:
                    _from.Byte(0).Text(text.Value);
                    break;
                case Styled styled:
                    _from.Byte(1).Number((int)styled.Style);
                    Add(styled.Content);
                    break;
                default:
                    _isMore = true;
                    break;
            }
        }
    }

    // What is said of it is said at its place.
    private void AddNode(Node node)
    {
        _isMore |= node.Attributes != Attributes.None;
        SourceSpan span = node.Span;
        _from.Number(node.Id.Ordinal).Word(node.Id.Chapter).Word(span.Path).Number(span.Start.Line).Number(span.Start.Column).Number(span.End.Line).Number(span.End.Column);
    }
}
