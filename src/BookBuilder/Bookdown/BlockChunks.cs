using System.Collections.Immutable;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Chunks that are no code: <c>{theorem, label, name="…"}</c> and <c>{block, type='rmdnote'}</c> become divisions.</summary>
internal static class BlockChunks
{
    /// <summary>Whether a chunk's engine is of this kind.</summary>
    public static bool Is(string engine) => Theorems.IsKind(engine) || engine is "block" or "block2";

    /// <summary>The division.</summary>
    public static ImmutableArray<SourceLine> Write(Chunk chunk, ChunkSettings settings, REvaluator r, TranslationAccount account)
    {
        SourceSpan place = chunk.Header.At(0, chunk.Header.Text.Length);
        var lines = new LineList(chunk.Prefix, chunk.Header);
        if (!settings.Include || !settings.Echo && chunk["echo"] is not null)
        {
            account.Find(Carrying.LeftOut, $"{chunk.Engine} block", place, "it asks not to be shown");
            return [];
        }
        string opening = Theorems.IsKind(chunk.Engine)
            ? Theorems.Opening(chunk.Engine, chunk.Label, Text(chunk, "name", r), [])
            : CustomBlocks.Opening([Text(chunk, "type", r) ?? "rmdnote"], null, Text(chunk, "title", r));
        account.Find(Carrying.Supported, Theorems.IsKind(chunk.Engine) ? $"{chunk.Engine} chunk" : $"custom block {Text(chunk, "type", r)}", place);
        lines.Gap().Add("").Add(opening);
        foreach (SourceLine line in chunk.Body) lines.Add(line.Text, line);
        return lines.Add(":::", chunk.Body.IsEmpty ? chunk.Header : chunk.Body[^1]).Add("").ToImmutable();
    }

    private static string? Text(Chunk chunk, string name, REvaluator r) => chunk[name]?.Value(r) is RVector vector ? vector.Single : null;
}
