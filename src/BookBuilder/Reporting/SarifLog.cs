using System.Collections.Immutable;
using System.Text.Json;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Reporting;

/// <summary>Writes what was said as SARIF, which build servers and editors show beside the source.</summary>
/// <remarks>Static Analysis Results Interchange Format (SARIF) 2.1.0, OASIS Standard with Errata 01. The numbers in comments are its sections.</remarks>
public static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string Root = "BOOKROOT";

    /// <summary>Writes a record of a run in UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="run">What was said.</param>
    public static void Write(Stream stream, RunRecord run)
    {
        ImmutableArray<DiagnosticRule> rules = Rules(run);
        Dictionary<string, int> places = rules.Select(static (r, i) => (r.Code, i)).ToDictionary();
        ReportJson.Write(stream, json =>
        {
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, run, rules);
            WriteInvocation(json, run);
            json.WriteStartObject("originalUriBaseIds");
            json.WriteStartObject(Root);
            if (run.Root is { } root) json.WriteString("uri", FolderUri(root));
            WriteText(json, "description", "The book's folder.");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach ((Diagnostic diagnostic, SuppressedDiagnostic? suppression) in run.Results) WriteResult(json, diagnostic, places[diagnostic.Code], suppression);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    /// <summary>The catalogue's entries for the codes that were said. A code that it does not have comes from a pass of the caller's own.</summary>
    private static ImmutableArray<DiagnosticRule> Rules(RunRecord run)
    {
        Dictionary<string, DiagnosticRule> known = Problems.Rules.ToDictionary(static r => r.Code);
        return
        [
            .. run.Results.Select(static r => r.Diagnostic).DistinctBy(static d => d.Code).OrderBy(static d => d.Code, StringComparer.Ordinal)
                .Select(d => known.GetValueOrDefault(d.Code) ?? new DiagnosticRule(d.Code, d.Severity, "Said by a pass that is not BookBuilder's own.")),
        ];
    }

    private static void WriteTool(Utf8JsonWriter json, RunRecord run, ImmutableArray<DiagnosticRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", run.Program);
        json.WriteString("version", run.Version);
        json.WriteStartArray("rules");
        foreach (DiagnosticRule rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            WriteText(json, "shortDescription", rule.Summary);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            WriteText(json, "help", Help(rule));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Help(DiagnosticRule rule) => rule.Severity == Severity.Error
        ? "An error: nothing is written while there is one. What to do about it stands in each result's hints."
        : $"{(rule.Severity == Severity.Warning ? "A warning: the book is written all the same." : "A remark: nothing is wrong.")} What to do about it stands in each result's hints. "
            + $"A comment <!-- bookbuilder-ignore {rule.Code}: the reason --> before a block silences it there.";

    // The program did its work, whatever it found in the book (3.20.14).
    private static void WriteInvocation(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteNumber("exitCode", run.ExitCode);
        json.WriteString("exitCodeDescription", run.ExitCode == 0 ? "nothing was wrong" : "the book has errors");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule, SuppressedDiagnostic? suppression)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(diagnostic.Severity));
        WriteText(json, "message", diagnostic.Message);
        if (diagnostic.Span.Path.Length > 0)
        {
            json.WriteStartArray("locations");
            WriteLocation(json, diagnostic.Span);
            json.WriteEndArray();
        }
        // Empty where nothing is silenced: that it is absent would mean that nobody knows (3.27.23).
        json.WriteStartArray("suppressions");
        if (suppression is not null) WriteSuppression(json, suppression);
        json.WriteEndArray();
        if (!diagnostic.Hints.IsEmpty || diagnostic.Page is not null)
        {
            json.WriteStartObject("properties");
            if (diagnostic.Page is { } page) json.WriteString("page", page);
            if (!diagnostic.Hints.IsEmpty) json.WriteTexts("hints", diagnostic.Hints);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, SuppressedDiagnostic suppression)
    {
        json.WriteStartObject();
        json.WriteString("kind", suppression.IsInSource ? "inSource" : "external");
        if (suppression.Reason.Length > 0) json.WriteString("justification", suppression.Reason);
        if (suppression.Place.Path.Length > 0)
        {
            json.WritePropertyName("location");
            WriteLocation(json, suppression.Place);
        }
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', span.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        // A file as a whole has no region (3.29.4).
        if (span != SourceSpan.OfFile(span.Path) && span.Start.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", span.Start.Line);
            json.WriteNumber("startColumn", Math.Max(1, span.Start.Column));
            json.WriteNumber("endLine", Math.Max(span.Start.Line, span.End.Line));
            json.WriteNumber("endColumn", span.End.Line > span.Start.Line ? Math.Max(1, span.End.Column) : Math.Max(Math.Max(1, span.Start.Column), span.End.Column));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    // The address of a folder ends in a slash, so that paths can be joined to it (3.14.14).
    private static string FolderUri(string folder) => new Uri(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).AbsoluteUri;
}
