using System.CommandLine;
using BookBuilder.Building;
using BookBuilder.Cli.Watching;
using BookBuilder.Model.Metadata;
using BookBuilder.Translation;

namespace BookBuilder.Cli;

/// <summary>The verb <c>watch</c>: builds a book, and again whenever one of its files is saved.</summary>
internal static class WatchVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        Argument<string> path = CommandLine.PathArgument();
        Option<Verbosity> verbosity = CommandLine.VerbosityOption();
        Option<BookTargets> targets = CommandLine.TargetsOption();
        Option<string?> folder = CommandLine.OutputOption();
        Option<bool> draft = CommandLine.DraftOption(), timings = CommandLine.TimingsOption();
        var parity = new Option<bool>("--parity") { Description = "Open the finished files again after every build to hold them against the book. It takes as long as the rest; 'build' does it before a book is handed out." };
        Option<string?> dialect = CommandLine.DialectOption();
        Option<UnrunCode> needsR = CommandLine.NeedsROption();
        Option<BookLimits> limits = LimitOption.Create();
        var sheets = new SheetOptions();
        var diagnostics = new DiagnosticsOptions();
        var verb = new Command("watch", "Builds a book, and again whenever one of its files is saved, until Ctrl-C.")
        {
            path, targets, folder, verbosity, draft, parity, timings, dialect, needsR, limits,
        };
        sheets.AddTo(verb);
        diagnostics.AddTo(verb);
        verb.SetAction((parsed, stop) => WatchRun.RunAsync(new BookRun.Request
        {
            Path = parsed.GetValue(path)!,
            Verbosity = parsed.GetValue(verbosity),
            Targets = parsed.GetValue(targets),
            OutputFolder = parsed.GetValue(folder),
            Draft = parsed.GetValue(draft),
            SkipsParity = !parsed.GetValue(parity),
            TellsTimes = parsed.GetValue(timings),
            Sheets = sheets.Read(parsed),
            Limits = parsed.GetValue(limits)!,
            DiagnosticsFiles = diagnostics.Files(parsed),
            WarningsAsErrors = diagnostics.Errors(parsed),
            Dialect = parsed.GetValue(dialect),
            UnrunCode = parsed.GetValue(needsR),
        }, environment, WatchPace.Usual, stop));
        return verb;
    }
}
