namespace BookBuilder.Typesetting.Inlines;

/// <summary>How much of a mark may hang out of the measure, so that edges look even: a small mark at an edge looks like a dent.</summary>
internal static class HangingMarks
{
    /// <summary>The share of a mark's width that may hang out at the right.</summary>
    public static double Right(char mark) => mark switch
    {
        '-' or '\u2010' or '\u00AD' => 0.55,
        '.' or ',' => 0.6,
        '’' or '”' or '\'' or '"' or '›' or '»' => 0.5,
        ':' or ';' => 0.3,
        '–' => 0.25,
        '—' => 0.15,
        _ => 0,
    };

    /// <summary>The share of a mark's width that may hang out at the left.</summary>
    public static double Left(char mark) => mark switch
    {
        '‘' or '“' or '’' or '\'' or '"' or '‹' or '«' or '„' or '‚' => 0.5,
        '(' or '[' => 0.1,
        _ => 0,
    };
}
