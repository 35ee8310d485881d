using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>The divisions of raw HTML that are open: one that was translated is closed by <c>:::</c>, and nothing else closes one of the author's own.</summary>
internal sealed class HtmlDivisions
{
    private readonly Stack<(string Name, SourceLine Line, bool IsTold)> _open = new();

    /// <summary>Whether an element is a division.</summary>
    public static bool Is(string name) => name is "div" or "center" or "section" or "aside" or "article" or "main" or "nav";

    /// <summary>Opens one that is translated.</summary>
    public void Open(string name, SourceLine line) => _open.Push((name, line, true));

    /// <summary>Closes one whose closing tag begins a line; one that was never opened is told.</summary>
    public void Close(string name, SourceLine line, ImmutableArray<SourceLine>.Builder told, TranslationAccount log)
    {
        if (_open.All(o => o.Name != name))
        {
            log.Find(Carrying.LeftOut, $"HTML </{name}>", line.At(), "it closes nothing");
            told.Add(line.With(""));
            return;
        }
        bool isTold = false;
        for (bool isLast = false; !isLast;)
        {
            (string opened, _, bool wasTold) = _open.Pop();
            isLast = opened == name;
            isTold |= wasTold;
            if (wasTold) told.Add(line.With(":::"));
        }
        if (!isTold) told.Add(line.With(""));
    }

    /// <summary>Reads a line of words: closes what is closed within it, and remembers what opens within it and stays as it is.</summary>
    public void Words(SourceLine line, ImmutableArray<SourceLine>.Builder told, TranslationAccount log)
    {
        string text = line.Text;
        if (!text.Contains('<'))
        {
            told.Add(line);
            return;
        }
        bool[] isMasked = InlineMask.Of(text);
        int at = 0;
        foreach (HtmlElement tag in HtmlElement.In(text).Where(t => Is(t.Name) && !isMasked[t.Start]))
        {
            if (!tag.IsClosing) _open.Push((tag.Name, line, false));
            else if (_open.Count > 0 && _open.Peek() is (var name, _, false) && name == tag.Name) _open.Pop();
            else if (_open.Any(o => o.Name == tag.Name && o.IsTold))
            {
                if (text[at..tag.Start].Trim().Length > 0) told.Add(line.With(text[at..tag.Start].TrimEnd()));
                Close(tag.Name, line, told, log);
                at = tag.End;
            }
        }
        if (at == 0) told.Add(line);
        else if (text[at..].Trim() is { Length: > 0 } rest) told.Add(line.With(rest));
    }

    /// <summary>Closes what the text never closes.</summary>
    public void CloseAll(SourceLine last, ImmutableArray<SourceLine>.Builder told, TranslationAccount log)
    {
        foreach ((string name, SourceLine line, bool isTold) in _open)
        {
            if (!isTold) continue;
            log.Find(Carrying.Approximated, $"HTML <{name}> without an end", line.At(), "a division to the end of the text");
            told.Add(last.With(":::"));
        }
    }
}
