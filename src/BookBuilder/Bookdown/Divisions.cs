using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Divisions between colons: theorems get labels of this book's form, custom blocks become callouts.</summary>
internal static partial class Divisions
{
    /// <summary>Rewrites the lines that open divisions.</summary>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount account) =>
        Prose.Each(lines, line => line.Text.Contains(":::", StringComparison.Ordinal) ? Opened(line, account) : line.Text);

    private static string Opened(SourceLine line, TranslationAccount account)
    {
        if (Opening().Match(line.Text) is not { Success: true } opening) return line.Text;
        (ImmutableArray<string> classes, string? label, ImmutableArray<KeyValuePair<string, string>> values) = Read(opening);
        string before = opening.Groups["before"].Value;
        string? Value(string key) => values.FirstOrDefault(v => v.Key == key).Value;
        if (classes.FirstOrDefault(Theorems.IsKind) is { } kind)
        {
            account.Find(Carrying.Supported, kind, line.At());
            return before + Theorems.Opening(kind, label, Value("name"), classes.Where(c => c != kind));
        }
        if (classes.Any(c => CustomBlocks.Callout(c) is not null))
        {
            account.Find(Carrying.Supported, $"custom block {classes[0]}", line.At(), "a callout");
            return before + CustomBlocks.Opening(classes, label, Value("title") ?? Value("name"));
        }
        // What only LaTeX makes of a class (data-latex="…") is said to nobody else.
        if (classes.IsEmpty && label is null) return line.Text;
        account.Find(Carrying.Approximated, $"block {string.Join('.', classes)}", line.At(), "a division without a look of its own");
        string id = label is null ? "" : " #" + label;
        string rest = string.Concat(values.Where(v => v.Key is not ("data-latex" or "latex" or "style")).Select(v => $" {v.Key}=\"{v.Value}\""));
        return $"{before}::: {{{(string.Join(' ', classes.Select(c => "." + c)) + id + rest).Trim()}}}";
    }

    private static (ImmutableArray<string> Classes, string? Label, ImmutableArray<KeyValuePair<string, string>> Values) Read(Match opening)
    {
        if (opening.Groups["word"].Success) return ([opening.Groups["word"].Value], null, []);
        var classes = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        string? label = null;
        foreach (Match item in Item().Matches(opening.Groups["list"].Value))
            if (item.Groups["id"].Success) label = item.Groups["id"].Value;
            else if (item.Groups["class"].Success) classes.Add(item.Groups["class"].Value);
            else values.Add(new(item.Groups["key"].Value, item.Groups["quoted"].Success ? item.Groups["quoted"].Value : item.Groups["bare"].Value));
        return (classes.ToImmutable(), label, values.ToImmutable());
    }

    [GeneratedRegex(@"^(?<before>[ \t>]*):{3,}[ \t]*(?:(?<word>[\p{L}_][-\p{L}\p{N}_.]*)|\{(?<list>(?:[^{}""]|""[^""]*"")*)\})[ \t:]*$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"#(?<id>[^\s}]+)|\.(?<class>[^\s}.#]+)|(?<key>[\p{L}][-\p{L}\p{N}_]*)\s*=\s*(?:""(?<quoted>[^""]*)""|'(?<quoted>[^']*)'|(?<bare>[^\s}]*))")]
    private static partial Regex Item();
}
