using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>A chapter cut out of the one text that a book is to Pandoc.</summary>
/// <param name="Path">Its file in the translated book, in the folder of the file it comes from, where its pictures are looked for.</param>
/// <param name="Role">What it is to the book.</param>
/// <param name="IsNumbered">Whether its title is numbered.</param>
/// <param name="Lines">Its lines.</param>
internal sealed partial record PandocChapter(string Path, PlannedRole Role, bool IsNumbered, ImmutableArray<SourceLine> Lines)
{
    /// <summary>Cuts a text before every heading of level 1.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="hasParts">Whether level 1 is that of parts, and chapters are of level 2.</param>
    /// <param name="title">The title for a text that has no heading of level 1; null when the book has none.</param>
    public static ImmutableArray<PandocChapter> Cut(ImmutableArray<SourceLine> lines, bool hasParts, string? title)
    {
        bool[] isText = RunningText.Find(lines);
        List<int> starts = [];
        int depth = 0;
        int[] steps = Steps(lines, isText);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!isText[i]) continue;
            string line = lines[i].Text;
            depth += steps[i];
            bool isTitle = Title().IsMatch(line) || hasParts && Chapter().IsMatch(line)
                || !hasParts && i + 1 < lines.Length && Underline().IsMatch(lines[i + 1].Text) && !lines[i].IsBlank && (i == 0 || lines[i - 1].IsBlank);
            if (depth == 0 && isTitle) starts.Add(i);
        }
        var chapters = ImmutableArray.CreateBuilder<PandocChapter>();
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        int first = starts.Count > 0 ? starts[0] : lines.Length;
        if (lines.Take(first).Any(l => !l.IsBlank && !l.Text.TrimStart().StartsWith("<!--", StringComparison.Ordinal)))
        {
            ImmutableArray<SourceLine> before = lines[..first];
            if (starts.Count == 0 && title is not null) before = before.Insert(0, before[0].With($"# {title}")).Insert(1, before[0].With(""));
            chapters.Add(new PandocChapter(Named(before, taken, isWhole: true), PlannedRole.Chapter, starts.Count == 0, before));
        }
        for (int s = 0; s < starts.Count; s++)
        {
            int end = s + 1 < starts.Count ? starts[s + 1] : lines.Length;
            ImmutableArray<SourceLine> chapter = lines[starts[s]..end];
            bool isPart = hasParts && Title().IsMatch(chapter[0].Text);
            if (hasParts && !isPart) chapter = Raised(chapter);
            // The file keeps its name when all its text is this chapter's, or the first of its chapters'.
            bool isWhole = !lines.Take(starts[s]).Any(l => l.Path == chapter[0].Path && !l.IsBlank);
            chapters.Add(new PandocChapter(Named(chapter, taken, isWhole && !starts.Skip(s + 1).Any(at => lines[at].Path == chapter[0].Path)),
                isPart ? PlannedRole.Part : PlannedRole.Chapter, !IsUnnumbered(chapter[0].Text), chapter));
        }
        return chapters.ToImmutable();
    }

    /// <summary>By how much each line goes into divisions or out of them. A fence without its partner in the same file counts for nothing.</summary>
    private static int[] Steps(ImmutableArray<SourceLine> lines, bool[] isText)
    {
        int[] steps = new int[lines.Length];
        Stack<int> open = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0 && lines[i].Path != lines[i - 1].Path) open.Clear();
            if (!isText[i] || Fence().Match(lines[i].Text) is not { Success: true } fence) continue;
            if (fence.Groups[1].Length > 0) open.Push(i);
            else if (open.TryPop(out int opening)) (steps[opening], steps[i]) = (1, -1);
        }
        return steps;
    }

    private static bool IsUnnumbered(string heading) => AttributeList.AtEnd(heading)?.List.Has("unnumbered") == true;

    private static ImmutableArray<SourceLine> Raised(ImmutableArray<SourceLine> chapter)
    {
        bool[] isText = RunningText.Find(chapter);
        return [.. chapter.Select((l, i) => isText[i] && l.Text.StartsWith("##", StringComparison.Ordinal) ? l.With(l.Text[1..]) : l)];
    }

    private static string Named(ImmutableArray<SourceLine> chapter, HashSet<string> taken, bool isWhole)
    {
        string source = chapter[0].Path, folder = BookPath.FolderOf(source);
        string name = BookPath.StemOf(source);
        if (!isWhole)
        {
            string written = AttributeList.AtEnd(chapter[0].Text)?.Before ?? chapter[0].Text;
            name = HeadingWords.Slug(HeadingWords.Plain(written.TrimStart('#', ' '))).Replace(".", "", StringComparison.Ordinal);
            if (name.Length > 60) name = name[..60].TrimEnd('-');
        }
        string path = folder.Length == 0 ? name : $"{folder}/{name}", made = path + ".md";
        for (int i = 2; !taken.Add(made); i++) made = string.Create(CultureInfo.InvariantCulture, $"{path}-{i}.md");
        return made;
    }

    [GeneratedRegex(@"^# +\S|^#[ \t]")]
    private static partial Regex Title();

    [GeneratedRegex(@"^##?[ \t]")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^=+[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}:{3,}[ \t]*(\S[^:]*)?:*[ \t]*$")]
    private static partial Regex Fence();
}
