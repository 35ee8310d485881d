using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Lines made in place of others, with the prefix and the origin of those.</summary>
/// <param name="prefix">What stands before each line: blanks of a list item, <c>&gt; </c> of a quotation.</param>
/// <param name="from">The line they come from unless another is named.</param>
internal sealed class LineList(string prefix, SourceLine from)
{
    private readonly ImmutableArray<SourceLine>.Builder _lines = ImmutableArray.CreateBuilder<SourceLine>();

    /// <summary>A line.</summary>
    public LineList Add(string text) => Add(text, from);

    /// <summary>A line with an origin of its own.</summary>
    public LineList Add(string text, SourceLine origin)
    {
        _lines.Add(origin.With(text.Length == 0 ? prefix.TrimEnd(' ') : prefix + text));
        return this;
    }

    /// <summary>A blank line, unless one stands there or nothing does.</summary>
    public LineList Gap()
    {
        if (_lines.Count > 0 && _lines[^1].Text.AsSpan().TrimStart([' ', '\t', '>']).Length > 0) Add("");
        return this;
    }

    /// <summary>A text of several lines.</summary>
    public LineList AddText(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')) Add(line);
        return this;
    }

    /// <summary>Fenced code; the fence is longer than any in it.</summary>
    /// <param name="info">What stands behind the opening fence: a language, or nothing.</param>
    /// <param name="code">Its lines.</param>
    public LineList Code(string info, IEnumerable<SourceLine> code)
    {
        ImmutableArray<SourceLine> lines = [.. code];
        int longest = lines.Select(l => l.Text.TrimStart()).Select(t => t.Length - t.TrimStart('`').Length).DefaultIfEmpty(0).Max();
        string fence = new('`', Math.Max(3, longest + 1));
        Gap().Add(fence + info, lines.IsEmpty ? from : lines[0]);
        foreach (SourceLine line in lines) Add(line.Text, line);
        return Add(fence, lines.IsEmpty ? from : lines[^1]).Add("");
    }

    /// <summary>All of them.</summary>
    public ImmutableArray<SourceLine> ToImmutable() => _lines.ToImmutable();
}
