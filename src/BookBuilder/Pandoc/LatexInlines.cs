using System.Text;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Translates the LaTeX that authors put into running text; what is not known is printed as written and told.</summary>
internal static class LatexInlines
{
    /// <summary>The line's text without the commands that are known.</summary>
    public static string Translate(SourceLine line, TranslationAccount log) => Translate(line.Text, 0, 0, line, log);

    /// <summary>A line's text, or what stands in an argument.</summary>
    /// <param name="text">It.</param>
    /// <param name="offset">Where in the line it stands.</param>
    /// <param name="depth">In how many commands it stands.</param>
    /// <param name="line">The line.</param>
    /// <param name="log">Told what became of each command.</param>
    private static string Translate(string text, int offset, int depth, SourceLine line, TranslationAccount log)
    {
        if (text.IndexOf('\\') < 0) return text;
        if (depth > 20)
        {
            log.Find(Carrying.Literal, "LaTeX commands within commands", line.At(offset, text.Length));
            return text;
        }
        int[] closings = Closings(text);
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
            List<(int Start, int End)> places = [];
            int after = end;
            while (after < text.Length && (text[after] == '{' || text[after] == '[' && places.Count == 0) && closings[after] is int close and > 0)
            {
                if (text[after] == '{') places.Add((after + 1, close));
                after = close + 1;
            }
            string written = text[at..after];
            List<string> arguments = [.. places.Select(p => text[p.Start..p.End])];
            if (HoldsText(name) && places.Count > (name == "href" ? 1 : 0))
                arguments[^1] = Translate(arguments[^1], offset + places[^1].Start, depth + 1, line, log);
            if (Command(name, arguments, text, ref after) is { } own)
            {
                told.Append(own);
                if (own.Length == 0) log.Find(Carrying.LeftOut, $"LaTeX \\{name}", line.At(offset + at, after - at), "the design says how the page looks");
                else log.Find(Carrying.Supported, $"LaTeX \\{name}", line.At(offset + at, after - at));
                at = after;
                continue;
            }
            // A page break is read as it stands; a Windows path or the like is no LaTeX.
            if (name is not ("newpage" or "pagebreak" or "clearpage")) log.Find(Carrying.Literal, name == "index" ? "index term" : name.StartsWith("cite", StringComparison.Ordinal) ? "citation" : $"LaTeX \\{name}", line.At(offset + at, written.Length));
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

    /// <summary>Whether the last argument of a command is running text; the others hold an address, a label or code.</summary>
    private static bool HoldsText(string name) => name is "footnote" or "textbf" or "textit" or "emph" or "textsl" or "textsc" or "underline" or "textsuperscript" or "textsubscript"
        or "mbox" or "text" or "textrm" or "textsf" or "hbox" or "textcolor" or "foreignlanguage" or "centerline" or "enquote" or "href";

    /// <summary>For each brace and bracket that opens, where it closes; 0 when it never does.</summary>
    private static int[] Closings(string text)
    {
        var closings = new int[text.Length];
        Stack<int> braces = [], brackets = [];
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') { at++; continue; }
            if (text[at] == '{') braces.Push(at);
            else if (text[at] == '[') brackets.Push(at);
            else if ((text[at] == '}' ? braces : text[at] == ']' ? brackets : null) is { Count: > 0 } open) closings[open.Pop()] = at;
        }
        return closings;
    }
}
