using System.CommandLine;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Cli;

/// <summary>The verb <c>clean</c>: removes what a build of the book has written, and nothing else.</summary>
internal static class CleanVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        Argument<string> path = CommandLine.PathArgument();
        Option<string?> folder = CommandLine.OutputOption();
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be removed." };
        var verb = new Command("clean", "Removes the files that builds of a book have written.") { path, folder, dry };
        verb.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(folder), parsed.GetValue(dry) ? null : OutputCleaning.Remove, environment));
        return verb;
    }

    /// <param name="remove">Removes a file, or says why it cannot; null when nothing is to be removed.</param>
    private static int Run(string path, string? folder, Func<string, string?>? remove, CommandEnvironment environment)
    {
        if (BookRun.Open(path, environment) is not { } project) return CommandLine.Misused;
        CleanableOutputs outputs = OutputCleaning.Find(project, new BuildOptions
        {
            OutputFolder = folder is null ? null : Path.Combine(environment.CurrentFolder, folder),
            UsualOutputFolder = Path.Combine(environment.CurrentFolder, "output"),
        });
        DiagnosticText text = BookRun.TextFor(project, environment);
        foreach (Diagnostic diagnostic in outputs.Diagnostics) environment.Error.Write(text.Of(diagnostic));
        if (!outputs.Diagnostics.IsEmpty)
        {
            environment.Error.WriteLine("bookbuilder: nothing was removed");
            return CommandLine.Failed;
        }
        bool failed = false;
        foreach (string file in outputs.Files)
        {
            string shown = Path.GetRelativePath(environment.CurrentFolder, file);
            string? reason = remove?.Invoke(file);
            failed |= reason is not null;
            if (reason is not null) environment.Error.WriteLine($"bookbuilder: {shown} cannot be removed: {reason}");
            else environment.Output.WriteLine($"{(remove is null ? "would remove" : "removed")} {shown}");
        }
        if (outputs.Files.IsEmpty) environment.Output.WriteLine($"nothing to remove in {Path.GetRelativePath(environment.CurrentFolder, outputs.Folder)}");
        return failed ? CommandLine.Failed : CommandLine.Fine;
    }
}
