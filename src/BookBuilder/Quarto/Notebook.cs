using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Reads a Jupyter notebook as a document: its texts, its code, and of the results what is text (nbformat 4).</summary>
internal static class Notebook
{
    /// <summary>The notebook's lines; null, and a report, when it cannot be read. All have the place of its first line: a notebook's author sees no lines.</summary>
    public static ImmutableArray<SourceLine>? Read(IBookFiles files, string path, SourceSpan mention, TranslationAccount log)
    {
        if (SourceText.Lines(files, path, mention, log.Said) is not { } written) return null;
        var text = new StringBuilder();
        try
        {
            using JsonDocument document = JsonDocument.Parse(string.Join('\n', written.Select(l => l.Text)));
            string language = document.RootElement.TryGetProperty("metadata", out JsonElement metadata) && metadata.TryGetProperty("kernelspec", out JsonElement kernel)
                && kernel.TryGetProperty("language", out JsonElement named) && named.GetString() is { Length: > 0 } name ? name : "python";
            foreach (JsonElement cell in document.RootElement.GetProperty("cells").EnumerateArray())
                switch (cell.GetProperty("cell_type").GetString())
                {
                    case "code": Code(text, cell, language, path, log); break;
                    case "raw" when !Source(cell, "source").StartsWith("---", StringComparison.Ordinal): log.Find(Carrying.LeftOut, "raw cell", SourceSpan.OfFile(path)); break;
                    default: text.Append(Source(cell, "source")).Append("\n\n"); break;
                }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            log.Said.Report(Problems.FreezeUnread(path, "it is no notebook", mention));
            return null;
        }
        return [.. SourceLine.Cut(text.ToString(), path).Select(l => l with { Line = 1 })];
    }

    private static void Code(StringBuilder text, JsonElement cell, string language, string path, TranslationAccount log)
    {
        text.Append("```").Append(language).Append('\n').Append(Source(cell, "source")).Append("\n```\n\n");
        if (!cell.TryGetProperty("outputs", out JsonElement outputs) || outputs.ValueKind != JsonValueKind.Array) return;
        foreach (JsonElement output in outputs.EnumerateArray())
        {
            JsonElement data = output.TryGetProperty("data", out JsonElement d) ? d : default;
            string shown = Source(output, "text");
            if (data.ValueKind == JsonValueKind.Object && Source(data, "text/markdown") is { Length: > 0 } markdown) text.Append(markdown).Append("\n\n");
            else
            {
                if (data.ValueKind == JsonValueKind.Object && (data.TryGetProperty("image/png", out _) || data.TryGetProperty("image/svg+xml", out _)))
                    log.Find(Carrying.NeedsProgram, "picture in a notebook", SourceSpan.OfFile(path), "its description as text");
                if (shown.Length == 0 && data.ValueKind == JsonValueKind.Object) shown = Source(data, "text/plain");
                if (shown.Trim().Length > 0) text.Append("````\n").Append(shown.TrimEnd()).Append("\n````\n\n");
            }
        }
    }

    private static string Source(JsonElement element, string key) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out JsonElement value) ? ""
        : value.ValueKind == JsonValueKind.Array ? string.Concat(value.EnumerateArray().Select(v => v.GetString()))
        : value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
