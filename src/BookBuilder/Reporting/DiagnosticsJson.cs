using System.Text.Json;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Reporting;

/// <summary>Writes what was said as plain JSON, for scripts.</summary>
/// <remarks>
/// The form, with every key in every file: <c>schemaVersion</c> (1), <c>tool</c> (<c>name</c>, <c>version</c>), <c>exitCode</c>, and <c>results</c>, each with <c>code</c>,
/// <c>severity</c> ("error", "warning" or "info"), <c>message</c>, <c>hints</c>, <c>file</c> (from the book's root, with forward slashes), <c>line</c>, <c>column</c>, <c>endLine</c>,
/// <c>endColumn</c> (from 1, in UTF-16 units; the end is just after the last character), <c>page</c> (the label of the printed page), <c>suppressed</c>, and the <c>reason</c> that
/// its author gave for that. What is not known is null. Keys may be added under the same version; none changes its meaning.
/// </remarks>
public static class DiagnosticsJson
{
    /// <summary>The version of the form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes a record of a run in UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="run">What was said.</param>
    public static void Write(Stream stream, RunRecord run) => ReportJson.Write(stream, json =>
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteStartObject("tool");
        json.WriteString("name", run.Program);
        json.WriteString("version", run.Version);
        json.WriteEndObject();
        json.WriteNumber("exitCode", run.ExitCode);
        json.WriteStartArray("results");
        foreach ((Diagnostic diagnostic, SuppressedDiagnostic? suppression) in run.Results) WriteResult(json, diagnostic, suppression);
        json.WriteEndArray();
    });

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, SuppressedDiagnostic? suppression)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" });
        json.WriteString("message", diagnostic.Message);
        json.WriteTexts("hints", diagnostic.Hints);
        SourceSpan span = diagnostic.Span;
        json.WriteString("file", span.Path.Length == 0 ? null : span.Path);
        WritePosition(json, "line", "column", span.Path.Length == 0 ? null : span.Start);
        WritePosition(json, "endLine", "endColumn", span.Path.Length == 0 ? null : span.End);
        json.WriteString("page", diagnostic.Page);
        json.WriteBoolean("suppressed", suppression is not null);
        json.WriteString("reason", suppression?.Reason is { Length: > 0 } reason ? reason : null);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string line, string column, SourcePosition? position)
    {
        if (position is { } there)
        {
            json.WriteNumber(line, Math.Max(1, there.Line));
            json.WriteNumber(column, Math.Max(1, there.Column));
            return;
        }
        json.WriteNull(line);
        json.WriteNull(column);
    }
}
