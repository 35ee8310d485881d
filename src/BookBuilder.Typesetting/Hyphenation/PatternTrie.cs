using System.Numerics;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The patterns of a language: a trie whose edges are one table, hashed by node and letter.</summary>
/// <remarks>
/// F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983). A pattern such as "hy3ph" gives the places between its letters a value;
/// where several patterns cover a place the highest wins, and an odd value allows a hyphen.
/// Every build reads the patterns of its language, so that reading has to be as cheap as asking: nothing is sorted and no node is an object.
/// </remarks>
internal sealed class PatternTrie
{
    /// <summary>Node and letter of each edge, in a table probed in order (a power of two, at most half full); 0 where it is free, as no edge leads from a node by U+0000.</summary>
    private ulong[] _edges = new ulong[1 << 14];
    /// <summary>Where each edge leads.</summary>
    private int[] _targets = new int[1 << 14];
    /// <summary>Where the values of a node's pattern begin in <see cref="_values"/>; -1 when no pattern ends here.</summary>
    private readonly List<int> _valuesAt = [-1];
    private readonly List<byte> _values = [];

    private PatternTrie()
    {
    }

    /// <summary>Reads patterns, separated by white space, digits between the letters, '.' for a word's edge. The last of two with the same letters holds.</summary>
    public static PatternTrie Read(ReadOnlySpan<char> patterns)
    {
        PatternTrie trie = new();
        for (int at = 0; at < patterns.Length;)
        {
            if (char.IsWhiteSpace(patterns[at]))
            {
                at++;
                continue;
            }
            int end = at;
            while (end < patterns.Length && !char.IsWhiteSpace(patterns[end])) end++;
            trie.Add(patterns[at..end]);
            at = end;
        }
        return trie;
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
                node = _targets[PlaceOf(EdgeOf(node, word[at]))];
                if (node == 0) break;
                int from = _valuesAt[node];
                for (int i = 0; from >= 0 && i < at - start + 2; i++)
                    if (_values[from + i] > values[start + i]) values[start + i] = _values[from + i];
            }
        }
    }

    private void Add(ReadOnlySpan<char> pattern)
    {
        int node = 0, from = _values.Count;
        _values.Add(0);
        foreach (char c in pattern)
            if (char.IsAsciiDigit(c)) _values[^1] = (byte)(c - '0');
            else
            {
                node = Next(node, c);
                _values.Add(0);
            }
        _valuesAt[node] = from;
    }

    /// <summary>Where a letter leads, by a new edge if there is none yet.</summary>
    private int Next(int node, char letter)
    {
        ulong edge = EdgeOf(node, letter);
        int place = PlaceOf(edge);
        if (_edges[place] == edge) return _targets[place];
        if (_valuesAt.Count * 2 > _edges.Length)
        {
            Grow();
            place = PlaceOf(edge);
        }
        (_edges[place], _targets[place]) = (edge, _valuesAt.Count);
        _valuesAt.Add(-1);
        return _targets[place];
    }

    private void Grow()
    {
        (ulong[] edges, int[] targets) = (_edges, _targets);
        (_edges, _targets) = (new ulong[edges.Length * 2], new int[edges.Length * 2]);
        for (int i = 0; i < edges.Length; i++)
            if (edges[i] != 0)
            {
                int place = PlaceOf(edges[i]);
                (_edges[place], _targets[place]) = (edges[i], targets[i]);
            }
    }

    private static ulong EdgeOf(int node, char letter) => ((ulong)node << 16) | letter;

    /// <summary>Where an edge stands in the table, or the free place where it would. Fibonacci hashing (D. E. Knuth, "The Art of Computer Programming", vol. 3, 6.4).</summary>
    private int PlaceOf(ulong edge)
    {
        int place = (int)((edge * 0x9E37_79B9_7F4A_7C15) >> (64 - BitOperations.Log2((uint)_edges.Length)));
        while (_edges[place] != 0 && _edges[place] != edge) place = (place + 1) & (_edges.Length - 1);
        return place;
    }
}
