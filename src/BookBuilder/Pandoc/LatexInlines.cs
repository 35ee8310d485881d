using System.Text;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates the LaTeX that authors put into running text; what is not known is printed as written and told.</summary>
internal static class LatexInlines
{
    /// <summary>The line's text without the commands that are known.</summary>
    public static string Translate(SourceLine line, TranslationAccount log)
    {
        string text = line.Text;
        if (text.IndexOf('\\') < 0) return text;
        bool[] isMasked = InlineMask.Of(text);
        var told = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length;)
        {
            if (text[at] != '\\' || isMasked[at] || at + 1 >= text.Length || !char.IsAsciiLetter(text[at + 1]))
            {
                // An escaped character is one thing.
                int length = text[at] == '\\' && !isMasked[at] && at + 1 < text.Length ? 2 : 1;
                told.Append(text, at, length);
                at += length;
                continue;
            }
            int end = at + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            string name = text[(at + 1)..end];
            if (end < text.Length && text[end] == '*') end++;
            List<string> arguments = [];
            int after = end;
            while (after < text.Length && (text[after] == '{' || text[after] == '[' && arguments.Count == 0) && Closing(text, after) is int close and > 0)
            {
                if (text[after] == '{') arguments.Add(text[(after + 1)..close]);
                after = close + 1;
            }
            string written = text[at..after];
            if (Command(name, arguments, text, ref after) is { } own)
            {
                told.Append(own);
                if (own.Length == 0) log.Find(Carrying.LeftOut, $"LaTeX \\{name}", line.At(at, after - at), "the design says how the page looks");
                else log.Find(Carrying.Supported, $"LaTeX \\{name}", line.At(at, after - at));
                at = after;
                continue;
            }
            // A page break is read as it stands; a Windows path or the like is no LaTeX.
            if (name is not ("newpage" or "pagebreak" or "clearpage")) log.Find(Carrying.Literal, name == "index" ? "index term" : name.StartsWith("cite", StringComparison.Ordinal) ? "citation" : $"LaTeX \\{name}", line.At(at, written.Length));
            told.Append(written);
            at += written.Length;
        }
        return told.ToString();
    }

    private static string? Command(string name, List<string> arguments, string text, ref int after)
    {
        string first = arguments.Count > 0 ? arguments[^1] : "";
        switch (name)
        {
            case "LaTeX" or "TeX" or "BibTeX" or "LaTeXe" or "XeLaTeX" or "LuaLaTeX":
                // TeX eats the space after a command's name, so authors write "\LaTeX\ ".
                if (after + 1 < text.Length && text[after] == '\\' && text[after + 1] == ' ') after++;
                return name == "LaTeXe" ? "LaTeX2ε" : name;
            case "ldots" or "dots" or "textellipsis": return "…";
            case "textendash": return "–";
            case "textemdash": return "—";
            case "quad" or "qquad": return " ";
            case "newline" or "linebreak": return after >= text.TrimEnd().Length ? "\\" : "<br>";
            case "textbackslash": return "\\\\";
            case "copyright": return "©";
            case "S" when arguments.Count == 0: return "§";
            case "ss": return "ß";
            case "noindent" or "hfill" or "centering" or "protect" or "par" or "hspace" or "vspace" or "label" or "small" or "large" or "normalsize" or "footnotesize" or "allowbreak" or "nolinebreak":
                while (after < text.Length && text[after] == ' ') after++;
                return "";
        }
        if (arguments.Count == 0) return null;
        return name switch
        {
            "footnote" => $"^[{first}]",
            "textbf" => $"**{first}**",
            "textit" or "emph" or "textsl" => $"*{first}*",
            "textsc" => $"[{first}]{{.smallcaps}}",
            "texttt" => $"`{first}`",
            "underline" => $"[{first}]{{.underline}}",
            "textsuperscript" => $"<sup>{first}</sup>",
            "textsubscript" => $"<sub>{first}</sub>",
            "mbox" or "text" or "textrm" or "textsf" or "hbox" or "textcolor" or "foreignlanguage" or "centerline" => first,
            "enquote" => $"\"{first}\"",
            "url" => $"<{first}>",
            "href" when arguments.Count == 2 => $"[{arguments[1]}]({arguments[0]})",
            "ref" or "autoref" or "cref" or "Cref" => $@"\@ref({first})",
            "eqref" => $@"\@ref({first})",
            _ => null,
        };
    }

    private static int Closing(string text, int open)
    {
        char closing = text[open] == '{' ? '}' : ']';
        int depth = 0;
        for (int at = open; at < text.Length; at++)
        {
            if (text[at] == '\\') { at++; continue; }
            if (text[at] == text[open]) depth++;
            else if (text[at] == closing && --depth == 0) return at;
        }
        return -1;
    }
}
