using System.Collections.Immutable;

namespace BookBuilder.Translation;

/// <summary>Tells the lines of running text from those of fenced code, so that no rule for the one is ever applied to the other.</summary>
/// <remarks>CommonMark 0.31, 4.5. A fence in a quotation or a list item is known by its prefix of blanks and &gt;.</remarks>
internal static class CodeFences
{
    /// <summary>For each line, whether it belongs to fenced code: the fences themselves do.</summary>
    public static ImmutableArray<bool> Find(ImmutableArray<SourceLine> lines)
    {
        var isCode = ImmutableArray.CreateBuilder<bool>(lines.Length);
        char mark = '\0';
        int length = 0;
        foreach (SourceLine line in lines)
        {
            (char found, int count, bool isBare) = Fence(line.Text);
            if (mark == '\0')
            {
                isCode.Add(found != '\0');
                if (found != '\0') (mark, length) = (found, count);
                continue;
            }
            isCode.Add(true);
            if (found == mark && count >= length && isBare) mark = '\0';
        }
        return isCode.MoveToImmutable();
    }

    /// <summary>The fence a line begins with: its character, how often it stands, and whether nothing follows it; U+0000 when there is none.</summary>
    public static (char Mark, int Count, bool IsBare) Fence(string line)
    {
        ReadOnlySpan<char> rest = line.AsSpan().TrimStart([' ', '\t', '>']);
        if (rest.IsEmpty || rest[0] is not ('`' or '~')) return default;
        int count = rest.Length - rest.TrimStart(rest[0]).Length;
        if (count < 3) return default;
        ReadOnlySpan<char> info = rest[count..].Trim();
        // A backtick in the words after backticks makes it a code span of the running text.
        return rest[0] == '`' && info.Contains('`') ? default : (rest[0], count, info.IsEmpty);
    }
}
