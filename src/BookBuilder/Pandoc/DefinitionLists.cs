using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Brings definitions into the one form that the book's own Markdown reads: a colon, three spaces, and everything that belongs to it four columns in.</summary>
/// <remarks>Pandoc's manual, extension definition_lists: <c>:</c> or <c>~</c> with one space will do, and a blank line may stand between term and definition.</remarks>
internal static partial class DefinitionLists
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        bool inDefinition = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            Match mark = Mark().Match(line.Text);
            if (isText[i] && mark.Success && (inDefinition || HasTerm(told) && !IsCaption(told)))
            {
                // Our reader wants the definition right under its term.
                if (!inDefinition && told[^1].IsBlank) told.RemoveAt(told.Count - 1);
                told.Add(line.With(":   " + line.Text[mark.Length..]));
                inDefinition = true;
                continue;
            }
            if (inDefinition && !line.IsBlank)
            {
                int indent = RunningText.Indent(line.Text);
                bool isLazy = i > 0 && !lines[i - 1].IsBlank && isText[i] && !StartsBlock().IsMatch(line.Text);
                // Our reader would take the last definition before a table for its caption.
                if (indent < 4 && TableLine().IsMatch(line.Text) && lines[i - 1].IsBlank) told.AddRange(line.With("<!-- -->"), line.With(""));
                if (indent is 0 or 1 && !isLazy && !(i > 0 && !lines[i - 1].IsBlank && indent == 1))
                    inDefinition = false;
                else if (indent < 4)
                {
                    told.Add(line.With("    " + line.Text.TrimStart()));
                    continue;
                }
            }
            told.Add(line);
        }
        return told.ToImmutable();
    }

    /// <summary>Whether what was told last is one line that may be a term.</summary>
    private static bool HasTerm(ImmutableArray<SourceLine>.Builder told)
    {
        int at = told.Count - 1;
        if (at >= 0 && told[at].IsBlank) at--;
        // A term has one line.
        return at >= 0 && !told[at].IsBlank && !NoTerm().IsMatch(told[at].Text) && (at == 0 || told[at - 1].IsBlank || NoTerm().IsMatch(told[at - 1].Text));
    }

    /// <summary>Whether the colon begins the caption of a table above.</summary>
    private static bool IsCaption(ImmutableArray<SourceLine>.Builder told)
    {
        for (int i = told.Count - 1; i >= 0 && i >= told.Count - 2; i--)
            if (!told[i].IsBlank) return TableLine().IsMatch(told[i].Text);
        return false;
    }

    [GeneratedRegex(@"^ {0,3}[:~][ \t]+(?=\S)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:\||\+[-=:]|[-=]{3,}\s*$|#{1,6}\s|>|:::|[-+*]\s|`{3}|~{3})")]
    private static partial Regex NoTerm();

    [GeneratedRegex(@"^\s*(?:\||\+[-=:]+\+)")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s|:::|>|[-+*]\s|\d+[.)]\s|\[\^|`{3}|~{3}|<)")]
    private static partial Regex StartsBlock();
}
