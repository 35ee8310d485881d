using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.MdBook;

/// <summary>Reads the TOML that book.toml is written in: tables, dotted keys, strings, numbers, booleans, lists, inline tables (TOML 1.0). Its values are those of YAML here, so that one way of asking serves both.</summary>
/// <remarks>Dates are kept as text. An error ends the reading; what stands before it counts.</remarks>
internal sealed class TomlReader
{
    private sealed class Table
    {
        public Dictionary<string, (SourceSpan Key, object Value)> Entries { get; } = new(StringComparer.Ordinal);
        public List<string> Order { get; } = [];
    }

    private sealed class TomlException(string what, SourceSpan span) : Exception(what)
    {
        public SourceSpan Span => span;
    }

    private const int Deepest = 32;
    private readonly string _text, _path;
    private int _at;

    private TomlReader(string text, string path) => (_text, _path) = (LineFeeds.Only(text), path);

    /// <summary>The file's values.</summary>
    public static YamlMap Read(string text, string path, DiagnosticSink said)
    {
        var reader = new TomlReader(text, path);
        var root = new Table();
        try
        {
            reader.Document(root);
        }
        catch (TomlException wrong)
        {
            said.Report(Problems.TomlSyntax(wrong.Message, wrong.Span));
        }
        return (YamlMap)Value(root, SourceSpan.OfFile(path));
    }

    private void Document(Table root)
    {
        Table current = root;
        while (true)
        {
            SkipBlank();
            if (_at >= _text.Length) return;
            if (_text[_at] == '[')
            {
                SourceSpan span = Here();
                bool isList = _at + 1 < _text.Length && _text[_at + 1] == '[';
                _at += isList ? 2 : 1;
                List<string> keys = Keys();
                Expect(isList ? "]]" : "]");
                current = isList ? Appended(root, keys, span) : Opened(root, keys, span);
            }
            else KeyValue(current, 0);
            SkipSpaces();
            if (_at < _text.Length && _text[_at] == '#') while (_at < _text.Length && _text[_at] != '\n') _at++;
            if (_at < _text.Length && _text[_at] != '\n') throw Wrong("a line's end is expected here");
        }
    }

    private void KeyValue(Table table, int depth)
    {
        SourceSpan span = Here();
        List<string> keys = Keys();
        Expect("=");
        SkipSpaces();
        object value = ReadValue(depth);
        Table at = Opened(table, keys[..^1], span);
        if (!at.Entries.TryAdd(keys[^1], (span, value))) throw new TomlException($"'{keys[^1]}' is given twice", span);
        at.Order.Add(keys[^1]);
    }

    private static Table Opened(Table table, List<string> keys, SourceSpan span)
    {
        foreach (string key in keys)
        {
            if (!table.Entries.TryGetValue(key, out (SourceSpan Key, object Value) entry))
            {
                table.Entries[key] = entry = (span, new Table());
                table.Order.Add(key);
            }
            table = entry.Value switch
            {
                Table inner => inner,
                List<object> { Count: > 0 } list when list[^1] is Table last => last,
                _ => throw new TomlException($"'{key}' is no table", span),
            };
        }
        return table;
    }

    private static Table Appended(Table root, List<string> keys, SourceSpan span)
    {
        Table at = Opened(root, keys[..^1], span);
        if (!at.Entries.TryGetValue(keys[^1], out (SourceSpan Key, object Value) entry))
        {
            at.Entries[keys[^1]] = entry = (span, new List<object>());
            at.Order.Add(keys[^1]);
        }
        if (entry.Value is not List<object> list) throw new TomlException($"'{keys[^1]}' is no list of tables", span);
        var table = new Table();
        list.Add(table);
        return table;
    }

    private List<string> Keys()
    {
        List<string> keys = [];
        while (true)
        {
            SkipSpaces();
            if (_at < _text.Length && _text[_at] is '"' or '\'') keys.Add(Text());
            else
            {
                int start = _at;
                while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_')) _at++;
                if (_at == start) throw Wrong("a key is expected here");
                keys.Add(_text[start.._at]);
            }
            SkipSpaces();
            if (_at >= _text.Length || _text[_at] != '.') return keys;
            _at++;
        }
    }

