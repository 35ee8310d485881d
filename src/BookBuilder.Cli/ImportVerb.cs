using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Importing;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Reporting;
using BookBuilder.Translation;

namespace BookBuilder.Cli;

/// <summary>The verb <c>import</c>: makes a book of this program's own dialect of one of another kind.</summary>
internal static class ImportVerb
{
    /// <summary>What can be imported, by the word for <c>--from</c>.</summary>
    private static readonly (string Word, string Description, Func<Request, ImportResult> Import)[] Kinds =
    [
        ("auto", "a book whose project file tells its tool", r => BookImporter.ImportBook(r.Path, null, r.Folder, r.Options)),
        ("bookdown", "an R bookdown book", r => BookImporter.ImportBook(r.Path, SourceDialect.Bookdown, r.Folder, r.Options)),
        ("quarto", "a Quarto book", r => BookImporter.ImportBook(r.Path, SourceDialect.Quarto, r.Folder, r.Options)),
        ("mdbook", "an mdBook book", r => BookImporter.ImportBook(r.Path, SourceDialect.MdBook, r.Folder, r.Options)),
        ("pandoc", "a folder of Pandoc Markdown", r => BookImporter.ImportBook(r.Path, SourceDialect.Pandoc, r.Folder, r.Options)),
        ("pdf-text", "the text that a page reader made of a printed book", r => BookImporter.ImportPageText(r.Path, r.Overrides, r.Folder, r.Options)),
    ];

    private sealed record Request(string Path, string? Overrides, string Folder, ImportOptions Options);

    /// <summary>The verb.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var path = new Argument<string>("PATH") { Description = "What to import: a book's folder or project file; a text file for pdf-text." };
        Option<Verbosity> verbosity = CommandLine.VerbosityOption();
        var from = new Option<string>("--from")
        {
            Description = "What it is: " + string.Join("; ", Kinds.Select(k => $"{k.Word}, {k.Description}")) + ".",
            HelpName = string.Join('|', Kinds.Select(k => k.Word)),
            DefaultValueFactory = _ => "auto",
        };
        from.Validators.Add(result =>
        {
            string word = result.Tokens.Count > 0 ? result.Tokens[0].Value : "auto";
            if (Kinds.Any(k => k.Word == word)) return;
            string? near = Spelling.Nearest(word, Kinds.Select(k => k.Word));
            result.AddError($"'{word}' cannot be imported, only {string.Join(", ", Kinds.Select(k => k.Word))}{(near is null ? "" : $": did you mean '{near}'?")}");
        });
        var folder = new Option<string>("--output", "-o") { Description = "The new folder, which does not exist or is empty.", HelpName = "NEW", Required = true };
        var overrides = new Option<string?>("--overrides") { Description = "A YAML file with the decisions that you make yourself.", HelpName = "FILE" };
        var verb = new Command("import", "Makes a new book of one of another kind, with a report of all that was decided.") { path, from, folder, overrides, verbosity };
        var diagnostics = new DiagnosticsOptions();
        diagnostics.AddTo(verb);
        verb.SetAction(parsed => Run(
            Kinds.First(k => k.Word == parsed.GetValue(from)).Import,
            new Request(
                Path.Combine(environment.CurrentFolder, parsed.GetValue(path)!),
                parsed.GetValue(overrides) is { } file ? Path.Combine(environment.CurrentFolder, file) : null,
                Path.Combine(environment.CurrentFolder, parsed.GetValue(folder)!),
                new ImportOptions { WarningsAsErrors = diagnostics.Errors(parsed) }),
            parsed.GetValue(verbosity), diagnostics.Files(parsed), environment));
        return verb;
    }

    private static int Run(Func<Request, ImportResult> import, Request request, Verbosity verbosity, ImmutableArray<DiagnosticsFile> files, CommandEnvironment world)
    {
        CommandEnvironment environment = DiagnosticsOptions.EnvironmentFor(files, world);
        long start = Stopwatch.GetTimestamp();
        ImportResult result;
        try
        {
            result = import(request);
        }
        catch (DirectoryNotFoundException)
        {
            environment.Error.WriteLine($"bookbuilder: there is no folder or file '{Path.GetRelativePath(environment.CurrentFolder, request.Path)}'");
            return CommandLine.Misused;
        }
        catch (ArgumentException)
        {
            environment.Error.WriteLine($"bookbuilder: '{Path.GetRelativePath(environment.CurrentFolder, request.Path)}' is no book's folder or file; for the text of a printed book say --from pdf-text");
            return CommandLine.Misused;
        }
        var text = new DiagnosticText(FilesOf(result.Root), path => Path.GetRelativePath(environment.CurrentFolder, Path.Combine(result.Root, path)), environment.HasColor);
        foreach (Diagnostic diagnostic in result.Diagnostics)
            if (diagnostic.Severity > Severity.Info || verbosity >= Verbosity.Detailed) environment.Error.Write(text.Of(diagnostic));
        bool isTold = DiagnosticsOptions.Write(files, RunRecord.Of(result), world);
        if (!result.Succeeded)
        {
            environment.Error.WriteLine("bookbuilder: nothing was written");
            return CommandLine.Failed;
        }
        // The new book is written all the same, but what is missing in it is missing.
        int code = !isTold || result.Diagnostics.Any(static d => d.Severity == Severity.Error) ? CommandLine.Failed : CommandLine.Fine;
        if (verbosity == Verbosity.Quiet) return code;
        environment.Output.WriteLine(result.Title);
        foreach (string line in result.Summary) environment.Output.WriteLine("  " + line);
        environment.Output.WriteLine("  " + Path.GetRelativePath(environment.CurrentFolder, request.Folder));
        if (verbosity >= Verbosity.Normal)
            environment.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"imported in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return code;
    }

    private static IBookFiles FilesOf(string root) => Directory.Exists(root) ? new DiskFiles(root) : MemoryFiles.FromTexts("none", []);
}
