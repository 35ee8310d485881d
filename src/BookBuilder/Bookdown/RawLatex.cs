using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>LaTeX among Markdown: what has a counterpart gets it, what only moves things on a page is left out, the rest is printed as it is written and told.</summary>
internal static partial class RawLatex
{
    /// <summary>Rewrites it.</summary>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        lines = WithoutRawFences(lines, account);
        ImmutableArray<bool> masked = Prose.Masked(lines);
        Dictionary<string, int> lastEnds = new(StringComparer.Ordinal);
        for (int i = 0; i < lines.Length; i++)
            foreach (Match end in EnvironmentEnd().Matches(lines[i].Text)) lastEnds[end.Groups[1].Value] = i;
        var written = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (masked[i] || !line.Text.Contains('\\'))
            {
                written.Add(line);
                continue;
            }
            if (PageBreak().IsMatch(line.Text))
            {
                account.Find(Carrying.Supported, line.Text.Trim(), line.At());
                written.Add(line.With(""));
                written.Add(line.With("\\newpage"));
                written.Add(line.With(""));
                continue;
            }
            if (Environment().Match(line.Text) is { Success: true } environment)
            {
                AddEnvironment(written, lines, ref i, environment, lastEnds, account);
                continue;
            }
            written.Add(line.With(Rewritten(line, account)));
        }
        return written.ToImmutable();
    }

    private static string Rewritten(SourceLine line, TranslationAccount account)
    {
        string text = line.Text;
        for (int depth = 0; depth < 3; depth++)
        {
            string before = text;
            text = Prose.Replace(text, Counterpart(), m =>
            {
                account.Find(Carrying.Supported, "\\" + m.Groups["name"].Value, line.At());
                return Counterpart(m.Groups["name"].Value, m.Groups["first"].Value, m.Groups["second"].Value);
            });
            if (text == before) break;
        }
        text = Prose.Replace(text, Sign(), m => m.Groups[1].Value switch
        {
            "LaTeX" => "LaTeX",
            "TeX" => "TeX",
            "ldots" or "dots" or "textellipsis" => "…",
            "textendash" => "–",
            "textemdash" => "—",
            "textbackslash" => "\\\\",
            "textasciitilde" => "\\~",
            "copyright" => "©",
            _ => " ",
        });
        text = Prose.Replace(text, PageCommand(), m =>
        {
            account.Find(Carrying.LeftOut, m.Value.Trim(), line.At());
            return "";
        });
        // A line of nothing else is no paragraph of its own.
        if (text.Length != line.Text.Length && string.IsNullOrWhiteSpace(text)) return "";
        foreach (Match unknown in Prose.Matches(text, Unknown()))
        {
            account.Find(Carrying.Literal, unknown.Value, line.At(), "as it is written");
            account.Tell(Problems.LatexLiteral(unknown.Value, line.At(0, line.Text.Length)));
        }
        return text;
    }

    private static string Counterpart(string name, string first, string second) => name switch
    {
        "footnote" => $"^[{first}]",
        "textsc" => $"[{first}]{{.smallcaps}}",
        "textbf" => $"**{first.Trim()}**",
        "textit" or "emph" or "textsl" => $"*{first.Trim()}*",
        "texttt" => first.Contains('`', StringComparison.Ordinal) ? $"`` {first} ``" : $"`{first}`",
        "underline" => $"[{first}]{{.underline}}",
        "sout" => $"~~{first}~~",
        "textsuperscript" => $"<sup>{first}</sup>",
        "textsubscript" => $"<sub>{first}</sub>",
        "url" => $"<{first}>",
        "href" => $"[{second}]({first})",
        "ref" or "autoref" or "pageref" => $"\\@ref({first})",
        "eqref" => $"\\@ref({(first.StartsWith("eq:", StringComparison.Ordinal) ? first : "eq:" + first)})",
        _ => first,
    };

    /// <summary>center and the like are divisions; the words of others are kept as code.</summary>
    private static void AddEnvironment(ImmutableArray<SourceLine>.Builder written, ImmutableArray<SourceLine> lines, ref int at, Match environment, Dictionary<string, int> lastEnds, TranslationAccount account)
    {
        SourceLine line = lines[at];
        string name = environment.Groups["name"].Value;
        if (name is "center" or "flushright" or "flushleft" or "quote" or "quotation" or "verse" or "abstract" or "small" or "footnotesize" or "landscape" or "singlespace" or "samepage" or "minipage")
        {
            account.Find(Carrying.Approximated, $"{name} environment", line.At(), "a division");
            written.Add(line.With(""));
            written.Add(line.With(environment.Groups["kind"].Value == "end" ? ":::" : $"::: {{.{(name is "quotation" ? "quote" : name)}}}"));
            written.Add(line.With(""));
            return;
        }
        string closing = $"\\end{{{name}}}";
        if (environment.Groups["kind"].Value == "end" || lastEnds.GetValueOrDefault(name, -1) < at)
        {
            written.Add(line);
            account.Tell(Problems.LatexLiteral(environment.Value.Trim(), line.At(0, line.Text.Length)));
            return;
        }
        int end = at;
        while (!lines[end].Text.Contains(closing, StringComparison.Ordinal)) end++;
        account.Find(Carrying.Literal, $"{name} environment", line.At(), "code");
        account.Tell(Problems.LatexEnvironment(name, line.At(0, line.Text.Length)));
        written.AddRange(new Knitr.LineList("", line).Add("").Code("latex", lines[at..(end + 1)]).ToImmutable());
        at = end;
    }

    /// <summary>Raw blocks for LaTeX of which nothing would be printed are left out.</summary>
    private static ImmutableArray<SourceLine> WithoutRawFences(ImmutableArray<SourceLine> lines, TranslationAccount account)
    {
        var kept = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool hasEnd = true;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!hasEnd || !RawFence().IsMatch(lines[i].Text))
            {
                kept.Add(lines[i]);
                continue;
            }
            int end = i + 1;
            while (end < lines.Length && CodeFences.Fence(lines[end].Text) is not { Count: >= 3, IsBare: true }) end++;
            hasEnd = end < lines.Length;
            ImmutableArray<SourceLine> body = lines[(i + 1)..Math.Min(end, lines.Length)];
            bool isSilent = end < lines.Length && body.All(l => l.IsBlank || PageBreak().IsMatch(l.Text) || string.IsNullOrWhiteSpace(PageCommand().Replace(l.Text, "")));
            if (!isSilent)
            {
                kept.Add(lines[i]);
                continue;
            }
            account.Find(Carrying.Supported, "raw LaTeX block", lines[i].At());
            kept.Add(lines[i].With(""));
            kept.AddRange(body);
            kept.Add(lines[end].With(""));
            i = end;
        }
        return kept.ToImmutable();
    }

    [GeneratedRegex(@"^[ \t]*\\(?:newpage|clearpage|cleardoublepage|pagebreak)(?:\[\d\])?(?:\{\})?[ \t]*$")]
    private static partial Regex PageBreak();

    [GeneratedRegex(@"^[ \t]*\\(?<kind>begin|end)\{(?<name>[A-Za-z]+\*?)\}.*$")]
    private static partial Regex Environment();

    [GeneratedRegex(@"\\end\{([A-Za-z]+\*?)\}")]
    private static partial Regex EnvironmentEnd();

    [GeneratedRegex(@"(?<!\\)\\(?<name>footnote|textsc|textbf|textit|emph|textsl|texttt|underline|sout|textsuperscript|textsubscript|url|href|ref|autoref|pageref|eqref|mbox|hbox|text|textrm|textsf|enquote)\{(?<first>(?:[^{}]|\{[^{}]*\})*)\}(?:(?<=\\href\{(?:[^{}]|\{[^{}]*\})*\})\{(?<second>(?:[^{}]|\{[^{}]*\})*)\})?")]
    private static partial Regex Counterpart();

    [GeneratedRegex(@"(?<!\\)\\(LaTeX|TeX|ldots|dots|textellipsis|textendash|textemdash|textbackslash|textasciitilde|copyright|quad|qquad|enspace|thinspace)(?![A-Za-z])(?:\{\})?(?:\\(?=\s))?")]
    private static partial Regex Sign();

    [GeneratedRegex(@"(?<!\\)\\(?:(?:noindent|indent|bigskip|medskip|smallskip|vfill|hfill|centering|raggedright|frontmatter|mainmatter|backmatter|appendix|printindex|listoffigures|listoftables|tableofcontents|maketitle|newline|linebreak|nolinebreak|nopagebreak|null|par|small|footnotesize|scriptsize|tiny|normalsize|large|Large|LARGE|huge|Huge|bfseries|itshape|singlespacing|doublespacing|onehalfspacing|newpage|clearpage|cleardoublepage|pagebreak|protect|ignorespaces|setlength|addtolength|blandscape|elandscape)(?![A-Za-z])(?:\{[^{}]*\})*|(?:vspace|hspace|vskip|hskip|thispagestyle|pagestyle|pagenumbering|setcounter|addtocounter|addcontentsline|linespread|needspace|enlargethispage|label|markboth|markright|color|hypertarget|phantomsection|usepackage|input|include|newcommand|renewcommand|bibliographystyle|bibliography|setstretch|captionsetup|let|hyphenation)\*?(?:\[[^\]]*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})*) ?")]
    private static partial Regex PageCommand();

    // What Markdown itself escapes is no command; references and terms of an index are read elsewhere.
    [GeneratedRegex(@"(?<!\\)\\(?!index\b|(?:auto|paren|text|foot)?cite)[A-Za-z]{2,}\*?(?:\[[^\]]*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})*")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^[ \t>]*`{3,}\s*\{=(?:latex|tex)\}\s*$")]
    private static partial Regex RawFence();
}
