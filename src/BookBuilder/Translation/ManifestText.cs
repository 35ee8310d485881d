using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Writes a book.yml line by line; each line remembers the place in the source that it tells again.</summary>
internal sealed class ManifestText
{
    private readonly ImmutableArray<SourceLine>.Builder _lines = ImmutableArray.CreateBuilder<SourceLine>();

    /// <summary>A line that is already YAML.</summary>
    /// <param name="yaml">The line.</param>
    /// <param name="from">Where its author wrote it; none for a line of ours.</param>
    public ManifestText Line(string yaml, SourceSpan from = default)
    {
        _lines.Add(new SourceLine(yaml, from.Path ?? "", from.Path is { Length: > 0 } ? from.Start.Line : 0));
        return this;
    }

    /// <summary><c>key: value</c>, with the value in quotes; nothing when it is null or empty.</summary>
    /// <param name="key">The key, with its indent.</param>
    /// <param name="value">The text.</param>
    /// <param name="from">Where its author wrote it.</param>
    public ManifestText Text(string key, string? value, SourceSpan from = default) =>
        string.IsNullOrEmpty(value) ? this : Line($"{key}: {Quoted(value)}", from);

    /// <summary>A text as a double-quoted scalar (YAML 1.2, 7.3.1), on one line: with spaces for whatever ends one, and without what YAML does not let stand (5.1).</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029' => " ",
                < ' ' or (>= '\u007f' and <= '\u009f') or '\ufffe' or '\uffff' => "",
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }

    /// <summary>The finished file.</summary>
    public TranslatedFile ToFile() => new("book.yml", _lines.ToImmutable());
}
