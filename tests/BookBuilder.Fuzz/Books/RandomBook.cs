using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Books;

/// <summary>Makes whole books: chapters of every kind of block in any order, under any settings.</summary>
internal sealed class RandomBook
{
    private readonly Random _random;
    private readonly RandomText _text;
    private readonly StringBuilder _chapter = new();
    private int _labels, _notes;

    private RandomBook(Random random) => (_random, _text) = (random, new RandomText(random));

    /// <summary>A book as one text; see <see cref="FileBundle"/>. Its pictures are those of the target.</summary>
    public static string Make(Random random) => new RandomBook(random).Make();

    private string Make()
    {
        int count = _random.Next(1, 5), preface = _random.Next(4) == 0 ? 1 : 0, appendix = _random.Next(4) == 0 ? 1 : 0;
        ImmutableArray<string> names = [.. Enumerable.Range(1, count + preface + appendix).Select(static i => $"c{i}.md")];
        List<(string, string)> files = [];
        foreach (string name in names) files.Add((name, Chapter()));
        files.Insert(0, ("book.yml", Settings(names, preface, appendix)));
        return FileBundle.Of(files);
    }

    private string Settings(ImmutableArray<string> names, int preface, int appendix)
    {
        var yaml = new StringBuilder($"title: {Quoted(_random.Next(6) == 0 ? _text.Plain(8, 30) : _text.Plain(1, 5))}\n");
        var page = new StringBuilder();
        foreach (ImmutableArray<string> group in BookSettings.Groups)
        {
            if (_random.Next(5) > 0) continue;
            string line = _text.Pick(group);
            (line.StartsWith(' ') ? page : yaml).Append(line).Append('\n');
        }
        // Whole fonts make an EPUB large and slow to judge; one book in ten has them.
        if (_random.Next(10) > 0 && !yaml.ToString().Contains("\nepub:", StringComparison.Ordinal)) yaml.Append("epub: { fonts: false }\n");
        if (page.Length > 0) yaml.Append("pdf:\n").Append(page);
        if (preface > 0) yaml.Append(CultureInfo.InvariantCulture, $"front-matter: {names[0]}\n");
        ImmutableArray<string> body = names[preface..^appendix];
        if (_random.Next(4) == 0) yaml.Append(CultureInfo.InvariantCulture, $"parts: [{{ title: {Quoted(_text.Plain(1, 4))}, chapters: [{string.Join(", ", body)}] }}]\n");
        else yaml.Append(CultureInfo.InvariantCulture, $"chapters: [{string.Join(", ", body)}]\n");
        if (appendix > 0) yaml.Append(CultureInfo.InvariantCulture, $"appendices: {names[^1]}\n");
        return yaml.ToString();
    }

    private string Chapter()
    {
        _chapter.Clear();
        _notes = 0;
        Line($"# {Heading()}{Label("sec", 3)}");
        for (int n = _random.Next(1, _random.Next(6) == 0 ? 40 : 12); n > 0; n--) Line(Block(2));
        for (int i = 1; i <= _notes; i++) Line($"[^n{i}]: {_text.Running(1, 30)}{(_random.Next(6) == 0 ? "\n\n    " + Indented(Block(1), "    ") : "")}");
        return _chapter.ToString();
    }

