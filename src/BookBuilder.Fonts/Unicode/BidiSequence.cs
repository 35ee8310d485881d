using static BookBuilder.Fonts.Unicode.BidiClass;

namespace BookBuilder.Fonts.Unicode;

/// <summary>Settles the characters of an isolating run sequence: rules W1 to W7, N0 to N2, I1 and I2 of UAX #9.</summary>
internal sealed class BidiSequence
{
    private const int MostOpenBrackets = 63;

    private readonly int[] _codePoints, _places;
    private readonly BidiClass[] _original, _types;
    private readonly BidiClass _start, _end, _own;

    private BidiSequence(int[] codePoints, BidiClass[] original, BidiClass[] classes, byte level, List<int> sequence)
    {
        (_codePoints, _original) = (codePoints, original);
        _places = [.. sequence[1..^1]];
        _types = Array.ConvertAll(_places, p => classes[p]);
        (_start, _end) = (Side(sequence[0]), Side(sequence[^1]));
        _own = (level & 1) == 0 ? L : R;

        static BidiClass Side(int edge) => edge == -1 ? L : R;
    }

    /// <summary>Resolves a sequence.</summary>
    /// <param name="codePoints">The paragraph.</param>
    /// <param name="original">Its classes.</param>
    /// <param name="classes">Its classes after overrides.</param>
    /// <param name="levels">Its levels; those of the sequence are changed.</param>
    /// <param name="sequence">The places, with the sides of the edges before and behind them (-1 for L, -2 for R).</param>
    public static void Resolve(int[] codePoints, BidiClass[] original, BidiClass[] classes, byte[] levels, List<int> sequence)
    {
        byte level = levels[sequence[1]];
        BidiSequence own = new(codePoints, original, classes, level, sequence);
        own.Weak();
        own.Brackets();
        own.Neutrals();
        for (int i = 0; i < own._places.Length; i++)
            levels[own._places[i]] = (byte)(level + ((level & 1, own._types[i]) switch
            {
                (0, R) => 1,
                (0, AN or EN) => 2,
                (1, L or AN or EN) => 1,
                _ => 0,
            }));
    }

    private void Weak()
    {
        BidiClass before = _start;
        for (int i = 0; i < _types.Length; i++)                                                         // W1
        {
            if (_types[i] == NSM) _types[i] = before is LRI or RLI or FSI or PDI ? ON : before;
            before = _types[i];
        }
        BidiClass strong = _start;
        for (int i = 0; i < _types.Length; i++)                                                         // W2
            if (_types[i] is L or R or AL) strong = _types[i];
            else if (_types[i] == EN && strong == AL) _types[i] = AN;
        for (int i = 0; i < _types.Length; i++)                                                         // W3
            if (_types[i] == AL) _types[i] = R;
        for (int i = 1; i + 1 < _types.Length; i++)                                                     // W4
            if (_types[i - 1] == _types[i + 1] && ((_types[i] is ES or CS && _types[i - 1] == EN) || (_types[i] == CS && _types[i - 1] == AN)))
                _types[i] = _types[i - 1];
        for (int i = 0; i < _types.Length; i++)                                                         // W5
        {
            if (_types[i] != ET) continue;
            int to = i;
            while (to < _types.Length && _types[to] == ET) to++;
            if ((i > 0 && _types[i - 1] == EN) || (to < _types.Length && _types[to] == EN)) _types.AsSpan(i, to - i).Fill(EN);
            i = to - 1;
        }
        for (int i = 0; i < _types.Length; i++)                                                         // W6
            if (_types[i] is ES or ET or CS) _types[i] = ON;
        strong = _start;
        for (int i = 0; i < _types.Length; i++)                                                         // W7
            if (_types[i] is L or R) strong = _types[i];
            else if (_types[i] == EN && strong == L) _types[i] = L;
    }

    /// <summary>Brackets of a pair get one direction (rule N0).</summary>
    private void Brackets()
    {
        foreach ((int open, int close) in Pairs())
        {
            bool own = false, other = false;
            for (int i = open + 1; i < close && !own; i++)
                if (StrongOf(_types[i]) is BidiClass strong and not ON)
                {
                    if (strong == _own) own = true;
                    else other = true;
                }
            if (own) Turn(open, close, _own);
            else if (other)
            {
                BidiClass context = _start;
                for (int i = open - 1; i >= 0; i--)
                    if (StrongOf(_types[i]) is BidiClass strong and not ON)
                    {
                        context = strong;
                        break;
                    }
                Turn(open, close, context != _own ? context : _own);
            }
        }
    }

    private void Turn(int open, int close, BidiClass side)
    {
        _types[open] = _types[close] = side;
        foreach (int bracket in (ReadOnlySpan<int>)[open, close])
            for (int i = bracket + 1; i < _types.Length && _original[_places[i]] == NSM; i++) _types[i] = side;
    }

    /// <summary>The bracket pairs, in the order of their openings (BD16).</summary>
    private List<(int Open, int Close)> Pairs()
    {
        List<(int, int)> pairs = [];
        List<(int Closing, int At)> open = [];
        for (int i = 0; i < _types.Length; i++)
        {
            if (_types[i] != ON) continue;
            if (Mirroring.Opens(_codePoints[_places[i]], out int closing))
            {
                if (open.Count == MostOpenBrackets) return [];
                open.Add((closing, i));
            }
            else if (Mirroring.Closes(_codePoints[_places[i]], out closing))
            {
                int partner = open.FindLastIndex(o => o.Closing == closing);
                if (partner < 0) continue;
                pairs.Add((open[partner].At, i));
                open.RemoveRange(partner, open.Count - partner);
            }
        }
        pairs.Sort();
        return pairs;
    }

    /// <summary>Neutrals go with what stands around them (rules N1 and N2).</summary>
    private void Neutrals()
    {
        for (int i = 0; i < _types.Length; i++)
        {
            if (!IsNeutral(_types[i])) continue;
            int to = i;
            while (to < _types.Length && IsNeutral(_types[to])) to++;
            BidiClass before = i == 0 ? _start : StrongOf(_types[i - 1]), after = to == _types.Length ? _end : StrongOf(_types[to]);
            _types.AsSpan(i, to - i).Fill(before == after ? before : _own);
            i = to - 1;
        }
    }

    private static bool IsNeutral(BidiClass own) => own is B or S or WS or ON or LRI or RLI or FSI or PDI;

    /// <summary>The side something is on; numbers count as right to left, neutrals as nothing (ON).</summary>
    private static BidiClass StrongOf(BidiClass own) => own switch { L => L, R or EN or AN => R, _ => ON };
}
