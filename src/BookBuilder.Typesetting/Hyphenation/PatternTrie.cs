namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The patterns of a language, packed: every node is one slot in flat arrays.</summary>
/// <remarks>
/// F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983). A pattern such as "hy3ph" gives the places between its letters a value;
/// where several patterns cover a place the highest wins, and an odd value allows a hyphen.
/// </remarks>
internal sealed class PatternTrie
{
    /// <summary>The first child of each node; children of a node stand side by side, sorted by letter. 0 for none.</summary>
    private readonly int[] _firstChild;
    private readonly byte[] _childCount;
    private readonly char[] _letter;
    /// <summary>Where the values of a node's pattern begin in <see cref="_values"/>; -1 when no pattern ends here.</summary>
    private readonly int[] _valuesAt;
    private readonly byte[] _values;

    private PatternTrie(int[] firstChild, byte[] childCount, char[] letter, int[] valuesAt, byte[] values) =>
        (_firstChild, _childCount, _letter, _valuesAt, _values) = (firstChild, childCount, letter, valuesAt, values);

    /// <summary>Reads patterns, separated by white space, digits between the letters, '.' for a word's edge.</summary>
    public static PatternTrie Read(string patterns)
    {
        Draft root = new();
        foreach (string pattern in patterns.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) root.Add(pattern);
        return Pack(root);
    }

    /// <summary>Raises the values of the places of a word to what its patterns ask for.</summary>
    /// <param name="word">The word in lower case with '.' at both ends.</param>
    /// <param name="values">One more than the word's length: the place before each letter, and the one after the last.</param>
    public void Raise(ReadOnlySpan<char> word, Span<byte> values)
    {
        for (int start = 0; start < word.Length; start++)
        {
            int node = 0;
            for (int at = start; at < word.Length; at++)
            {
                node = Child(node, word[at]);
                if (node == 0) break;
                if (_valuesAt[node] < 0) continue;
                ReadOnlySpan<byte> raised = _values.AsSpan(_valuesAt[node], at - start + 2);
                for (int i = 0; i < raised.Length; i++)
                    if (raised[i] > values[start + i]) values[start + i] = raised[i];
            }
        }
    }

    private int Child(int node, char letter)
    {
        if (_childCount[node] == 0) return 0;
        int found = Array.BinarySearch(_letter, _firstChild[node], _childCount[node], letter);
        return found < 0 ? 0 : found;
    }

    private static PatternTrie Pack(Draft root)
    {
        List<Draft> order = [root];
        List<char> letter = ['\0'];
        List<int> firstChild = [], valuesAt = [];
        List<byte> childCount = [], values = [];
        for (int i = 0; i < order.Count; i++)
        {
            Draft node = order[i];
            firstChild.Add(order.Count);
            childCount.Add((byte)node.Children.Count);
            foreach ((char c, Draft child) in node.Children)
            {
                letter.Add(c);
                order.Add(child);
            }
            valuesAt.Add(node.Values is null ? -1 : values.Count);
            if (node.Values is not null) values.AddRange(node.Values);
        }
        return new PatternTrie([.. firstChild], [.. childCount], [.. letter], [.. valuesAt], [.. values]);
    }

    /// <summary>A node while the patterns are read.</summary>
    private sealed class Draft
    {
        public SortedDictionary<char, Draft> Children { get; } = [];
        public byte[]? Values { get; private set; }

        public void Add(string pattern)
        {
            Draft node = this;
            List<byte> values = [0];
            foreach (char c in pattern)
                if (char.IsAsciiDigit(c)) values[^1] = (byte)(c - '0');
                else
                {
                    if (!node.Children.TryGetValue(c, out Draft? next)) node.Children[c] = next = new Draft();
                    node = next;
                    values.Add(0);
                }
            node.Values = [.. values];
        }
    }
}
