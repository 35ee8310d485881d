using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Cli;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>One message, as it was printed.</summary>
/// <param name="Code">"BB1010".</param>
/// <param name="Severity">"error", "warning" or "info".</param>
/// <param name="File">The file it points into; empty when it is about no file.</param>
/// <param name="Line">The line; 0 when it is about no file.</param>
/// <param name="Text">All that was printed for it: the message, the line with its caret, the hints.</param>
internal sealed record Said(string Code, string Severity, string File, int Line, string Text);

/// <summary>Runs an example as its author would: its files in a folder, the command in that folder.</summary>
internal static partial class ExampleRun
{
    /// <summary>What stands in messages for the folder that the examples are run in.</summary>
    private const string AnyFolder = "/home/ada";

    /// <summary>Everything that was said, remarks among it.</summary>
    public static async Task<ImmutableArray<Said>> Of(Example example)
    {
        using var folder = new TemporaryFolder();
        string book = folder["book"];
        Directory.CreateDirectory(book);
        foreach (ExampleFile file in example.Files)
        {
            string path = Path.GetFullPath(Path.Combine(book, file.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (file.Language == "made") MadeFile.Make(file.Text.Trim(), path);
            else File.WriteAllText(path, file.Text);
        }
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int exit = 0;
        if (example.Fault is { } fault) await Fault.Run(fault, book, error);
        else
        {
            string[] arguments = [.. Argument().Matches(example.Command).Select(m => m.Value.Trim('"'))];
            Assert.Equal("bookbuilder", arguments[0]);
            using var output = new StringWriter(CultureInfo.InvariantCulture);
            exit = await CommandLine.RunAsync([.. arguments[1..], "-v", "detailed"], new CommandEnvironment { Output = output, Error = error, CurrentFolder = book });
        }
        string printed = error.ToString().ReplaceLineEndings("\n").Replace(folder.Path, AnyFolder, StringComparison.Ordinal);
        Assert.DoesNotContain("a fault in BookBuilder", printed, StringComparison.Ordinal);
        // A mistake in the command itself is printed without its code.
        return exit == CommandLine.Misused ? [new(example.Code, "error", "", 0, printed.TrimEnd('\n'))] : Read(printed);
    }

    private static ImmutableArray<Said> Read(string printed)
    {
        var said = ImmutableArray.CreateBuilder<Said>();
        bool isOpen = false;
        foreach (string line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (Head().Match(line) is { Success: true } head)
            {
                int.TryParse(head.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
                said.Add(new(head.Groups["code"].Value, head.Groups["severity"].Value, number == 0 ? "" : head.Groups["file"].Value, number, line));
                isOpen = true;
            }
            else if (line.StartsWith("bookbuilder: ", StringComparison.Ordinal)) isOpen = false;
            else if (isOpen) said[^1] = said[^1] with { Text = said[^1].Text + "\n" + line };
        return said.ToImmutable();
    }

    [GeneratedRegex(@"^(?<file>[^:]+?)(?:\((?<line>\d+),\d+\))?: (?<severity>error|warning|info) (?<code>BB\d{4}): ")]
    private static partial Regex Head();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Argument();
}
