namespace BookBuilder.Typesetting.Inlines;

/// <summary>How much of a character may hang out of the measure, so that edges look even: a small mark at an edge, or a letter that slants
/// away from it, looks like a dent.</summary>
/// <remarks>The shares follow those that R. Schlicht's microtype package gives Latin text faces in general.</remarks>
internal static class HangingMarks
{
    /// <summary>The share of a character's width that may hang out at the right.</summary>
    public static double Right(char mark) => mark switch
    {
        '-' or '\u2010' or '\u00AD' => 0.55,
        '.' or ',' => 0.6,
        '’' or '”' or '\'' or '"' or '›' or '»' => 0.5,
        ':' or ';' => 0.3,
        '!' or '?' => 0.1,
        '–' => 0.25,
        '—' => 0.15,
        ')' or ']' => 0.08,
        'A' or 'F' or 'K' or 'L' or 'T' or 'V' or 'W' or 'X' or 'Y' or 'k' or 'r' or 't' or 'v' or 'w' or 'x' or 'y' => 0.05,
        _ => 0,
    };

    /// <summary>The share of a character's width that may hang out at the left.</summary>
    public static double Left(char mark) => mark switch
    {
        '‘' or '“' or '’' or '\'' or '"' or '‹' or '«' or '„' or '‚' => 0.5,
        '(' or '[' => 0.08,
        'A' or 'J' or 'T' or 'V' or 'W' or 'X' or 'Y' or 'v' or 'w' or 'x' or 'y' => 0.05,
        _ => 0,
    };
}
