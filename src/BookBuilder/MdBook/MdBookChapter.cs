using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Translation;

namespace BookBuilder.MdBook;

/// <summary>A chapter of an mdBook book with the chapters nested in it, which are its sections here, so that the numbers are mdBook's: 1, 1.1, 1.2.</summary>
/// <param name="Path">Its file in the translated book.</param>
/// <param name="Lines">Its text and that of the nested ones.</param>
internal sealed partial record MdBookChapter(string Path, ImmutableArray<SourceLine> Lines)
{
    /// <summary>Where a file of the source stands in the translated book: in which chapter, under which label; a label is null for the chapter itself.</summary>
    internal sealed record Place(string Path, string? Label, string TitleSlug);

    /// <summary>Tells one file as the chapter or section it is.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="entry">Its entry in the summary.</param>
    /// <param name="label">The label of its title; null for its own.</param>
    /// <param name="keepsNumbers">Whether headings within files are numbered: only where no chapter is nested, because mdBook counts chapters alone.</param>
    /// <param name="log">Told what became of each construct.</param>
    public static ImmutableArray<SourceLine> Shaped(ImmutableArray<SourceLine> text, SummaryEntry entry, string? label, bool keepsNumbers, TranslationAccount log)
    {
        bool[] isText = RunningText.Find(text);
        text = Atx(text, isText);
        isText = RunningText.Find(text);
        int[] titles = [.. Enumerable.Range(0, text.Length).Where(i => isText[i] && Title().IsMatch(text[i].Text))];
        // More than one title: those after the first are sections.
        int extra = titles.Length > 1 ? 1 : 0;
        if (extra > 0) log.Find(Carrying.Approximated, "several headings of level 1 in a file", text[titles[1]].At(), "sections of the first");
        bool isNumbered = entry.Kind == SummaryKind.Numbered;
        var told = ImmutableArray.CreateBuilder<SourceLine>(text.Length + 2);
        var from = new SourceLine("", entry.Span.Path ?? "", entry.Span.Start.Line);
        if (titles.Length == 0 || text.Take(titles[0]).Any(l => !l.IsBlank && !l.Text.StartsWith("<!--", StringComparison.Ordinal) && HeadingMark().IsMatch(l.Text)))
            told.AddRange(from.With(Heading(1 + entry.Depth, entry.Title, new AttributeList(label, isNumbered ? [] : ["unnumbered"], []))), from);
        int first = titles.Length == 0 || told.Count > 0 ? -1 : titles[0];
        for (int i = 0; i < text.Length; i++)
        {
            SourceLine line = text[i];
            if (!isText[i] || HeadingMark().Match(line.Text) is not { Success: true } mark)
            {
                told.Add(line);
                continue;
            }
            string words = line.Text[mark.Length..].TrimEnd().TrimEnd('#').TrimEnd();
            (AttributeList list, words) = AttributeList.AtEnd(words) is var (own, before) ? (own, before) : (AttributeList.None, words);
            bool isTitle = i == first;
            if (isTitle && label is not null && list.Id is null) list = list with { Id = label };
            if (isTitle ? !isNumbered : !keepsNumbers || !isNumbered) list = list with { Classes = [.. list.Classes.Where(c => c != "unnumbered"), "unnumbered"] };
            int level = mark.Groups[1].Length + entry.Depth + (isTitle ? 0 : first < 0 && titles.Length > 0 ? 1 : extra);
            told.Add(line.With(Heading(Math.Min(6, level), words, list)));
        }
        return told.ToImmutable();
    }

    /// <summary>Headings underlined by equals signs or hyphens in the form that can be shifted.</summary>
    private static ImmutableArray<SourceLine> Atx(ImmutableArray<SourceLine> text, bool[] isText)
    {
        var told = text.ToBuilder();
        for (int i = 0; i + 1 < text.Length; i++)
        {
            bool isHeading = isText[i] && isText[i + 1] && !text[i].IsBlank && Underline().IsMatch(text[i + 1].Text) && (i == 0 || text[i - 1].IsBlank)
                && !HeadingMark().IsMatch(text[i].Text) && !Block().IsMatch(text[i].Text);
            if (!isHeading) continue;
            told[i] = text[i].With((text[i + 1].Text.TrimStart()[0] == '=' ? "# " : "## ") + text[i].Text.Trim());
            told[i + 1] = text[i + 1].With("");
        }
        return told.ToImmutable();
    }

