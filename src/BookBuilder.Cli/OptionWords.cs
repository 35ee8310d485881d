using System.CommandLine;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Cli;

/// <summary>Options whose value is one of a few words.</summary>
internal static class OptionWords
{
    /// <summary>Such an option; another word is told with the nearest of those there are.</summary>
    public static Option<T> Of<T>(string name, string description, params (string Word, T Value)[] possible)
    {
        string[] words = [.. possible.Select(static p => p.Word)];
        return new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result =>
            {
                string said = result.Tokens[0].Value;
                int at = Array.FindIndex(words, w => w.Equals(said, StringComparison.OrdinalIgnoreCase));
                if (at >= 0) return possible[at].Value;
                string? near = Spelling.Nearest(said, words);
                result.AddError($"'{said}' is nothing that {name} knows, only {string.Join(", ", words)}{(near is null ? "" : $": did you mean '{near}'?")}");
                return default;
            },
        };
    }
}
