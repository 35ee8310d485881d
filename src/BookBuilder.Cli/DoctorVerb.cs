using System.Collections.Immutable;
using System.CommandLine;
using BookBuilder.Doctor;

namespace BookBuilder.Cli;

/// <summary>The verb <c>doctor</c>: whether books can be built here, and what to do if not.</summary>
internal static class DoctorVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "The folder to look at.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var verb = new Command("doctor", "Looks whether books can be built here: the program, its fonts and libraries, the folder, the output.") { path };
        verb.SetAction(parsed => Run(parsed.GetValue(path)!, environment));
        return verb;
    }

    private static int Run(string path, CommandEnvironment environment)
    {
        ImmutableArray<DoctorFinding> findings = BookDoctor.Examine(new DoctorVisit
        {
            Program = BookRun.Producer,
            Folder = Path.GetFullPath(path, environment.CurrentFolder),
            UsualOutputFolder = Path.Combine(environment.CurrentFolder, "output"),
            CacheFolder = environment.CacheFolder,
            SearchPath = environment.SearchPath,
        });
        int width = findings.Max(static f => f.Subject.Length);
        foreach (DoctorFinding finding in findings)
        {
            environment.Output.WriteLine($"{Mark(finding.Health)}  {finding.Subject.PadRight(width)}  {finding.Words}");
            if (finding.Remedy is { } remedy) environment.Output.WriteLine($"    {new string(' ', width)}  = {remedy}");
        }
        bool isWell = BookDoctor.IsWell(findings);
        environment.Output.WriteLine(isWell ? "all is well: books can be built here" : "something is wrong: what is marked with an exclamation mark must be mended");
        return isWell ? CommandLine.Fine : CommandLine.Failed;
    }

    private static string Mark(Health health) => health switch { Health.Well => "ok", Health.Known => "--", _ => " !" };
}
