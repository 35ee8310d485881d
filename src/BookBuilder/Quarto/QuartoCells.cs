using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells cells and inline code that no run has left results of, as R Markdown's chunks are told: what follows from R code alone is shown, the rest stands for its results.</summary>
internal sealed class QuartoCells
{
    private readonly IBookFiles _files;
    private readonly TranslationAccount _log;
    private readonly KnitrSession _session;
    private readonly ChunkWriter _writer;
    private readonly List<(SourceLine At, string Program)> _unrun = [];

    /// <summary>The cells of a book.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="settings">What stands for code that would have to be run.</param>
    /// <param name="log">Where constructs and complaints are noted.</param>
    public QuartoCells(IBookFiles files, TranslationSettings settings, TranslationAccount log)
    {
        (_files, _log) = (files, log);
        _session = new KnitrSession(files) { HasCells = true };
        _writer = new ChunkWriter(_session, settings, log);
    }

    /// <summary>The frames that hold the places of figures, files of the translated book.</summary>
    public IEnumerable<TranslatedFile> Drawings => _writer.Drawings;

    /// <summary>Whether a text has cells or inline code.</summary>
    public static bool Has(ImmutableArray<SourceLine> lines) => InlineCode.IsIn(lines)
        || lines.Any(l => l.Text.Contains("```{", StringComparison.Ordinal)) && ChunkReader.Read(lines, new DiagnosticSink()).OfType<Chunk>().Any();

