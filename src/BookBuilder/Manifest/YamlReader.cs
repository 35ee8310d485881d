using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BookBuilder.Manifest;

/// <summary>Reads YAML into values with places. It goes through the parser's events and so needs no reflection and sees every key, doubled ones too.</summary>
internal static class YamlReader
{
    /// <summary>Reads the file's one document within the usual limits. Null when it is empty or cannot be read; then it says why.</summary>
    public static YamlValue? Read(string yaml, string path, DiagnosticSink sink) => Read(yaml, path, BookLimits.Default, sink);

    /// <summary>Reads the file's one document. Null when it is empty or cannot be read; then it says why.</summary>
    public static YamlValue? Read(string yaml, string path, BookLimits limits, DiagnosticSink sink)
    {
        var reading = new Reading(path, limits, sink);
        yaml = LineFeeds.Only(yaml);
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return reading.Document(parser);
        }
        catch (YamlException exception)
        {
            SourcePosition at = Tabulator(exception, yaml) ?? WithinText(Reading.Position(exception.Start), yaml);
            sink.Report(Problems.YamlSyntax(new SourceSpan(path, at, at), Reason(exception)));
            return null;
        }
        // The parser's only way to say that something follows the end of a document ("...") that cannot stand there.
        catch (InvalidOperationException)
        {
            SourcePosition at = WithinText(parser.Current is { } last ? Reading.Position(last.End) : new SourcePosition(1, 1), yaml);
            sink.Report(Problems.YamlSyntax(new SourceSpan(path, at, at), "something follows its end, '...', that cannot stand there"));
            return null;
        }
        catch (YamlLimitException limit)
        {
            sink.Report(limit.Diagnostic);
            return null;
        }
    }

    /// <summary>The parser says "after the last line" of what is never closed; an author looks at the end of the last line.</summary>
    private static SourcePosition WithinText(SourcePosition at, string yaml)
    {
        // The parser ends lines at these too (YAML 1.1, 5.4).
        string[] lines = yaml.TrimEnd().Split(['\n', '\u0085', '\u2028', '\u2029']);
        return at.Line <= lines.Length ? at with { Column = Math.Min(at.Column, lines[at.Line - 1].Length + 1) } : new SourcePosition(lines.Length, lines[^1].TrimEnd().Length + 1);
    }

    /// <summary>What the parser says of the slips that people make, in words that they can do something with.</summary>
    private static readonly (string Said, string Meant)[] Plainly =
    [
        ("tab as indentation", "a line begins with a tabulator; indent it with spaces"),
        ("found invalid mapping", "a value holds ': ', and what stands before that is taken for a key"),
        ("mapping values are not allowed", "a value holds ': ', and what stands before that is taken for a key"),
        ("found unexpected end of stream", "a quotation mark or a bracket is never closed"),
        ("did not find expected ',' or ']'", "a list in brackets lacks a comma, or is never closed"),
        ("did not find expected ',' or '}'", "a map in braces lacks a comma, or is never closed"),
        ("did not find expected key", "this line is indented differently from those it belongs to, or lacks its ':'"),
        ("did not find expected '-' indicator", "this line is indented differently from those it belongs to, or lacks its '- '"),
        ("could not find expected ':'", "this line lacks its ': ' between key and value"),
    ];

    /// <summary>The parser tells a tabulator at the beginning of what it stands in; an author looks at the tabulator.</summary>
    private static SourcePosition? Tabulator(YamlException exception, string yaml)
    {
        if (!Reason(exception).Contains("tabulator", StringComparison.Ordinal)) return null;
        int line = Array.FindIndex(yaml.Split('\n'), static l => l.TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : new SourcePosition(line + 1, 1);
    }

    /// <summary>The parser's words as a clause: without place, first letter small, no full stop.</summary>
    private static string Reason(YamlException exception)
    {
        string text = exception.InnerException is YamlException inner ? inner.Message : exception.Message;
        int place = text.IndexOf("): ", StringComparison.Ordinal);
        if (text.StartsWith("(Line", StringComparison.Ordinal) && place > 0) text = text[(place + 3)..];
        foreach ((string said, string meant) in Plainly)
            if (text.Contains(said, StringComparison.OrdinalIgnoreCase)) return meant;
        text = text.Trim().TrimEnd('.');
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    private sealed class YamlLimitException(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic => diagnostic;
    }

    private sealed class Reading(string path, BookLimits limits, DiagnosticSink sink)
    {
        private readonly Dictionary<string, YamlValue> _anchors = [];
        // A "billion laughs" ends where these are more than the limit.
        private long _values;

        public static SourcePosition Position(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

        public YamlValue? Document(Parser parser)
        {
            YamlValue? root = null;
            while (parser.MoveNext())
                switch (parser.Current)
                {
                    case StreamStart or StreamEnd or DocumentStart or DocumentEnd or Comment: break;
                    case ParsingEvent extra when root is not null:
                        sink.Report(Problems.YamlSecondDocument(Span(extra)));
                        return root;
                    default: root = Value(parser, 0); break;
                }
            return root is YamlScalar { IsNull: true } ? null : root;
        }

        /// <summary>The value at the parser's current event; afterwards the parser stands on the value's last event.</summary>
        private YamlValue Value(Parser parser, int depth)
        {
            ParsingEvent begin = parser.Current!;
            if (depth > limits.YamlDepth) throw new YamlLimitException(Problems.YamlTooDeep(Span(begin), limits.YamlDepth));
            Count(1, begin);
            switch (begin)
            {
                case AnchorAlias alias:
                    if (!_anchors.TryGetValue(alias.Value.Value, out YamlValue? known))
                        throw new YamlException(alias.Start, alias.End, $"nothing is anchored as '{alias.Value.Value}'");
                    Count(Size(known), begin);
                    return known;
                case Scalar scalar:
                    return Anchored(scalar, new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Span(scalar))
                    {
                        Tag = scalar.Tag is { IsEmpty: false, IsNonSpecific: false } tag ? tag.Value : null,
                    });
                case SequenceStart sequence:
                    return Anchored(sequence, new YamlList(Items(parser, depth), Span(sequence)));
                case MappingStart mapping:
                    return Anchored(mapping, new YamlMap(Entries(parser, depth), Span(mapping)));
                default:
                    throw new YamlException(begin.Start, begin.End, "a value is expected here");
            }
        }

        private ImmutableArray<YamlValue> Items(Parser parser, int depth)
        {
            var items = ImmutableArray.CreateBuilder<YamlValue>();
            while (Next(parser) is not SequenceEnd) items.Add(Value(parser, depth + 1));
            return items.ToImmutable();
        }

        private ImmutableArray<YamlEntry> Entries(Parser parser, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            Dictionary<string, SourceSpan> seen = [];
            List<YamlMap> merged = [];
            while (Next(parser) is not MappingEnd)
            {
                YamlValue key = Value(parser, depth + 1);
                Next(parser);
                YamlValue value = Value(parser, depth + 1);
                if (key is not YamlScalar name)
                    sink.Report(Problems.YamlKeyIsNoText(key.Span));
                else if (name is { Text: "<<", IsPlain: true } && value is YamlMap other)
                    merged.Add(other);
                else if (!seen.TryAdd(name.Text, name.Span))
                    sink.Report(Problems.YamlKeyTwice(name.Text, name.Span, seen[name.Text]));
                else
                    entries.Add(new YamlEntry(name.Text, name.Span, value));
            }
            // What is written here wins over what is merged in ("<<").
            foreach (YamlMap other in merged)
                entries.AddRange(other.Entries.Where(e => seen.TryAdd(e.Key, e.KeySpan)));
            return entries.ToImmutable();
        }

        private static ParsingEvent Next(Parser parser)
        {
            do
                if (!Moved(parser)) throw new YamlException("the file ends too early");
            while (parser.Current is Comment);
            return parser.Current!;
        }

        /// <summary>On some broken texts (a bracket that is never closed) the library's scanner fails with a fault of its own instead of naming
        /// the text's; it is told as what it is, at the last place that could be read.</summary>
        private static bool Moved(Parser parser)
        {
            Mark at = parser.Current?.End ?? Mark.Empty;
            try
            {
                return parser.MoveNext();
            }
            catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
            {
                throw new YamlException(at, at, "what follows is no YAML; perhaps a bracket, a brace or a quotation mark is never closed", fault);
            }
        }

        private YamlValue Anchored(NodeEvent node, YamlValue value)
        {
            if (!node.Anchor.IsEmpty) _anchors[node.Anchor.Value] = value;
            return value;
        }

        private void Count(long values, ParsingEvent at)
        {
            _values += values;
            if (_values > limits.YamlValues) throw new YamlLimitException(Problems.YamlTooMuch(Span(at), limits.YamlValues));
        }

        private long Size(YamlValue value) => value switch
        {
            YamlList list => Sum(list.Items.Select(Size)),
            YamlMap map => Sum(map.Entries.Select(e => 1 + Size(e.Value))),
            _ => 1L,
        };

        // A bomb's size overflows: past the limit the count stands still.
        private long Sum(IEnumerable<long> sizes) => Math.Min(limits.YamlValues + 1, 1 + sizes.Sum());

        private SourceSpan Span(ParsingEvent at)
        {
            SourcePosition start = Position(at.Start);
            SourcePosition end = Position(at.End);
            bool isOneLine = at is Scalar && end.Line == start.Line;
            return new SourceSpan(path, start, isOneLine ? end : start with { Column = start.Column + 1 });
        }
    }
}