    private string Block(int depth) => _random.Next(depth > 0 ? 27 : 12) switch
    {
        0 => $"{(depth == 2 ? "## " : "#### ")}{Heading()}{Label("sec", 2)}",
        1 => $"{(depth == 2 ? "### " : "##### ")}{Heading()}{(_random.Next(4) == 0 ? " {-}" : "")}",
        2 => $"![{(_random.Next(4) == 0 ? _text.Running(1, 40, 1) : _text.Plain(1, 8)).Replace('\n', ' ')}]({Picture()}){{{LabelName("fig")} alt=\"{Attribute(_text.Plain(1, 5))}\"{_text.Pick("", " width=40%", " width=100%", " place=here", " place=top", " place=page", " width=1cm", " .decorative")}}}",
        3 => Table(),
        4 => $"$$\n{_text.Formula()}\n$${Label("eq", 2)}",
        5 => $"```{_text.Pick("", "r", "python")}\n{_text.Plain(0, 60).Replace("`", "'", StringComparison.Ordinal).Replace(' ', _random.Next(3) == 0 ? '\n' : ' ')}\n```",
        6 => "* * *",
        7 => Noted(),
        8 or 9 or 10 => _text.Running(1, 60),
        11 => _text.Running(60, 220),
        12 => $"> {Indented(Block(depth - 1), "> ")}",
        13 or 14 => List("- ", depth), 15 => List("1. ", depth), 16 => List("- [ ] ", depth), 17 => List("a. ", depth),
        18 => $"::: {{.callout-{_text.Pick("note", "tip", "important", "warning", "caution")}{(_random.Next(2) == 0 ? $" title=\"{Attribute(_text.Plain(1, 4))}\"" : "")}}}\n{Block(depth - 1)}\n:::",
        19 => $"> [!{_text.Pick("NOTE", "TIP", "WARNING")}]\n> {Indented(Block(depth - 1), "> ")}",
        20 => $"{_text.Plain(1, 3)}\n: {Indented(Block(depth - 1), "    ")}\n\n{_text.Plain(1, 3)}\n: {_text.Running(1, 9)}",
        21 => $"::: {{.verse}}\n{_text.Plain(2, 6)}\\\n{_text.Plain(2, 6)}\n:::",
        22 => $"::: {{.epigraph}}\n> {_text.Plain(2, 12)}\n>\n> --- {_text.Plain(1, 3)}\n:::",
        23 => $"::: {{.{_text.Pick("theorem", "lemma", "definition", "proof", "example", "exercise", "remark")}{(_random.Next(2) == 0 ? $" name=\"{Attribute(_text.Plain(1, 3))}\"" : "")}}}\n{Block(depth - 1)}\n\n{_text.Running(1, 9)}\n:::",
        24 => _text.Pick("::: {.sources}\n:::", "::: {.pagebreak}\n:::", "<!-- a remark -->", "::: {lang=he}\n\u05e9\u05dc\u05d5\u05dd (abc) 12\n:::"),
        25 => $":::: {{.any}}\n{Block(depth - 1)}\n\n::: {{.figure-note}}\n{_text.Plain(1, 9)}\n:::\n::::",
        _ => GridTable(depth),
    };

    private string Heading() => _random.Next(5) == 0 ? OneLine(_text.Running(1, 12, 1)) : _random.Next(20) == 0 ? OneLine(_text.Plain(20, 60)) : OneLine(_text.Plain(1, 5));

    private string Noted()
    {
        string text = _text.Running(1, 20);
        for (int n = _random.Next(1, 4); n > 0; n--) text += $"[^n{++_notes}] {_text.Running(1, 9)}";
        return text;
    }

    private string List(string mark, int depth)
    {
        string indent = new(' ', mark.StartsWith("- [", StringComparison.Ordinal) ? 2 : mark.Length);
        string between = _random.Next(2) == 0 ? "\n" : "\n\n";
        return string.Join(between, Enumerable.Range(0, _random.Next(1, 5)).Select(_ => mark + Indented(_random.Next(3) == 0 ? Block(depth - 1) : _text.Running(1, 12), indent)));
    }

    private string Table()
    {
        int columns = _random.Next(10) == 0 ? _random.Next(8, 26) : _random.Next(1, 6), rows = _random.Next(12) == 0 ? _random.Next(20, 80) : _random.Next(0, 6);
        var text = new StringBuilder();
        Row(() => Cell());
        Row(() => _text.Pick("---", ":--", "--:", ":-:"));
        for (int i = 0; i < rows; i++) Row(() => Cell());
        if (_random.Next(3) > 0) text.Append(CultureInfo.InvariantCulture, $"\nTable: {OneLine(_text.Running(1, 9, 1))}{Label("tbl", 1, _text.Pick("", "", " fit=shrink", " fit=landscape", " fit=split", " fold=2"))}");
        return text.ToString().TrimEnd();

        void Row(Func<string> cell) => text.Append("| ").AppendJoin(" | ", Enumerable.Range(0, columns).Select(_ => cell())).Append(" |\n");

        string Cell() => (_random.Next(7) == 0 ? "" : _random.Next(3) == 0 ? _random.Next(100_000).ToString(CultureInfo.InvariantCulture) : _random.Next(9) == 0 ? OneLine(_text.Running(1, 25, 1)) : OneLine(_text.Plain(1, 3))).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private string GridTable(int depth)
    {
        string cell = Block(depth - 1);
        string[] lines = [.. cell.Split('\n').Take(8)];
        int width = Math.Min(80, lines.Max(static l => l.Length) + 2);
        string rule = $"+{new string('-', width)}+-------+\n";
        return $"{rule}| {"A".PadRight(width - 1)}| B     |\n{rule.Replace('-', '=')}{string.Concat(lines.Select(l => $"| {l.PadRight(width - 1)}| x     |\n"))}{rule}".TrimEnd();
    }

    private string Picture() => _text.Pick("p/dot.png", "p/ring.png", "p/moon.svg", "p/bars.svg", "p/photo.jpg", "p/moon.svg");

    /// <summary>A label in braces, for one thing in so many.</summary>
    private string Label(string kind, int oneIn, string more = "") => _random.Next(oneIn) == 0 ? $" {{{LabelName(kind)}{more}}}" : more.Length > 0 ? $" {{{more.Trim()}}}" : "";

    private string LabelName(string kind)
    {
        string label = $"{kind}-{++_labels}";
        _text.Labels.Add(label);
        return "#" + label;
    }

    private void Line(string block) => _chapter.Append(block).Append("\n\n");

    private static string OneLine(string text) => text.Replace("\\\n", " ", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Indented(string text, string by) => text.Replace("\n", "\n" + by, StringComparison.Ordinal);

    private static string Attribute(string text) => OneLine(text).Replace('"', '\'').Replace('\\', '/');

    private static string Quoted(string text) => "\"" + string.Concat(text.Where(static c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\ufffe' or '\uffff'))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
