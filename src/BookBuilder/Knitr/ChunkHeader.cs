using System.Collections.Immutable;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Reads a chunk's engine, label and options: from its header (R expressions) and from the <c>#|</c> lines at the top of its body (YAML, or the same as a header).</summary>
internal static class ChunkHeader
{
    /// <summary>The chunk with engine, label and options, and without the <c>#|</c> lines in its body.</summary>
    /// <param name="chunk">The chunk without them.</param>
    /// <param name="header">What stands between the braces.</param>
    /// <param name="column">Where that begins in its line, from 0.</param>
    /// <param name="sink">Where options that cannot be read, or are given twice, are told.</param>
    public static Chunk Read(Chunk chunk, string header, int column, DiagnosticSink sink)
    {
        int length = header.AsSpan().IndexOfAny(' ', ',');
        string engine = length < 0 ? header : header[..length];
        chunk = chunk with { Engine = engine };
        List<ChunkOption> options = length < 0 ? [] : Options(header[length..], chunk.Header, column + length, sink);
        (ImmutableArray<SourceLine> own, ImmutableArray<SourceLine> body) = Cut(chunk);
        foreach (ChunkOption option in OptionsOf(own, engine, sink))
        {
            int before = options.FindIndex(o => o.Name == option.Name);
            if (before < 0)
            {
                options.Add(option);
                continue;
            }
            if (option.Name != "label") sink.Report(Problems.ChunkOptionTwice(option.Name, option.Span));
            options[before] = option;
        }
        string? label = options.Find(o => o.Name == "label") is { } named ? Text(named) : null;
        return chunk with { Label = string.IsNullOrWhiteSpace(label) ? null : label.Trim(), Body = body, Options = [.. options] };
    }

    private static string? Text(ChunkOption option) =>
        option.Yaml is YamlScalar scalar ? scalar.Text : option.Expression?.Trim().Trim('"', '\'');

    /// <summary>The options of a header: a label without a name first, then <c>name = expression</c>.</summary>
    private static List<ChunkOption> Options(string text, SourceLine line, int column, DiagnosticSink sink)
    {
        List<ChunkOption> options = [];
        foreach ((int start, string item) in TopLevel.Split(text))
        {
            if (string.IsNullOrWhiteSpace(item)) continue;
            SourceSpan span = line.At(column + start, item.Length);
            int equals = TopLevel.IndexOf(item, '=');
            string name = equals < 0 ? "" : item[..equals].Trim();
            if (name.Length == 0 || name.Any(c => !(char.IsLetterOrDigit(c) || c is '.' or '_' or '-')))
            {
                if (options.Exists(o => o.Name == "label")) sink.Report(Problems.ChunkOptionUnread(item.Trim(), span));
                else options.Add(new ChunkOption("label", item.Trim(), null, span));
                continue;
            }
            var option = new ChunkOption(Dotted(name), item[(equals + 1)..].Trim(), null, span);
            int before = options.FindIndex(o => o.Name == option.Name);
            if (before < 0)
            {
                options.Add(option);
                continue;
            }
            sink.Report(Problems.ChunkOptionTwice(option.Name, span));
            options[before] = option;
        }
        return options;
    }

    /// <summary>The option lines at the top of the body, and the rest of it.</summary>
    private static (ImmutableArray<SourceLine> Own, ImmutableArray<SourceLine> Code) Cut(Chunk chunk)
    {
        string leader = Leader(chunk.Engine);
        int count = 0;
        while (count < chunk.Body.Length && chunk.Body[count].Text.StartsWith(leader, StringComparison.Ordinal)) count++;
        return (chunk.Body[..count], chunk.Body[count..]);
    }

    private static List<ChunkOption> OptionsOf(ImmutableArray<SourceLine> lines, string engine, DiagnosticSink sink)
    {
        if (lines.IsEmpty) return [];
        string leader = Leader(engine);
        string[] texts = [.. lines.Select(l => l.Text[leader.Length..])];
        string first = texts[0].Trim();
        int colon = first.IndexOf(':');
        bool isYaml = colon > 0 && !first[..colon].AsSpan().ContainsAny(" =,") && (colon == first.Length - 1 || first[colon + 1] == ' ');
        if (!isYaml) return Options(string.Join(' ', texts), lines[0], leader.Length, sink);
        // The lines above are blank so that every place is the one in the file.
        string yaml = new string('\n', Math.Max(0, lines[0].Line - 1)) + string.Join('\n', texts);
        return YamlReader.Read(yaml, lines[0].Path, sink) is YamlMap map
            ? [.. map.Entries.Select(e => new ChunkOption(Dotted(e.Key), null, e.Value, e.KeySpan))]
            : [];
    }

    private static string Leader(string engine) => engine.ToLowerInvariant() switch
    {
        "js" or "javascript" or "ojs" or "dot" or "cpp" or "rcpp" or "rust" or "go" or "java" or "c" or "cc" or "scala" or "csharp" or "fsharp" or "stan" => "//|",
        "mermaid" => "%%|",
        "sql" or "mysql" or "psql" or "lua" or "haskell" => "--|",
        "matlab" or "tikz" => "%|",
        _ => "#|",
    };

    private static string Dotted(string name) => name.Replace('-', '.');
}
