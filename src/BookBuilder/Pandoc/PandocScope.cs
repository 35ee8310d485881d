using System.Collections.Immutable;
using System.Globalization;
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
        string words = HeadingWords.Plain(written);
        _headings.TryAdd(Key(words), id ?? HeadingWords.Slug(words));
    }

    // References match whatever the case and the white space (CommonMark 0.31, 4.7).
    private static string Key(string words) => Blanks().Replace(HeadingWords.Plain(words).ToLower(CultureInfo.InvariantCulture), " ");

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?:=+|-{2,})[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}\[([^\^\]][^\]]*)\]:[ \t]*\S")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^ {0,3}\(@([-\w]*)\)[ \t]")]
    private static partial Regex Example();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
