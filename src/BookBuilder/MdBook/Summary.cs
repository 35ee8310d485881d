using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.MdBook;

/// <summary>What a line of SUMMARY.md is.</summary>
internal enum SummaryKind
{
    /// <summary>A chapter before the numbered ones.</summary>
    Prefix,
    /// <summary>A numbered chapter.</summary>
    Numbered,
    /// <summary>A chapter after the numbered ones.</summary>
    Suffix,
    /// <summary>The title of a part.</summary>
    Part,
}

/// <summary>An entry of SUMMARY.md.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its words.</param>
/// <param name="File">The file as written; null for a part and a draft.</param>
/// <param name="Depth">How deep a numbered chapter is nested, from 0.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record SummaryEntry(SummaryKind Kind, string Title, string? File, int Depth, SourceSpan Span);

/// <summary>Reads SUMMARY.md (mdBook's guide, format/summary; its crate mdbook-summary).</summary>
internal static partial class Summary
{
    /// <summary>The entries in order. What is wrong is reported with line and column, and the rest is read.</summary>
    public static ImmutableArray<SummaryEntry> Read(ImmutableArray<SourceLine> lines, DiagnosticSink said)
    {
        var entries = ImmutableArray.CreateBuilder<SummaryEntry>();
        var indents = new Stack<int>();
        bool hasList = false, hasSuffix = false, hasTitle = false;
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        bool inComment = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            string text = line.Text;
            if (inComment || text.TrimStart().StartsWith("<!--", StringComparison.Ordinal))
            {
                inComment = !text.Contains("-->", StringComparison.Ordinal);
                continue;
            }
            if (line.IsBlank || isCode[i] || Separator().IsMatch(text)) continue;
            SourceSpan span = line.At(0, text.Length);
            if (Heading().Match(text) is { Success: true } heading)
            {
                if (heading.Groups[1].Length > 1) continue;
                // The first one, before any chapter, is the summary's own title.
                if (!hasTitle && entries.Count == 0) { hasTitle = true; continue; }
                entries.Add(new SummaryEntry(SummaryKind.Part, heading.Groups[2].Value.Trim(), null, 0, span));
                indents.Clear();
                continue;
            }
            if (Item().Match(text) is { Success: true } item)
            {
                int indent = RunningText.Indent(text);
                while (indents.Count > 0 && indents.Peek() >= indent) indents.Pop();
                if (hasSuffix)
                {
                    said.Report(Problems.SummarySyntax("a list of numbered chapters cannot follow suffix chapters", span));
                    hasSuffix = false;
                }
                if (Link().Match(text, item.Length) is not { Success: true } link)
                {
                    said.Report(Problems.SummarySyntax("a list item must hold a link: - [Title](file.md)", line.At(item.Length, text.Length - item.Length)));
                    continue;
                }
                hasList = true;
                entries.Add(new SummaryEntry(SummaryKind.Numbered, Title(link), File(link), indents.Count, span));
                indents.Push(indent);
                continue;
            }
            if (Link().Match(text.TrimStart()) is { Success: true } alone)
            {
                SummaryKind kind = hasList ? SummaryKind.Suffix : SummaryKind.Prefix;
                hasSuffix |= kind == SummaryKind.Suffix;
                entries.Add(new SummaryEntry(kind, Title(alone), File(alone), 0, span));
                continue;
            }
            said.Report(Problems.SummarySyntax("a link, a list item, a heading or a rule is expected here", span));
        }
        return entries.ToImmutable();
    }

    private static string Title(Match link) => HeadingWords.Plain(link.Groups[1].Value.Replace("\\", "", StringComparison.Ordinal));

    private static string? File(Match link) => link.Groups[2].Value.Trim().Trim('<', '>') is { Length: > 0 } file ? Uri.UnescapeDataString(file) : null;

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*[-*+][ \t]+")]
    private static partial Regex Item();

    [GeneratedRegex(@"\G\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")]
    private static partial Regex Separator();
}
