using System.CommandLine;
using BookBuilder.Building;
using BookBuilder.Model.Metadata;
using BookBuilder.Translation;

namespace BookBuilder.Cli;

/// <summary>What a verb takes that builds a whole book, once or again and again; whether finished files are checked, each says for itself.</summary>
internal sealed class BuildingOptions
{
    private readonly Argument<string> _path = CommandLine.PathArgument();
    private readonly Option<Verbosity> _verbosity = CommandLine.VerbosityOption();
    private readonly Option<BookTargets> _targets = CommandLine.TargetsOption();
    private readonly Option<string?> _folder = CommandLine.OutputOption(), _dialect = CommandLine.DialectOption();
    private readonly Option<bool> _draft = CommandLine.DraftOption(), _timings = CommandLine.TimingsOption(), _noCache = CommandLine.NoCacheOption();
    private readonly Option<UnrunCode> _needsR = CommandLine.NeedsROption();
    private readonly Option<BookLimits> _limits = LimitOption.Create();
    private readonly SheetOptions _sheets = new();
    private readonly DiagnosticsOptions _diagnostics = new();

    /// <summary>A verb with all of them.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it does.</param>
    /// <param name="parity">Says whether finished files are checked.</param>
    public Command Verb(string name, string description, Option<bool> parity)
    {
        var verb = new Command(name, description) { _path, _targets, _folder, _verbosity, _draft, parity, _noCache, _timings, _dialect, _needsR, _limits };
        _sheets.AddTo(verb);
        _diagnostics.AddTo(verb);
        return verb;
    }

    /// <summary>What was asked for.</summary>
    public BookRun.Request Read(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        Verbosity = parsed.GetValue(_verbosity),
        Targets = parsed.GetValue(_targets),
        OutputFolder = parsed.GetValue(_folder),
        Draft = parsed.GetValue(_draft),
        UsesCache = !parsed.GetValue(_noCache),
        TellsTimes = parsed.GetValue(_timings),
        Sheets = _sheets.Read(parsed),
        Limits = parsed.GetValue(_limits)!,
        DiagnosticsFiles = _diagnostics.Files(parsed),
        WarningsAsErrors = _diagnostics.Errors(parsed),
        Dialect = parsed.GetValue(_dialect),
        UnrunCode = parsed.GetValue(_needsR),
    };
}
