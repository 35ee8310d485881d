using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>A map of book.yml while it is read: gives values by key, says what is wrong with them, and at the end which keys nobody asked for.</summary>
/// <param name="name">Its key from the root ("pdf.margins"); empty for the root.</param>
/// <param name="map">Its entries; null when the file has none.</param>
/// <param name="span">The place to name when something lacks in it.</param>
/// <param name="sink">Where mistakes are reported.</param>
internal sealed class ManifestSection(string name, YamlMap? map, SourceSpan span, DiagnosticSink sink)
{
    private readonly List<string> _known = [];

    public string Name => name;

    public SourceSpan Span => span;

    public DiagnosticSink Sink => sink;

    /// <summary>A key with its section, for messages.</summary>
    public string FullKey(string key) => name.Length == 0 ? key : $"{name}.{key}";

    /// <summary>The value of a key; null when it is not given or given as nothing.</summary>
    public YamlValue? Value(string key)
    {
        if (!_known.Contains(key)) _known.Add(key);
        YamlValue? value = map?.Entries.FirstOrDefault(e => e.Key == key)?.Value;
        return value is YamlScalar { IsNull: true } ? null : value;
    }

    /// <summary>The place of a key that is given as nothing; null when it is not given, or given as something.</summary>
    public SourceSpan? Nothing(string key) => map?.Entries.FirstOrDefault(e => e.Key == key) is { Value: YamlScalar { IsNull: true } } entry ? entry.KeySpan : null;

    /// <summary>The text of a key, trimmed; null when not given. Empty text is a mistake.</summary>
    public YamlScalar? Scalar(string key, string expected = "text")
    {
        YamlValue? value = Value(key);
        if (value is null) return null;
        return AsText(value, FullKey(key), expected);
    }

    /// <summary>As <see cref="Scalar"/>, the characters only.</summary>
    public string? Text(string key) => Scalar(key)?.Text;

    /// <summary>A value as trimmed text; null (and a report) when it is none.</summary>
    public YamlScalar? AsText(YamlValue value, string fullKey, string expected = "text")
    {
        if (value is not YamlScalar scalar)
        {
            WrongType(fullKey, expected, value);
            return null;
        }
        scalar = scalar with { Text = scalar.Text.Trim() };
        if (scalar.Text.Length > 0) return scalar;
        sink.Report(Problems.EmptyValue(fullKey, scalar.Span));
        return null;
    }

    /// <summary>Yes or no; the fallback when not given.</summary>
    public bool Flag(string key, bool fallback)
    {
        YamlValue? value = Value(key);
        if (value is null) return fallback;
        switch (value)
        {
            case YamlScalar { IsPlain: true, Text: "true" or "True" or "TRUE" or "yes" or "Yes" or "on" }: return true;
            case YamlScalar { IsPlain: true, Text: "false" or "False" or "FALSE" or "no" or "No" or "off" }: return false;
            default:
                WrongType(FullKey(key), "true or false", value);
                return fallback;
        }
    }

    /// <summary>A whole number between two others; the fallback when not given or wrong.</summary>
    public int Whole(string key, int least, int most, int fallback)
    {
        YamlScalar? scalar = Scalar(key, "a whole number");
        return scalar is null ? fallback : Whole(scalar, FullKey(key), least, most, fallback);
    }

    /// <summary>A scalar as a whole number.</summary>
    public int Whole(YamlScalar scalar, string fullKey, int least, int most, int fallback)
    {
        if (!int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            sink.Report(Problems.WrongType(fullKey, "a whole number", $"'{scalar.Text}'", scalar.Span));
        else if (number < least || number > most)
            sink.Report(Problems.OutOfRange(fullKey, scalar.Text, least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture), scalar.Span));
        else
            return number;
        return fallback;
    }

    /// <summary>A length between two others; null when not given or wrong.</summary>
    public Length? Distance(string key, Length least, Length most)
    {
        YamlScalar? scalar = Scalar(key, "a length such as 10pt");
        if (scalar is null) return null;
        if (LengthReader.Read(scalar.Text) is not Length length)
            sink.Report(Problems.BadLength(FullKey(key), scalar.Text, scalar.Span));
        else if (length < least || length > most)
            sink.Report(Problems.OutOfRange(FullKey(key), scalar.Text, least.ToString(), most.ToString(), scalar.Span));
        else
            return length;
        return null;
    }

