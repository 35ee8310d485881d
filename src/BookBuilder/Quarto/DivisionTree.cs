using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>A stretch of a text: lines, or a fenced division with what it holds. A closed set.</summary>
internal abstract record DivisionNode
{
    private protected DivisionNode() { }
}

/// <summary>Lines outside of any further division.</summary>
internal sealed record PlainLines(ImmutableArray<SourceLine> Lines) : DivisionNode;

/// <summary>A fenced division.</summary>
/// <param name="Opening">The line of its opening fence.</param>
/// <param name="Attributes">What the fence says.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Closing">The line of its closing fence; of one that is never closed, its last line.</param>
internal sealed record FencedDivision(SourceLine Opening, AttributeList Attributes, ImmutableArray<DivisionNode> Content, SourceLine Closing) : DivisionNode;

/// <summary>Reads the fenced divisions of a text and writes them back.</summary>
internal static partial class DivisionTree
{
    private const int Deepest = 60;

    /// <summary>The text as a tree. Every line is in exactly one node.</summary>
    public static ImmutableArray<DivisionNode> Read(ImmutableArray<SourceLine> lines)
    {
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        int at = 0;
        return Read(lines, isCode, ref at, 0, out _);
    }

    /// <summary>The lines of a tree, fences included.</summary>
    public static IEnumerable<SourceLine> Lines(ImmutableArray<DivisionNode> nodes) => nodes.SelectMany(n => n switch
    {
        PlainLines plain => plain.Lines,
        FencedDivision division => Lines(division.Content).Prepend(division.Opening).Append(division.Closing.With(":::")),
        _ => throw new System.Diagnostics.UnreachableException($"{n.GetType().Name} is new: say here how it is written."),
    });

    private static ImmutableArray<DivisionNode> Read(ImmutableArray<SourceLine> lines, ImmutableArray<bool> isCode, ref int at, int depth, out SourceLine closing)
    {
        var nodes = ImmutableArray.CreateBuilder<DivisionNode>();
        var plain = ImmutableArray.CreateBuilder<SourceLine>();
        closing = lines.Length > 0 ? lines[^1] : default;
        while (at < lines.Length)
        {
            SourceLine line = lines[at];
            if (isCode[at] || !line.Text.Contains(":::", StringComparison.Ordinal))
            {
                plain.Add(line);
                at++;
                continue;
            }
            if (depth > 0 && Closing().IsMatch(line.Text))
            {
                closing = line;
                at++;
                Settle();
                return nodes.ToImmutable();
            }
            if (depth < Deepest && Attributes(line.Text) is { } attributes)
            {
                Settle();
                at++;
                ImmutableArray<DivisionNode> content = Read(lines, isCode, ref at, depth + 1, out SourceLine end);
                nodes.Add(new FencedDivision(line, attributes, content, end));
                continue;
            }
            plain.Add(line);
            at++;
        }
        Settle();
        return nodes.ToImmutable();

        void Settle()
        {
            if (plain.Count > 0) nodes.Add(new PlainLines(plain.ToImmutable()));
            plain.Clear();
        }
    }

    private static AttributeList? Attributes(string line)
    {
        Match opening = Opening().Match(line);
        if (!opening.Success) return null;
        if (opening.Groups[2].Success) return new AttributeList(null, [opening.Groups[2].Value], []);
        int brace = opening.Groups[1].Index;
        return AttributeList.Read(line, brace, out int end) is { } list && line.AsSpan(end).Trim(" \t:").IsEmpty ? list : null;
    }

    [GeneratedRegex(@"^[ \t]*:{3,}[ \t]*(?:(\{.*\})|([\p{L}_][-\p{L}\p{N}_.]*))[ \t]*:*[ \t]*$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[ \t]*:{3,}[ \t]*$")]
    private static partial Regex Closing();
}
