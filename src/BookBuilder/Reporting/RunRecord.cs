using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Importing;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Reporting;

/// <summary>What a run said about a book, as other programs are told of it.</summary>
public sealed record RunRecord
{
    /// <summary>What was told, in its order.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
    /// <summary>What was silenced, in its order. Default: nothing.</summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed { get; init; } = [];
    /// <summary>The program's name. Default: "BookBuilder".</summary>
    public string Program { get; init; } = "BookBuilder";
    /// <summary>The program's version. Default: that of this library.</summary>
    public string Version { get; init; } = typeof(RunRecord).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
    /// <summary>The folder that the files' paths start from, a full path; null when it is none of anybody's business, or there is none. Default: null.</summary>
    public string? Root { get; init; }
    /// <summary>What the program answered when it ended: 0 when nothing was wrong.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The record of a build, a check or a handout.</summary>
    public static RunRecord Of(BuildReport report) =>
        new() { Diagnostics = report.Diagnostics, Suppressed = report.Suppressed, ExitCode = report.Succeeded ? 0 : 1 };

    /// <summary>The record of an import.</summary>
    public static RunRecord Of(ImportResult result) =>
        new() { Diagnostics = result.Diagnostics, Root = result.Root, ExitCode = result.Succeeded && !result.Diagnostics.Any(static d => d.Severity == Severity.Error) ? 0 : 1 };

    /// <summary>Everything: what was told, then what was silenced.</summary>
    internal IEnumerable<(Diagnostic Diagnostic, SuppressedDiagnostic? Suppression)> Results =>
        Diagnostics.Select(static d => (d, (SuppressedDiagnostic?)null)).Concat(Suppressed.Select(static s => (s.Diagnostic, (SuppressedDiagnostic?)s)));
}
