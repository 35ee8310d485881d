using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Model.Blocks;

namespace BookBuilder.PageText;

/// <summary>Names the files of chapters: "chapters/03-hardware.md".</summary>
internal static class ChapterFiles
{
    private const int LongestName = 40;

    /// <summary>The chapters with their files.</summary>
    public static ImmutableArray<PageTextChapter> Name(List<DraftChapter> chapters, Func<DraftChapter, string> write)
    {
        HashSet<string> taken = [];
        Dictionary<ChapterRole, int> counts = [];
        var named = ImmutableArray.CreateBuilder<PageTextChapter>(chapters.Count);
        foreach (DraftChapter chapter in chapters)
        {
            if (chapter is { Role: ChapterRole.Part, Blocks: [] })
            {
                named.Add(new PageTextChapter("", chapter.Role, chapter.Title, ""));
                continue;
            }
            int count = counts[chapter.Role] = counts.GetValueOrDefault(chapter.Role) + 1;
            string mark = chapter.Role switch
            {
                ChapterRole.FrontMatter => "00-",
                ChapterRole.Part => string.Create(CultureInfo.InvariantCulture, $"part-{count}-"),
                ChapterRole.Appendix => $"appendix-{(count <= 26 ? ((char)('a' + count - 1)).ToString() : count.ToString(CultureInfo.InvariantCulture))}-",
                ChapterRole.BackMatter => "back-",
                _ => string.Create(CultureInfo.InvariantCulture, $"{count:00}-"),
            };
            string stem = (mark + Slug(chapter.Title)).TrimEnd('-');
            string name = stem;
            for (int i = 2; !taken.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
            named.Add(new PageTextChapter($"chapters/{name}.md", chapter.Role, chapter.Title, write(chapter)));
        }
        return named.ToImmutable();
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (char c in Folding.Plain(title).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        string whole = slug.ToString().Trim('-');
        if (whole.Length <= LongestName) return whole;
        int cut = whole.LastIndexOf('-', LongestName);
        return whole[..(cut > LongestName / 2 ? cut : LongestName)].TrimEnd('-');
    }
}
