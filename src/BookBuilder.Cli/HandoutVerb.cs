using System.CommandLine;
using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Building;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Cli;

/// <summary>The verb <c>handout</c>: a part of a book, printed for a class.</summary>
internal static class HandoutVerb
{
    private const string BookPages = "book";

    /// <summary>The verb.</summary>
    public static Command Of(CommandEnvironment environment)
    {
        Argument<string> path = CommandLine.PathArgument();
        Option<Verbosity> verbosity = CommandLine.VerbosityOption();
        Option<BookTargets> targets = CommandLine.TargetsOption();
        var chapters = new Option<string[]>("--chapters", "-c") { Description = "The chapters by their numbers, files or labels: 3,5-6,A.", HelpName = "LIST" };
        var sections = new Option<string[]>("--sections", "-s") { Description = "Sections of other chapters: 4.2,4.4-4.5.", HelpName = "LIST" };
        var title = new Option<string?>("--title", "-t") { Description = "The title: \"Session 4\".", HelpName = "TITLE" };
        var name = new Option<string?>("--name", "-n") { Description = "The name of a handout in book.yml, or one for the files.", HelpName = "NAME" };
        Option<PageSize?> paper = OptionWords.Of<PageSize?>("--paper", "The paper: letter or a4 [default: as the book's language].", ("letter", PageSize.Letter), ("a4", PageSize.A4));
        Option<string?> pages = OptionWords.Of<string?>("--page-labels", "Which pages the folios count: the handout's own, or those of the whole book [default: own].", ("own", "own"), ("book", BookPages));
        var margin = new Option<bool>("--notes-margin") { Description = "Leave room in the outer margin for notes of the reader's own." };
        var lines = new Option<bool>("--line-numbers") { Description = "Number every fifth line in the margin." };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "The date of the handout: 2024-05-01 [default: the book's].",
            HelpName = "DATE",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
                result.AddError($"'{result.Tokens[0].Value}' is not a date: write it as 2024-05-01");
                return null;
            },
        };
        var output = new Option<string?>("--output", "-o") { Description = "The file (.pdf or .epub) or the folder for it [default: as for 'build'].", HelpName = "FILE" };
        Option<bool> draft = CommandLine.DraftOption(), noParity = CommandLine.NoParityOption();
        Option<string?> dialect = CommandLine.DialectOption();
        Option<BookBuilder.Translation.UnrunCode> needsR = CommandLine.NeedsROption();
        var sheets = new SheetOptions();
        Option<BookLimits> limits = LimitOption.Create();
        var verb = new Command("handout", "Prints a part of a book for a class, with the whole book's numbers.")
        {
            path, chapters, sections, title, name, paper, pages, margin, lines, date, targets, output, draft, noParity, verbosity, dialect, needsR, limits,
        };
        sheets.AddTo(verb);
        var diagnostics = new DiagnosticsOptions();
        diagnostics.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(chapters) is null && result.GetResult(sections) is null && result.GetResult(name) is null)
                result.AddError("say what to hand out: --chapters 3,5-6, --sections 4.2 or --name session-4");
        });
        verb.SetAction((parsed, stop) =>
        {
            OutputPlace place = OutputPlace.Read(parsed.GetValue(output));
            bool isTold = parsed.GetResult(targets) is { Implicit: false };
            if (isTold && place.Target is { } only && only != parsed.GetValue(targets))
            {
                environment.Error.WriteLine($"bookbuilder: -o names one file, '{parsed.GetValue(output)}', and --to asks for something else");
                return Task.FromResult(CommandLine.Misused);
            }
            return BookRun.RunAsync(new BookRun.Request
            {
                Path = parsed.GetValue(path)!,
                Verbosity = parsed.GetValue(verbosity),
                Limits = parsed.GetValue(limits)!,
                Targets = place.Target ?? parsed.GetValue(targets),
                OutputFolder = place.Folder,
                OutputName = place.Name,
                Draft = parsed.GetValue(draft),
                SkipsParity = parsed.GetValue(noParity),
                Dialect = parsed.GetValue(dialect),
                UnrunCode = parsed.GetValue(needsR),
                Sheets = sheets.Read(parsed),
                DiagnosticsFiles = diagnostics.Files(parsed),
                WarningsAsErrors = diagnostics.Errors(parsed),
                Handout = new HandoutRequest
                {
                    Name = parsed.GetValue(name),
                    Title = parsed.GetValue(title),
                    Chapters = [.. parsed.GetValue(chapters) ?? []],
                    Sections = [.. parsed.GetValue(sections) ?? []],
                    Date = parsed.GetValue(date),
                    Paper = parsed.GetValue(paper),
                    BookPages = parsed.GetValue(pages) is { } counted ? counted == BookPages : null,
                    NotesMargin = parsed.GetValue(margin) ? true : null,
                    LineNumbers = parsed.GetValue(lines) ? true : null,
                },
            }, environment, stop);
        });
        return verb;
    }
}
