using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells cells of code that no run has left results of: the code is shown, tables and pictures that R code only names are shown themselves.</summary>
internal sealed class QuartoCells(IBookFiles files, TranslationSettings settings, TranslationAccount log)
{
    /// <summary>Whether a text has cells.</summary>
    public static bool Has(ImmutableArray<SourceLine> lines) => lines.Any(l => l.Text.Contains("```{", StringComparison.Ordinal)) && ChunkReader.Read(lines, new DiagnosticSink()).OfType<Chunk>().Any();

    /// <summary>The text with its cells told.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="execute">The defaults of <c>execute:</c> in the metadata.</param>
    public ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, YamlValue? execute)
    {
        if (!lines.Any(l => l.Text.Contains("```{", StringComparison.Ordinal))) return lines;
        var r = new REvaluator(files, lines.Length > 0 ? BookPath.FolderOf(lines[0].Path) : "");
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        foreach (DocumentPiece piece in ChunkReader.Read(lines, log.Said))
            switch (piece)
            {
                case ProsePiece prose: told.AddRange(prose.Lines); break;
                case Chunk chunk: told.AddRange(Cell(chunk, execute, r)); break;
            }
        return told.ToImmutable();
    }

    private IEnumerable<SourceLine> Cell(Chunk chunk, YamlValue? execute, REvaluator r)
    {
        SourceLine at = chunk.Header;
        bool isShown = Flag(chunk, execute, "include", true) && Flag(chunk, execute, "echo", true);
        string engine = chunk.Engine.ToLowerInvariant();
        if (!Flag(chunk, execute, "include", true) && engine == "r") foreach (RStatement statement in RParser.Read(chunk.Code) ?? []) r.Run(statement);
        if (!Flag(chunk, execute, "include", true))
        {
            log.Find(Carrying.Supported, "cell that is not shown", at.At());
            return [];
        }
        bool isRun = Flag(chunk, execute, "eval", true) && Flag(chunk, execute, "output", true);
        List<SourceLine> made = [];
        bool isKnown = !isRun || engine == "r" && Run(chunk, r, made);
        List<SourceLine> told = [];
        if (!isKnown)
        {
            string became = settings.UnrunCode == UnrunCode.Placeholder ? "a line that says so" : "its code";
            log.Find(Carrying.NeedsProgram, $"cell {{{chunk.Engine}}}", at.At(0, at.Text.Length), became);
            if (settings.UnrunCode == UnrunCode.Error) log.Said.Report(Problems.CellNeedsProgram(chunk.Engine, at.At(0, at.Text.Length)));
        }
        else log.Find(Carrying.Supported, $"cell {{{chunk.Engine}}}", at.At());
        if (isShown || !isKnown && settings.UnrunCode != UnrunCode.Placeholder) told.AddRange(Code(chunk));
        if (!isKnown && settings.UnrunCode == UnrunCode.Placeholder) told.AddRange(at.With(""), at.With($"*[The result of this {chunk.Engine} code is missing.]*"));
        // What refers to the result finds its caption.
        if (!isKnown && chunk.Label is { } label && Caption(chunk) is { } caption && Text(chunk, "lst.cap") is null)
            told.AddRange(at.With(""), at.With($"[{caption}]{{#{label}}}"));
        told.AddRange(made);
        return told.Select(l => l.With(l.IsBlank ? l.Text : chunk.Prefix + l.Text)).Prepend(at.With("")).Append(at.With(""));
    }

    private static IEnumerable<SourceLine> Code(Chunk chunk)
    {
        if (chunk.Body.All(l => l.IsBlank)) yield break;
        string fence = "```";
        while (chunk.Body.Any(l => l.Text.Contains(fence, StringComparison.Ordinal))) fence += "`";
        var list = new AttributeList(Text(chunk, "lst.label"), [chunk.Engine.ToLowerInvariant()], []);
        if (Text(chunk, "filename") is { } file) list = list.With("filename", file);
        if (Text(chunk, "lst.cap") is { } caption) list = list.With("lst-cap", caption);
        yield return chunk.Header.With(fence + list);
        foreach (SourceLine line in chunk.Body.SkipWhile(l => l.IsBlank)) yield return line;
        yield return chunk.Header.With(fence);
    }

    /// <summary>What R code shows when that follows from the code alone; false when R would be needed.</summary>
    private static bool Run(Chunk chunk, REvaluator r, List<SourceLine> made)
    {
        bool isKnown = true;
        SourceLine at = chunk.Header;
        if (RParser.Read(chunk.Code) is not { } statements) return false;
        foreach (RStatement statement in statements)
            switch (r.Run(statement))
            {
                case null: isKnown = false; break;
                case RPictures pictures:
                    for (int i = 0; i < pictures.Paths.Length; i++)
                    {
                        var list = new AttributeList(pictures.Paths.Length == 1 ? chunk.Label : chunk.Label is null ? null : $"{chunk.Label}-{QuartoScope.Letter(i)}", [], []);
                        if (Text(chunk, "fig.alt") is { } alt) list = list.With("fig-alt", alt);
                        if (Text(chunk, "out.width") is { } width) list = list.With("width", width);
                        made.AddRange(at.With(""), at.With($"![{Caption(chunk)}]({pictures.Paths[i]}){list}"));
                    }
                    break;
                case RTable table:
                    made.Add(at.With(""));
                    made.Add(at.With("| " + string.Join(" | ", table.Heads) + " |"));
                    made.Add(at.With("|" + string.Join("|", table.Heads.Select((_, i) => i < table.Align.Length ? table.Align[i] switch { 'r' => "---:", 'c' => ":---:", _ => ":---" } : "---")) + "|"));
                    made.AddRange(table.Cells.Select(row => at.With("| " + string.Join(" | ", row) + " |")));
                    if ((Text(chunk, "tbl.cap") ?? table.Caption) is { } caption)
                        made.AddRange(at.With(""), at.With($": {caption}{(chunk.Label is null ? "" : $" {{#{chunk.Label}}}")}"));
                    break;
                case RWritten written when Text(chunk, "results") is "asis" || Text(chunk, "output") is "asis":
                    made.Add(at.With(""));
                    made.AddRange(written.Text.Split('\n').Select(l => at.With(l)));
                    break;
                case RSilence or RNull: break;
                default: isKnown = false; break;
            }
        return isKnown;
    }

    private static string? Caption(Chunk chunk) => Text(chunk, "fig.cap") ?? Text(chunk, "tbl.cap") ?? Text(chunk, "lst.cap");

    private static string? Text(Chunk chunk, string name) =>
        chunk[name] is not { } option ? null : option.Yaml is YamlScalar scalar ? scalar.Text : option.Yaml is null ? option.Expression?.Trim().Trim('"', '\'') : null;

    private static bool Flag(Chunk chunk, YamlValue? execute, string name, bool usual) =>
        (Text(chunk, name) ?? execute.Text(name))?.ToLowerInvariant() switch { "false" or "no" => false, "true" or "yes" or "asis" or "fenced" => true, _ => usual };
}
