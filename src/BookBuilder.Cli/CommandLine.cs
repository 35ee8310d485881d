using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using BookBuilder.Building;
using BookBuilder.Model.Metadata;
using BookBuilder.Explaining;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Cli;

/// <summary>How much the command says.</summary>
internal enum Verbosity
{
    /// <summary>Errors and warnings.</summary>
    Quiet,
    /// <summary>And the files that were written.</summary>
    Minimal,
    /// <summary>And progress and a summary.</summary>
    Normal,
    /// <summary>And remarks, and how long each phase took.</summary>
    Detailed,
    /// <summary>And whatever helps to find a fault of the program.</summary>
    Diagnostic,
}

/// <summary>The command <c>bookbuilder</c>.</summary>
internal static class CommandLine
{
    /// <summary>Exit code: all is well.</summary>
    public const int Fine = 0;
    /// <summary>Exit code: the book has errors, or the build was cancelled.</summary>
    public const int Failed = 1;
    /// <summary>Exit code: the command was not understood, or names a folder that is not there.</summary>
    public const int Misused = 2;

    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(string[] args, CommandEnvironment environment, CancellationToken stop = default)
    {
        Command root = Root(environment);
        ParseResult parsed = root.Parse(args);
        if (!Misuse.Of(parsed).IsEmpty)
        {
            foreach (string said in Misuse.Of(parsed)) environment.Error.WriteLine($"bookbuilder: {said}");
            environment.Error.WriteLine("bookbuilder: see 'bookbuilder --help'");
            return Misused;
        }
        var invocation = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        return await parsed.InvokeAsync(invocation, stop);
    }

    // Not a RootCommand: that one calls itself by the assembly's name, and users know the command by another.
    internal static Command Root(CommandEnvironment environment)
    {
        var root = new Command("bookbuilder", "Turns a Markdown book into a typeset PDF and an accessible EPUB.")
        {
            new HelpOption(),
            new VersionOption(),
            BuildVerb(environment),
            WatchVerb.Create(environment),
            HandoutVerb.Of(environment),
            CheckVerb(environment),
            ExplainVerb(environment),
            InspectVerb.Create(environment),
            ImportVerb.Create(environment),
            NewVerb.Create(environment),
            DoctorVerb.Create(environment),
            CleanVerb.Create(environment),
            SchemaVerb.Create(environment),
        };
        root.Subcommands.Add(CompletionsVerb.Create(environment, root));
        return root;
    }

    private static Command BuildVerb(CommandEnvironment environment)
    {
        var options = new BuildingOptions();
        Option<bool> noParity = NoParityOption();
        Command verb = options.Verb("build", "Builds a book.", noParity);
        verb.SetAction((parsed, stop) => BookRun.RunAsync(options.Read(parsed) with { SkipsParity = parsed.GetValue(noParity) }, environment, stop));
        return verb;
    }

    private static Command CheckVerb(CommandEnvironment environment)
    {
        Argument<string> path = PathArgument();
        Option<Verbosity> verbosity = VerbosityOption();
        var devices = new Option<EpubDevice>("--device")
        {
            Description = "Look for the known traps of e-readers, too: kindle, apple, kobo, several with commas between them, or all.",
            HelpName = "kindle,apple,kobo",
            CustomParser = ParseDevices,
        };
        devices.CompletionSources.Add("kindle", "apple", "kobo", "all");
        Option<bool> noCache = NoCacheOption();
        Option<string?> dialect = DialectOption();
        var links = new Option<bool>("--links") { Description = "Ask every address on the web that the book links to whether it answers." };
        Option<UnrunCode> needsR = NeedsROption();
        Option<BookLimits> limits = LimitOption.Create();
        var verb = new Command("check", "Does everything but writing, and says what is wrong with a book.") { path, verbosity, devices, links, noCache, dialect, needsR, limits };
        var diagnostics = new DiagnosticsOptions();
        diagnostics.AddTo(verb);
        verb.SetAction((parsed, stop) => BookRun.RunAsync(new BookRun.Request
        {
            Path = parsed.GetValue(path)!,
            Verbosity = parsed.GetValue(verbosity),
            IsCheck = true,
            Limits = parsed.GetValue(limits)!,
            Devices = parsed.GetValue(devices),
            AsksLinks = parsed.GetValue(links),
            UsesCache = !parsed.GetValue(noCache),
            DiagnosticsFiles = diagnostics.Files(parsed),
            WarningsAsErrors = diagnostics.Errors(parsed),
            Dialect = parsed.GetValue(dialect),
            UnrunCode = parsed.GetValue(needsR),
        }, environment, stop));
        return verb;
    }

    /// <summary>The tool whose form the book is in.</summary>
    internal static Option<string?> DialectOption()
    {
        string[] words = ["auto", "native", "bookdown", "quarto", "mdbook", "pandoc"];
        var dialect = new Option<string?>("--dialect") { Description = "The tool whose form the book is in [default: auto, its project file tells].", HelpName = string.Join('|', words) };
        dialect.CompletionSources.Add(words);
        dialect.Validators.Add(result =>
        {
            string word = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (words.Contains(word.ToLowerInvariant())) return;
            string? near = Spelling.Nearest(word, words);
            result.AddError($"'{word}' is no form that is read, only {string.Join(", ", words)}{(near is null ? "" : $": did you mean '{near}'?")}");
        });
        return dialect;
    }

