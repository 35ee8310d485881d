using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>A file of an example's book.</summary>
/// <param name="Path">From the book's folder.</param>
/// <param name="Language">The language of its text, as a fence names it; "made" when <paramref name="Text"/> says how it is made (<see cref="MadeFile"/>).</param>
/// <param name="Text">What it holds.</param>
internal sealed record ExampleFile(string Path, string Language, string Text);

/// <summary>A small book with the mistake that one diagnostic is about.</summary>
internal sealed partial record Example
{
    /// <summary>The command when an example names none.</summary>
    public const string UsualCommand = "bookbuilder check";

    public required string Code { get; init; }
    /// <summary>The page it stands on: "BB10".</summary>
    public required string Page { get; init; }
    /// <summary>What is said to the reader of the page; mostly nothing.</summary>
    public string Words { get; init; } = "";
    public ImmutableArray<ExampleFile> Files { get; init; } = [];
    /// <summary>What is typed in the book's folder.</summary>
    public string Command { get; init; } = UsualCommand;
    /// <summary>What is wrong with the machine rather than with the book (<see cref="Fault"/>); null for nothing.</summary>
    public string? Fault { get; init; }
    /// <summary>Other errors and warnings that the mistake rightly has.</summary>
    public ImmutableArray<string> Also { get; init; } = [];
    /// <summary>Why nobody can show it; null when it is shown.</summary>
    public string? Never { get; init; }

    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "diagnostics");

    /// <summary>All examples of all pages, in the order of their codes.</summary>
    public static ImmutableArray<Example> All() =>
        [.. Directory.GetFiles(Folder, "BB*.md").SelectMany(page => Read(File.ReadAllLines(page), Path.GetFileName(page))).OrderBy(e => e.Code, StringComparer.Ordinal)];

    private static IEnumerable<Example> Read(string[] lines, string page)
    {
        Example? current = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (Heading().Match(line) is { Success: true } heading)
            {
                if (current is not null) yield return current;
                current = new Example { Code = heading.Groups["code"].Value, Page = Path.GetFileNameWithoutExtension(page) };
            }
            else if (current is null) continue;
            else if (Fence().Match(line) is { Success: true } fence)
            {
                int end = Array.IndexOf(lines, fence.Groups["marks"].Value, i + 1);
                if (end < 0) throw new FormatException($"{page}({i + 1}): the fence is never closed");
                current = current.With(fence.Groups["language"].Value, fence.Groups["file"].Value, string.Concat(lines[(i + 1)..end].Select(l => l + "\n")), $"{page}({i + 1})");
                i = end;
            }
            else if (line.StartsWith("also: ", StringComparison.Ordinal)) current = current with { Also = [.. line[6..].Split(", ")] };
            else current = current with { Words = (current.Words + "\n" + line).Trim('\n') };
        }
        if (current is not null) yield return current;
    }

    private Example With(string language, string file, string text, string place) => (language, file) switch
    {
        ("sh", "") => this with { Command = text.Trim() },
        ("fault", "") => this with { Fault = text.Trim() },
        ("never", "") => this with { Never = text.Trim() },
        (_, "") => throw new FormatException($"{place}: write the file's name after its language"),
        _ => this with { Files = Files.Add(new ExampleFile(file, language, text)) },
    };

    [GeneratedRegex(@"^## (?<code>BB\d{4})$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<marks>`{3,})(?<language>[a-z]+)(?: (?<file>.+))?$")]
    private static partial Regex Fence();
}
