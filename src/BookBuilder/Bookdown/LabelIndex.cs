using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>A heading of the book and the identifier Pandoc gives it when its author gave it none.</summary>
internal sealed record NamedHeading(Heading Heading, string Id, bool IsGiven, int Chapter, int Line);

/// <summary>Everything in the book that has a label. Two things of one label would stop this book, which bookdown does not: the first keeps it.</summary>
internal sealed partial class LabelIndex
{
    private readonly Dictionary<string, SourceLine> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedHeading> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedHeading> _titles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The chapters, without labels that stand twice.</summary>
    public required ImmutableArray<BookChapter> Chapters { get; init; }

    /// <summary>The index of chapters.</summary>
    public static LabelIndex Of(ImmutableArray<BookChapter> chapters, TranslationAccount account)
    {
        Dictionary<string, SourceLine> given = new(StringComparer.Ordinal);
        ImmutableArray<BookChapter> single = [.. chapters.Select(c => c with { Lines = Singled(c.Lines, given, account) })];
        var index = new LabelIndex { Chapters = single };
        foreach ((string label, SourceLine line) in given) index._given.Add(label, line);
        index.AddHeadings();
        return index;
    }

    /// <summary>Whether somebody gave something this label.</summary>
    public bool IsGiven(string label) => _given.ContainsKey(label);

    /// <summary>The heading of an identifier; null when there is none.</summary>
    public NamedHeading? ById(string id) => _headings.GetValueOrDefault(id);

    /// <summary>The first heading of these words; null when there is none.</summary>
    public NamedHeading? ByTitle(string words) => _titles.GetValueOrDefault(Spaces().Replace(words.Trim(), " "));

    /// <summary>The first heading of a chapter; null when it has none.</summary>
    public NamedHeading? FirstOf(int chapter) => _headings.Values.Where(h => h.Chapter == chapter).OrderBy(h => h.Line).FirstOrDefault();

    /// <summary>All labels, for telling what is near to one that is not there.</summary>
    public IEnumerable<string> All => _given.Keys.Concat(_headings.Keys).Order(StringComparer.Ordinal);

    /// <summary>A label as this book spells it: "fig-x" for "fig:x", "tbl-x" for "tab:x".</summary>
    public static string Canonical(string label) => Typed().Match(label) is { Success: true } typed
        ? (typed.Groups[1].Value is "tab" ? "tbl" : typed.Groups[1].Value is "ex" ? "exm" : typed.Groups[1].Value) + "-" + typed.Groups[2].Value
        : label;

    private static ImmutableArray<SourceLine> Singled(ImmutableArray<SourceLine> lines, Dictionary<string, SourceLine> given, TranslationAccount account)
    {
        ImmutableArray<bool> code = CodeFences.Find(lines);
        return
        [
            .. lines.Select((line, i) => code[i] || !line.Text.Contains('#') ? line : line.With(CodeSpans.Replace(line.Text, AnyLabel(), m =>
            {
                string label = Canonical(m.Groups["id"].Success ? m.Groups["id"].Value : m.Groups["mark"].Value);
                if (given.TryAdd(label, line)) return m.Value;
                account.Tell(Problems.LabelTwice(label, line.At(m.Index, m.Length), given[label].At()));
                return m.Groups["id"].Success ? m.Value.Remove(m.Groups["id"].Index - m.Index - 1, m.Groups["id"].Length + 1) : "";
            }))),
        ];
    }

    private void AddHeadings()
    {
        Dictionary<string, int> count = new(StringComparer.Ordinal);
        for (int c = 0; c < Chapters.Length; c++)
        {
            ImmutableArray<SourceLine> lines = Chapters[c].Lines;
            ImmutableArray<bool> masked = Prose.Masked(lines);
            for (int i = 0; i < lines.Length; i++)
            {
                if (masked[i] || Heading.Read(lines[i].Text) is not { } heading) continue;
                string id = heading.Label is { } own ? Canonical(own) : Unique(heading.Identifier);
                var named = new NamedHeading(heading, id, heading.Label is not null, c, i);
                _headings.TryAdd(id, named);
                _titles.TryAdd(Spaces().Replace(heading.Plain, " "), named);
            }
        }

        string Unique(string id)
        {
            if (!count.TryGetValue(id, out int before))
            {
                count[id] = 0;
                return _given.ContainsKey(id) ? Unique(id) : id;
            }
            count[id] = before + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{id}-{before + 1}");
        }
    }

    [GeneratedRegex(@"^(fig|tab|tbl|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|hyp|ex):(.+)$")]
    private static partial Regex Typed();

    // In an attribute list behind something, or bookdown's own mark.
    [GeneratedRegex(@"(?<=[\])}\s]|^)\{(?:[^{}""]|""[^""]*"")*?(?<![^\s{}-])#(?<id>[^\s{}""#]+)(?:[^{}""]|""[^""]*"")*\}|\(\\#(?<mark>[a-z]+:[-/_\p{L}\p{N}]+)\)")]
    private static partial Regex AnyLabel();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
