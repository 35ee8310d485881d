using System.Collections.Immutable;
using System.Text;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Gathers the inlines of one text: joins neighbouring words, pairs HTML tags, hands attributes to what stands before them.</summary>
internal sealed class InlineSequence(ChapterReading reading)
{
    private readonly Stack<Element> _open = new();
    /// <summary>Words that are not yet in the line, because more may join them.</summary>
    private readonly StringBuilder _words = new();
    private SourceSpan _wordsSpan;
    private List<Inline> _line = [];

    /// <summary>Adds characters; they join the characters before them.</summary>
    public void AddWords(string words, SourceSpan span)
    {
        foreach (char c in words)
        {
            // Runs of spaces and tabs are one space, as in every reader of Markdown's HTML; a line break eats them.
            bool isSpace = c is ' ' or '\t';
            if (isSpace && (_words.Length > 0 ? _words[^1] == ' ' : _line.Count > 0 && _line[^1] is LineBreak)) continue;
            if (_words.Length == 0) _wordsSpan = span;
            _words.Append(isSpace ? ' ' : c);
        }
        if (_words.Length > 0) _wordsSpan = _wordsSpan with { End = span.End };
    }

    /// <summary>Puts the words gathered so far into the line.</summary>
    private void Settle()
    {
        if (_words.Length == 0) return;
        string words = _words.ToString();
        _words.Clear();
        if (_line.Count > 0 && _line[^1] is Text before)
            _line[^1] = new Text(before.Value + (before.Value.EndsWith(' ') ? words.TrimStart(' ') : words)) { Span = before.Span with { End = _wordsSpan.End } };
        else
            _line.Add(new Text(words) { Span = _wordsSpan });
    }

    /// <summary>Adds one inline.</summary>
    public void Add(Inline inline)
    {
        if (inline is Text text)
        {
            AddWords(text.Value, text.Span);
            return;
        }
        if (inline is LineBreak && _words.Length > 0 && _words[^1] == ' ') _words.Length--;
        Settle();
        _line.Add(inline);
    }

    /// <summary>Adds several.</summary>
    public void AddAll(ImmutableArray<Inline> inlines)
    {
        foreach (Inline inline in inlines) Add(inline);
    }

    /// <summary>Gives attributes to the link, picture or code just before them; elsewhere they are words.</summary>
    public void Attach(AttributesInline attributes, SourceSpan span)
    {
        if (_words.Length == 0 && _line.Count > 0 && _line[^1] is Link or CodeInline or ImageInline && _line[^1].Span.End == span.Start)
        {
            Inline owner = _line[^1];
            owner = owner is ImageInline image ? Described(image, attributes.Attributes, span) : owner;
            _line[^1] = owner with { Attributes = attributes.Attributes, Span = owner.Span with { End = span.End } };
            return;
        }
        reading.Said.Report(Problems.AttributesOfNothing(attributes.Written, span));
        AddWords(attributes.Written, span);
    }

    /// <summary>Opens or closes an HTML element.</summary>
    public void AddTag(string written, SourceSpan span)
    {
        if (HtmlTag.Read(written) is not { } tag) return;
        if (!tag.IsKnown)
        {
            if (!tag.IsClosing) reading.Said.Report(Problems.UnknownHtml(tag.Name, span));
            // What stood in boxes of their own does not become one word.
            else if (tag.IsBlock) AddWords(" ", span);
            return;
        }
        if (tag.IsEmpty)
        {
            if (tag.Name == "br") Add(new LineBreak { Span = span });
            else AddWords("\u200b", span);
        }
        else if (!tag.IsClosing)
        {
            Settle();
            _open.Push(new Element(tag, span, _line));
            _line = [];
        }
        else if (_open.Any(e => e.Tag.Name == tag.Name))
        {
            while (_open.Peek().Tag.Name != tag.Name) GiveUp();
            Settle();
            Element element = _open.Pop();
            Inline made = element.Tag.Element([.. _line]) with { Span = element.Start with { End = span.End } };
            _line = element.Before;
            _line.Add(made);
        }
        else
            reading.Said.Report(Problems.UnmatchedHtml($"</{tag.Name}>", span));
    }

    /// <summary>All of it.</summary>
    public ImmutableArray<Inline> Finish()
    {
        while (_open.Count > 0) GiveUp();
        Settle();
        foreach (ImageInline image in _line.OfType<ImageInline>())
            if (!image.Attributes.Has("decorative")) Descriptions.Check(reading, image.AlternativeText, image.Source, image.Span);
        return [.. _line];
    }

    /// <summary>A text without the spaces at its beginning and end, which something left out may have bared.</summary>
    public static ImmutableArray<Inline> Trimmed(ImmutableArray<Inline> text)
    {
        if (text is [Text first, ..])
            text = first.Value.TrimStart(' ') is { Length: > 0 } words ? text.SetItem(0, first with { Value = words }) : text.RemoveAt(0);
        if (text is [.., Text last])
            text = last.Value.TrimEnd(' ') is { Length: > 0 } words ? text.SetItem(text.Length - 1, last with { Value = words }) : text.RemoveAt(text.Length - 1);
        return text;
    }

    /// <summary>An element that is never closed: its words stay, its looks go.</summary>
    private void GiveUp()
    {
        Settle();
        Element element = _open.Pop();
        reading.Said.Report(Problems.UnmatchedHtml($"<{element.Tag.Name}>", element.Start));
        List<Inline> inside = _line;
        _line = element.Before;
        AddAll([.. inside]);
    }

    private ImageInline Described(ImageInline image, Attributes attributes, SourceSpan span)
    {
        image = image with { Width = FigureReader.Width(reading, attributes, span) };
        if (attributes.Has("decorative")) return image with { AlternativeText = "" };
        return (attributes["alt"] ?? attributes["fig-alt"]) is { } words ? image with { AlternativeText = words } : image;
    }

    private sealed record Element(HtmlTag Tag, SourceSpan Start, List<Inline> Before);
}
