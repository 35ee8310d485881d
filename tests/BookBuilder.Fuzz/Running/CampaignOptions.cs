using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>What the command line asks for.</summary>
internal sealed record CampaignOptions
{
    /// <summary>The targets, in the order they are run.</summary>
    public ImmutableArray<FuzzTarget> Targets { get; init; } = FuzzTargets.All;
    /// <summary>Inputs of each target. Default: 1000.</summary>
    public long Count { get; init; } = 1_000;
    /// <summary>The number of the first input: a campaign goes on where another ended. Default: 0.</summary>
    public long From { get; init; }
    /// <summary>Which inputs. Default: 1.</summary>
    public int Seed { get; init; } = 1;
    /// <summary>After how many seconds no target is handed more inputs; null for no limit.</summary>
    public int? Time { get; init; }
    /// <summary>How many workers. Default: one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
    /// <summary>The folder for finished books; null to keep none.</summary>
    public string? Keep { get; init; }
    /// <summary>The folder for small inputs that fail.</summary>
    public string Failures { get; init; } = Path.Combine(Tests.Repository.Root, "output", "fuzz");

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It was not understood.</exception>
    public static CampaignOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new CampaignOptions();
        for (int i = 0; i < arguments.Count; i += 2)
        {
            string value = i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"'{arguments[i]}' wants a value");
            options = arguments[i] switch
            {
                "--target" => options with { Targets = FuzzTargets.Named(value) },
                "--count" => options with { Count = Number(value) },
                "--from" => options with { From = Number(value) },
                "--seed" => options with { Seed = (int)Number(value) },
                "--time" => options with { Time = (int)Number(value) },
                "--threads" => options with { Threads = (int)Number(value) },
                "--keep" => options with { Keep = Path.GetFullPath(value) },
                "--failures" => options with { Failures = Path.GetFullPath(value) },
                _ => throw new FormatException($"there is no option '{arguments[i]}'"),
            };
        }
        return options;
    }

    private static long Number(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw new FormatException($"'{value}' is no number");
}
