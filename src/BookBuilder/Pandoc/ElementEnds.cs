using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Where the elements of a text end, found in one pass: a text of a thousand elements that are never closed is read as fast as another.</summary>
internal sealed class ElementEnds
{
    private readonly Dictionary<(string Name, int Line), int> _ends = [];

    /// <summary>Looks through a text.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="tags">The tags of a line, and whether they open or close.</param>
    public ElementEnds(ImmutableArray<SourceLine> lines, Func<string, IEnumerable<(string Name, bool IsClosing)>> tags)
    {
        Dictionary<string, (int Depth, Stack<(int Line, int Depth)> Open)> elements = new(StringComparer.Ordinal);
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (IGrouping<string, (string Name, bool IsClosing)> same in tags(lines[i].Text).GroupBy(t => t.Name, StringComparer.Ordinal))
            {
                (int depth, Stack<(int Line, int Depth)> open) = elements.TryGetValue(same.Key, out var known) ? known : (0, []);
                int closed = same.Count(t => t.IsClosing), opened = same.Count() - closed;
                if (opened > 0) open.Push((i, depth));
                depth += opened - closed;
                // What was opened later began deeper, so that the ones to close are on top.
                while (closed > 0 && open.Count > 0 && open.Peek().Depth >= depth) _ends[(same.Key, open.Pop().Line)] = i;
                elements[same.Key] = (depth, open);
            }
        }
    }

    /// <summary>The line on which the element ends that begins on a line; -1 when it never does.</summary>
    public int Of(string name, int line) => _ends.GetValueOrDefault((name, line), -1);
}
