using System.Collections.Immutable;
using System.Text;
using BookBuilder.Tests.Guide;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>Writes docs/diagnostics.md: every message of the catalogue with its example and what is printed for it.</summary>
internal static class DiagnosticsReference
{
    private const string Head = """
        # Every message, with an example

        BookBuilder says what is wrong with a book as compilers do: file, line and column, how bad it is, a code, one clause, the
        line itself with a mark below the place, and after each `=` what to do.

        ```text
        EXAMPLE
        ```

        An **error** keeps the book from being written: it would not say what its author meant. A **warning** does not, but somebody
        should look. A **remark** (`info`) says that nothing is wrong and is shown with `-v detailed` only. What is about the whole book
        or about the machine begins with `bookbuilder` instead of a file. Codes never change their meaning: what is searched for
        here today is found here tomorrow.

        Below each code stands a small book with the mistake, what is typed in its folder when that is not `bookbuilder check`, and
        what is printed, word for word. The examples are run by the tests; this page is made of them.


        """;

    /// <summary>The page.</summary>
    public static async Task<string> Markdown(ExampleRuns runs)
    {
        Dictionary<string, Example> examples = runs.Examples.ToDictionary(e => e.Code);
        Said said = (await runs.Of(examples["BB1010"]))[0];
        var page = new StringBuilder(Head.ReplaceLineEndings("\n").Replace("EXAMPLE", said.Text, StringComparison.Ordinal));
        (DiagnosticGroup Group, ImmutableArray<CatalogueEntry> Entries)[] groups = [.. DiagnosticGroup.All.Select(g => (g, g.Of(MessagesChapter.Entries()))).Where(g => g.Item2.Length > 0)];
        page.Append("## Contents\n\n");
        foreach ((DiagnosticGroup group, ImmutableArray<CatalogueEntry> entries) in groups)
            page.Append($"- [{group.Title}](#{Anchor(group.Title)}): {string.Join(" ", entries.Select(e => $"[{e.Code}](#{Anchor(e.Code)})"))}\n");
        foreach ((DiagnosticGroup group, ImmutableArray<CatalogueEntry> entries) in groups)
        {
            page.Append($"\n## {group.Title}\n");
            foreach (CatalogueEntry entry in entries)
                if (examples.TryGetValue(entry.Code, out Example? example)) await Append(page, entry, example, runs);
        }
        return page.ToString();
    }

    private static async Task Append(StringBuilder page, CatalogueEntry entry, Example example, ExampleRuns runs)
    {
        page.Append($"\n### {entry.Code}\n\n{Kind(entry.Severity)}: {entry.Words}\n");
        if (example.Words.Length > 0) page.Append($"\n{example.Words}\n");
        if (example.Never is { } reason)
        {
            page.Append($"\nThere is no example: {reason}\n");
            return;
        }
        foreach (ExampleFile file in example.Files) page.Append($"\n`{file.Path}`{(file.Language == "made" ? $": {Made(file.Text)}\n" : $"\n\n{Fenced(file.Language, file.Text)}")}");
        if (example.Fault is { } fault) page.Append($"\nWhat happens meanwhile: {fault}.\n");
        else if (example.Command != Example.UsualCommand) page.Append($"\n{Fenced("sh", example.Command + "\n")}");
        IEnumerable<Said> said = (await runs.Of(example)).Where(s => s.Code == entry.Code);
        page.Append($"\n{Fenced("text", string.Concat(said.Select(s => s.Text + "\n")))}");
        if (example.Also.Length > 0) page.Append($"\nThe same mistake is told as {string.Join(" and ", example.Also.Select(c => $"[{c}](#{Anchor(c)})"))}, too.\n");
    }

    private static string Made(string what) => what.Trim() is var words && words.Contains('\n') ? $"\n\n{Fenced("text", what)}".TrimEnd('\n') : words;

    private static string Kind(string severity) => severity switch { "Error" => "**Error**", "Warning" => "**Warning**", "Info" => "**Remark**", _ => "**Warning** or **remark**" };

    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    /// <summary>A block of code whose fence is longer than any within.</summary>
    private static string Fenced(string language, string text)
    {
        int longest = 2;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        string fence = new('`', longest + 1);
        return $"{fence}{language}\n{text}{fence}\n";
    }
}
