using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Cli;

/// <summary>Says what was not understood on the command line, and what was probably meant.</summary>
internal static class Misuse
{
    /// <summary>One line for each mistake; empty when there is none.</summary>
    public static ImmutableArray<string> Of(ParseResult parsed)
    {
        CommandResult verb = parsed.CommandResult;
        string[] strangers = [.. parsed.UnmatchedTokens];
        bool isRoot = verb.Parent is null;
        if (isRoot && strangers is [var unknown, ..] && !unknown.StartsWith('-'))
            return [$"there is no verb '{unknown}'{Meant(unknown, verb.Command.Subcommands.Select(static c => c.Name))}"];
        // What looks like an option and is none would else be taken for a path.
        string[] ends = [.. parsed.Tokens.TakeWhile(static t => t.Type != TokenType.DoubleDash).Select(static t => t.Value)];
        string[] options = [.. strangers.Concat(verb.Children.OfType<ArgumentResult>().SelectMany(static a => a.Tokens).Select(static t => t.Value))
            .Where(static word => word.Length > 1 && word.StartsWith('-')).Where(ends.Contains)];
        if (options.Length > 0)
            return [.. options.Select(option => (isRoot ? $"there is no option '{option}'" : $"'{verb.Command.Name}' has no option '{option}'")
                + Meant(option.Split('=')[0], verb.Command.Options.SelectMany(static o => o.Aliases.Append(o.Name))))];
        return [.. parsed.Errors.Select(static e => e.Message)];
    }

    private static string Meant(string word, IEnumerable<string> possible) =>
        Spelling.Nearest(word, possible.Where(static p => p.Length > 2)) is string near ? $": did you mean '{near}'?" : "";
}
