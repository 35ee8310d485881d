using System.Collections.Immutable;
using System.Text.Json;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>The results that a former run of Quarto left of a document: <c>_freeze/NAME/execute-results/FORMAT.json</c>, whose <c>result.markdown</c> is the executed text.</summary>
/// <remarks>quarto-cli, src/command/render/freeze.ts.</remarks>
internal static class FreezeResults
{
    // What was made for print comes first: its figures are the sharpest, its tables the plainest.
    private static readonly string[] Formats = ["epub", "tex", "pdf", "html", "docx", "typst"];

    /// <summary>The folder in which a document's results lie.</summary>
    public static string FolderOf(string path) => $"_freeze/{path[..^Path.GetExtension(path).Length]}";

    /// <summary>The executed text, its lines with the places of the source as far as they are the same; null when nothing was left.</summary>
    public static ImmutableArray<SourceLine>? Read(IBookFiles files, string path, ImmutableArray<SourceLine> source, TranslationAccount log)
    {
        foreach (string format in Formats)
        {
            string results = $"{FolderOf(path)}/execute-results/{format}.json";
            if (SourceText.TryText(files, results) is not { } json) continue;
            try
            {
                using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
                if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("result", out JsonElement result)
                    || result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("markdown", out JsonElement markdown) || markdown.GetString() is not { } text)
                {
                    log.Said.Report(Problems.FreezeUnread(results, "it has no result.markdown", SourceSpan.OfFile(results)));
                    continue;
                }
                ImmutableArray<SourceLine> made = SourceLine.Cut(text, path);
                if (Changed(source, made) is { } changed)
                {
                    log.Said.Report(Problems.FreezeStale(results, changed.At(0, changed.Text.Length)));
                    return null;
                }
                log.Find(Carrying.Supported, "results of a former run (_freeze)", SourceSpan.OfFile(path));
                return Placed(made, source);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                log.Said.Report(Problems.FreezeUnread(results, "it is no JSON", SourceSpan.OfFile(results)));
            }
        }
        return null;
    }

    /// <summary>The first line of running text that the run has not seen; null when it has seen all. Code within a line is replaced by its result.</summary>
    private static SourceLine? Changed(ImmutableArray<SourceLine> source, ImmutableArray<SourceLine> made)
    {
        HashSet<string> seen = [.. made.Select(l => l.Text.Trim())];
        foreach (SourceLine line in ChunkReader.Read(source, new DiagnosticSink()).OfType<ProsePiece>().SelectMany(p => p.Lines))
            if (!line.IsBlank && line.Path == source[0].Path && !line.Text.Contains("`{", StringComparison.Ordinal) && !line.Text.Contains("`r ", StringComparison.Ordinal)
                && !line.Text.TrimStart().StartsWith(":::", StringComparison.Ordinal) && !line.Text.Contains("{{<", StringComparison.Ordinal) && !seen.Contains(line.Text.Trim()))
                return line;
        return null;
    }

    /// <summary>Every line with the place of the next line of the source that says the same; what a run made keeps the place before it.</summary>
    private static ImmutableArray<SourceLine> Placed(ImmutableArray<SourceLine> made, ImmutableArray<SourceLine> source)
    {
        const int farthest = 400;
        var placed = ImmutableArray.CreateBuilder<SourceLine>(made.Length);
        int at = 0;
        foreach (SourceLine line in made)
        {
            if (!line.IsBlank)
                for (int i = at; i < Math.Min(source.Length, at + farthest); i++)
                    if (source[i].Text.TrimEnd() == line.Text.TrimEnd()) { at = i; break; }
            placed.Add(at < source.Length ? source[at].With(line.Text) : line);
        }
        return placed.ToImmutable();
    }
}
