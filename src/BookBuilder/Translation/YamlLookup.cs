using System.Collections.Immutable;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Asks the YAML of other tools, in which much may be missing or of another kind: then the answer is null.</summary>
internal static class YamlLookup
{
    /// <summary>Reads a project file; what is wrong with it is an error with its place.</summary>
    public static YamlMap? ReadProject(string yaml, string path, DiagnosticSink said)
    {
        YamlValue? value = YamlReader.Read(yaml, path, said);
        if (value is not null and not YamlMap) said.Report(Problems.WrongType(path, "a map of keys", value is YamlList ? "a list" : "text", value.Span));
        return value as YamlMap;
    }

    /// <summary>Reads what may be the YAML block of a chapter; what cannot be read is passed over with a warning.</summary>
    /// <param name="lines">The lines between the fences.</param>
    /// <param name="log">Told what is wrong.</param>
    /// <param name="isText">Whether this is no YAML block but text between two rules: no map, and nothing is wrong with it as YAML.</param>
    /// <param name="isWrong">Whether something was told.</param>
    public static YamlMap? ReadBlock(ImmutableArray<SourceLine> lines, TranslationAccount log, out bool isText, out bool isWrong)
    {
        isText = isWrong = false;
        if (lines.IsEmpty || lines.All(l => l.IsBlank)) return null;
        var said = new DiagnosticSink();
        // Empty lines before it give every value its own place in the file.
        string yaml = new string('\n', lines[0].Line - 1) + string.Join('\n', lines.Select(l => l.Text)) + "\n";
        YamlValue? value = YamlReader.Read(yaml, lines[0].Path, said);
        isWrong = said.ToImmutable().Length > 0;
        isText = !isWrong && value is not null and not YamlMap and not YamlScalar { IsNull: true };
        foreach (Diagnostic wrong in said.ToImmutable()) log.Said.Report(Problems.UnreadableMetadata(wrong.Message, wrong.Span));
        return value as YamlMap;
    }

    /// <summary>What stands under a path of keys, or null.</summary>
    public static YamlValue? At(this YamlValue? value, params ReadOnlySpan<string> path)
    {
        foreach (string key in path)
            value = (value as YamlMap)?.Entries.FirstOrDefault(e => e.Key == key)?.Value;
        return value is YamlScalar { IsNull: true } ? null : value;
    }

    /// <summary>The text under a path of keys, trimmed; null when there is none.</summary>
    public static string? Text(this YamlValue? value, params ReadOnlySpan<string> path) =>
        value.At(path) is YamlScalar { Text: var text } && text.Trim().Length > 0 ? text.Trim() : null;

    /// <summary>The text under a path of keys with its place; of a list the first. Null when there is none.</summary>
    public static YamlScalar? TextAt(this YamlValue? value, params ReadOnlySpan<string> path) => value.Items(path) is [YamlScalar first, ..] ? first : null;

    /// <summary>The texts under a path of keys with their places: a list, or a single one.</summary>
    public static ImmutableArray<YamlScalar> TextsAt(this YamlValue? value, params ReadOnlySpan<string> path) => [.. value.Items(path).OfType<YamlScalar>()];

    /// <summary>Whether a key says yes, no, or nothing of the kind.</summary>
    public static bool? Flag(this YamlValue? value, params ReadOnlySpan<string> path) => value.Text(path)?.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" => true,
        "false" or "no" or "off" or "n" => false,
        _ => null,
    };

    /// <summary>The values under a path of keys; one alone counts as a list of one.</summary>
    public static ImmutableArray<YamlValue> Items(this YamlValue? value, params ReadOnlySpan<string> path) => value.At(path) switch
    {
        null => [],
        YamlList list => list.Items,
        YamlValue one => [one],
    };

    /// <summary>A map with the entries of another laid over it.</summary>
    public static YamlMap Over(this YamlMap? under, YamlMap over) =>
        under is null ? over : new YamlMap([.. under.Entries.Where(e => over.Entries.All(o => o.Key != e.Key)), .. over.Entries], over.Span);
}
