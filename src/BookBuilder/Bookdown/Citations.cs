using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Finds citations and terms of an index. Until the book can make lists of them they are kept and printed as they are written.</summary>
internal static partial class Citations
{
    /// <summary>Notes each, and tells how many there are.</summary>
    public static ImmutableArray<SourceLine> Keep(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        List<SourceSpan> citations = [], terms = [];
        ImmutableArray<SourceLine> kept = Prose.Each(lines, line =>
        {
            foreach (Match citation in Prose.Matches(line.Text, Citation()))
            {
                SourceSpan span = line.At(citation.Index, citation.Length);
                account.Find(Carrying.Literal, $"citation {citation.Value}", span, "as it is written");
                citations.Add(span);
            }
            return Prose.Replace(line.Text, IndexTerm(), m =>
            {
                SourceSpan span = line.At(m.Index, m.Length);
                account.Find(Carrying.Literal, $"index term {m.Groups[1].Value}", span, "as it is written");
                terms.Add(span);
                return "\\" + m.Value.Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);
            });
        });
        if (citations.Count > 0) account.Tell(Problems.CitationsLiteral(citations.Count, citations[0]));
        if (terms.Count > 0) account.Tell(Problems.IndexTermsLiteral(terms.Count, terms[0]));
        return kept;
    }

    // Pandoc's rule: no letter or digit before the at sign; a key begins with a letter, a digit or an underscore. References of this book's form are none.
    [GeneratedRegex(@"(?<![\p{L}\p{N}\\@/.])-?@(?!(?:[Ff]ig|[Tt]bl|[Ss]ec|[Ee]q|[Ll]st|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Hh]yp)-)(?:\{[^}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*)|\\(?:auto|paren|text|foot)?cite[pt]?\*?(?:\[[^\]]*\])*\{[^}]*\}")]
    private static partial Regex Citation();

    [GeneratedRegex(@"(?<!\\)\\index\{((?:[^{}]|\{[^{}]*\})*)\}")]
    private static partial Regex IndexTerm();
}
