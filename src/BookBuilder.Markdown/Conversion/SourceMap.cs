using BookBuilder.Model.Diagnostics;
using Markdig.Syntax;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Where the offsets of a file's text are: line and column.</summary>
/// <remarks>Made of offsets only, as the parser's own lines and columns are sometimes wrong.</remarks>
internal sealed class SourceMap
{
    private readonly string _path;
    private readonly int _length;
    private readonly List<int> _lineStarts = [0];

    public SourceMap(string path, string text)
    {
        (_path, _length) = (path, text.Length);
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
    }

    /// <summary>The line of an offset, from 1.</summary>
    public int Line(int offset) => At(offset).Line;

    /// <summary>The stretch from one offset to just before another.</summary>
    public SourceSpan Span(int start, int end) => new(_path, At(start), At(Math.Max(start, end)));

    /// <summary>Where a part of the parser's tree stands.</summary>
    public SourceSpan Of(MarkdownObject part) => Span(part.Span.Start, part.Span.End + 1);

    private SourcePosition At(int offset)
    {
        offset = Math.Clamp(offset, 0, _length);
        int line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new(line + 1, offset - _lineStarts[line] + 1);
    }
}
