using System.Globalization;
using BookBuilder.Fuzz.Judging;
using BookBuilder.Fuzz.Running;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz;

/// <summary>The command: a campaign of hostile inputs, one input again, or outside judges on what a campaign kept.</summary>
internal static class Program
{
    /// <summary>Exit code of an input that fails without killing the process.</summary>
    public const int FailedInput = 3;

    private const string Usage = """
        dotnet run -c Release --project tests/BookBuilder.Fuzz -- [--target NAME[,NAME]|all] [--count N] [--from N] [--seed S] [--time SECONDS] [--threads N] [--keep DIR] [--failures DIR]
        dotnet run -c Release --project tests/BookBuilder.Fuzz -- --replay NAME FILE     one input once more
        dotnet run -c Release --project tests/BookBuilder.Fuzz -- --judge DIR            qpdf and EPUBCheck on what --keep kept
        """;

    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case ["--worker", var target, var seed, var progress, .. var keep]:
                    Worker.Run(FuzzTargets.Named(target)[0], Number(seed), progress, keep is [var kept] ? kept : null);
                    return 0;
                case ["--shrink", var target, var seed, var index, var signature, var path]:
                    Shrinking.Run(FuzzTargets.Named(target)[0], Number(seed), long.Parse(index, CultureInfo.InvariantCulture), Worker.Unpacked(signature), path);
                    return 0;
                case ["--replay", var target, var path]:
                    return Replay(FuzzTargets.Named(target)[0], path);
                case ["--judge", var folder]:
                    return OutputJudge.Judge(folder);
                case ["--help"]:
                    Console.WriteLine($"{Usage}\ntargets: {string.Join(", ", FuzzTargets.All)}");
                    return 0;
                default:
                    return await new Campaign(CampaignOptions.Read(arguments)).RunAsync() == 0 ? 0 : 1;
            }
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine($"{wrong.Message}\n{Usage}");
            return 2;
        }
    }

    private static int Replay(FuzzTarget target, string path)
    {
        if (Failure.Of(target, InputFile.Read(target, path)) is not { } failure) return 0;
        Console.WriteLine($"{failure.Signature}\n{failure.Details}");
        return FailedInput;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
