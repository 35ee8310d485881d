using static BookBuilder.Fonts.Unicode.BidiClass;

namespace BookBuilder.Fonts.Unicode;

/// <summary>Finds the levels of one paragraph's code points: rules X1 to X10 of UAX #9. What happens within a sequence is <see cref="BidiSequence"/>.</summary>
internal sealed class BidiParagraph
{
    private const int DeepestLevel = 125;

    private readonly int[] _codePoints;
    private readonly BidiClass[] _original, _classes;
    private readonly byte[] _levels;
    private readonly byte _baseLevel;
    /// <summary>For an isolate's beginning the place of its end, for an end that of its beginning; -1 without a partner (BD9).</summary>
    private readonly int[] _partner;

    public BidiParagraph(int[] codePoints, Func<int, BidiClass> classOf, byte baseLevel)
    {
        _codePoints = codePoints;
        _baseLevel = baseLevel;
        _original = Array.ConvertAll(codePoints, c => classOf(c));
        _classes = [.. _original];
        _levels = new byte[codePoints.Length];
        _partner = Partners(_original);
    }

    /// <summary>The levels. What rule X9 takes out has the level of what stands before it.</summary>
    public byte[] Resolve()
    {
        Explicit();
        List<int> kept = [];
        for (int i = 0; i < _classes.Length; i++)
            if (!IsTakenOut(_original[i])) kept.Add(i);
        foreach (List<int> sequence in Sequences(kept))
            BidiSequence.Resolve(_codePoints, _original, _classes, _levels, sequence);
        byte before = _baseLevel;
        for (int i = 0; i < _levels.Length; i++)
            if (IsTakenOut(_original[i])) _levels[i] = before;
            else before = _levels[i];
        return _levels;
    }

    private static bool IsTakenOut(BidiClass own) => own is LRE or RLE or LRO or RLO or PDF or BN;

    private static bool IsInitiator(BidiClass own) => own is LRI or RLI or FSI;

    private static int[] Partners(BidiClass[] classes)
    {
        int[] partner = new int[classes.Length];
        Array.Fill(partner, -1);
        Stack<int> open = [];
        for (int i = 0; i < classes.Length; i++)
            if (IsInitiator(classes[i])) open.Push(i);
            else if (classes[i] == PDI && open.TryPop(out int start)) (partner[start], partner[i]) = (i, start);
        return partner;
    }

    /// <summary>Embeddings, overrides and isolates (rules X1 to X8).</summary>
    private void Explicit()
    {
        Stack<Status> stack = [];
        stack.Push(new Status(_baseLevel, ON, IsIsolate: false));
        int overflowIsolates = 0, overflowEmbeddings = 0, validIsolates = 0;
        for (int i = 0; i < _classes.Length; i++)
        {
            BidiClass own = _original[i];
            switch (own)
            {
                case RLE or LRE or RLO or LRO:
                    int embedded = Next(stack.Peek().Level, own is RLE or RLO);
                    if (embedded <= DeepestLevel && overflowIsolates == 0 && overflowEmbeddings == 0)
                        stack.Push(new Status((byte)embedded, own switch { RLO => R, LRO => L, _ => ON }, IsIsolate: false));
                    else if (overflowIsolates == 0) overflowEmbeddings++;
                    break;
                case RLI or LRI or FSI:
                    Stand(i, stack.Peek());
                    bool toLeft = own == RLI || (own == FSI && FirstStrongWithin(i));
                    int isolated = Next(stack.Peek().Level, toLeft);
                    if (isolated <= DeepestLevel && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates++;
                        stack.Push(new Status((byte)isolated, ON, IsIsolate: true));
                    }
                    else overflowIsolates++;
                    break;
                case PDI:
                    if (overflowIsolates > 0) overflowIsolates--;
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Peek().IsIsolate) stack.Pop();
                        stack.Pop();
                        validIsolates--;
                    }
                    Stand(i, stack.Peek());
                    break;
                case PDF:
                    if (overflowIsolates > 0) break;
                    if (overflowEmbeddings > 0) overflowEmbeddings--;
                    else if (!stack.Peek().IsIsolate && stack.Count >= 2) stack.Pop();
                    break;
                case B:
                    _levels[i] = _baseLevel;
                    break;
                case BN: break;
                default:
                    Stand(i, stack.Peek());
                    break;
            }
        }
    }

    private void Stand(int at, Status status)
    {
        _levels[at] = status.Level;
        if (status.Override != ON) _classes[at] = status.Override;
    }

    private static int Next(byte level, bool toLeft) => toLeft ? (level + 1) | 1 : (level + 2) & ~1;

    /// <summary>Whether the first strong letter of an isolate runs right to left (rule X5c).</summary>
    private bool FirstStrongWithin(int initiator)
    {
        int end = _partner[initiator] < 0 ? _original.Length : _partner[initiator];
        for (int i = initiator + 1; i < end; i++)
        {
            if (_original[i] is L or R or AL) return _original[i] != L;
            if (IsInitiator(_original[i]))
            {
                if (_partner[i] < 0) return false;
                i = _partner[i];
            }
        }
        return false;
    }

    /// <summary>Runs of one level, joined where an isolate stands between them (rule X10, BD13).</summary>
    private List<List<int>> Sequences(List<int> kept)
    {
        List<List<int>> sequences = [];
        Dictionary<int, List<int>> interrupted = [];
        for (int from = 0; from < kept.Count;)
        {
            int to = from + 1;
            while (to < kept.Count && _levels[kept[to]] == _levels[kept[from]]) to++;
            int first = kept[from], last = kept[to - 1];
            if (_original[first] == PDI && _partner[first] >= 0 && interrupted.Remove(_partner[first], out List<int>? sequence))
                sequence.AddRange(kept[from..to]);
            else sequences.Add(sequence = kept[from..to]);
            if (IsInitiator(_original[last]) && _partner[last] >= 0) interrupted[last] = sequence;
            from = to;
        }
        return Edged(sequences, kept);
    }

    /// <summary>Puts before and behind each sequence the side that its edges are on, as a negative place: -1 for L, -2 for R.</summary>
    private List<List<int>> Edged(List<List<int>> sequences, List<int> kept)
    {
        int[] order = new int[_classes.Length];
        for (int k = 0; k < kept.Count; k++) order[kept[k]] = k;
        foreach (List<int> sequence in sequences)
        {
            int first = order[sequence[0]], last = order[sequence[^1]];
            byte own = _levels[sequence[0]];
            byte before = first > 0 ? _levels[kept[first - 1]] : _baseLevel;
            bool open = IsInitiator(_original[sequence[^1]]) && _partner[sequence[^1]] < 0;
            byte after = last + 1 < kept.Count && !open ? _levels[kept[last + 1]] : _baseLevel;
            sequence.Insert(0, Edge(Math.Max(own, before)));
            sequence.Add(Edge(Math.Max(own, after)));
        }
        return sequences;

        static int Edge(byte level) => (level & 1) == 0 ? -1 : -2;
    }

    private readonly record struct Status(byte Level, BidiClass Override, bool IsIsolate);
}
