
namespace BookBuilder.Translation;

/// <summary>A picture in a text: <c>![caption](file){attributes}</c>.</summary>
/// <param name="Caption">What stands in the brackets.</param>
/// <param name="Target">What stands in the parentheses.</param>
/// <param name="Attributes">What follows in braces.</param>
/// <param name="Start">Where it begins in its line.</param>
/// <param name="End">Just after it.</param>
internal sealed record PictureText(string Caption, string Target, AttributeList Attributes, int Start, int End)
{
    /// <summary>The picture that begins at or after a place; null when there is none whole on the line.</summary>
    public static PictureText? Find(string line, int from)
    {
        for (int start = line.IndexOf("![", from, StringComparison.Ordinal); start >= 0; start = line.IndexOf("![", start + 2, StringComparison.Ordinal))
        {
            int close = Closing(line, start + 1, '[', ']');
            if (close < 0 || close + 1 >= line.Length || line[close + 1] != '(') continue;
            int end = Closing(line, close + 1, '(', ')');
            if (end < 0) continue;
            AttributeList attributes = AttributeList.Read(line, end + 1, out int after) ?? AttributeList.None;
            return new PictureText(line[(start + 2)..close], line[(close + 2)..end], attributes, start, Math.Max(after, end + 1));
        }
        return null;
    }

    /// <summary>The picture as it is written.</summary>
    public override string ToString() => $"![{Caption}]({Target}){Attributes}";

    private static int Closing(string line, int open, char opening, char closing)
    {
        int depth = 0;
        for (int at = open; at < line.Length; at++)
        {
            if (line[at] == '\\') { at++; continue; }
            if (line[at] == opening) depth++;
            else if (line[at] == closing && --depth == 0) return at;
        }
        return -1;
    }
}
