using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates what stands in running text: headings as links, examples, raw code, LaTeX, HTML, pandoc-crossref's references; citations stay as written and are told.</summary>
internal static partial class InlineForms
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, PandocScope scope, TranslationAccount log)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        for (int i = 0; i < lines.Length; i++)
            told.Add(isText[i] && !lines[i].IsBlank && lines[i].Text.AsSpan().IndexOfAny("[]@\\<`&") >= 0 ? lines[i].With(Line(lines[i], scope, log)) : lines[i]);
        return told.ToImmutable();
    }

    private static string Line(SourceLine line, PandocScope scope, TranslationAccount log)
    {
        string text = RawSpans(line, log);
        text = LatexInlines.Translate(line.With(text), log);
        text = HtmlInlines.Translate(line.With(text), log);
        text = Replace(text, HeadingLink(), m => ToHeading(m, scope, line, log));
        text = Replace(text, ExampleReference(), m => scope.ExampleOf(m.Groups[1].Value) is int number ? number.ToString(CultureInfo.InvariantCulture) : m.Value);
        text = Replace(text, OtherFilters(), m => m.Groups[1].Value);
        foreach (Match citation in Citation().Matches(text))
            if (!IsMasked(text, citation.Index)) log.Find(Carrying.Literal, "citation", line.At(Math.Min(citation.Index, line.Text.Length), citation.Length));
        return text;
    }

    /// <summary>Replaces every match outside code and formulas.</summary>
    public static string Replace(string text, Regex pattern, MatchEvaluator replace)
    {
        if (!pattern.IsMatch(text)) return text;
        bool[] isMasked = InlineMask.Of(text);
        return pattern.Replace(text, m => m.Length > 0 && isMasked[m.Index] ? m.Value : replace(m));
    }

    private static bool IsMasked(string text, int at) => InlineMask.Of(text)[at];

    private static string ToHeading(Match link, PandocScope scope, SourceLine line, TranslationAccount log)
    {
        string words = link.Groups[1].Value;
        string name = link.Groups[2].Length > 0 ? link.Groups[2].Value : words;
        // A task's box, an alert, a note's mark, a citation.
        if (words.Trim().Length == 0 || words is "x" or "X" || words[0] is '^' or '@' or '!' or '#' || scope.HeadingOf(name) is not { } label) return link.Value;
        log.Find(Carrying.Supported, "link to a heading by its words", line.At());
        return $"[{words}](#{label})";
    }

    /// <summary><c>`…`{=html}</c>: the text in it stands for itself if a book can show it.</summary>
    private static string RawSpans(SourceLine line, TranslationAccount log)
    {
        string text = line.Text;
        if (!text.Contains("`{=", StringComparison.Ordinal)) return text;
        var told = new System.Text.StringBuilder();
        for (int at = 0; at < text.Length;)
        {
            Match span = text[at] == '`' ? CodeSpan().Match(text, at) : Match.Empty;
            if (!span.Success)
            {
                int length = text[at] == '\\' && at + 1 < text.Length ? 2 : 1;
                told.Append(text, at, length);
                at += length;
                continue;
            }
            at += span.Length;
            string format = span.Groups[3].Value.ToLowerInvariant();
            bool isShown = format is "latex" or "tex" or "html" or "html5" or "html4" or "epub" or "epub3";
            if (format.Length == 0) told.Append(span.Value);
            else log.Find(isShown ? Carrying.Approximated : Carrying.LeftOut, $"raw {format}", line.At(span.Index, span.Length), isShown ? "what a book can show of it" : "it is for that output only");
            if (isShown) told.Append(span.Groups[2].Value.Trim());
        }
        return told.ToString();
    }

    [GeneratedRegex(@"\G(`+)(?!`)(.+?)(?<!`)\1(?!`)(?:\{=([-\w]+)\})?")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"(?<![!\]\\])\[((?:[^\[\]\\]|\\.)+)\](?:\[((?:[^\[\]\\]|\\.)*)\])?(?![(\[{:])")]
    private static partial Regex HeadingLink();

    [GeneratedRegex(@"(?<![\w\\])@([-\w]+)")]
    private static partial Regex ExampleReference();

    // pandoc-fignos and its kin: "+@fig:x" and "*@fig:x" print the kind's name, "!@fig:x" does not.
    [GeneratedRegex(@"(?<![\w*])[+*!](@(?:fig|tbl|eq|sec|lst):[-\w]+)(?!\*)")]
    private static partial Regex OtherFilters();

    [GeneratedRegex(@"\[[^\[\]]*?(?<![\w\\])-?@(?!(?:[Ff]ig|[Tt]bl|[Tt]ab|[Ss]ec|[Ee]q|[Ll]st|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Rr]em|[Ss]ol|[Aa]lg|[Nn]te|[Tt]ip|[Ww]rn|[Ii]mp|[Cc]au|[Hh]yp)[-:])[\w{][^\[\]]*\]")]
    private static partial Regex Citation();
}
