using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Knitr;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells a table that is a division: its last paragraph is the caption. Of several tables the last carries number and caption of all.</summary>
internal static partial class TableGroup
{
    public static IEnumerable<SourceLine> Translate(FencedDivision division, ImmutableArray<SourceLine> inner, QuartoScope scope, TranslationAccount log)
    {
        string id = division.Attributes.Id!;
        (ImmutableArray<SourceLine> rest, string caption) = LastParagraph.Take(inner);
        if (caption.Length == 0) caption = division.Attributes["tbl-cap"] ?? "";
        List<int> captions = [];
        bool[] isText = RunningText.Find(rest);
        for (int i = 0; i < rest.Length; i++)
            if (isText[i] && Caption().IsMatch(rest[i].Text) && i > 0 && rest[i - 1].IsBlank) captions.Add(i);
        int last = rest.Length - 1;
        while (last >= 0 && rest[last].IsBlank) last--;
        var attributes = new AttributeList(id, [], [.. division.Attributes.Values.Where(v => v.Key is "tbl-colwidths" or "place" or "fit")]);
        ImmutableArray<bool> isCode = CodeFences.Find(rest);
        bool isTable = rest.Where((_, i) => !isCode[i]).Any(l => l.Text.TrimStart().StartsWith('|') || l.Text.TrimStart().StartsWith("+-", StringComparison.Ordinal) || Dashes().IsMatch(l.Text) || l.Text.Contains("<table", StringComparison.OrdinalIgnoreCase));
        if (!isTable && scope.Cells.ProgramIn(division) is { } program)
        {
            var held = new LineList("", division.Closing);
            held.Add("");
            PipeTable.AddUnrun(held, program, $"{caption} {attributes}".TrimStart());
            return [.. rest, .. held.ToImmutable()];
        }
        if (!isTable)
        {
            log.Find(Carrying.Approximated, "table without rows", division.Opening.At(), "its caption as text");
            return [.. rest, division.Closing.With(""), division.Closing.With($"[{(caption.Length == 0 ? id : caption)}]{{#{id}}}")];
        }
        log.Find(captions.Count > 0 ? Carrying.Approximated : Carrying.Supported, "table division", division.Opening.At(), captions.Count > 0 ? "tables below each other with one caption" : "");
        string parts = "";
        var told = rest.ToBuilder();
        for (int i = 0; i < captions.Count; i++)
        {
            string letter = QuartoScope.Letter(i), words = Caption().Replace(rest[captions[i]].Text, "");
            if (AttributeList.AtEnd(words) is var (list, before))
            {
                words = before;
                if (list.Id is { } part) scope.Parts[part] = (id, letter);
            }
            parts += $" ({letter}) {words.Trim().TrimEnd('.')}{(i + 1 < captions.Count ? ";" : ".")}";
            told[captions[i]] = rest[captions[i]].With("");
        }
        string all = parts.Length == 0 ? caption : caption.Length == 0 ? parts.Trim() : $"{(caption[^1] is '.' or '?' or '!' ? caption : caption + ".")}{parts}";
        return [.. told, division.Closing.With(""), division.Closing.With($": {all} {attributes}")];
    }

    [GeneratedRegex(@"^\s*(?:[Tt]able)?:[ \t]+")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^ *-{2,}(?: +-{2,})+[ \t]*$")]
    private static partial Regex Dashes();
}
