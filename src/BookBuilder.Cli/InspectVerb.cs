using System.Collections.Immutable;
using System.CommandLine;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Inspecting;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Cli;

/// <summary>The verb <c>inspect</c>: says what a book, a PDF or an EPUB holds.</summary>
internal static class InspectVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A book (its folder, its book.yml, a Markdown file), a .pdf or an .epub.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var json = new Option<string?>("--json") { Description = "Write it as JSON into a file, or print it so with '-'.", HelpName = "FILE|-" };
        Option<string?> dialect = CommandLine.DialectOption();
        var verb = new Command("inspect", "Says what a book, a PDF or an EPUB holds.") { path, json, dialect };
        verb.SetAction((parsed, stop) => RunAsync(parsed.GetValue(path)!, parsed.GetValue(json), parsed.GetValue(dialect), environment, stop));
        return verb;
    }

    private static async Task<int> RunAsync(string path, string? json, string? dialect, CommandEnvironment environment, CancellationToken stop)
    {
        string full = Path.GetFullPath(path, environment.CurrentFolder);
        try
        {
            Reported<Inspection?> found = File.Exists(full) && !IsBook(full) ? InspectFile(full) : await InspectBook(path, dialect, environment, stop);
            Print(found.Diagnostics, full, environment);
            if (found.Value is not { } inspection) return found.Diagnostics.IsEmpty ? CommandLine.Misused : CommandLine.Failed;
            if (json is null)
                foreach (string line in inspection.Lines) environment.Output.WriteLine(line);
            return json is null || WrittenFile.Write(json, inspection.WriteJson, environment) ? CommandLine.Fine : CommandLine.Failed;
        }
        catch (OperationCanceledException)
        {
            environment.Error.WriteLine("bookbuilder: cancelled");
            return CommandLine.Failed;
        }
    }

    private static bool IsBook(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yml" or ".yaml" or ".toml" or ".md" or ".markdown" or ".rmd" or ".qmd";

    private static Reported<Inspection?> InspectFile(string full)
    {
        string name = Path.GetFileName(full);
        SourceSpan place = SourceSpan.OfFile(name);
        byte[] file;
        try
        {
            var info = new FileInfo(full);
            if (info.Length > BookInspector.Limit) return new(null, [Problems.FileTooLarge(name, info.Length, BookInspector.Limit, limitName: null, place)]);
            // What is no file but is found like one has no length, and reading it could wait for ever.
            file = info.Length == 0 ? [] : File.ReadAllBytes(full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(null, [Problems.FileUnreadable(name, exception.Message.TrimEnd('.'), place)]);
        }
        return BookInspector.InspectFile(file, name);
    }

    /// <summary>A book; nothing and no diagnostic when there is none, which has been told.</summary>
    private static async Task<Reported<Inspection?>> InspectBook(string path, string? dialect, CommandEnvironment environment, CancellationToken stop)
    {
        if (BookRun.Open(path, environment) is not { } project) return new(null, []);
        Reported<BookFacts?> book = await BookInspector.InspectAsync(project, new BuildOptions { Dialect = BookDialects.Named(dialect) }, stop);
        // What is wrong with a book that can be read is said by 'check'; here it would drown the answer.
        return book.Value is { } facts ? new(Inspection.OfBook(facts), []) : new(null, book.Diagnostics);
    }

    private static void Print(ImmutableArray<Diagnostic> said, string full, CommandEnvironment environment)
    {
        string root = Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
        if (!Directory.Exists(root)) return;
        var text = new DiagnosticText(new DiskFiles(root), file => Path.GetRelativePath(environment.CurrentFolder, Path.Combine(root, file)), environment.HasColor);
        foreach (Diagnostic diagnostic in said)
            if (diagnostic.Severity > Severity.Info) environment.Error.Write(text.Of(diagnostic));
    }
}
