using System.Globalization;
using BookBuilder.Building;
using Spectre.Console;

namespace BookBuilder.Cli;

/// <summary>Shows how far a build is: a moving line on a terminal, a plain line for each phase elsewhere.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work while showing its progress.</summary>
    public static Task<BuildReport> ShowAsync(CommandEnvironment environment, bool isShown, Func<IProgress<BuildProgress>?, Task<BuildReport>> work)
    {
        if (!isShown) return work(null);
        if (!environment.IsTerminal) return work(new PlainLines(environment.Output));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(environment.Output) });
        return console.Status().StartAsync("Reading", context => work(new MovingLine(context)));
    }

    private static string Words(BuildProgress progress) => progress switch
    {
        { Phase: BuildPhase.Reading, Total: int total } => string.Create(CultureInfo.InvariantCulture, $"Reading chapters {progress.Done}/{total}"),
        { Phase: BuildPhase.Reading } => "Reading",
        { Phase: BuildPhase.Pictures } => "Reading pictures and fonts",
        { Phase: BuildPhase.Resolving } => "Settling numbers and references",
        { Phase: BuildPhase.Links } => "Asking the addresses it links to",
        { Phase: BuildPhase.Composing, Done: > 0 } => string.Create(CultureInfo.InvariantCulture, $"Composing page {progress.Done}"),
        { Phase: BuildPhase.Composing } => "Composing pages",
        _ => "Writing",
    };

    private sealed class MovingLine(StatusContext context) : IProgress<BuildProgress>
    {
        private int _most;

        public void Report(BuildProgress value)
        {
            // Chapters are composed at the same time: the count only grows on the screen.
            if (value.Phase == BuildPhase.Composing && value.Done > 0 && Interlocked.Exchange(ref _most, Math.Max(_most, value.Done)) > value.Done) return;
            context.Status = Words(value);
        }
    }

    private sealed class PlainLines(TextWriter output) : IProgress<BuildProgress>
    {
        private readonly Lock _lock = new();
        private BuildPhase? _last;

        public void Report(BuildProgress value)
        {
            lock (_lock)
            {
                if (_last >= value.Phase) return;
                _last = value.Phase;
                output.WriteLine(Words(value with { Total = null }).ToLowerInvariant());
            }
        }
    }
}
