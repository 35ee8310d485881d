using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Building;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Explaining;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Reporting;
using BookBuilder.Translation;

namespace BookBuilder.Cli;

/// <summary>One run of <c>build</c>, <c>check</c> or <c>explain</c>: opens the book, shows progress, prints what was said and a summary.</summary>
internal static class BookRun
{
    /// <summary>What the user asked for.</summary>
    internal sealed record Request
    {
        public required string Path { get; init; }
        public Verbosity Verbosity { get; init; } = Verbosity.Normal;
        public BookTargets Targets { get; init; } = BookTargets.All;
        public string? OutputFolder { get; init; }
        /// <summary>The files' name without ending; null for the usual one.</summary>
        public string? OutputName { get; init; }
        public bool Draft { get; init; }
        public bool IsCheck { get; init; }
        /// <summary>Whether what earlier builds left in the cache is taken, and something left there.</summary>
        public bool UsesCache { get; init; }
        /// <summary>Whether it is told how long each phase took.</summary>
        public bool TellsTimes { get; init; }
        /// <summary>Whether finished files are not held against the book.</summary>
        public bool SkipsParity { get; init; }
        /// <summary>The part of the book that is to be made; null for all of it.</summary>
        public HandoutRequest? Handout { get; init; }
        /// <summary>How pages are brought onto sheets, too; null for not at all.</summary>
        public SheetPlan? Sheets { get; init; }
        /// <summary>What stands for code that would have to be run, in a book of another tool.</summary>
        public UnrunCode UnrunCode { get; init; }
        /// <summary>The e-readers whose traps are looked for.</summary>
        public EpubDevice Devices { get; init; }
        /// <summary>Whether addresses on the web are asked.</summary>
        public bool AsksLinks { get; init; }
        /// <summary>The form the book is in, by its word; null or "auto" to find out.</summary>
        public string? Dialect { get; init; }
        /// <summary>How much the book may hold.</summary>
        public BookLimits Limits { get; init; } = BookLimits.Default;
        /// <summary>The files that tell other programs what was said.</summary>
        public ImmutableArray<DiagnosticsFile> DiagnosticsFiles { get; init; } = [];
        /// <summary>Warnings that count as errors.</summary>
        public ImmutableArray<CodePattern> WarningsAsErrors { get; init; } = [];
        /// <summary>What is to be explained; null when the book is to be built or checked.</summary>
        public LayoutQuestion? Question { get; init; }
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Request request, CommandEnvironment world, CancellationToken stop)
    {
        CommandEnvironment environment = DiagnosticsOptions.EnvironmentFor(request.DiagnosticsFiles, world);
        if (Open(request.Path, environment) is not { } project) return CommandLine.Misused;
        if (OptionsFor(request, environment) is not { } options) return CommandLine.Misused;
        try
        {
            if (request.Question is { } question)
            {
                LayoutExplanation explanation = await BookCompiler.ExplainAsync(project, options, question, progress: null, stop);
                // What is said of a book that can be set is said by 'check'; here it would drown the answer.
                if (!explanation.Report.Succeeded) PrintDiagnostics(project, explanation.Report, request with { IsCheck = true }, environment);
                else if (explanation.Lines.IsEmpty) environment.Error.WriteLine($"bookbuilder: {Missing(question)}");
                foreach (string line in explanation.Lines) environment.Output.WriteLine(line);
                return explanation.Lines.IsEmpty ? CommandLine.Failed : CommandLine.Fine;
            }
            BuildReport report = await ProgressDisplay.ShowAsync(environment, request.Verbosity >= Verbosity.Normal, progress =>
                request.IsCheck ? BookCompiler.CheckAsync(project, options, progress, stop) : BookCompiler.BuildAsync(project, options, progress, stop));
            if (report.Diagnostics.Any(Problems.IsOfHandoutRequest)) return Misused(report, environment);
            PrintDiagnostics(project, report, request, environment);
            Summary.Print(report, request, environment);
            bool isTold = DiagnosticsOptions.Write(request.DiagnosticsFiles, RecordOf(project, report), world);
            return report.Succeeded && isTold ? CommandLine.Fine : CommandLine.Failed;
        }
        catch (OperationCanceledException)
        {
            environment.Error.WriteLine("bookbuilder: cancelled; no file was changed");
            return CommandLine.Failed;
        }
        catch (Exception exception)
        {
            PrintFault(exception, environment);
            if (options.Store is not null) environment.Error.WriteLine("bookbuilder: try it with --no-cache: it may come from what an earlier build has left");
            return CommandLine.Failed;
        }
    }

