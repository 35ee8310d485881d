namespace BookBuilder.Fonts.Unicode;

/// <summary>The line breaking classes of UAX #14, table 1, as rule LB1 resolves them; in the order of Data/make-tables.py.</summary>
internal enum LineBreakClass : byte
{
    /// <summary>Letters, and all that no other class wants.</summary>
    AL,
    /// <summary>A forced end.</summary>
    BK,
    /// <summary>Carriage return.</summary>
    CR,
    /// <summary>Line feed.</summary>
    LF,
    /// <summary>Next line.</summary>
    NL,
    /// <summary>Space.</summary>
    SP,
    /// <summary>Zero-width space.</summary>
    ZW,
    /// <summary>Word joiner.</summary>
    WJ,
    /// <summary>No-break space and other glue.</summary>
    GL,
    /// <summary>Combining mark.</summary>
    CM,
    /// <summary>Zero-width joiner.</summary>
    ZWJ,
    /// <summary>Opening punctuation.</summary>
    OP,
    /// <summary>Opening punctuation that is wide in East Asian text (LB30).</summary>
    OW,
    /// <summary>Closing punctuation.</summary>
    CL,
    /// <summary>Closing parenthesis.</summary>
    CP,
    /// <summary>Closing parenthesis that is wide in East Asian text (LB30).</summary>
    CW,
    /// <summary>Quotation mark.</summary>
    QU,
    /// <summary>Exclamation and question marks.</summary>
    EX,
    /// <summary>Separator of numbers: comma, full stop, colon.</summary>
    IS,
    /// <summary>Slash.</summary>
    SY,
    /// <summary>Nonstarter.</summary>
    NS,
    /// <summary>An end may follow.</summary>
    BA,
    /// <summary>Hyphen-minus.</summary>
    HY,
    /// <summary>An end may precede.</summary>
    BB,
    /// <summary>An end may precede and follow: the em dash.</summary>
    B2,
    /// <summary>Hebrew letter.</summary>
    HL,
    /// <summary>Digit.</summary>
    NU,
    /// <summary>Sign before a number.</summary>
    PR,
    /// <summary>Sign after a number.</summary>
    PO,
    /// <summary>Leaders and ellipses.</summary>
    IN,
    /// <summary>Ideograph.</summary>
    ID,
    /// <summary>Emoji that takes a skin tone.</summary>
    EB,
    /// <summary>Skin tone.</summary>
    EM,
    /// <summary>Unassigned, but kept for emoji (LB30b); else as an ideograph.</summary>
    XP,
    /// <summary>Hangul leading consonant.</summary>
    JL,
    /// <summary>Hangul vowel.</summary>
    JV,
    /// <summary>Hangul trailing consonant.</summary>
    JT,
    /// <summary>Hangul syllable of two.</summary>
    H2,
    /// <summary>Hangul syllable of three.</summary>
    H3,
    /// <summary>Half a flag.</summary>
    RI,
    /// <summary>A box within the text.</summary>
    CB,
}
