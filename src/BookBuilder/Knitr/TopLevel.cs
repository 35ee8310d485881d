namespace BookBuilder.Knitr;

/// <summary>Finds characters of R code that stand neither in quotes nor in brackets.</summary>
internal static class TopLevel
{
    /// <summary>The stretches between commas, each with where it begins.</summary>
    public static IEnumerable<(int Start, string Item)> Split(string text)
    {
        int start = 0;
        foreach (int comma in Places(text, ','))
        {
            yield return (start, text[start..comma]);
            start = comma + 1;
        }
        yield return (start, text[start..]);
    }

    /// <summary>The first place of a character; -1 when there is none. An equals sign that is part of a comparison does not count.</summary>
    public static int IndexOf(string text, char sought)
    {
        foreach (int at in Places(text, sought))
            if (sought != '=' || !(at > 0 && text[at - 1] is '=' or '<' or '>' or '!' || at + 1 < text.Length && text[at + 1] == '=')) return at;
        return -1;
    }

    private static List<int> Places(string text, char sought)
    {
        List<int> places = [];
        int depth = 0;
        char quote = '\0';
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
            {
                if (c == '\\') at++;
                else if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'' or '`') quote = c;
            else if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}') depth--;
            else if (c == sought && depth <= 0) places.Add(at);
        }
        return places;
    }
}
