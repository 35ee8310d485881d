using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Translation;

namespace BookBuilder.MdBook;

/// <summary>Tells fenced code as mdBook prints it: without hidden lines, with the language alone after the fence.</summary>
/// <param name="hideLines">The mark of hidden lines by language (<c>output.html.code.hidelines</c>).</param>
/// <param name="log">Told what became of each construct.</param>
internal sealed partial class MdBookCode(YamlValue? hideLines, TranslationAccount log)
{
    public ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines)
    {
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        (char Mark, int Count)? open = null;
        string language = "", hidden = "";
        bool hasSaid = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            (char mark, int count, bool isBare) = CodeFences.Fence(line.Text);
            if (open is null)
            {
                if (!isCode[i] || mark == '\0') { told.Add(line); continue; }
                open = (mark, count);
                hasSaid = false;
                Match info = Info().Match(line.Text);
                string[] words = info.Groups[2].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
                // "{#lst-x .python}" is ours already.
                if (info.Groups[2].Value.TrimStart().StartsWith('{')) words = [];
                language = words.FirstOrDefault(w => !Attribute().IsMatch(w)) ?? (words.Length > 0 ? "rust" : "");
                hidden = words.FirstOrDefault(w => w.StartsWith("hidelines=", StringComparison.Ordinal))?[10..] ?? (language == "rust" ? "#" : hideLines.Text(language) ?? "");
                if (words.Length > 1 || words.Length == 1 && words[0] != language) log.Find(Carrying.Supported, "attributes of code", line.At());
                told.Add(words.Length == 0 ? line : line.With(info.Groups[1].Value + language));
                continue;
            }
            if (isBare && mark == open.Value.Mark && count >= open.Value.Count)
            {
                open = null;
                told.Add(line);
                continue;
            }
            if (language == "rust" && hidden == "#" ? IsHiddenRust(line.Text) : hidden.Length > 0 && line.Text.TrimStart().StartsWith(hidden, StringComparison.Ordinal))
            {
                if (!hasSaid) log.Find(Carrying.Supported, "hidden lines of code", line.At());
                hasSaid = true;
                continue;
            }
            // "##" shows a line that begins with one.
            told.Add(language == "rust" && DoubleSharp().Match(line.Text) is { Success: true } sharp ? line.With(sharp.Groups[1].Value + line.Text[(sharp.Length - 1)..]) : line);
        }
        return told.ToImmutable();
    }

    private static bool IsHiddenRust(string line) => line.TrimStart() is "#" || line.TrimStart().StartsWith("# ", StringComparison.Ordinal);

    [GeneratedRegex(@"^([ \t>]*(?:`{3,}|~{3,}))[ \t]*(.*)$")]
    private static partial Regex Info();

    [GeneratedRegex(@"^(?:ignore|editable|noplayground|playground|noplaypen|mdbook-runnable|should_panic|no_run|compile_fail|edition\d+|E\d{4}|hidelines=.*|runnable|test_harness)$")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^(\s*)##")]
    private static partial Regex DoubleSharp();
}
