using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Opens fenced blocks of raw HTML and LaTeX, so that what is in them is translated as if it stood in the text; other formats are left out.</summary>
/// <remarks>Pandoc's manual, extension raw_attribute.</remarks>
internal static partial class RawBlocks
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        (string Fence, bool Keeps)? open = null;
        bool inCode = false;
        (char Mark, int Count) code = default;
        foreach (SourceLine line in lines)
        {
            (char mark, int count, bool isBare) = CodeFences.Fence(line.Text);
            if (open is var (fence, keeps))
            {
                if (isBare && mark == fence[0] && count >= fence.Length) { open = null; told.Add(line.With("")); }
                else if (keeps) told.Add(line);
                continue;
            }
            if (inCode)
            {
                if (isBare && mark == code.Mark && count >= code.Count) inCode = false;
                told.Add(line);
                continue;
            }
            if (mark != '\0' && Opening().Match(line.Text) is { Success: true } raw)
            {
                string format = raw.Groups[2].Value.ToLowerInvariant();
                bool isText = format.StartsWith("html", StringComparison.Ordinal) || format.StartsWith("epub", StringComparison.Ordinal) || format is "latex" or "tex" or "beamer" or "markdown";
                log.Find(isText ? Carrying.Approximated : Carrying.LeftOut, $"raw {format}", line.At(), isText ? "what a book can show of it" : "it is for that output only");
                open = (raw.Groups[1].Value, isText);
                told.Add(line.With(""));
                continue;
            }
            if (mark != '\0') (inCode, code) = (true, (mark, count));
            told.Add(line);
        }
        return told.ToImmutable();
    }

    [GeneratedRegex(@"^[ \t>]*(`{3,}|~{3,})[ \t]*\{=([-\w]+)\}[ \t]*$")]
    private static partial Regex Opening();
}
