using System.Collections.Immutable;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads fenced divisions: callouts, statements, the place of the sources, page breaks, notes of figures, and plain ones.</summary>
internal static class DivisionReader
{
    private static readonly string[] PageBreaks = ["pagebreak", "page-break", "newpage"];

    /// <summary>Whether it holds the notes of the figure or table above it.</summary>
    public static bool IsFigureNote(DivisionBlock division) =>
        division.Attributes.Has("figure-note") || division.Attributes.Has("table-note");

    /// <summary>The notes of a figure or table.</summary>
    public static Division FigureNote(ChapterReading reading, DivisionBlock division) => Plain(reading, division);

    /// <summary>Any other division.</summary>
    public static Block Read(ChapterReading reading, DivisionBlock division)
    {
        SourceSpan span = reading.Map.Of(division);
        Attributes attributes = division.Attributes;
        if (attributes.Has("sources") || attributes.Label == "refs") return new SourcesPlaceholder { Span = span, Attributes = attributes };
        if (PageBreaks.Any(attributes.Has)) return new PageBreak { Span = span };
        Division plain = Plain(reading, division);
        if (StatementOf(attributes) is { } statement) return Statement(reading, statement, plain);
        if (attributes.Classes.Select(KindOf).FirstOrDefault(k => k is not null) is { } kind) return Callout(reading, kind, plain);
        Slips.ReportDivision(reading, attributes, span with { End = span.Start });
        return plain;
    }

    private static Division Plain(ChapterReading reading, DivisionBlock division)
    {
        SourceSpan span = reading.Map.Of(division);
        if (!division.IsFenced) reading.Said.Report(Problems.UnclosedDivision(span));
        return new Division(BlockReader.Read(reading, division)) { Span = span, Attributes = division.Attributes };
    }

    /// <summary>The title is the attribute of that name, or else a heading at the beginning.</summary>
    private static Callout Callout(ChapterReading reading, CalloutKind kind, Division division)
    {
        (ImmutableArray<Inline> title, ImmutableArray<Block> content) = Titled(reading, division, "title");
        return new Callout(kind, title, content) { Span = division.Span, Attributes = division.Attributes };
    }

    private static Statement Statement(ChapterReading reading, StatementKind kind, Division division)
    {
        (ImmutableArray<Inline> name, ImmutableArray<Block> content) = Titled(reading, division, "name");
        return new Statement(kind, name, content) { Span = division.Span, Attributes = division.Attributes };
    }

    private static (ImmutableArray<Inline> Title, ImmutableArray<Block> Content) Titled(ChapterReading reading, Division division, string key)
    {
        ImmutableArray<Inline> title = InlineReader.Plain(reading, division.Attributes[key] ?? "", division.Span);
        return title.IsEmpty && division.Content is [Heading heading, ..] ? (heading.Content, division.Content.RemoveAt(0)) : (title, division.Content);
    }

    /// <summary>The kind of statement a division is: by its class, or by the prefix of its label, as Quarto has it.</summary>
    private static StatementKind? StatementOf(Attributes attributes)
    {
        foreach (string name in attributes.Classes)
            if (Enum.TryParse(name, ignoreCase: true, out StatementKind kind) && name == kind.ToString().ToLowerInvariant()) return kind;
        return attributes.Label is { } label && label.IndexOf('-', StringComparison.Ordinal) is 3 ? label[..3] switch
        {
            "thm" => StatementKind.Theorem,
            "lem" => StatementKind.Lemma,
            "cor" => StatementKind.Corollary,
            "prp" => StatementKind.Proposition,
            "cnj" => StatementKind.Conjecture,
            "def" => StatementKind.Definition,
            "exm" => StatementKind.Example,
            "exr" => StatementKind.Exercise,
            "hyp" => StatementKind.Hypothesis,
            _ => null,
        } : null;
    }

    private static CalloutKind? KindOf(string name) => name switch
    {
        "callout-note" => CalloutKind.Note,
        "callout-tip" => CalloutKind.Tip,
        "callout-important" => CalloutKind.Important,
        "callout-warning" => CalloutKind.Warning,
        "callout-caution" => CalloutKind.Caution,
        _ => null,
    };
}
