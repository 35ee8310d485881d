using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>A worker as the campaign sees it: it is handed ranges, watched, and started again when it dies.</summary>
internal sealed class WorkerProcess(FuzzTarget target, CampaignOptions options) : IDisposable
{
    private readonly string _progressPath = Path.GetTempFileName();
    private Process? _process;
    private Channel<string> _answers = Channel.CreateUnbounded<string>();
    private StringBuilder _complaints = new();

    /// <summary>Runs the inputs with these numbers, whatever becomes of the process on the way.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The one behind the last.</param>
    /// <param name="found">Told each failure with its number.</param>
    public async Task RunAsync(long from, long to, Action<long, Failure> found)
    {
        using var progress = new Progress(_progressPath);
        while (from < to)
        {
            progress.At = from;
            _process ??= Started();
            try
            {
                _process.StandardInput.WriteLine($"{from} {to}");
                _process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // It died before it was asked; the loop below sees the end of its answers.
            }
            if (await AnswerAsync(progress, found) is not { } failure) return;
            long killer = Math.Max(from, progress.At);
            found(killer, failure with { Details = failure.Details + "\n" + _complaints });
            Stop();
            from = killer + 1;
        }
    }

    /// <summary>Waits for the end of a range; a failure when the process ended first or an input does not.</summary>
    private async Task<Failure?> AnswerAsync(Progress progress, Action<long, Failure> found)
    {
        long at = progress.At;
        // On a machine with other things to do the clock says little: what counts is the processor's time.
        TimeSpan since = _process!.TotalProcessorTime;
        var idle = Stopwatch.StartNew();
        while (true)
        {
            while (_answers.Reader.TryRead(out string? line))
            {
                if (line == "done") return null;
                string[] words = line.Split(' ');
                if (words is ["failure", var index, var signature, var details])
                    found(long.Parse(index, CultureInfo.InvariantCulture), new(Worker.Unpacked(signature), Worker.Unpacked(details)));
            }
            if (_answers.Reader.Completion.IsCompleted) return new(Failure.Died, $"exit code {ExitCode()}");
            if (_process.HasExited) continue;
            _process.Refresh();
            if (progress.At != at)
            {
                at = progress.At;
                since = _process.TotalProcessorTime;
                idle.Restart();
            }
            else if (_process.TotalProcessorTime - since is var spent && (spent > target.Patience || idle.Elapsed > target.Patience * 20))
            {
                _process.Kill(entireProcessTree: true);
                return new(Failure.Endless, $"after {spent.TotalSeconds:0} s of the processor");
            }
            using var pause = new CancellationTokenSource(200);
            try
            {
                await _answers.Reader.WaitToReadAsync(pause.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look at the progress again.
            }
        }
    }

    private Process Started()
    {
        Process process = OwnProcess.Start(["--worker", target.Name, options.Seed.ToString(CultureInfo.InvariantCulture), _progressPath, .. options.Keep is { } keep ? new[] { keep } : []]);
        Channel<string> answers = _answers = Channel.CreateUnbounded<string>();
        StringBuilder complaints = _complaints = new StringBuilder();
        _ = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line) answers.Writer.TryWrite(line);
            answers.Writer.Complete();
        });
        _ = Task.Run(() =>
        {
            // A stack overflow tells thousands of frames; the first ones say where.
            while (process.StandardError.ReadLine() is { } line)
                lock (complaints)
                    if (complaints.Length < 4_000) complaints.AppendLine(line);
        });
        return process;
    }

    private int ExitCode()
    {
        _process!.WaitForExit();
        return _process.ExitCode;
    }

    private void Stop()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Stop();
        File.Delete(_progressPath);
    }
}