    private static Command ExplainVerb(CommandEnvironment environment)
    {
        var question = new Argument<LayoutQuestion>("WHAT")
        {
            Description = "page:42 (a printed page), fig-tides (a label) or tides.md:120 (a line of a source file).",
            CustomParser = result =>
            {
                string asked = result.Tokens[0].Value;
                if (LayoutQuestion.Read(asked) is { } read) return read;
                result.AddError($"'{asked}' is no question: ask for page:42, for a label such as fig-tides, or for a place such as tides.md:120");
                return null!;
            },
        };
        Argument<string> path = PathArgument();
        Option<string?> dialect = DialectOption();
        var verb = new Command("explain", "Says why a page, a figure or a paragraph is set as it is.") { question, path, dialect };
        verb.SetAction((parsed, stop) => BookRun.RunAsync(new BookRun.Request
        {
            Path = parsed.GetValue(path)!,
            Question = parsed.GetValue(question),
            Dialect = parsed.GetValue(dialect),
        }, environment, stop));
        return verb;
    }

    /// <summary>What stands for code that would have to be run.</summary>
    internal static Option<UnrunCode> NeedsROption() => new("--on-needs-r")
    {
        Description = "What stands for code that only R (or another program) could run, where no earlier run left its result: the code, a placeholder, or an error.",
        HelpName = "code|placeholder|error",
        DefaultValueFactory = _ => UnrunCode.Code,
        CustomParser = result =>
        {
            string wish = result.Tokens[0].Value.ToLowerInvariant();
            switch (wish)
            {
                case "code": return UnrunCode.Code;
                case "placeholder": return UnrunCode.Placeholder;
                case "error": return UnrunCode.Error;
                default:
                    result.AddError($"'{wish}' is none of code, placeholder and error");
                    return UnrunCode.Code;
            }
        },
    };

    /// <summary>What to make.</summary>
    internal static Option<BookTargets> TargetsOption()
    {
        Option<BookTargets> targets = NewTargetsOption();
        targets.CompletionSources.Add("pdf", "epub", "pdf,epub");
        return targets;
    }

    private static Option<BookTargets> NewTargetsOption() => new("--to")
    {
        Description = "What to make: pdf, epub, or both with a comma between them.",
        HelpName = "pdf,epub",
        DefaultValueFactory = _ => BookTargets.All,
        CustomParser = ParseTargets,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Whether to write in spite of errors.</summary>
    internal static Option<bool> DraftOption() => new("--draft") { Description = "Write what can be made in spite of errors, with visible placeholders." };

    /// <summary>Whether not to compare.</summary>
    internal static Option<bool> NoParityOption() =>
        new("--no-parity") { Description = "Do not open the finished files again to hold them against the book; no parity.json is written." };

    /// <summary>Whether it is told how long each phase took.</summary>
    internal static Option<bool> TimingsOption() => new("--timings") { Description = "Tell how long each phase took." };

    /// <summary>Whether nothing is taken from earlier builds.</summary>
    internal static Option<bool> NoCacheOption() => new("--no-cache") { Description = "Take nothing that earlier builds left in the cache, and leave nothing there. The files are the same." };

    /// <summary>Where the book is.</summary>
    internal static Argument<string> PathArgument() => new("PATH")
    {
        Description = "The book's folder, its book.yml, or a single Markdown file.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => ".",
    };

    /// <summary>Where outputs go.</summary>
    internal static Option<string?> OutputOption() =>
        new("--output", "-o") { Description = "The folder for outputs [default: the book's 'output.dir', else 'output' here].", HelpName = "DIR" };

    /// <summary>How much to say.</summary>
    internal static Option<Verbosity> VerbosityOption()
    {
        Option<Verbosity> verbosity = NewVerbosityOption();
        verbosity.CompletionSources.Add("quiet", "minimal", "normal", "detailed", "diagnostic");
        return verbosity;
    }

    private static Option<Verbosity> NewVerbosityOption() => new("--verbosity", "-v")
    {
        Description = "How much to say: q[uiet], m[inimal], n[ormal], d[etailed], diag[nostic].",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => Verbosity.Normal,
        CustomParser = result =>
        {
            string level = result.Tokens[0].Value.ToLowerInvariant();
            switch (level)
            {
                case "q" or "quiet": return Verbosity.Quiet;
                case "m" or "minimal": return Verbosity.Minimal;
                case "n" or "normal": return Verbosity.Normal;
                case "d" or "detailed": return Verbosity.Detailed;
                case "diag" or "diagnostic": return Verbosity.Diagnostic;
                default:
                    result.AddError($"'{level}' is not a level: q, m, n, d or diag");
                    return Verbosity.Normal;
            }
        },
    };

    private static EpubDevice ParseDevices(ArgumentResult result)
    {
        EpubDevice devices = EpubDevice.None;
        foreach (string name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            switch (name.ToLowerInvariant())
            {
                case "kindle": devices |= EpubDevice.Kindle; break;
                case "apple": devices |= EpubDevice.Apple; break;
                case "kobo": devices |= EpubDevice.Kobo; break;
                case "all": devices |= EpubDevice.All; break;
                default:
                    string? near = Spelling.Nearest(name, ["kindle", "apple", "kobo", "all"]);
                    result.AddError($"'{name}' is no device that is known, only kindle, apple and kobo{(near is null ? "" : $": did you mean '{near}'?")}");
                    break;
            }
        return devices;
    }

    private static BookTargets ParseTargets(ArgumentResult result)
    {
        BookTargets targets = BookTargets.None;
        foreach (string name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            switch (name.ToLowerInvariant())
            {
                case "pdf": targets |= BookTargets.Pdf; break;
                case "epub": targets |= BookTargets.Epub; break;
                case "all": targets |= BookTargets.All; break;
                default:
                    string? near = Spelling.Nearest(name, ["pdf", "epub"]);
                    result.AddError($"'{name}' cannot be made, only pdf and epub{(near is null ? "" : $": did you mean '{near}'?")}");
                    break;
            }
        if (targets == BookTargets.None && !result.Errors.Any()) result.AddError("--to needs pdf, epub or both");
        return targets;
    }
}
