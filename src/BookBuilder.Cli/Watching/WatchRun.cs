using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Cli.Watching;

/// <summary>How long is waited for what.</summary>
/// <param name="Quiet">How long nothing may happen before a build.</param>
/// <param name="Poll">How long nobody looks when nothing is told.</param>
internal sealed record WatchPace(TimeSpan Quiet, TimeSpan Poll)
{
    /// <summary>What nobody feels and no machine minds.</summary>
    public static WatchPace Usual { get; } = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
}

/// <summary>One run of <c>watch</c>: builds a book, and again whenever its files have changed, until it is cancelled.</summary>
internal sealed class WatchRun : IDisposable
{
    /// <summary>Where one look takes long, because the folder holds far more than a book, looking takes no more than this part of the time.</summary>
    private const int LooksApart = 20;

    private readonly BookRun.Request _request;
    private readonly CommandEnvironment _world, _environment;
    private readonly BookProject _project;
    private readonly DiskFiles _files;
    private BuildOptions _options;
    private BuildCache _cache = new();
    private LeftOut _leftOut;
    private TimeSpan _lastLook;
    /// <summary>The files that the last build has written that was not stopped.</summary>
    private ImmutableArray<string> _written = [];

    private WatchRun(BookRun.Request request, CommandEnvironment world, CommandEnvironment environment, BookProject project, BuildOptions options)
    {
        (_request, _world, _environment, _project, _options) = (request, world, environment, project, options);
        _files = (DiskFiles)project.Files;
        _leftOut = new LeftOut(_files.Root, options.OutputFolder ?? options.UsualOutputFolder,
            request.DiagnosticsFiles.Where(static f => !f.IsOutput).Select(f => Path.GetFullPath(f.File, world.CurrentFolder)));
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code: to be cancelled is its usual end.</returns>
    public static async Task<int> RunAsync(BookRun.Request request, CommandEnvironment world, WatchPace pace, CancellationToken stop)
    {
        CommandEnvironment environment = DiagnosticsOptions.EnvironmentFor(request.DiagnosticsFiles, world);
        if (BookRun.Open(request.Path, environment) is not { } project || BookRun.OptionsFor(request, environment) is not { } options) return CommandLine.Misused;
        using var run = new WatchRun(request, world, environment, project, options);
        try
        {
            return await run.WatchAsync(pace, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Whatever a build that was cut short throws.
            return CommandLine.Fine;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private async Task<int> WatchAsync(WatchPace pace, CancellationToken stop)
    {
        using var bell = new FolderBell(_files.Root);
        var lookout = new Lookout(Look(FolderSnapshot.Empty) ?? FolderSnapshot.Empty, Look,
            token => bell.WaitAsync(Longer(pace.Poll, LooksApart * _lastLook), token), token => Task.Delay(pace.Quiet, _environment.Clock, token));
        await Build(_request.Verbosity >= Verbosity.Normal, report => Summary.Print(report, _request, _environment), stop);
        string name = _request.Path == "." ? _files.Name : _request.Path;
        if (_request.Verbosity >= Verbosity.Minimal) _environment.Output.WriteLine($"watching {name} (Ctrl-C ends)");
        if (_request.Verbosity >= Verbosity.Detailed && !bell.Listens) _environment.Output.WriteLine("  the system does not tell when a file is saved; the folder is looked at again and again");
        while (true)
        {
            lookout.LeaveOut(_leftOut.Has);
            ImmutableArray<FileChange> changes = await lookout.NextAsync(stop);
            if (changes.IsEmpty) break;
            // Lines of progress for every save would bury what is said; on a terminal they make way for it.
            await Build(_request.Verbosity >= Verbosity.Normal && _environment.IsTerminal, report => PrintRebuilt(report, changes), stop);
        }
        _environment.Error.WriteLine($"bookbuilder: the folder of '{name}' is gone");
        return CommandLine.Failed;
    }

    private FolderSnapshot? Look(FolderSnapshot earlier)
    {
        long begun = _environment.Clock.GetTimestamp();
        FolderSnapshot? now = FolderSnapshot.Take(_files, _leftOut.Has, earlier, _environment.Clock.GetUtcNow().UtcDateTime);
        _lastLook = _environment.Clock.GetElapsedTime(begun);
        return now;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Builds, and prints what came of it. Neither a mistake in the book nor a fault of ours ends the watching.</summary>
    private async Task Build(bool showsProgress, Action<BuildReport> print, CancellationToken stop)
    {
        try
        {
            BuildReport report = await ProgressDisplay.ShowAsync(_environment, showsProgress,
                progress => BookCompiler.BuildAsync(_project, _options with { Cache = _cache }, progress, stop));
            _leftOut = _leftOut.After(report);
            BookRun.PrintDiagnostics(_project, report, _request, _environment);
            print(report);
            if (!report.Outputs.IsEmpty) _written = Locations(report);
            DiagnosticsOptions.Write(_request.DiagnosticsFiles, BookRun.RecordOf(_project, report), _world);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            BookRun.PrintFault(exception, _environment);
            // It may come from what the last build left.
            _cache.Dispose();
            _cache = new BuildCache();
            _options = _options with { Store = null };
        }
    }

    private void PrintRebuilt(BuildReport report, ImmutableArray<FileChange> changes)
    {
        // Where a book is found is worth a word whenever it is news: the first was stopped, or the title is another.
        bool isNews = !report.Outputs.IsEmpty && !Locations(report).SequenceEqual(_written);
        if (isNews || _request.Verbosity >= Verbosity.Detailed || _request.TellsTimes) Summary.PrintFacts(report, _request, _environment);
        if (_request.Verbosity == Verbosity.Quiet) return;
        _environment.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_environment.Clock.GetLocalNow():HH:mm:ss} {FileChange.Told(changes, BookRun.PathsOf(_project, _environment))}: {Outcome(report)} in {report.Elapsed.TotalSeconds:0.00} s"));
    }

    private static ImmutableArray<string> Locations(BuildReport report) => [.. report.Outputs.Select(static o => o.Location)];

    /// <summary>"53 pages, 2 warnings", "stopped"; a book without pages is "built".</summary>
    private static string Outcome(BuildReport report)
    {
        if (report.Outputs.IsEmpty) return "stopped";
        int warnings = report.Diagnostics.Count(static d => d.Severity == Severity.Warning);
        return (report.Counts.Pages > 0 ? Summary.Count(report.Counts.Pages, "page") : "built") + (warnings > 0 ? $", {Summary.Count(warnings, "warning")}" : "");
    }
}
