using System.CommandLine;

namespace BookBuilder.Cli;

/// <summary>The verb <c>completions</c>: a script with which a shell completes verbs, options and their values.</summary>
internal static class CompletionsVerb
{
    /// <param name="environment">Where the script is printed.</param>
    /// <param name="root">The whole command; asked only when the script is made, so that all verbs are there.</param>
    public static Command Create(CommandEnvironment environment, Command root)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var verb = new Command("completions", "Prints a script that completes this command in a shell.") { shell };
        verb.SetAction(parsed =>
        {
            CompletedVerb[] verbs = [.. CompletedVerb.Of(root)];
            string[] options = [.. CompletedVerb.NamesOf(root)];
            environment.Output.Write(parsed.GetValue(shell) switch
            {
                "bash" => CompletionScripts.Bash(verbs, options),
                "zsh" => CompletionScripts.Zsh(verbs, options),
                "fish" => CompletionScripts.Fish(verbs, options),
                _ => CompletionScripts.PowerShell(verbs, options),
            });
            return CommandLine.Fine;
        });
        return verb;
    }
}
