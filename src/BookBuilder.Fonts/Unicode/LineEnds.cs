using static BookBuilder.Fonts.Unicode.LineBreakClass;

namespace BookBuilder.Fonts.Unicode;

/// <summary>What may happen between two characters.</summary>
public enum LineEnd : byte
{
    /// <summary>No line ends here.</summary>
    Never,
    /// <summary>A line may end here.</summary>
    Allowed,
    /// <summary>A line must end here.</summary>
    Forced,
}

/// <summary>Where lines of a text may end by the Unicode Standard.</summary>
/// <remarks>
/// UAX #14, "Unicode Line Breaking Algorithm", revision 50 (Unicode 15.0), with numbers as in example 7 of its section 8.2: all of
/// LineBreakTest.txt holds. One walk over the text; what a rule must know of the past is a field of the walker below.
/// </remarks>
public static class LineEnds
{
    private static readonly CharacterTable Table = CharacterTable.Read("LineBreak.bin");

    /// <summary>Finds the ends: for each UTF-16 unit what may happen before it. The first is <see cref="LineEnd.Never"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">As long as the text; overwritten.</param>
    public static void Find(ReadOnlySpan<char> text, Span<LineEnd> before)
    {
        Walker walker = default;
        for (int at = 0; at < text.Length;)
        {
            LineBreakClass own = ClassOf(text, at, out int units);
            before[at] = at == 0 ? LineEnd.Never : walker.Before(own, text, at + units);
            if (units == 2) before[at + 1] = LineEnd.Never;
            walker.Pass(own);
            at += units;
        }
    }

    /// <summary>Whether a character is an ideograph, a kana, a syllable or a mark of East Asian text: beside it lines end without a space.</summary>
    public static bool IsIdeographic(ReadOnlySpan<char> text, int at)
    {
        if (text[at] < '\u1100') return false;
        if (at > 0 && char.IsLowSurrogate(text[at])) at--;
        return ClassOf(text, at, out _) is ID or EB or EM or XP or JL or JV or JT or H2 or H3 or NS or OW or CW
            || text[at] is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF65');
    }

    private static LineBreakClass ClassOf(ReadOnlySpan<char> text, int at, out int units) =>
        (LineBreakClass)Table[CharacterTable.CodePointAt(text, at, out units)];

    private struct Walker
    {
        /// <summary>The class of the last character as it stands, and as rules LB9 and LB10 see it.</summary>
        private LineBreakClass _raw, _last;
        /// <summary>The last class that is not a space, and the one before <see cref="_last"/>.</summary>
        private LineBreakClass _beforeSpaces, _beforeLast;
        /// <summary>1 within the digits of a number and its separators, 2 after its closing bracket (LB25).</summary>
        private int _number;
        private bool _oddFlags, _any;

        public readonly LineEnd Before(LineBreakClass next, ReadOnlySpan<char> text, int after)
        {
            if (_raw is BK or LF or NL || (_raw == CR && next != LF)) return LineEnd.Forced;           // LB4, LB5
            if (next is BK or CR or LF or NL or SP or ZW) return LineEnd.Never;                         // LB5 to LB7
            if (_beforeSpaces == ZW) return LineEnd.Allowed;                                            // LB8
            if (_raw == ZWJ) return LineEnd.Never;                                                      // LB8a
            if (next is CM or ZWJ)
            {
                if (_last != SP) return LineEnd.Never;                                                  // LB9
                next = AL;                                                                              // LB10
            }
            return IsHeld(next, text, after) ? LineEnd.Never : LineEnd.Allowed;
        }

        public void Pass(LineBreakClass own)
        {
            _raw = own;
            if (own is CM or ZWJ)
            {
                if (_any && _last is not (BK or CR or LF or NL or SP or ZW)) return;
                own = AL;
            }
            _number = own switch
            {
                NU => 1,
                SY or IS when _number == 1 => 1,
                CL or CP or CW when _number == 1 => 2,
                _ => 0,
            };
            _oddFlags = own == RI && !_oddFlags;
            (_beforeLast, _last) = (_last, own);
            if (own != SP) _beforeSpaces = own;
            _any = true;
        }

        /// <summary>Rules LB11 to LB31.</summary>
        private readonly bool IsHeld(LineBreakClass next, ReadOnlySpan<char> text, int after)
        {
            if (next == WJ || _last is WJ or GL) return true;                                           // LB11, LB12
            if (next == GL && _last is not (SP or BA or HY)) return true;                               // LB12a
            if (next is CL or CP or CW or EX or IS or SY) return true;                                  // LB13
            if (_beforeSpaces is OP or OW) return true;                                                 // LB14
            if (_beforeSpaces == QU && next is OP or OW) return true;                                   // LB15
            if (_beforeSpaces is CL or CP or CW && next == NS) return true;                             // LB16
            if (_beforeSpaces == B2 && next == B2) return true;                                         // LB17
            if (_last == SP) return false;                                                              // LB18
            if (next == QU || _last == QU) return true;                                                 // LB19
            if (next == CB || _last == CB) return false;                                                // LB20
            if (next is BA or HY or NS || _last == BB) return true;                                     // LB21
            if (_beforeLast == HL && _last is HY or BA) return true;                                     // LB21a
            if (_last == SY && next == HL) return true;                                                 // LB21b
            if (next == IN) return true;                                                                // LB22
            if (IsLetter(_last) && next == NU || _last == NU && IsLetter(next)) return true;            // LB23
            if (_last == PR && IsIdeograph(next) || IsIdeograph(_last) && next == PO) return true;      // LB23a
            if (_last is PR or PO && IsLetter(next) || IsLetter(_last) && next is PR or PO) return true;     // LB24
            return IsNumber(next, text, after) || IsSyllable(next) || IsTheRest(next);
        }

        private readonly bool IsNumber(LineBreakClass next, ReadOnlySpan<char> text, int after)         // LB25
        {
            if (_number == 1 && next == NU) return true;
            if (_number > 0 && next is PR or PO) return true;
            if (_last is PR or PO && (next == NU || (next is OP or OW or HY && IsDigitAt(text, after)))) return true;
            return _last == HY && next == NU;
        }

        private readonly bool IsSyllable(LineBreakClass next) => _last switch                           // LB26, LB27
        {
            JL when next is JL or JV or H2 or H3 => true,
            JV or H2 when next is JV or JT => true,
            JT or H3 when next == JT => true,
            JL or JV or JT or H2 or H3 when next == PO => true,
            PR when next is JL or JV or JT or H2 or H3 => true,
            _ => false,
        };

        private readonly bool IsTheRest(LineBreakClass next) => _last switch
        {
            AL or HL when IsLetter(next) => true,                                                       // LB28
            IS when IsLetter(next) => true,                                                             // LB29
            AL or HL or NU when next == OP => true,                                                     // LB30
            CP when next is AL or HL or NU => true,
            RI when next == RI && _oddFlags => true,                                                    // LB30a
            EB or XP when next == EM => true,                                                           // LB30b
            _ => false,                                                                                 // LB31
        };

        private static bool IsLetter(LineBreakClass own) => own is AL or HL;

        private static bool IsIdeograph(LineBreakClass own) => own is ID or EB or EM or XP;

        private static bool IsDigitAt(ReadOnlySpan<char> text, int at)
        {
            while (at < text.Length)
            {
                LineBreakClass own = ClassOf(text, at, out int units);
                if (own is not (CM or ZWJ)) return own == NU;
                at += units;
            }
            return false;
        }
    }
}
