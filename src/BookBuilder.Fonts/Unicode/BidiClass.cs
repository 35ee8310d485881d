namespace BookBuilder.Fonts.Unicode;

/// <summary>The bidirectional classes of UAX #9, table 4; in the order of Data/make-tables.py.</summary>
internal enum BidiClass : byte
{
    /// <summary>Letters that run left to right.</summary>
    L,
    /// <summary>Letters that run right to left.</summary>
    R,
    /// <summary>Arabic letters.</summary>
    AL,
    /// <summary>European digits.</summary>
    EN,
    /// <summary>Signs between European digits: plus, minus.</summary>
    ES,
    /// <summary>Signs beside European digits: per cent, currencies.</summary>
    ET,
    /// <summary>Arabic digits.</summary>
    AN,
    /// <summary>Signs between any digits: comma, colon.</summary>
    CS,
    /// <summary>Combining marks.</summary>
    NSM,
    /// <summary>Controls, which nobody sees.</summary>
    BN,
    /// <summary>End of a paragraph.</summary>
    B,
    /// <summary>Tabulator.</summary>
    S,
    /// <summary>Spaces.</summary>
    WS,
    /// <summary>All other neutrals.</summary>
    ON,
    /// <summary>Embedding to the right.</summary>
    LRE,
    /// <summary>Override to the right.</summary>
    LRO,
    /// <summary>Embedding to the left.</summary>
    RLE,
    /// <summary>Override to the left.</summary>
    RLO,
    /// <summary>End of an embedding or override.</summary>
    PDF,
    /// <summary>Isolate to the right.</summary>
    LRI,
    /// <summary>Isolate to the left.</summary>
    RLI,
    /// <summary>Isolate that runs as its first strong letter does.</summary>
    FSI,
    /// <summary>End of an isolate.</summary>
    PDI,
}
