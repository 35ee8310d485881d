using System.Globalization;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Cli;

/// <summary>What a run comes to, in a few lines.</summary>
internal static class Summary
{
    /// <summary>Prints it, as much as was asked for.</summary>
    public static void Print(BuildReport report, BookRun.Request request, CommandEnvironment environment)
    {
        PrintFacts(report, request, environment);
        if (request.Verbosity >= Verbosity.Normal)
            environment.Output.WriteLine($"{(request.IsCheck ? "checked" : report.Outputs.IsEmpty ? "stopped" : "built")} in {Seconds(report.Elapsed)}");
    }

    /// <summary>Prints what the book has, what was written and, where it is wanted, how long each phase took.</summary>
    public static void PrintFacts(BuildReport report, BookRun.Request request, CommandEnvironment environment)
    {
        TextWriter output = environment.Output;
        if (request.Verbosity == Verbosity.Quiet)
        {
            if (request.TellsTimes) Timings(report, output);
            return;
        }
        if (request.Verbosity >= Verbosity.Normal && report.Counts.Chapters > 0)
        {
            int warnings = report.Diagnostics.Count(d => d.Severity == Severity.Warning);
            int errors = report.Diagnostics.Count(d => d.Severity == Severity.Error);
            BookCounts counts = report.Counts;
            List<string> parts =
            [
                .. counts.Pages > 0 ? [Count(counts.Pages, "page")] : Array.Empty<string>(),
                Count(counts.Words, "word"), Count(counts.Figures, "figure"), Count(counts.Tables, "table"), Count(counts.Notes, "note"),
                .. errors > 0 ? [Count(errors, "error")] : Array.Empty<string>(),
                Count(warnings, "warning"),
                .. report.Suppressed.Length > 0 && request.Verbosity >= Verbosity.Detailed ? [$"{Count(report.Suppressed.Length, "message")} silenced"] : Array.Empty<string>(),
            ];
            output.WriteLine(report.Title);
            output.WriteLine("  " + string.Join(", ", parts));
            if (report.Dialect != SourceDialect.Native) output.WriteLine($"  read as {Spoken(report.Dialect)}; the source was not touched");
        }
        foreach (BuiltFile file in report.Outputs)
            output.WriteLine($"  {Path.GetRelativePath(environment.CurrentFolder, file.Location)}  {Size(file.Size)}");
        if (request.Verbosity >= Verbosity.Normal && report.Agreed is { } agreed)
            output.WriteLine("  " + Parity(agreed));
        if (request.TellsTimes || request.Verbosity >= Verbosity.Detailed) Timings(report, output);
    }

    /// <summary>How long each phase took by the clock, and its share of the whole; files are written at the same time.</summary>
    private static void Timings(BuildReport report, TextWriter output)
    {
        foreach (IGrouping<BuildPhase, PhaseTime> phase in report.Phases.GroupBy(static p => p.Phase))
        {
            Line("  " + phase.Key.ToString().ToLowerInvariant(), phase.Aggregate(TimeSpan.Zero, static (sum, p) => sum + p.Elapsed));
            if (phase.Key != BuildPhase.Writing) continue;
            foreach (BuiltFile file in report.Outputs)
            {
                Line("    " + Path.GetFileName(file.Location), file.Writing);
                if (file.Rereading > TimeSpan.Zero) Line("      read again", file.Rereading);
            }
        }
        Line("  all", report.Elapsed);

        void Line(string what, TimeSpan time) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-30} {time.TotalMilliseconds,8:N0} ms {time / report.Elapsed,6:P0}"));
    }

    /// <summary>What the form of a book is called.</summary>
    private static string Spoken(SourceDialect dialect) => dialect switch
    {
        SourceDialect.Bookdown => "an R bookdown book",
        SourceDialect.Quarto => "a Quarto book",
        SourceDialect.MdBook => "an mdBook book",
        SourceDialect.Pandoc => "a folder of Pandoc Markdown",
        _ => "a book of BookBuilder's own",
    };

    // What a book does not have needs no words.
    private static string Parity(AgreedCounts agreed) => "parity: the finished files say what the book says: " + string.Join(", ",
        new[]
        {
            (agreed.Sections, "section"), (agreed.Headings, "heading"), (agreed.Notes, "note"), (agreed.Captions, "caption"),
            (agreed.Cells, "cell"), (agreed.Links, "link"), (agreed.Pictures, "picture"), (agreed.Formulas, "formula"),
        }.Where(static c => c.Item1 > 0).Select(static c => Count(c.Item1, c.Item2)));

    /// <summary>"1 page", "12 pages", "no warnings".</summary>
    public static string Count(int count, string thing) => count switch
    {
        0 => $"no {thing}s",
        1 => $"1 {thing}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}s"),
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Size(long bytes) => bytes < 1000 * 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
