using System.CommandLine;
using BookBuilder.Cli.Watching;

namespace BookBuilder.Cli;

/// <summary>The verb <c>watch</c>: builds a book, and again whenever one of its files is saved.</summary>
internal static class WatchVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        var options = new BuildingOptions();
        var parity = new Option<bool>("--parity") { Description = "Open the finished files again after every build to hold them against the book. It takes as long as the rest; 'build' does it before a book is handed out." };
        Command verb = options.Verb("watch", "Builds a book, and again whenever one of its files is saved, until Ctrl-C.", parity);
        verb.SetAction((parsed, stop) => WatchRun.RunAsync(options.Read(parsed) with { SkipsParity = !parsed.GetValue(parity) }, environment, WatchPace.Usual, stop));
        return verb;
    }
}