    /// <summary>How a book is built for a request; null, and a line, when the environment's time is none.</summary>
    public static BuildOptions? OptionsFor(Request request, CommandEnvironment environment)
    {
        DateTimeOffset? timestamp;
        try
        {
            timestamp = environment.Timestamp();
        }
        catch (FormatException exception)
        {
            environment.Error.WriteLine($"bookbuilder: {exception.Message}");
            return null;
        }

        return new BuildOptions
        {
            Targets = request.Targets,
            Dialect = BookDialects.Named(request.Dialect),
            Draft = request.Draft,
            Parity = !request.SkipsParity,
            OutputFolder = request.OutputFolder is null ? null : Path.Combine(environment.CurrentFolder, request.OutputFolder),
            UsualOutputFolder = Path.Combine(environment.CurrentFolder, "output"),
            Timestamp = timestamp,
            Store = request.UsesCache && environment.CacheFolder is { } cache ? BuildStore.InFolder(cache) : null,
            Producer = Producer,
            OutputName = request.OutputName,
            Handout = request.Handout,
            Sheets = request.Sheets,
            Devices = request.Devices,
            Limits = request.Limits,
            WarningsAsErrors = request.WarningsAsErrors,
            ProbeLink = request.AsksLinks ? WebProbe.Create(Producer) : null,
            Translation = new TranslationSettings { UnrunCode = request.UnrunCode },
        };
    }

    /// <summary>The program's name and version.</summary>
    public static string Producer { get; } = "BookBuilder " + (typeof(BookRun).Assembly.GetName().Version?.ToString(3) ?? "");

    /// <summary>Opens the book that a path of the command names; null, and a line, when there is none.</summary>
    public static BookProject? Open(string path, CommandEnvironment environment)
    {
        try
        {
            return BookProject.Open(Path.Combine(environment.CurrentFolder, path));
        }
        catch (DirectoryNotFoundException)
        {
            environment.Error.WriteLine($"bookbuilder: there is no folder or file '{path}'");
        }
        catch (ArgumentException)
        {
            environment.Error.WriteLine($"bookbuilder: '{path}' is neither a book's folder nor its book.yml nor a Markdown file");
        }
        return null;
    }

    /// <summary>Writes a book's diagnostics with paths from the current folder.</summary>
    public static DiagnosticText TextFor(BookProject project, CommandEnvironment environment) =>
        new(project.Files, PathsOf(project, environment), environment.HasColor);

    /// <summary>Turns a path of a book into one from the current folder.</summary>
    public static Func<string, string> PathsOf(BookProject project, CommandEnvironment environment)
    {
        string root = project.Files is DiskFiles disk ? disk.Root : environment.CurrentFolder;
        return path => Path.GetRelativePath(environment.CurrentFolder, Path.Combine(root, path));
    }

    /// <summary>What other programs are told of a build.</summary>
    public static RunRecord RecordOf(BookProject project, BuildReport report) => RunRecord.Of(report) with { Root = (project.Files as DiskFiles)?.Root };

    /// <summary>Says that the program is wrong, not the book, and gives all that helps to mend it.</summary>
    public static void PrintFault(Exception exception, CommandEnvironment environment)
    {
        environment.Error.WriteLine("bookbuilder: this is a fault in BookBuilder, not in the book; no file was changed");
        environment.Error.WriteLine((exception as AggregateException)?.Flatten().InnerExceptions[0].ToString() ?? exception.ToString());
    }

    /// <summary>What the command line names and the book does not have is a mistake in the command.</summary>
    private static int Misused(BuildReport report, CommandEnvironment environment)
    {
        foreach (Diagnostic said in report.Diagnostics.Where(Problems.IsOfHandoutRequest))
        {
            environment.Error.WriteLine($"bookbuilder: {said.Message}");
            foreach (string hint in said.Hints) environment.Error.WriteLine($"  = {hint}");
        }
        return CommandLine.Misused;
    }

    private static string Missing(LayoutQuestion question) => question switch
    {
        PageQuestion page => $"the book has no page '{page.Label}'",
        LabelQuestion label => $"nothing that is printed is labelled '{label.Label}'",
        PlaceQuestion place => $"no running text comes from line {place.Line} of '{place.File}'",
        _ => throw new System.Diagnostics.UnreachableException($"{question.GetType().Name} is new: say here what it misses."),
    };

    /// <summary>Prints what was said of a book, as much as was asked for.</summary>
    public static void PrintDiagnostics(BookProject project, BuildReport report, Request request, CommandEnvironment environment)
    {
        DiagnosticText text = TextFor(project, environment);
        foreach (Diagnostic diagnostic in report.Diagnostics)
            if (diagnostic.Severity > Severity.Info || request.Verbosity >= Verbosity.Detailed)
                environment.Error.Write(text.Of(diagnostic));
        int errors = report.Diagnostics.Count(d => d.Severity == Severity.Error);
        if (errors > 0 && !request.IsCheck)
            environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"bookbuilder: {Summary.Count(errors, "error")}; {(report.Outputs.IsEmpty ? "nothing was written" : "the draft was written all the same")}"));
    }
}
