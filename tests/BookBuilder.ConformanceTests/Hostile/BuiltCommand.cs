using System.Diagnostics;
using System.Globalization;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>The command as a process of its own, which can be measured, starved and killed.</summary>
internal static class BuiltCommand
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        lock (BuiltBook.Building)
        {
            string project = Path.Combine(Repository.Root, "src/BookBuilder.Cli");
            Outcome built = BuiltBook.Run("dotnet", ["build", "-c", "Release", project]);
            Assert.True(built.Code == 0, built.All);
            return Path.Combine(project, "bin/Release/net10.0");
        }
    });

    /// <summary>The program.</summary>
    public static string Program => Path.Combine(Folder.Value, "bookbuilder-cli.dll");

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo Start(params string[] arguments) => new("dotnet", [Program, .. arguments])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
    };

    /// <summary>Runs it to its end, and watches what it costs. What takes a minute or 2 GB is killed.</summary>
    public static Cost Measure(params string[] arguments)
    {
        using Process process = Process.Start(Start(arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        (long memory, double seconds) = (0, 0);
        while (!process.WaitForExit(20))
        {
            memory = Math.Max(memory, Peak(process.Id));
            seconds = Math.Max(seconds, Seconds(process.Id));
            if (clock.Elapsed > TimeSpan.FromSeconds(120) || memory > 2L << 30) process.Kill();
        }
        process.WaitForExit();
        return new(process.ExitCode, output.Result + errors.Result, seconds, memory);
    }

    // Linux tells the highest memory of a process, and its time on all processors, in hundredths of a second (proc(5)).
    private static long Peak(int process) => Read($"/proc/{process}/status").Split('\n').FirstOrDefault(static l => l.StartsWith("VmHWM", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10 : 0;

    private static double Seconds(int process)
    {
        string stat = Read($"/proc/{process}/stat");
        if (stat.LastIndexOf(')') is not (> 0 and int name)) return 0;
        string[] fields = stat[(name + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100d;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";      // it has ended in between
        }
    }
}

/// <summary>What a run came to.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Said">All that it printed.</param>
/// <param name="Seconds">Time on all processors.</param>
/// <param name="Memory">The most memory it held, in bytes.</param>
internal sealed record Cost(int Code, string Said, double Seconds, long Memory);
