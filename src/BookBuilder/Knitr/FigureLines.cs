using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Writes the figures of a chunk with their captions, labels and descriptions.</summary>
internal sealed class FigureLines(LineList lines, Chunk chunk, ChunkSettings settings, TranslationAccount account)
{
    private int _count;

    /// <summary>A label of this book's form: "fig-tides" for "tides", and for "fig-tides" and "fig:tides" too.</summary>
    public static string Labelled(string kind, string label)
    {
        string bare = label.StartsWith(kind + "-", StringComparison.Ordinal) || label.StartsWith(kind + ":", StringComparison.Ordinal) ? label[(kind.Length + 1)..] : label;
        return $"{kind}-{new string([.. bare.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : c == ':' ? ':' : '-')])}";
    }

    /// <summary>Adds pictures.</summary>
    /// <param name="paths">Their files.</param>
    /// <param name="all">How many pictures the chunk shows in all.</param>
    public void Add(IEnumerable<string> paths, int all)
    {
        // Held back, they are one figure with one caption; else each is one, numbered "-1", "-2", with a caption of its own or the same.
        bool isHeld = all > 1 && settings.IsFigure && settings.Captions.Length <= 1 && (settings.FigureShow == "hold" || settings.FigureShow == "animate");
        if (isHeld && _count == 0)
            account.Find(Carrying.Approximated, "several pictures in one figure", chunk.Header.At(0, chunk.Header.Text.Length), "pictures below each other, the caption under the last");
        foreach (string path in paths)
        {
            int at = _count++;
            bool isCounted = !isHeld || at == all - 1;
            string caption = settings.Captions.IsEmpty ? ""
                : isHeld ? isCounted ? settings.Captions[0] : ""
                : settings.Captions[Math.Min(at, settings.Captions.Length - 1)];
            string alternative = settings.Alternatives.IsEmpty ? !isCounted && settings.Captions is [{ } whole] ? PlainWords(whole) : "" : settings.Alternatives[Math.Min(at, settings.Alternatives.Length - 1)];
            Add(path, caption, alternative, !isCounted ? null : all > 1 && !isHeld ? $"{chunk.Label}-{at + 1}" : chunk.Label);
        }
    }

    private void Add(string path, string caption, string alternative, string? label)
    {
        string words = PipeTable.OneLine(caption);
        List<string> attributes = [];
        if (label is not null && settings.IsFigure && !KnitrSession.IsUnnamed(chunk) && !words.Contains("(\\#fig:", StringComparison.Ordinal)) attributes.Add("#" + Labelled("fig", label));
        if (alternative.Length > 0) attributes.Add($"alt=\"{Quotable(alternative)}\"");
        if (settings.Width is { } width) attributes.Add($"width={width}");
        if (settings.ShortCaption is { } shorter && words.Length > 0) attributes.Add($"short=\"{Quotable(shorter)}\"");
        lines.Gap().Add($"![{Bracketed(words)}]({Address(path)})" + (attributes.Count == 0 ? "" : $"{{{string.Join(' ', attributes)}}}")).Add("");
    }

    /// <summary>A text for a quoted value of an attribute list.</summary>
    public static string Quotable(string text) => PipeTable.OneLine(text).Replace('"', '”').Replace("\\", "", StringComparison.Ordinal);

    /// <summary>A caption whose brackets do not pair would end too early.</summary>
    private static string Bracketed(string words)
    {
        int depth = 0;
        bool pairs = true;
        foreach (char c in words)
        {
            if (c == '[') depth++;
            else if (c == ']' && --depth < 0) pairs = false;
        }
        return pairs && depth == 0 ? words : words.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
    }

    private static string Address(string path) => path.AsSpan().ContainsAny(" ()<>") ? $"<{path.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>" : path;

    private static string PlainWords(string markdown) => new([.. markdown.Where(c => c is not ('*' or '_' or '`' or '[' or ']'))]);
}
