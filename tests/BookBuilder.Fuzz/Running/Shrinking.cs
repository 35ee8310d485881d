using System.Diagnostics;
using System.Globalization;
using BookBuilder.Fuzz.Mutations;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>Makes an input that fails as small as it can be and still fails in the same way.</summary>
/// <remarks>Delta debugging, A. Zeller and R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002): first whole lines are left out, then characters.</remarks>
internal static class Shrinking
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TrialPatience = TimeSpan.FromSeconds(12);

    /// <summary>Shrinks an input of a campaign and writes it down.</summary>
    public static void Run(FuzzTarget target, int seed, long index, string signature, string path)
    {
        string input = new Mutator(target).Next(Chance.Of(seed, target.Name, index));
        InputFile.Write(target, input, path);
        string small = Small(input, text => Fails(target, text, signature, path + ".trial"));
        InputFile.Write(target, small, path);
        File.Delete(path + ".trial");
        Console.WriteLine($"{input.Length} characters made {small.Length}: {path}");
        if (!target.IsBinary) Console.WriteLine(string.Join('\n', small.Split('\n').Take(30).Select(static l => "    " + (l.Length > 200 ? l[..200] + " …" : l))));
    }

    /// <summary>The smallest text that could be found in the time there is.</summary>
    public static string Small(string input, Func<string, bool> fails)
    {
        var watch = Stopwatch.StartNew();
        if (!fails(input)) return input;
        string before;
        do
        {
            before = input;
            input = Without(input, static text => Pieces(text, '\n'));
            input = Without(input, static text => Pieces(text, ' '));
            if (input.Length < 3_000) input = Without(input, static text => [.. text.Select(static c => c.ToString())]);
        }
        while (input.Length < before.Length && watch.Elapsed < Budget);
        return input;

        string Without(string text, Func<string, string[]> cut)
        {
            string[] pieces = cut(text);
            for (int size = Math.Max(1, pieces.Length / 2); pieces.Length > 1; size /= 2)
            {
                for (int at = 0; at < pieces.Length && watch.Elapsed < Budget;)
                {
                    string[] rest = [.. pieces[..at], .. pieces[Math.Min(pieces.Length, at + size)..]];
                    if (fails(string.Concat(rest))) pieces = rest;
                    else at += size;
                }
                if (size <= 1 || watch.Elapsed > Budget) break;
            }
            return string.Concat(pieces);
        }
    }

    private static string[] Pieces(string text, char end)
    {
        List<string> pieces = [];
        int start = 0;
        for (int i = text.IndexOf(end); i >= 0; i = text.IndexOf(end, start))
        {
            pieces.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length) pieces.Add(text[start..]);
        return [.. pieces];
    }

    private static bool Fails(FuzzTarget target, string input, string signature, string trial)
    {
        if (signature is not (Failure.Died or Failure.Endless)) return Failure.Of(target, input)?.Signature == signature;
        InputFile.Write(target, input, trial);
        using Process process = OwnProcess.Start("--replay", target.Name, trial);
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        bool ended = process.WaitForExit((int)TrialPatience.TotalMilliseconds);
        if (!ended) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return signature == Failure.Endless ? !ended : ended && process.ExitCode is not (0 or Program.FailedInput);
    }
}
