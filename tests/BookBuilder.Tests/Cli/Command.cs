using System.Globalization;
using BookBuilder.Cli;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Cli;

/// <summary>The command in a folder of its own.</summary>
internal sealed class Command : IDisposable
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public TemporaryFolder Folder { get; } = new();

    /// <summary>What the last run printed.</summary>
    public string Output => _output.ToString().ReplaceLineEndings("\n").Replace('\\', '/');

    /// <summary>What the last run complained of.</summary>
    public string Error => _error.ToString().ReplaceLineEndings("\n");

    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    public Task<int> Run(params string[] args) => RunIn(Folder.Path, args);

    public Task<int> RunIn(string folder, params string[] args)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return CommandLine.RunAsync(args, Environment(folder));
    }

    public CommandEnvironment Environment(string? folder = null) => new() { Output = _output, Error = _error, CurrentFolder = folder ?? Folder.Path, SearchPath = [Folder["programs"]] };

    public void Dispose() => Folder.Dispose();
}
