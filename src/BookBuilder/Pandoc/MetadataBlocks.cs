using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Takes YAML blocks and title blocks out of a text (Pandoc's manual, extensions yaml_metadata_block and pandoc_title_block).</summary>
internal static partial class MetadataBlocks
{
    /// <summary>The text with blank lines in place of its blocks, and what they say; of two values of a key the last counts. Text between two rules is no block.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="log">Told of blocks that cannot be read: at the top they are taken out, elsewhere they stay as text.</param>
    public static (ImmutableArray<SourceLine> Text, YamlMap? Data) Take(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        YamlMap? data = null;
        var told = lines.ToBuilder();
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        int at = 0;
        if (lines.Length > 0 && lines[0].Text.StartsWith("% ", StringComparison.Ordinal)) data = TitleBlock(told, ref at);
        for (; at < lines.Length; at++)
        {
            if (isCode[at] || !Opening().IsMatch(lines[at].Text) || at > 0 && !lines[at - 1].IsBlank) continue;
            if (at + 1 >= lines.Length || !FirstKey().IsMatch(lines[at + 1].Text)) continue;
            int end = at + 1;
            while (end < lines.Length && !Closing().IsMatch(lines[end].Text)) end++;
            if (end == lines.Length) continue;
            YamlMap? block = YamlLookup.ReadBlock(lines[(at + 1)..end], log, out bool isText, out bool isWrong);
            bool isTop = told.Take(at).All(l => l.IsBlank);
            if (isText || !isTop && (block is null || isWrong)) continue;
            if (block is not null) data = data.Over(block);
            for (int i = at; i <= end; i++) told[i] = lines[i].With("");
            at = end;
        }
        return (told.ToImmutable(), data);
    }

    /// <summary>The text with blank lines in place of a YAML block on its first line, for a tool that knows none: rules further down are rules.</summary>
    public static ImmutableArray<SourceLine> TakeFirst(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        if (lines.IsEmpty || !Opening().IsMatch(lines[0].Text)) return lines;
        int end = 1;
        while (end < lines.Length && !Closing().IsMatch(lines[end].Text)) end++;
        return end == lines.Length ? lines : [.. Take(lines[..(end + 1)], log).Text, .. lines[(end + 1)..]];
    }

    /// <summary>Whether a text begins with a block that names the book's title.</summary>
    public static bool NamesTitle(ImmutableArray<SourceLine> lines)
    {
        if (lines.IsEmpty) return false;
        if (lines[0].Text.StartsWith("% ", StringComparison.Ordinal)) return true;
        if (!Opening().IsMatch(lines[0].Text)) return false;
        foreach (SourceLine line in lines.Skip(1).TakeWhile(l => !Closing().IsMatch(l.Text)))
            if (line.Text.StartsWith("title:", StringComparison.Ordinal)) return true;
        return false;
    }

    private static YamlMap TitleBlock(ImmutableArray<SourceLine>.Builder told, ref int at)
    {
        string[] keys = ["title", "author", "date"];
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        for (int field = 0; field < 3 && at < told.Count && told[at].Text.StartsWith('%'); field++)
        {
            SourceSpan span = told[at].At();
            List<string> parts = [told[at].Text[1..].Trim()];
            told[at] = told[at].With("");
            for (at++; at < told.Count && told[at].Text.StartsWith(' ') && !told[at].IsBlank; at++)
            {
                parts.Add(told[at].Text.Trim());
                told[at] = told[at].With("");
            }
            string[] values = field == 1 ? [.. parts.SelectMany(p => p.Split(';')).Select(p => p.Trim()).Where(p => p.Length > 0)] : [string.Join(' ', parts)];
            if (values.Length > 0 && values[0].Length > 0)
                entries.Add(new YamlEntry(keys[field], span, values.Length == 1 ? new YamlScalar(values[0], true, span) : new YamlList([.. values.Select(v => (YamlValue)new YamlScalar(v, true, span))], span)));
        }
        return new YamlMap(entries.ToImmutable(), SourceSpan.None);
    }

    [GeneratedRegex(@"^---[ \t]*$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:---|\.\.\.)[ \t]*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\s*(?:[\w""'][^:]*:(?:\s|$)|#)")]
    private static partial Regex FirstKey();
}
