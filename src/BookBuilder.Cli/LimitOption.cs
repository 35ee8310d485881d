using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Cli;

/// <summary><c>--limit pages=20000,nodes=5000000</c>: how much the book may hold.</summary>
internal static class LimitOption
{
    /// <summary>The option.</summary>
    public static Option<BookLimits> Create()
    {
        var option = new Option<BookLimits>("--limit")
        {
            Description = "How much the book may hold, when its own size passes a limit: pages=20000, several with commas between them. The guide lists them.",
            HelpName = "NAME=NUMBER",
            DefaultValueFactory = _ => BookLimits.Default,
            CustomParser = Parse,
        };
        option.CompletionSources.Add([.. BookLimits.All.Select(l => l.Name + "=")]);
        return option;
    }

    private static BookLimits Parse(ArgumentResult result)
    {
        BookLimits limits = BookLimits.Default;
        foreach (string wish in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            string[] parts = wish.Split('=', 2, StringSplitOptions.TrimEntries);
            if (BookLimits.All.FirstOrDefault(l => l.Name == parts[0]) is not { } limit)
                result.AddError($"'{parts[0]}' is no limit, only {string.Join(", ", BookLimits.All.Select(l => l.Name))}{(Spelling.Nearest(parts[0], BookLimits.All.Select(l => l.Name)) is { } near ? $": did you mean '{near}'?" : "")}");
            else if (parts.Length < 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number == 0)
                result.AddError($"--limit {limit.Name} needs a number: {limit.Name}={limit.Of(BookLimits.Default)}");
            else
                limits = limit.Set(limits, number);
        }
        return limits;
    }
}
