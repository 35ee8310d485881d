using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Finds references, links and notes' marks that lead to nothing in a translated book. Other tools warn of them and go on; so the words stay, and it is told.</summary>
internal static partial class LooseEnds
{
    /// <summary>The files with every loose end as plain words.</summary>
    /// <param name="files">The translated files, book.yml among them or not.</param>
    /// <param name="said">Told what leads to nothing.</param>
    public static ImmutableArray<TranslatedFile> Tie(ImmutableArray<TranslatedFile> files, DiagnosticSink said)
    {
        HashSet<string> paths = [.. files.Select(f => f.Path)];
        Dictionary<string, HashSet<string>> labels = files.ToDictionary(f => f.Path, f => LabelsOf(f.Lines), StringComparer.Ordinal);
        HashSet<string> all = [.. labels.Values.SelectMany(l => l)];
        return [.. files.Select(f => f.Path == "book.yml" ? f : Tie(f, paths, labels, all, said))];
    }

    private static TranslatedFile Tie(TranslatedFile file, HashSet<string> paths, Dictionary<string, HashSet<string>> labels, HashSet<string> all, DiagnosticSink said)
    {
        bool[] isText = RunningText.Find(file.Lines);
        HashSet<string> notes = [.. file.Lines.Select(l => Note().Match(l.Text)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
        string folder = BookPath.FolderOf(file.Path);
        return file with { Lines = [.. file.Lines.Select((l, i) => isText[i] && l.Text.AsSpan().IndexOfAny('@', '[', '(') >= 0 ? l.With(Line(l)) : l)] };

        string Line(SourceLine line)
        {
            string text = CodeSpans.Replace(line.Text, Group(), m => Labels().Matches(m.Value).All(r => Has(r.Groups[1].Value)) ? m.Value : Loose(m, line, At().Replace($"\\{m.Value[..^1]}\\]", "\\@")));
            text = CodeSpans.Replace(text, Bare(), m => Has(m.Groups[1].Value) ? m.Value : Loose(m, line, "\\" + m.Value));
            text = CodeSpans.Replace(text, Bookdown(), m => Has(m.Groups[1].Value) ? m.Value : Loose(m, line, "??"));
            text = CodeSpans.Replace(text, Mark(), m => notes.Contains(m.Groups[1].Value) ? m.Value : Loose(m, line, "\\" + m.Value));
            return CodeSpans.Replace(text, Link(), m => Leads(m.Groups[2].Value) ? m.Value : Loose(m, line, m.Groups[1].Value));
        }

        bool Leads(string target)
        {
            int hash = target.IndexOf('#');
            string path = hash < 0 ? target : target[..hash], label = hash < 0 ? "" : target[(hash + 1)..];
            if (BookPath.IsAddress(target) || path.Contains(':')) return true;
            if (path.Length == 0) return label.Length == 0 || all.Contains(label);
            string? chapter = BookPath.Normalize(Uri.UnescapeDataString(path), folder) is { } own && paths.Contains(own) ? own : BookPath.Normalize(Uri.UnescapeDataString(path).TrimStart('/'));
            return chapter is not null && paths.Contains(chapter) && (label.Length == 0 || labels[chapter].Contains(label) || all.Contains(label));
        }

        bool Has(string label) => all.Contains(Canonical(label));

        string Loose(Match match, SourceLine line, string words)
        {
            said.Report(Problems.LooseReference($"'{match.Value}'", line.At()));
            return words;
        }
    }

    /// <summary>The labels of a file: those its author gave, and those made of its headings' words.</summary>
    private static HashSet<string> LabelsOf(ImmutableArray<SourceLine> lines)
    {
        bool[] isText = RunningText.Find(lines);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (Match label in Given().Matches(lines[i].Text))
                labels.Add(Canonical(label.Groups[1].Success ? label.Groups[1].Value : label.Groups[2].Value));
            string words = lines[i].Text;
            bool isSetext = i + 1 < lines.Length && isText[i] && !lines[i].IsBlank && Underline().IsMatch(lines[i + 1].Text);
            if (!isText[i] || !(Heading().Match(words) is { Success: true } || isSetext)) continue;
            words = (AttributeList.AtEnd(words)?.Before ?? words).TrimStart('#', ' ');
            string slug = HeadingWords.Slug(HeadingWords.Plain(words.TrimEnd('#', ' '))), made = slug;
            for (int n = 1; !labels.Add(made); n++) made = $"{slug}-{n.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        }
        return labels;
    }

    private static string Canonical(string label)
    {
        label = char.ToLowerInvariant(label[0]) + label[1..];
        return Typed().Match(label) is { Success: true } m ? (m.Groups[1].Value == "tab" ? "tbl" : m.Groups[1].Value) + "-" + m.Groups[2].Value : label;
    }

    private const string Reference = @"@((?:[Ff]ig|[Tt]bl|[Tt]ab|[Ss]ec|[Ee]q|[Ll]st|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Hh]yp)[-:][\p{L}\p{N}](?:[-\p{L}\p{N}_.:]*[\p{L}\p{N}_])?)";

    [GeneratedRegex(@"(?<![!\]\\])\[[^\[\]@{}\\^!]{0,80}?-?" + Reference + @"(?:\s*;\s*-?" + Reference + @")*\](?![({\[])")]
    private static partial Regex Group();

    [GeneratedRegex(Reference)]
    private static partial Regex Labels();

    [GeneratedRegex("@")]
    private static partial Regex At();

    [GeneratedRegex(@"(?<![\p{L}\p{N}\\\-\[;]|; )" + Reference)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\\@ref\(([-:/_.\p{L}\p{N}]+)\)")]
    private static partial Regex Bookdown();

    [GeneratedRegex(@"^\s*\[\^([^\s\[\]^]+)\]:")]
    private static partial Regex Note();

    // At the beginning of a line a colon after it makes it a note.
    [GeneratedRegex(@"(?<!\\)\[\^([^\s\[\]^]+)\](?!(?<=^[\s>*+-]*\[\^[^\[\]]+\]):)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<![!\\])\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(((?:#|[^\s()<>:]+?\.(?:md|markdown|qmd|Rmd|rmd|html?|ipynb)(?=[#)]))[^\s()<>]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{[^{}]*#([-:\w.]+)[^{}]*\}|\(\\#([-:/\w]+)\)")]
    private static partial Regex Given();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?:=+|-{2,})[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(fig|tab|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|hyp):(.+)$")]
    private static partial Regex Typed();
}
