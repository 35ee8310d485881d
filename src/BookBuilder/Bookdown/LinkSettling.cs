using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>References and links within the book. A heading that is meant gets its identifier as a label; what leads nowhere keeps its words and is told: bookdown builds such a book.</summary>
internal sealed partial class LinkSettling
{
    private readonly LabelIndex _labels;
    private readonly TranslationAccount _account;
    private readonly IBookFiles _files;
    private readonly HashSet<NamedHeading> _meant = [];
    private readonly Dictionary<string, (int Chapter, SourceLine Line)> _definitions = new(StringComparer.OrdinalIgnoreCase);
    private int _chapter;

    private LinkSettling(LabelIndex labels, IBookFiles files, TranslationAccount account) => (_labels, _files, _account) = (labels, files, account);

    /// <summary>The chapters with links that arrive.</summary>
    public static ImmutableArray<BookChapter> Settle(ImmutableArray<BookChapter> chapters, IBookFiles files, TranslationAccount account)
    {
        LabelIndex labels = LabelIndex.Of(chapters, account);
        var settling = new LinkSettling(labels, files, account);
        for (int c = 0; c < labels.Chapters.Length; c++) settling.CollectDefinitions(labels.Chapters[c], c);
        ImmutableArray<BookChapter> settled = [.. labels.Chapters.Select(settling.Settled)];
        return [.. settled.Select((chapter, c) => chapter with { Lines = settling.WithLabels(chapter.Lines, c) })];
    }

    private void CollectDefinitions(BookChapter chapter, int index)
    {
        ImmutableArray<bool> masked = Prose.Masked(chapter.Lines);
        for (int i = 0; i < chapter.Lines.Length; i++)
            if (!masked[i] && Definition().Match(chapter.Lines[i].Text) is { Success: true } definition)
                _definitions.TryAdd(definition.Groups[1].Value, (index, chapter.Lines[i]));
    }