    /// <summary>A document with its cells told.</summary>
    /// <param name="lines">Its text.</param>
    /// <param name="document">Its file, in whose folder paths begin unless <c>execute-dir: project</c> is set.</param>
    /// <param name="data">Its metadata: <c>execute:</c>, <c>knitr: opts_chunk:</c>, the engine.</param>
    /// <param name="scope">The book, which learns of parts of figures.</param>
    public ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, string document, YamlMap? data, QuartoScope scope)
    {
        _session.Restart(data.Text("project", "execute-dir") == "project" ? "" : BookPath.FolderOf(document));
        // Quarto prints no mark before output, and makes one figure of a cell's pictures.
        _session.SetDefault(new ChunkOption("comment", "NA", null, SourceSpan.None));
        _session.SetDefault(new ChunkOption("fig.show", "\"hold\"", null, SourceSpan.None));
        foreach (YamlValue? defaults in (ReadOnlySpan<YamlValue?>)[data.At("execute"), data.At("knitr", "opts_chunk")])
            foreach (YamlEntry entry in (defaults as YamlMap)?.Entries ?? [])
                _session.SetDefault(new ChunkOption(entry.Key.Replace('-', '.'), null, entry.Value, entry.KeySpan));
        // `r x` is knitr's alone.
        bool isJupyter = data.At("jupyter") is not null || data.Text("engine") is "jupyter" or "markdown" or "julia";
        return Told(lines, document);

        ImmutableArray<SourceLine> Told(ImmutableArray<SourceLine> text, string file)
        {
            var told = ImmutableArray.CreateBuilder<SourceLine>(text.Length);
            foreach (DocumentPiece piece in ChunkReader.Read(text, _log.Said))
                switch (piece)
                {
                    case ProsePiece prose:
                        ImmutableArray<SourceLine> settled = InlineCode.SettleBraced(prose.Lines, _writer);
                        told.AddRange(isJupyter ? settled : InlineCode.Settle(settled, _writer));
                        break;
                    case Chunk chunk:
                        SourceLine gap = chunk.Header.With(chunk.Prefix.TrimEnd(' '));
                        told.Add(gap);
                        told.AddRange(Cell(chunk, file));
                        told.Add(gap);
                        break;
                }
            return told.ToImmutable();
        }

        ImmutableArray<SourceLine> Cell(Chunk chunk, string file)
        {
            if (!chunk.IsClosed) return _writer.Write(chunk, file);
            // Only knitr minds a label that stands twice.
            if (chunk.Label is null || chunk.Engine is "r") chunk = _session.Labelled(chunk, _log.Said);
            ChunkSettings settings = _session.SettingsOf(chunk);
            if (settings is { Include: true, Children.IsEmpty: false }) return [.. settings.Children.SelectMany(c => Child(chunk, c, file))];
            chunk = Parts(Listed(chunk), scope);
            ImmutableArray<SourceLine> lines = _writer.Write(chunk, file);
            if (_writer.ProgramOf(chunk) is { } program) _unrun.Add((chunk.Header, program));
            else _log.Find(Carrying.Supported, settings.Include ? $"cell {{{chunk.Engine}}}" : "cell that is not shown", chunk.Header.At());
            return lines;
        }

        ImmutableArray<SourceLine> Child(Chunk chunk, string child, string file)
        {
            SourceSpan place = chunk.Header.At(0, chunk.Header.Text.Length);
            string path = BookPath.Normalize(child, _session.R.Folder) ?? child;
            if (_log.Includes.Put(path, file, child, place, () => SourceText.Lines(_files, path, place, _log.Said), text => Told(Pandoc.MetadataBlocks.Take(text, _log).Text, path)) is not { } told)
                return [];
            _log.Find(Carrying.Supported, "child document", place, child);
            return told;
        }
    }

    /// <summary>The program that would have to run a cell in a division; null when there is no such cell.</summary>
    public string? ProgramIn(FencedDivision division) => _unrun.FirstOrDefault(u =>
        u.At.Path == division.Opening.Path && u.At.Line > division.Opening.Line && u.At.Line <= division.Closing.Line).Program;

    /// <summary>The address of a frame that holds the place of a figure.</summary>
    /// <param name="name">What names the figure.</param>
    /// <param name="words">What is said in its place.</param>
    public string Hold(string name, string words) => _writer.Hold(name, words);

    /// <summary>The cell whose code, where it is shown, has its file's name, caption and label as Quarto's fenced code has them.</summary>
    private Chunk Listed(Chunk chunk)
    {
        if (chunk["filename"] is null && chunk["lst.cap"] is null && chunk["lst.label"] is null) return chunk;
        var list = new AttributeList(Text(chunk, "lst.label"), [chunk.Engine.ToLowerInvariant()], []);
        if (Text(chunk, "filename") is { } file) list = list.With("filename", file);
        if (Text(chunk, "lst.cap") is { } caption) list = list.With("lst-cap", caption);
        return chunk with { Info = list.ToString(), Options = chunk.Options.RemoveAll(o => o.Name is "filename" or "lst.cap" or "lst.label") };
    }

    /// <summary>The cell with the captions of its figure's parts behind that of the whole.</summary>
    private Chunk Parts(Chunk chunk, QuartoScope scope)
    {
        if (chunk["fig.subcap"]?.Value(_session.R) is not RVector { Type: RType.Text } parts || chunk["fig.cap"] is { } given && given.Value(_session.R) is not RVector { Length: 1 }) return chunk;
        string whole = Text(chunk, "fig.cap") ?? "";
        string told = string.Join("; ", Enumerable.Range(0, parts.Length).Select(i => $"({QuartoScope.Letter(i)}) {parts.TextAt(i)?.TrimEnd('.')}")) + ".";
        for (int i = 0; i < parts.Length && chunk.Label is not null; i++)
            scope.Parts[string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{chunk.Label}-{i + 1}")] = (chunk.Label, QuartoScope.Letter(i));
        SourceSpan at = chunk["fig.subcap"]!.Span;
        _log.Find(Carrying.Approximated, "figure of several pictures", at, "pictures below each other with one caption");
        string all = whole.Length == 0 ? told : $"{(whole[^1] is '.' or '?' or '!' ? whole : whole + ".")} {told}";
        return chunk with { Options = chunk.Options.RemoveAll(o => o.Name is "fig.cap" or "fig.subcap").Add(new ChunkOption("fig.cap", null, new YamlScalar(all, false, at), at)) };
    }

    private string? Text(Chunk chunk, string name) => chunk[name]?.Value(_session.R) is RVector vector ? vector.Single : null;
}
