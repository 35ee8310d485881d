using System.Collections.Immutable;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Bookdown;

/// <summary>Looks into YAML of which nothing is required.</summary>
internal static class YamlLookup
{
    /// <summary>The value under a path of keys; null when there is none, or when it is empty.</summary>
    public static YamlValue? At(this YamlValue? value, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
            value = (value as YamlMap)?.Entries.FirstOrDefault(e => e.Key == key)?.Value;
        return value is YamlScalar { IsNull: true } ? null : value;
    }

    /// <summary>The text under a path of keys; of a list the first. Null when there is none.</summary>
    public static YamlScalar? TextAt(this YamlValue? value, params ReadOnlySpan<string> keys) => value.At(keys) switch
    {
        YamlScalar scalar => scalar,
        YamlList { Items: [YamlScalar first, ..] } => first,
        _ => null,
    };

    /// <summary>The texts under a path of keys: a list, or a single one.</summary>
    public static ImmutableArray<YamlScalar> TextsAt(this YamlValue? value, params ReadOnlySpan<string> keys) => value.At(keys) switch
    {
        YamlScalar scalar => [scalar],
        YamlList list => [.. list.Items.OfType<YamlScalar>()],
        _ => [],
    };

    /// <summary>Whether a path of keys says yes; null when it says nothing.</summary>
    public static bool? FlagAt(this YamlValue? value, params ReadOnlySpan<string> keys) => value.At(keys) is YamlScalar scalar
        ? scalar.Text.ToLowerInvariant() switch { "true" or "yes" or "on" or "y" => true, "false" or "no" or "off" or "n" => false, _ => null }
        : null;

    /// <summary>Reads a file's YAML map; null when there is none.</summary>
    public static YamlMap? Read(string yaml, string path, DiagnosticSink sink) => YamlReader.Read(yaml, path, sink) as YamlMap;
}
