using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells Quarto's divisions in the book's own: what is for one output only, tabsets, callouts, figures of several pictures, tables, listings, theorems, wrappers.</summary>
internal sealed partial class Divisions(YamlMap? data, QuartoScope scope, TranslationAccount log)
{
    private static readonly Dictionary<string, string> Theorems = new(StringComparer.Ordinal)
    {
        ["thm"] = "theorem", ["lem"] = "lemma", ["cor"] = "corollary", ["prp"] = "proposition", ["cnj"] = "conjecture",
        ["def"] = "definition", ["exm"] = "example", ["exr"] = "exercise", ["hyp"] = "hypothesis", ["sol"] = "solution", ["rem"] = "remark",
    };

    /// <summary>Translates a text.</summary>
    public ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines) =>
        lines.Any(l => l.Text.Contains(":::", StringComparison.Ordinal)) ? [.. DivisionTree.Lines(Tell(DivisionTree.Read(lines)))] : lines;

    private ImmutableArray<DivisionNode> Tell(ImmutableArray<DivisionNode> nodes) =>
        [.. nodes.SelectMany(n => n is FencedDivision division ? Tell(division) : [n])];

    private ImmutableArray<DivisionNode> Tell(FencedDivision division)
    {
        AttributeList a = division.Attributes;
        Model.Diagnostics.SourceSpan span = division.Opening.At();
        if (a.Has("content-visible") || a.Has("content-hidden"))
        {
            bool isShown = OutputConditions.IsShown(a, data);
            string what = a.Has("content-visible") ? "content-visible" : "content-hidden";
            if (isShown) log.Find(Carrying.Supported, what, span);
            else log.Find(Carrying.LeftOut, what, span, "it is not meant for print, and both outputs say the same");
            return isShown ? Unwrapped(division) : [Blank(division)];
        }
        if (a.Has("hidden"))
        {
            log.Find(Carrying.LeftOut, "hidden division", span, "its author hides it");
            return [Blank(division)];
        }
        if (a.Has("panel-tabset")) return Tabset(division);
        if (a.Classes.FirstOrDefault(c => c.StartsWith("callout", StringComparison.Ordinal)) is { } callout) return Callout(division, callout);
        if (a.Has("list-table")) return [new PlainLines(ListTable.Translate(division, log))];
        string kind = a.Id is { } id && id.IndexOf('-') is int hyphen and > 0 ? id[..hyphen] : "";
        if (kind == "fig") return FigureDivision(division);
        if (kind == "tbl") return TableDivision(division);
        if (kind == "lst") return ListingDivision(division);
        if (Theorems.TryGetValue(kind, out string? theorem)) return Theorem(division, theorem);
        if (a.Has("proof") || a.Has("solution") || a.Has("remark"))
        {
            log.Find(Carrying.Supported, a.Classes.First(c => c is "proof" or "solution" or "remark"), span);
            return [Named(division, a)];
        }
        if (a.Id == "refs")
        {
            log.Find(Carrying.LeftOut, "bibliography", span, "citations are printed as they are written");
            return [Blank(division)];
        }
        if (Wrapper(a, span)) return Unwrapped(division);
        return [division with { Content = Tell(division.Content) }];
    }

    /// <summary>Whether a division only says where its content stands, which a page of a book decides by itself.</summary>
    private bool Wrapper(AttributeList a, Model.Diagnostics.SourceSpan span)
    {
        if (a.Classes.FirstOrDefault(c => c.StartsWith("column-", StringComparison.Ordinal) || c is "aside" or "landscape" or "columns" or "column" or "grid") is { } place)
        {
            log.Find(Carrying.Approximated, $"division .{place}", span, "text in its place");
            return true;
        }
        if (a.Values.Any(v => v.Key.StartsWith("layout", StringComparison.Ordinal)))
        {
            log.Find(Carrying.Approximated, "layout", span, "one below the other");
            return true;
        }
        return a.Classes.Any(c => c is "cell" or "cell-output" or "cell-output-display" or "cell-output-stdout" or "cell-output-stderr" or "incremental" or "nonincremental" or "quarto-layout-panel" or "g-col-6" or "fragment")
            || a.Classes.Any(c => c.StartsWith("cell-output", StringComparison.Ordinal) || c.StartsWith("g-col", StringComparison.Ordinal));
    }

    private ImmutableArray<DivisionNode> Unwrapped(FencedDivision division) =>
        [Blank(division), .. Tell(division.Content), new PlainLines([division.Closing.With("")])];

    private static PlainLines Blank(FencedDivision division) => new([division.Opening.With("")]);

    /// <summary>The headings of a tabset are the names of its tabs.</summary>
    private ImmutableArray<DivisionNode> Tabset(FencedDivision division)
    {
        log.Find(Carrying.Approximated, "tabset", division.Opening.At(), "one tab below the other");
        ImmutableArray<DivisionNode> content = Tell(division.Content);
        int level = content.OfType<PlainLines>().SelectMany(p => p.Lines).Select(l => Heading().Match(l.Text)).Where(m => m.Success).Select(m => m.Groups[1].Length).DefaultIfEmpty(0).Min();
        return
        [
            Blank(division),
            .. content.Select(n => n is PlainLines plain ? new PlainLines([.. plain.Lines.SelectMany(l => Heading().Match(l.Text) is { Success: true } m && m.Groups[1].Length == level
                ? new[] { l.With(""), l.With($"**{Without(m.Groups[2].Value)}**"), l.With("") } : [l])]) : n),
            new PlainLines([division.Closing.With("")]),
        ];
    }

    private static string Without(string heading) => AttributeList.AtEnd(heading)?.Before ?? heading.Trim();

    private ImmutableArray<DivisionNode> Callout(FencedDivision division, string name)
    {
        AttributeList a = division.Attributes;
        string known = name is "callout-note" or "callout-tip" or "callout-warning" or "callout-caution" or "callout-important" ? name : "callout-note";
        var own = new AttributeList(a.Id, [known], []);
        if (a["title"] is { } title) own = own.With("title", title);
        if (a["collapse"] is not null) log.Find(Carrying.Approximated, "callout that folds", division.Opening.At(), "one that is open");
        else if (a["appearance"] is not null || a["icon"] is not null) log.Find(Carrying.Approximated, "appearance of a callout", division.Opening.At(), "that of the design");
        else log.Find(Carrying.Supported, "callout", division.Opening.At());
        return [division with { Opening = division.Opening.With($"{Indent(division)}::: {own}"), Attributes = own, Content = Tell(division.Content) }];
    }

    /// <summary>What a reference to a callout prints: its title, else its kind.</summary>
    public static string CalloutWords(FencedDivision division)
    {
        string? title = division.Attributes["title"];
        if (title is null && division.Content.OfType<PlainLines>().FirstOrDefault()?.Lines.FirstOrDefault(l => !l.IsBlank).Text is { } first && Heading().Match(first) is { Success: true } m)
            title = Without(m.Groups[2].Value);
        string kind = division.Attributes.Classes.First(c => c.StartsWith("callout", StringComparison.Ordinal)).Split('-') is [_, { Length: > 0 } word, ..] ? char.ToUpperInvariant(word[0]) + word[1..] : "Note";
        return title ?? kind;
    }

    private ImmutableArray<DivisionNode> Theorem(FencedDivision division, string kind)
    {
        log.Find(Carrying.Supported, kind, division.Opening.At());
        AttributeList own = division.Attributes with { Classes = [kind, .. division.Attributes.Classes.Where(c => c != kind)] };
        return [Named(division, own)];
    }

    /// <summary>A theorem or proof: the heading at its beginning is its name.</summary>
    private FencedDivision Named(FencedDivision division, AttributeList own)
    {
        ImmutableArray<DivisionNode> content = Tell(division.Content);
        if (content is [PlainLines plain, ..])
        {
            int at = 0;
            while (at < plain.Lines.Length && plain.Lines[at].IsBlank) at++;
            if (at < plain.Lines.Length && Heading().Match(plain.Lines[at].Text) is { Success: true } heading)
            {
                own = own["name"] is null ? own.With("name", HeadingWords.Plain(Without(heading.Groups[2].Value))) : own;
                content = content.SetItem(0, new PlainLines(plain.Lines.SetItem(at, plain.Lines[at].With(""))));
            }
        }
        return division with { Opening = division.Opening.With($"{Indent(division)}::: {own}"), Attributes = own, Content = content };
    }

    private ImmutableArray<DivisionNode> FigureDivision(FencedDivision division)
    {
        ImmutableArray<SourceLine> inner = [.. DivisionTree.Lines(Tell(division.Content))];
        return [new PlainLines([division.Opening.With(""), .. FigureGroup.Translate(division, inner, scope, log), division.Closing.With("")])];
    }

    private ImmutableArray<DivisionNode> TableDivision(FencedDivision division)
    {
        ImmutableArray<SourceLine> inner = [.. DivisionTree.Lines(Tell(division.Content))];
        return [new PlainLines([division.Opening.With(""), .. TableGroup.Translate(division, inner, scope, log), division.Closing.With("")])];
    }

    /// <summary>A listing whose caption is the last paragraph: both go to the code's fence.</summary>
    private ImmutableArray<DivisionNode> ListingDivision(FencedDivision division)
    {
        ImmutableArray<SourceLine> inner = [.. DivisionTree.Lines(Tell(division.Content))];
        (ImmutableArray<SourceLine> rest, string caption) = LastParagraph.Take(inner);
        int fence = -1;
        for (int i = 0; i < rest.Length && fence < 0; i++)
            if (CodeFences.Fence(rest[i].Text).Mark != '\0') fence = i;
        log.Find(Carrying.Supported, "listing", division.Opening.At());
        if (fence < 0) return [division with { Content = [new PlainLines(inner)] }];
        string text = rest[fence].Text;
        int count = text.Length - text.TrimStart().Length + CodeFences.Fence(text).Count;
        string info = text[count..].Trim();
        AttributeList list = AttributeList.Read(info, 0, out _) ?? new AttributeList(null, info.Length > 0 ? [info.Trim('{', '}', '.')] : [], []);
        list = (list with { Id = division.Attributes.Id }).With("caption", caption.Length > 0 ? caption : division.Attributes["lst-cap"]);
        return [new PlainLines([division.Opening.With(""), .. rest[..fence], rest[fence].With($"{text[..count]}{list}"), .. rest[(fence + 1)..], division.Closing.With("")])];
    }

    private static string Indent(FencedDivision division) => division.Opening.Text[..(division.Opening.Text.Length - division.Opening.Text.TrimStart().Length)];

    [GeneratedRegex(@"^\s{0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();
}
