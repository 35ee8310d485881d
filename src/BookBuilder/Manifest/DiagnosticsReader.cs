using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Manifest;

/// <summary>Reads which messages matter more, or not at all: <c>diagnostics</c>.</summary>
internal static class DiagnosticsReader
{
    public static ManifestDiagnostics Read(ManifestSection section)
    {
        var read = new ManifestDiagnostics
        {
            Errors = [.. Codes(section, "errors").Select(static c => c.Codes)],
            Ignored = [.. Codes(section, "ignore").Where(c => CanBeIgnored(section, c)).Select(static c => new Silence([c.Codes], null, c.Span, ""))],
        };
        section.End();
        return read;
    }

    private static IEnumerable<(CodePattern Codes, SourceSpan Span)> Codes(ManifestSection section, string key)
    {
        foreach (YamlScalar code in section.Texts(key, "codes such as BB21xx"))
            if (CodePattern.Read(code.Text) is { } pattern) yield return (pattern, code.Span);
            else section.Sink.Report(Problems.UnknownCode(section.FullKey(key), code.Text, code.Span, CodePattern.Nearest(code.Text)));
    }

    private static bool CanBeIgnored(ManifestSection section, (CodePattern Codes, SourceSpan Span) ignored)
    {
        if (!ignored.Codes.IsOne || Problems.Rules.First(r => ignored.Codes.Covers(r.Code)).Severity != Severity.Error) return true;
        section.Sink.Report(Problems.ErrorNotSilenced(ignored.Codes.Written, ignored.Span));
        return false;
    }
}
