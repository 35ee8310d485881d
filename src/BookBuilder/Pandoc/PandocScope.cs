using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>What a text can refer to by name: its headings, its link definitions, its numbered examples.</summary>
internal sealed partial class PandocScope
{
    private readonly Dictionary<string, string> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _examples = new(StringComparer.Ordinal);
    private int _example;

    /// <summary>Looks through a text.</summary>
    public static PandocScope Of(ImmutableArray<SourceLine> lines)
    {
        var scope = new PandocScope();
        bool[] isText = RunningText.Find(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!isText[i]) continue;
            string line = lines[i].Text;
            if (Heading().Match(line) is { Success: true } heading) scope.AddHeading(heading.Groups[1].Value);
            else if (i + 1 < lines.Length && Underline().IsMatch(lines[i + 1].Text) && !lines[i].IsBlank && (i == 0 || lines[i - 1].IsBlank)) scope.AddHeading(line);
            else if (Definition().Match(line) is { Success: true } definition) scope._definitions.Add(Key(definition.Groups[1].Value));
            else if (Example().Match(line) is { Success: true } example)
            {
                scope._example++;
                if (example.Groups[1].Length > 0) scope._examples.TryAdd(example.Groups[1].Value, scope._example);
            }
        }
        scope._example = 0;
        return scope;
    }

    /// <summary>The label of a heading of these words, unless a link definition of that name comes first; null when there is none.</summary>
    public string? HeadingOf(string words) => _definitions.Contains(Key(words)) ? null : _headings.GetValueOrDefault(Key(words));

    /// <summary>The number of a labelled example; null when there is none.</summary>
    public int? ExampleOf(string label) => _examples.TryGetValue(label, out int number) ? number : null;

    /// <summary>The number of the next example in the order of the text.</summary>
    public int NextExample() => ++_example;

    private void AddHeading(string written)
    {
        string? id = null;
        if (AttributeList.AtEnd(written) is var (attributes, before)) (id, written) = (attributes.Id, before);
        string words = Words(written);
        _headings.TryAdd(Key(words), id ?? Slug(words));
    }

    /// <summary>Running text without its marks: a heading's words as a reader sees them.</summary>
    public static string Words(string written)
    {
        string words = Link().Replace(written, "$1");
        words = NoteMark().Replace(words, "");
        return Marks().Replace(words, "").Replace("\\", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>Pandoc's identifier of a heading's words (manual, extension auto_identifiers).</summary>
    public static string Slug(string words)
    {
        var kept = new StringBuilder();
        foreach (char c in words.ToLower(CultureInfo.InvariantCulture))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '-' or '.') kept.Append(c);
            else if (char.IsWhiteSpace(c)) kept.Append(' ');
        string text = string.Join('-', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        int letter = 0;
        while (letter < text.Length && !char.IsLetter(text, letter)) letter++;
        return letter < text.Length ? text[letter..] : "section";
    }

    // References match whatever the case and the white space (CommonMark 0.31, 4.7).
    private static string Key(string words) => Blanks().Replace(Words(words).ToLower(CultureInfo.InvariantCulture), " ");

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?:=+|-{2,})[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}\[([^\^\]][^\]]*)\]:[ \t]*\S")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^ {0,3}\(@([-\w]*)\)[ \t]")]
    private static partial Regex Example();

    [GeneratedRegex(@"!?\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\}|\[[^\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[^\]]+\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"[*`~^]|(?<!\w)_|_(?!\w)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