    /// <summary>A share such as 2% between two others; null when not given or wrong.</summary>
    public double? Share(string key, double least, double most)
    {
        YamlScalar? scalar = Scalar(key, "a share such as 2%");
        if (scalar is null) return null;
        bool isPercent = scalar.Text.EndsWith('%');
        if (!double.TryParse(isPercent ? scalar.Text[..^1] : scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            sink.Report(Problems.WrongType(FullKey(key), "a share such as 2%", $"'{scalar.Text}'", scalar.Span));
        else if ((isPercent ? number / 100 : number) is double share && !(share >= least && share <= most))
            sink.Report(Problems.OutOfRange(FullKey(key), scalar.Text, Percent(least), Percent(most), scalar.Span));
        else
            return share;
        return null;

        static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");
    }

    /// <summary>A distance between two others that may be said in the type's own units, "1.2em" and "2 lines"; null when not given or wrong.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least, for the type at hand.</param>
    /// <param name="most">The most.</param>
    /// <param name="size">What an em is here.</param>
    /// <param name="leading">What a line is here.</param>
    public Extent? Extent(string key, Length least, Length most, Length size, Length leading)
    {
        YamlScalar? scalar = Scalar(key, "a length such as 12pt, 1.2em or 2 lines");
        if (scalar is null) return null;
        if (LengthReader.ReadExtent(scalar.Text) is not Extent extent)
            sink.Report(Problems.BadLength(FullKey(key), scalar.Text, scalar.Span, inType: true));
        else if (extent.In(size, leading) is var length && (length < least || length > most))
            sink.Report(Problems.OutOfRange(FullKey(key), Measured(scalar.Text, length), least.ToString(), most.ToString(), scalar.Span));
        else
            return extent;
        return null;
    }

    /// <summary>What one of some words stands for; the fallback when not given or wrong.</summary>
    public T Choice<T>(string key, T fallback, params ReadOnlySpan<(string Word, T Value)> possible)
    {
        string[] words = new string[possible.Length];
        for (int i = 0; i < words.Length; i++) words[i] = possible[i].Word;
        if (OneOf(key, words) is not string word) return fallback;
        return possible[Array.IndexOf(words, word)].Value;
    }

    /// <summary>One of some words; null when not given or wrong.</summary>
    public string? OneOf(string key, params IReadOnlyList<string> possible)
    {
        YamlScalar? scalar = Scalar(key, string.Join(" or ", possible));
        return scalar is null ? null : OneOf(scalar, FullKey(key), possible);
    }

    /// <summary>A scalar as one of some words.</summary>
    public string? OneOf(YamlScalar scalar, string fullKey, IReadOnlyList<string> possible)
    {
        if (possible.FirstOrDefault(p => p.Equals(scalar.Text, StringComparison.OrdinalIgnoreCase)) is string word) return word;
        sink.Report(Problems.NotOneOf(fullKey, scalar.Text, possible, scalar.Span, Spelling.Nearest(scalar.Text, possible)));
        return null;
    }

    /// <summary>The items of a key; a single value counts as a list of one. Empty when not given.</summary>
    public ImmutableArray<YamlValue> Items(string key) => Value(key) switch
    {
        null => [],
        YamlList list => list.Items,
        YamlValue single => [single],
    };

    /// <summary>The items of a key as texts.</summary>
    public ImmutableArray<YamlScalar> Texts(string key, string expected) =>
        [.. Items(key).Select(i => AsText(i, FullKey(key), expected)).OfType<YamlScalar>()];

    /// <summary>The map of a key; empty (and a report) when it is another thing.</summary>
    public ManifestSection Section(string key)
    {
        YamlValue? value = Value(key);
        if (value is not null and not YamlMap) WrongType(FullKey(key), "a map of keys", value);
        return new ManifestSection(FullKey(key), value as YamlMap, value?.Span ?? span, sink);
    }

    /// <summary>A map that stands in a list.</summary>
    public ManifestSection Section(YamlMap item, string key) => new(FullKey(key), item, item.Span, sink);

    /// <summary>Every key with its value: for maps whose keys are free.</summary>
    public ImmutableArray<YamlEntry> Entries()
    {
        ImmutableArray<YamlEntry> entries = map?.Entries ?? [];
        _known.AddRange(entries.Select(e => e.Key));
        return entries;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void End()
    {
        foreach (YamlEntry entry in map?.Entries ?? [])
            if (!_known.Contains(entry.Key))
                sink.Report(Problems.UnknownKey(entry.Key, name, entry.KeySpan, Spelling.Nearest(entry.Key, _known), _known));
    }

    private static string Measured(string text, Length length) => text == length.ToString() ? text : $"{text} ({length})";

    /// <summary>Reports a value of the wrong kind.</summary>
    public void WrongType(string fullKey, string expected, YamlValue value, string? hint = null) =>
        sink.Report(Problems.WrongType(fullKey, expected, value switch
        {
            YamlList => "a list",
            YamlMap => "a map",
            YamlScalar scalar => $"'{scalar.Text}'",
            _ => throw new System.Diagnostics.UnreachableException($"{value.GetType().Name} is new: say here what it is called."),
        }, value.Span, hint));
}