    private object ReadValue(int depth)
    {
        if (depth > Deepest) throw Wrong("lists or tables nested beyond reason");
        if (_at >= _text.Length) throw Wrong("a value is expected here");
        SourceSpan span = Here();
        switch (_text[_at])
        {
            case '"' or '\'': return new YamlScalar(Text(), false, span);
            case '[':
                _at++;
                List<object> list = [];
                while (true)
                {
                    SkipBlank();
                    if (_at < _text.Length && _text[_at] == ']') { _at++; return list; }
                    list.Add(ReadValue(depth + 1));
                    SkipBlank();
                    if (_at < _text.Length && _text[_at] == ',') _at++;
                    else if (_at >= _text.Length || _text[_at] != ']') throw Wrong("the list is never closed");
                }
            case '{':
                _at++;
                var table = new Table();
                while (true)
                {
                    SkipBlank();
                    if (_at < _text.Length && _text[_at] == '}') { _at++; return table; }
                    KeyValue(table, depth + 1);
                    SkipBlank();
                    if (_at < _text.Length && _text[_at] == ',') _at++;
                    else if (_at >= _text.Length || _text[_at] != '}') throw Wrong("the table is never closed");
                }
            default:
                int start = _at;
                while (_at < _text.Length && _text[_at] is not (',' or ']' or '}' or '\n' or '#' or ' ' or '\t')) _at++;
                string word = _text[start.._at];
                if (word is not ("true" or "false") && !(word.Length > 0 && (char.IsAsciiDigit(word[0]) || word[0] is '+' or '-' || word is "inf" or "nan"))) throw new TomlException($"'{word}' is no value; text stands in quotes", span);
                return new YamlScalar(word, true, span);
        }
    }

    private string Text()
    {
        char quote = _text[_at];
        bool isLong = string.CompareOrdinal(_text, _at, new string(quote, 3), 0, 3) == 0;
        int start = _at;
        _at += isLong ? 3 : 1;
        if (isLong && _at < _text.Length && _text[_at] == '\n') _at++;
        var text = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length || !isLong && _text[_at] == '\n') throw new TomlException("the text is never closed", At(start));
            char c = _text[_at];
            if (c == quote && (!isLong || string.CompareOrdinal(_text, _at, new string(quote, 3), 0, 3) == 0))
            {
                _at += isLong ? 3 : 1;
                return text.ToString();
            }
            _at++;
            if (c != '\\' || quote == '\'') text.Append(c);
            else Escape(text, isLong);
        }
    }

    private void Escape(StringBuilder text, bool isLong)
    {
        char c = _at < _text.Length ? _text[_at++] : throw Wrong("the text is never closed");
        switch (c)
        {
            case 'n': text.Append('\n'); break;
            case 't': text.Append('\t'); break;
            case 'r' or 'b' or 'f' or 'e': break;
            case '"' or '\\': text.Append(c); break;
            case 'u' or 'U':
                int length = c == 'u' ? 4 : 8;
                if (_at + length > _text.Length || !int.TryParse(_text.AsSpan(_at, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) || !Rune.IsValid(code)) throw Wrong("no character has this number");
                text.Append(new Rune(code).ToString());
                _at += length;
                break;
            case '\n' or ' ' or '\t' when isLong:
                while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
                break;
            default: throw Wrong($"'\\{c}' means nothing");
        }
    }

    private void Expect(string sign)
    {
        SkipSpaces();
        if (string.CompareOrdinal(_text, _at, sign, 0, sign.Length) != 0) throw Wrong($"'{sign}' is expected here");
        _at += sign.Length;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t') _at++;
    }

    private void SkipBlank()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#'))
            if (_text[_at] == '#') while (_at < _text.Length && _text[_at] != '\n') _at++;
            else _at++;
    }

    private TomlException Wrong(string what) => new(what, Here());

    private SourceSpan Here() => At(_at);

    private SourceSpan At(int at)
    {
        ReadOnlySpan<char> before = _text.AsSpan(0, Math.Min(at, _text.Length));
        SourcePosition place = new(1 + before.Count('\n'), before.Length - before.LastIndexOf('\n'));
        return new SourceSpan(_path, place, place);
    }

    private static YamlValue Value(object value, SourceSpan span) => value switch
    {
        Table table => new YamlMap([.. table.Order.Select(k => new YamlEntry(k, table.Entries[k].Key, Value(table.Entries[k].Value, table.Entries[k].Key)))], span),
        List<object> list => new YamlList([.. list.Select(v => Value(v, span))], span),
        _ => (YamlScalar)value,
    };
}
