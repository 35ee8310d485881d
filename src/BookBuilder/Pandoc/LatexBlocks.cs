using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates LaTeX on lines of its own: page breaks, centred text, quotations. What is not known stays readable as code.</summary>
internal static partial class LatexBlocks
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        var ends = new ElementEnds(lines, static text => Tag().Matches(text).Select(static m => (m.Groups[2].Value, m.Groups[1].Value == "end")));
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (!isText[i] || line.Text.IndexOf('\\') < 0)
            {
                told.Add(line);
                continue;
            }
            if (PageBreak().IsMatch(line.Text))
            {
                told.AddRange(line.With(""), line.With(@"\newpage"), line.With(""));
                continue;
            }
            if (Layout().IsMatch(line.Text))
            {
                log.Find(Carrying.LeftOut, "LaTeX " + line.Text.Trim(), line.At(), "the design says how the page looks");
                told.Add(line.With(""));
                continue;
            }
            if (Begin().Match(line.Text) is { Success: true } begin && ends.Of(begin.Groups[1].Value, i) is int end and >= 0)
            {
                Environment(told, lines, i, end, begin, log);
                i = end;
                continue;
            }
            told.Add(line);
        }
        return told.ToImmutable();
    }

    private static void Environment(ImmutableArray<SourceLine>.Builder told, ImmutableArray<SourceLine> lines, int start, int end, Match begin, TranslationAccount log)
    {
        string name = begin.Groups[1].Value;
        SourceLine first = lines[start], last = lines[end];
        string closing = $@"\end{{{name}}}";
        // The lines between, with what stands beside \begin and \end.
        List<SourceLine> inner = [];
        string rest = "";
        for (int i = start; i <= end; i++)
        {
            string text = lines[i].Text;
            if (i == start) text = text[(begin.Index + begin.Length)..];
            if (i == end && text.LastIndexOf(closing, StringComparison.Ordinal) is int at and >= 0) (text, rest) = (text[..at], text[(at + closing.Length)..].Trim());
            if (i > start && i < end || text.Trim().Length > 0) inner.Add(lines[i].With(text));
        }
        switch (name)
        {
            case "center" or "centering" or "verse":
                told.AddRange(first.With(""), first.With($"::: {{.{(name == "verse" ? "verse" : "center")}}}"));
                told.AddRange(inner);
                told.AddRange(last.With(":::"), last.With(""));
                break;
            case "quote" or "quotation":
                told.Add(first.With(""));
                told.AddRange(inner.Select(l => l.With("> " + l.Text.Trim())));
                told.Add(last.With(""));
                break;
            case "verbatim" or "lstlisting" or "Verbatim":
                told.Add(first.With("```"));
                told.AddRange(inner);
                told.Add(last.With("```"));
                break;
            case "itemize" or "enumerate":
                told.Add(first.With(""));
                told.AddRange(inner.Select(l => l.With(Item().Replace(l.Text, name == "itemize" ? "- " : "1. "))));
                told.Add(last.With(""));
                break;
            case "landscape" or "flushleft" or "flushright" or "small" or "footnotesize" or "singlespace" or "titlepage" or "minipage":
                log.Find(Carrying.Approximated, $"LaTeX {name}", first.At(), "its text alone");
                told.Add(first.With(""));
                told.AddRange(inner);
                told.Add(last.With(""));
                break;
            default:
                log.Find(Carrying.Literal, $"LaTeX {name}", first.At(), "code");
                told.AddRange(first.With(""), first.With("```latex"));
                for (int i = start; i <= end; i++) told.Add(lines[i]);
                told.AddRange(last.With("```"), last.With(""));
                return;
        }
        if (rest.Length > 0) told.AddRange(last.With(""), last.With(rest));
    }

    [GeneratedRegex(@"^[ \t]*\\(?:newpage|clearpage|cleardoublepage|pagebreak)(?:\[\d\])?(?:\{\})?[ \t]*$")]
    private static partial Regex PageBreak();

    [GeneratedRegex(@"^[ \t]*(?:\\(?:vspace\*?\{[^}]*\}|hspace\*?\{[^}]*\}|noindent|hfill|vfill|bigskip|medskip|smallskip|centering|small|footnotesize|normalsize|large|frontmatter|mainmatter|backmatter|appendix|tableofcontents|listoffigures|listoftables|maketitle|printindex|makeindex|thispagestyle\{[^}]*\}|pagestyle\{[^}]*\}|pagenumbering\{[^}]*\}|setcounter\{[^}]*\}\{[^}]*\}|addcontentsline\{[^}]*\}\{[^}]*\}\{[^}]*\}|(?:re)?newcommand\{[^}]*\}.*|FloatBarrier|clearfloats|linebreak|par|begingroup|endgroup|raggedright|doublespacing|singlespacing)[ \t]*)+$")]
    private static partial Regex Layout();

    [GeneratedRegex(@"^[ \t]*\\begin\{([a-zA-Z]+\*?)\}(?:\[[^\]]*\])?")]
    private static partial Regex Begin();

    [GeneratedRegex(@"\\(begin|end)\{([a-zA-Z]+\*?)\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[ \t]*\\item[ \t]*")]
    private static partial Regex Item();

}
