using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>Hands the inputs of each target to workers, has the failing ones made small, and prints what came of it.</summary>
internal sealed class Campaign(CampaignOptions options)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly StringBuilder _table = new();

    /// <summary>Runs it; the number of different failures.</summary>
    public async Task<int> RunAsync()
    {
        if (options.Keep is { } keep) Directory.CreateDirectory(keep);
        _table.AppendLine("| target | inputs | failures | kinds | seconds | seed |").AppendLine("|---|---:|---:|---:|---:|---:|");
        int kinds = 0;
        for (int i = 0; i < options.Targets.Length; i++) kinds += await RunAsync(options.Targets[i], options.Targets.Length - i);
        Console.Write(_table);
        return kinds;
    }

    private async Task<int> RunAsync(FuzzTarget target, int targetsLeft)
    {
        var watch = Stopwatch.StartNew();
        // Each target its share of the time that is left.
        TimeSpan? end = options.Time is int seconds ? (TimeSpan.FromSeconds(seconds) - _watch.Elapsed) / targetsLeft : null;
        ConcurrentDictionary<string, Found> found = [];
        long batches = 0, done = 0, last = options.From + options.Count;
        await Task.WhenAll(Enumerable.Range(0, Math.Max(1, options.Threads)).Select(_ => Task.Run(WorkAsync)));

        int failures = 0;
        foreach ((string signature, Found kind) in found.OrderBy(static f => f.Value.First))
        {
            failures += kind.Count;
            Console.WriteLine($"\n{target.Name}: {signature}, {kind.Count} inputs, the first is {kind.First} of seed {options.Seed}");
            Console.WriteLine(string.Join('\n', kind.Details.Split('\n').Take(12)));
            Shrink(target, kind.First, signature);
        }
        _table.AppendLine(CultureInfo.InvariantCulture, $"| {target.Name} | {done} | {failures} | {found.Count} | {watch.Elapsed.TotalSeconds:0} | {options.Seed} |");
        Console.WriteLine($"{target.Name}: {done} inputs, {found.Count} kinds of failure, {watch.Elapsed.TotalSeconds:0} s");
        return found.Count;

        async Task WorkAsync()
        {
            using var worker = new WorkerProcess(target, options);
            while (end is null || watch.Elapsed < end)
            {
                long from = options.From + (Interlocked.Increment(ref batches) - 1) * target.Batch, to = Math.Min(last, from + target.Batch);
                if (from >= to) return;
                await worker.RunAsync(from, to, (index, failure) => found.AddOrUpdate(failure.Signature,
                    _ => new Found(index, 1, failure.Details),
                    (_, known) => index < known.First ? new Found(index, known.Count + 1, failure.Details) : known with { Count = known.Count + 1 }));
                Interlocked.Add(ref done, to - from);
            }
        }
    }

    /// <summary>In a process of its own, because the small inputs on the way may kill it as well.</summary>
    private void Shrink(FuzzTarget target, long index, string signature)
    {
        string name = $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signature)))[..8]}.input";
        using Process process = OwnProcess.Start("--shrink", target.Name, options.Seed.ToString(CultureInfo.InvariantCulture), index.ToString(CultureInfo.InvariantCulture),
            Worker.Packed(signature), Path.Combine(options.Failures, name));
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEndAsync();
        Console.WriteLine(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
    }

    private sealed record Found(long First, int Count, string Details);
}
