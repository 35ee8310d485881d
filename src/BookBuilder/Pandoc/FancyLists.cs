using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Tells the items of lists that the book's own Markdown does not know: <c>(a)</c>, <c>(iv)</c>, <c>(1)</c>, <c>#.</c> and numbered examples <c>(@label)</c>.</summary>
/// <remarks>Pandoc's manual, extensions fancy_lists and example_lists. Letters and roman numerals with a full stop or one parenthesis are known already.</remarks>
internal static partial class FancyLists
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, PandocScope scope, TranslationAccount log)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        // How many columns the lines of the item at hand move to the left, and from which indent on.
        (int By, int From, int Content) shift = default;
        bool wasBlank = true, inList = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            Match item = Item().Match(line.Text);
            if (isText[i] && item.Success && (wasBlank || inList))
            {
                string marker = item.Groups["marker"].Value;
                string own = marker switch
                {
                    "#." => "1.",
                    "(@)" => string.Create(CultureInfo.InvariantCulture, $"{scope.NextExample()})"),
                    ['(', '@', ..] => string.Create(CultureInfo.InvariantCulture, $"{scope.NextExample()})"),
                    _ => marker[1..],
                };
                if (marker.StartsWith("(@", StringComparison.Ordinal)) log.Find(Carrying.Supported, "example list", line.At());
                else if (marker == "#.") log.Find(Carrying.Supported, "list item #.", line.At());
                else log.Find(Carrying.Approximated, "list marker in two parentheses", line.At(), "a marker with one");
                string indent = item.Groups["indent"].Value;
                string rest = line.Text[item.Length..].TrimStart();
                // A capital and a full stop need two spaces to be a list; with a parenthesis one will do.
                told.Add(line.With($"{indent}{own} {rest}"));
                int before = line.Text.Length - rest.Length, now = indent.Length + own.Length + 1;
                shift = (before - now, indent.Length + 1, now);
                (inList, wasBlank) = (true, false);
                continue;
            }
            int width = RunningText.Indent(line.Text);
            // Below the first line of any item another list may begin.
            if (isText[i] && (wasBlank || inList) && RunningText.BeginsItem(line.Text)) (inList, shift) = (true, (0, width + 1, 0));
            if (inList && !line.IsBlank && width < shift.From && (wasBlank || !isText[i])) (inList, shift) = (false, default);
            // What belongs to the item keeps its place under the item's first word.
            told.Add(inList && shift.By > 0 && width >= Math.Min(4, shift.From + 1) && line.Text.StartsWith(' ') ? line.With(line.Text[Math.Min(shift.By, Math.Max(0, Blanks(line.Text) - shift.Content))..])
                : inList && shift.By < 0 && width >= shift.From && !line.IsBlank ? line.With(new string(' ', -shift.By) + line.Text) : line);
            wasBlank = line.IsBlank;
        }
        return told.ToImmutable();
    }

    private static int Blanks(string text) => text.Length - text.TrimStart(' ').Length;

    [GeneratedRegex(@"^(?<indent> {0,8})(?<marker>\(@[-\w]*\)|\((?:\d{1,4}|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})\)|#\.)[ \t]+(?=\S)")]
    private static partial Regex Item();
}
