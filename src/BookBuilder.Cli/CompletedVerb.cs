using System.CommandLine;
using System.CommandLine.Completions;

namespace BookBuilder.Cli;

/// <summary>An option as a shell completes it.</summary>
/// <param name="Names">Its names, the long one first: "--output", "-o".</param>
/// <param name="Description">What it is for.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">The values that are known; empty when any may follow, which is then completed as a file.</param>
internal sealed record CompletedOption(string[] Names, string Description, bool TakesValue, string[] Values);

/// <summary>A verb as a shell completes it.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Description">What it does.</param>
/// <param name="Options">Its options.</param>
/// <param name="Values">The words that its first argument may be; empty when any may follow, which is then completed as a file.</param>
internal sealed record CompletedVerb(string Name, string Description, CompletedOption[] Options, string[] Values)
{
    /// <summary>Every name of every option.</summary>
    public IEnumerable<string> OptionNames => Options.SelectMany(static o => o.Names);

    /// <summary>The verbs of a command, read off its tree.</summary>
    public static IEnumerable<CompletedVerb> Of(Command root) =>
        root.Subcommands.Where(static verb => !verb.Hidden).Select(verb => new CompletedVerb(verb.Name, verb.Description ?? "",
            [.. verb.Options.Where(static o => !o.Hidden).Select(Option), .. root.Options.Where(static o => o.Recursive && !o.Hidden).Select(Option)],
            verb.Arguments.FirstOrDefault() is { } argument ? Words(argument.GetCompletions(CompletionContext.Empty)) : []));

    /// <summary>The options of the command itself.</summary>
    public static IEnumerable<string> NamesOf(Command root) => root.Options.Where(static o => !o.Hidden).SelectMany(static o => Option(o).Names);

    private static CompletedOption Option(Option option)
    {
        bool takesValue = option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;
        // "/?" and the like are for those who know them.
        string[] names = [.. new[] { option.Name }.Concat(option.Aliases.Order(StringComparer.Ordinal)).Where(static n => n.StartsWith('-') && !n.Contains('?')).Distinct()];
        return new CompletedOption(names, option.Description ?? "", takesValue, takesValue ? Words(option.GetCompletions(CompletionContext.Empty)) : []);
    }

    // What an enumeration calls its members is not what users write: only plain lower-case words are.
    private static string[] Words(IEnumerable<CompletionItem> items) =>
        [.. items.Select(static i => i.Label).Where(static w => w.Length > 0 && w.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or ',')).Distinct()];
}
