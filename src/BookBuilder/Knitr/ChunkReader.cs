using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Tells the chunks of a document from its running text, by the rules of knitr (its R/pattern.R and R/parser.R).</summary>
internal static partial class ChunkReader
{
    /// <summary>The document as running text and chunks, in order. Every line is in exactly one piece.</summary>
    /// <param name="lines">The document, or a stretch of it.</param>
    /// <param name="sink">Where a chunk that is never closed, and options that cannot be read, are told.</param>
    public static ImmutableArray<DocumentPiece> Read(ImmutableArray<SourceLine> lines, DiagnosticSink sink)
    {
        var pieces = ImmutableArray.CreateBuilder<DocumentPiece>();
        int prose = 0;
        for (int at = 0; at < lines.Length;)
        {
            if (Begin().Match(lines[at].Text) is { Success: true } begin)
            {
                AddProse(prose, at);
                (Chunk chunk, int next) = ReadOne(lines, at, begin, sink);
                pieces.Add(chunk);
                at = prose = next;
            }
            else
                at = AfterPlainFence(lines, at);
        }
        AddProse(prose, lines.Length);
        return pieces.ToImmutable();

        void AddProse(int from, int to)
        {
            if (to > from) pieces.Add(new ProsePiece(lines[from..to]));
        }
    }

    /// <summary>A chunk's header within a longer or another fence is code that is shown, not run.</summary>
    private static int AfterPlainFence(ImmutableArray<SourceLine> lines, int at)
    {
        (char mark, int count, _) = CodeFences.Fence(lines[at].Text);
        if (mark == '\0') return at + 1;
        for (int end = at + 1; end < lines.Length; end++)
        {
            (char found, int length, bool isBare) = CodeFences.Fence(lines[end].Text);
            if (found == mark && length >= count && isBare) return end + 1;
        }
        return at + 1; // never closed: then it hides no chunk
    }

    private static (Chunk Chunk, int Next) ReadOne(ImmutableArray<SourceLine> lines, int start, Match begin, DiagnosticSink sink)
    {
        string prefix = begin.Groups[1].Value;
        string fence = begin.Groups[2].Value;
        (int end, bool isClosed) = End(lines, start, prefix, fence);
        if (!isClosed) sink.Report(Problems.UnclosedChunk(lines[start].At(0, lines[start].Text.Length)));
        ImmutableArray<SourceLine> body = [.. lines[(start + 1)..end].Select(l => l.With(Stripped(l.Text, prefix)))];
        int next = isClosed ? end + 1 : end;
        Chunk chunk = ChunkHeader.Read(new Chunk
        {
            Engine = "",
            Body = body,
            Header = lines[start],
            Written = lines[start..next],
            Prefix = prefix,
            IsClosed = isClosed,
        }, begin.Groups[3].Value, begin.Groups[3].Index, sink);
        return (chunk, next);
    }

    /// <summary>The line of the closing fence: the same prefix and number of backticks. Without one the chunk ends before the next of its kind,
    /// or at a fence of another length or indent, which older knitrs took for its end; else with the document.</summary>
    private static (int Line, bool IsClosed) End(ImmutableArray<SourceLine> lines, int start, string prefix, string fence)
    {
        int other = -1;
        for (int at = start + 1; at < lines.Length; at++)
        {
            string text = lines[at].Text;
            if (text.StartsWith(prefix, StringComparison.Ordinal) && text.AsSpan(prefix.Length).TrimEnd().SequenceEqual(fence)) return (at, true);
            if (Begin().Match(text) is { Success: true } next && next.Groups[2].Length == fence.Length) return other >= 0 ? (other, true) : (at, false);
            if (other < 0 && CodeFences.Fence(text) is { Mark: '`', IsBare: true } bare && bare.Count >= fence.Length) other = at;
        }
        return other >= 0 ? (other, true) : (lines.Length, false);
    }

    /// <summary>A line of code without the indent or quotation mark of its chunk; a shorter indent goes as far as it reaches.</summary>
    private static string Stripped(string line, string prefix)
    {
        if (line.StartsWith(prefix, StringComparison.Ordinal)) return line[prefix.Length..];
        int at = 0;
        while (at < line.Length && at < prefix.Length && line[at] == prefix[at]) at++;
        return line[at..];
    }

    [GeneratedRegex(@"^([\t >]*)(```+)\s*\{([a-zA-Z0-9_]+(?: *[ ,].*)?)\}\s*$")]
    private static partial Regex Begin();
}
