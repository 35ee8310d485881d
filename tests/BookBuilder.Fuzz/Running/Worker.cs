using System.Globalization;
using System.Text;
using BookBuilder.Fuzz.Mutations;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>Runs inputs in a process that may die of them. It is told ranges of numbers and answers with failures.</summary>
internal static class Worker
{
    /// <summary>Of failures with one signature this many are told by a worker; the rest are only counted.</summary>
    private const int MostTold = 20;

    /// <summary>Reads lines "from to" from the input until it ends. Answers "failure INDEX SIGNATURE DETAILS" (the last two in Base64) and "done".</summary>
    public static void Run(FuzzTarget target, int seed, string progressPath, string? keep)
    {
        using var progress = new Progress(progressPath);
        var mutator = new Mutator(target);
        Dictionary<string, int> told = [];
        while (Console.In.ReadLine() is { } line)
        {
            string[] range = line.Split(' ');
            for (long index = Number(range[0]); index < Number(range[1]); index++)
            {
                progress.At = index;
                string input = mutator.Next(Chance.Of(seed, target.Name, index));
                if (Failure.Of(target, input, keep is null ? null : Keeper(keep, target, seed, index)) is not { } failure) continue;
                int before = told.GetValueOrDefault(failure.Signature);
                told[failure.Signature] = before + 1;
                Console.Out.WriteLine($"failure {index} {Packed(failure.Signature)} {(before < MostTold ? Packed(failure.Details) : "")}");
            }
            progress.At = -1;
            Console.Out.WriteLine("done");
            Console.Out.Flush();
        }
    }

    /// <summary>A text as one word.</summary>
    public static string Packed(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The text of a word.</summary>
    public static string Unpacked(string word) => Encoding.UTF8.GetString(Convert.FromBase64String(word));

    private static Action<string, byte[]> Keeper(string folder, FuzzTarget target, int seed, long index) =>
        (ending, bytes) => File.WriteAllBytes(Path.Combine(folder, $"{target.Name}-{seed}-{index}{ending}"), bytes);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
