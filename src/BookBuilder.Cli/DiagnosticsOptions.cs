using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Reporting;

namespace BookBuilder.Cli;

/// <summary>A file that is to tell other programs what was said.</summary>
/// <param name="Write">Writes it in its format.</param>
/// <param name="File">The file; "-" for the standard output.</param>
internal sealed record DiagnosticsFile(Action<Stream, RunRecord> Write, string File)
{
    /// <summary>Whether it is printed.</summary>
    public bool IsOutput => File == WrittenFile.Output;
}

/// <summary>The options about what is said: who else is told, and which warnings count as errors.</summary>
internal sealed class DiagnosticsOptions
{
    private static readonly (string Format, Action<Stream, RunRecord> Write)[] Formats = [("json", DiagnosticsJson.Write), ("sarif", SarifLog.Write)];

    private readonly Option<DiagnosticsFile[]> _files = new("--diagnostics")
    {
        Description = "Write what is said into a file, too, for other programs: json:FILE or sarif:FILE; '-' is the standard output. It may be given several times.",
        HelpName = "FORMAT:FILE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseFiles,
    };

    private readonly Option<CodePattern[]> _errors = new("--warn-as-error")
    {
        Description = "Warnings that count as errors: their codes with commas between them (BB2101,BB31xx), or all.",
        HelpName = "CODES",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseCodes,
    };

    /// <summary>Gives the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_files);
        verb.Options.Add(_errors);
    }

    /// <summary>The files that are to be written.</summary>
    public ImmutableArray<DiagnosticsFile> Files(ParseResult parsed) => [.. parsed.GetValue(_files) ?? []];

    /// <summary>The warnings that count as errors.</summary>
    public ImmutableArray<CodePattern> Errors(ParseResult parsed) => [.. parsed.GetValue(_errors) ?? []];

    /// <summary>The environment for a run: what is printed for people makes room for what other programs read.</summary>
    public static CommandEnvironment EnvironmentFor(ImmutableArray<DiagnosticsFile> files, CommandEnvironment environment) =>
        files.Any(static f => f.IsOutput) ? environment with { Output = TextWriter.Null, IsTerminal = false } : environment;

    /// <summary>Writes the files, each whole or not at all.</summary>
    /// <returns>Whether all were written; what was not has been told.</returns>
    public static bool Write(ImmutableArray<DiagnosticsFile> files, RunRecord run, CommandEnvironment environment)
    {
        bool isWritten = true;
        foreach (DiagnosticsFile file in files) isWritten &= WrittenFile.Write(file.File, stream => file.Write(stream, run), environment);
        return isWritten;
    }

    private static DiagnosticsFile[] ParseFiles(ArgumentResult result)
    {
        List<DiagnosticsFile> files = [];
        foreach (string given in result.Tokens.Select(static t => t.Value))
        {
            int colon = given.IndexOf(':', StringComparison.Ordinal);
            string word = colon < 0 ? given : given[..colon];
            (string Format, Action<Stream, RunRecord> Write) format = Formats.FirstOrDefault(f => f.Format.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (format.Write is null)
            {
                string? near = Spelling.Nearest(word, Formats.Select(static f => f.Format));
                result.AddError($"'{given}' does not say how to write: json:FILE or sarif:FILE{(near is null ? "" : $": did you mean '{near}'?")}");
            }
            else if (colon < 0 || colon == given.Length - 1) result.AddError($"'{given}' does not say where to write: {format.Format}:FILE, or {format.Format}:- for the standard output");
            else files.Add(new(format.Write, given[(colon + 1)..]));
        }
        if (files.Count(static f => f.IsOutput) > 1) result.AddError("--diagnostics can print one format only: give the other one a file");
        return [.. files];
    }

    private static CodePattern[] ParseCodes(ArgumentResult result)
    {
        List<CodePattern> codes = [];
        foreach (string word in result.Tokens.SelectMany(static t => CodePattern.Words(t.Value)))
            if (CodePattern.Read(word) is { } code) codes.Add(code);
            else
            {
                string? near = CodePattern.Nearest(word);
                result.AddError($"there is no message '{word}'{(near is null ? ": codes are written as BB2101, BB21xx, BB21* or all" : $": did you mean '{near}'?")}");
            }
        return [.. codes];
    }
}