    private BookChapter Settled(BookChapter chapter, int index)
    {
        _chapter = index;
        HashSet<string> foreign = new(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<SourceLine> lines = Prose.Each(chapter.Lines, line => Settled(line, foreign));
        return foreign.Count == 0 ? chapter with { Lines = lines }
            : chapter with { Lines = [.. lines, lines[^1].With(""), .. foreign.Order(StringComparer.Ordinal).Select(f => _definitions[f].Line)] };
    }

    private string Settled(SourceLine line, HashSet<string> foreign)
    {
        string text = line.Text;
        if (text.Contains("@", StringComparison.Ordinal))
        {
            text = Prose.Replace(text, Reference(), m => Referred(m, line));
            text = Prose.Replace(text, Bare(), m => _labels.IsGiven(LabelIndex.Canonical(m.Groups[1].Value)) ? m.Value : "\\" + m.Value);
        }
        if (!text.Contains('[')) return text;
        text = Prose.Replace(text, Link(), m => Linked(m, line));
        return Prose.Replace(text, Implicit(), m =>
        {
            string label = m.Groups["second"].Success && m.Groups["second"].Length > 0 ? m.Groups["second"].Value : m.Groups["first"].Value;
            if (_definitions.TryGetValue(label, out (int Chapter, SourceLine Line) definition))
            {
                if (definition.Chapter != _chapter) foreign.Add(label);
                return m.Value;
            }
            if (_labels.ByTitle(Heading.PlainOf(label)) is not { } heading) return m.Value;
            _account.Find(Carrying.Supported, $"link to the heading '{label}'", line.At(m.Index));
            return $"[{m.Groups["first"].Value}](#{Meant(heading)})";
        });
    }

    /// <summary>bookdown's <c>\@ref(label)</c>.</summary>
    private string Referred(Match reference, SourceLine line)
    {
        string written = reference.Groups[1].Value;
        string label = LabelIndex.Canonical(written);
        _account.Find(Carrying.Supported, $"reference {written}", line.At(reference.Index));
        if (_labels.ById(label) is { } heading)
        {
            Meant(heading);
            return label == written ? reference.Value : $"\\@ref({label})";
        }
        if (_labels.IsGiven(label)) return Theorems.Prefixes.Any(p => label.StartsWith(p + "-", StringComparison.Ordinal)) ? $"\\@ref({label})" : reference.Value;
        _account.Tell(Problems.ReferenceToNothing(written, line.At(reference.Index, reference.Length), Spelling.Nearest(label, _labels.All)));
        return "\\" + reference.Value;
    }

    private string Linked(Match link, SourceLine line)
    {
        string target = link.Groups["target"].Value;
        string words = link.Groups["words"].Value;
        if (target.Length == 0 || BookPath.IsAddress(target) || Scheme().IsMatch(target)) return link.Value;
        int hash = target.IndexOf('#', StringComparison.Ordinal);
        string file = hash < 0 ? target : target[..hash], id = hash < 0 ? "" : Uri.UnescapeDataString(target[(hash + 1)..]);
        if (id.Length > 0)
        {
            string label = LabelIndex.Canonical(id);
            if (_labels.ById(label) is { } heading) return $"[{words}](#{Meant(heading)})";
            if (_labels.IsGiven(label)) return $"[{words}](#{label})";
        }
        if (file.Length > 0 && ChapterOf(file) is { } chapter) return $"[{words}](#{Meant(chapter)})";
        _account.Find(Carrying.LeftOut, "link to nothing in the book", line.At(link.Index, link.Length), "its words");
        bool isFile = file.Length > 0 && BookPath.Normalize(file, BookPath.FolderOf(line.Path)) is { } path && _files.Read(path, 0) is not FileMissing;
        _account.Tell(Problems.LinkToNothing(target, isFile, line.At(link.Index, link.Length)));
        return words;
    }

    /// <summary>The heading of the chapter a page of the website was made of: its file's name, or its heading's identifier.</summary>
    private NamedHeading? ChapterOf(string file)
    {
        string extension = Path.GetExtension(file).ToLowerInvariant();
        if (extension is not (".html" or ".htm" or ".rmd" or ".md")) return null;
        string stem = BookPath.StemOf(file);
        for (int c = 0; c < _labels.Chapters.Length; c++)
            if (BookPath.StemOf(_labels.Chapters[c].Path).Equals(stem, StringComparison.OrdinalIgnoreCase) && _labels.FirstOf(c) is { } first) return first;
        return _labels.ById(stem);
    }

    private string Meant(NamedHeading heading)
    {
        _meant.Add(heading);
        return heading.Id;
    }

    /// <summary>Writes the identifiers of headings that are meant.</summary>
    private ImmutableArray<SourceLine> WithLabels(ImmutableArray<SourceLine> lines, int chapter)
    {
        foreach (NamedHeading heading in _meant.Where(h => h.Chapter == chapter && !h.IsGiven))
        {
            // What is within the heading may have been rewritten meanwhile.
            if (Heading.Read(lines[heading.Line].Text) is not { } now) continue;
            lines = lines.SetItem(heading.Line, lines[heading.Line].With((now with { Attributes = $"{now.Attributes} #{heading.Id}".Trim() }).Line));
        }
        return lines;
    }

    [GeneratedRegex(@"(?<!\\)\\@ref\(([-:/_.\p{L}\p{N}]+)\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![\p{L}\p{N}\\@/.])@((?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|hyp)[-:][\p{L}\p{N}](?:[-\p{L}\p{N}_.:]*[\p{L}\p{N}_])?)", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<![!\\])\[(?<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*<?(?<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:""[^""]*""|'[^']*'))?\s*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![!\\\]^\p{L}\p{N}])\[(?<first>[^\[\]^@\\!][^\[\]\\]*)\](?:\[(?<second>[^\[\]]*)\]|(?![\[({:]))")]
    private static partial Regex Implicit();

    [GeneratedRegex(@"^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*\S")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();
}
