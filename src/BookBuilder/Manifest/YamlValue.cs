using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Manifest;

/// <summary>A value of a YAML file with its place. A closed set.</summary>
internal abstract record YamlValue(SourceSpan Span);

/// <summary>Text, a number or the like; what it is depends on who asks.</summary>
/// <param name="Text">The characters.</param>
/// <param name="IsPlain">Whether it stands without quotes; only then are "true", "~" and "" more than text.</param>
/// <param name="Span">Where.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Span) : YamlValue(Span)
{
    /// <summary>The tag before it, as in <c>!expr 1 + 1</c>; null when there is none.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether nothing was given: <c>publisher:</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlValue> Items, SourceSpan Span) : YamlValue(Span);

/// <summary>Keys and values, in their order; no key stands twice.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, SourceSpan Span) : YamlValue(Span);

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(string Key, SourceSpan KeySpan, YamlValue Value);
