using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Importing;

/// <summary>Writes the compatibility report of an import: what became of every construct, with how often and where.</summary>
internal static class ImportReport
{
    /// <summary>The report's file in the new folder.</summary>
    public const string FileName = "import-report.md";

    private static readonly (Carrying Carrying, string Title, string Words)[] Kinds =
    [
        (Carrying.Supported, "Supported", "It means the same."),
        (Carrying.Approximated, "Approximated", "Something near stands for it."),
        (Carrying.Literal, "Literal", "It is printed as it was written."),
        (Carrying.NeedsProgram, "Needs a program", "It would have to be run; nothing is ever run here."),
        (Carrying.LeftOut, "Left out", "It has no place in the book, or concerns other outputs only."),
    ];

    /// <summary>The report as Markdown.</summary>
    public static string Of(TranslatedBook book, string title)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# What became of {title}\n\nRead as {Name(book.Dialect)}. Every construct that was met, with what stands for it and where it was written.\n\n");
        text.Append("| | kinds | places |\n|---|---:|---:|\n");
        foreach ((Carrying carrying, string name, _) in Kinds)
        {
            Finding[] of = [.. book.Findings.Where(f => f.Carrying == carrying)];
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {of.Select(f => f.Construct).Distinct().Count()} | {of.Length} |\n");
        }
        foreach ((Carrying carrying, string name, string words) in Kinds)
        {
            Finding[] of = [.. book.Findings.Where(f => f.Carrying == carrying)];
            if (of.Length == 0) continue;
            text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{words}\n\n");
            foreach (IGrouping<(string, string), Finding> kind in of.GroupBy(f => (f.Construct, f.Became)))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Code(kind.Key.Item1)}{(kind.Key.Item2.Length == 0 ? "" : ": " + kind.Key.Item2)} ({kind.Count()})");
                string[] places = [.. kind.Select(f => Place(f.Span)).Where(p => p.Length > 0).Distinct()];
                text.Append(places.Length == 0 ? "\n" : "\n  " + string.Join(", ", places) + "\n");
            }
        }
        Diagnostic[] said = [.. book.Diagnostics.Where(d => d.Severity > Severity.Info)];
        if (said.Length > 0) text.Append("\n## To look at\n\n");
        foreach (Diagnostic diagnostic in said)
            text.Append(CultureInfo.InvariantCulture, $"- {Place(diagnostic.Span)}{(Place(diagnostic.Span).Length > 0 ? ": " : "")}{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}: {Code(diagnostic.Message)}\n");
        return text.ToString();
    }

    /// <summary>The counts in a few lines, for the command.</summary>
    public static IEnumerable<string> Summary(TranslatedBook book) =>
        Kinds.Select(k => (k.Title, Count: book.Findings.Count(f => f.Carrying == k.Carrying))).Where(k => k.Count > 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Title.ToLowerInvariant()}: {k.Count}"));

    private static string Name(SourceDialect dialect) => dialect switch
    {
        SourceDialect.Bookdown => "an R bookdown book",
        SourceDialect.Quarto => "a Quarto book",
        SourceDialect.MdBook => "an mdBook book",
        SourceDialect.Pandoc => "a folder of Pandoc Markdown",
        _ => "a book of this program's own",
    };

    private static string Place(SourceSpan span) =>
        string.IsNullOrEmpty(span.Path) ? "" : string.Create(CultureInfo.InvariantCulture, $"`{span.Path}`:{span.Start.Line}");

    // What is quoted from a book must not become Markdown of the report.
    private static string Code(string words) => words.AsSpan().IndexOfAny("{}<>[]\\*_@$|#") < 0 || words.Contains('`') ? words : $"`{words}`";
}