    /// <summary>A file's text with note labels that no other file of its chapter has.</summary>
    public static ImmutableArray<SourceLine> WithOwnNotes(ImmutableArray<SourceLine> text, int number)
    {
        bool[] isText = RunningText.Find(text);
        return [.. text.Select((l, i) => isText[i] && l.Text.Contains("[^", StringComparison.Ordinal)
            ? l.With(CodeSpans.Replace(l.Text, Note(), m => string.Create(CultureInfo.InvariantCulture, $"[^{m.Groups[1].Value}-{number}]"))) : l)];
    }

    /// <summary>A file's text with its pictures named from the root, where it moves into a file of another folder.</summary>
    public static ImmutableArray<SourceLine> FromRoot(IBookFiles files, ImmutableArray<SourceLine> text, string path)
    {
        string folder = BookPath.FolderOf(path);
        return [.. text.Select(l => l.Text.Contains("![", StringComparison.Ordinal) ? l.With(CodeSpans.Replace(l.Text, Picture(), m =>
            BookPath.Normalize(Uri.UnescapeDataString(m.Groups[2].Value), folder) is { } normal && files.Read(normal, 0) is not FileMissing ? $"{m.Groups[1].Value}(/{normal.Replace(" ", "%20", StringComparison.Ordinal)}" : m.Value)) : l)];
    }

    /// <summary>A text whose links to files lead to what those have become.</summary>
    public static ImmutableArray<SourceLine> Linked(ImmutableArray<SourceLine> text, string own, IReadOnlyDictionary<string, Place> places) =>
        [.. text.Select(l => l.Text.Contains("](", StringComparison.Ordinal) ? l.With(CodeSpans.Replace(l.Text, Link(), m =>
        {
            string file = m.Groups[1].Value.EndsWith(".html", StringComparison.Ordinal) ? m.Groups[1].Value[..^5] + ".md" : m.Groups[1].Value;
            if (BookPath.Normalize(Uri.UnescapeDataString(file), BookPath.FolderOf(l.Path)) is not { } path) return m.Value;
            if (!places.TryGetValue(path, out Place? place) && !places.TryGetValue(path.Replace("index.md", "README.md", StringComparison.Ordinal), out place)) return m.Value;
            string id = m.Groups[2].Value.TrimStart('#');
            if (place.Label is not null && (id.Length == 0 || id == place.TitleSlug)) return $"](#{place.Label})";
            string target = place.Path == own ? "" : Relative(own, place.Path);
            return id.Length > 0 ? $"]({target}#{id})" : target.Length > 0 ? $"]({target})" : $"]({Relative(own, place.Path)})";
        })) : l)];

    private static string Relative(string from, string to) => BookPath.FolderOf(from) == BookPath.FolderOf(to) ? BookPath.FileNameOf(to) : string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/'))) + to;

    private static string Heading(int level, string words, AttributeList attributes) => $"{new string('#', Math.Min(6, level))} {words} {attributes}".TrimEnd();

    [GeneratedRegex(@"^ {0,3}#[ \t]+\S")]
    private static partial Regex Title();

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^ {0,3}(?:=+|-{2,})[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*(?:[-*+>|]|\d+[.)]|<)")]
    private static partial Regex Block();

    [GeneratedRegex(@"\[\^([^\s\[\]^]+)\]")]
    private static partial Regex Note();

    [GeneratedRegex(@"(!\[(?:[^\[\]]|\[[^\[\]]*\])*\])\(([^()\s:]+)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\]\(([^()\s#:<>]+\.(?:md|html))(#[^()\s]*)?\)")]
    private static partial Regex Link();
}
