using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Gives the headings of a chapter their levels: by their printed numbers, else by those around them; and cuts run-in headings.</summary>
/// <remarks>The number of "#" is what a page's reader guessed for that page, so numbers go before it.</remarks>
internal sealed partial class HeadingLevels
{
    private const int LongestHeading = 90;

    private readonly PageReading _reading;
    private readonly DraftChapter _chapter;
    private readonly HashSet<string> _contents;
    private readonly bool _countsChapters;
    private readonly List<PageBlock> _blocks = [];
    private readonly Dictionary<int, int> _levelOfDepth = [];
    private int[] _last = [];
    private int _lastLevel = 1;

    private HeadingLevels(PageReading reading, DraftChapter chapter, HashSet<string> contents, bool countsChapters) =>
        (_reading, _chapter, _contents, _countsChapters) = (reading, chapter, contents, countsChapters);

    /// <summary>The chapter with levels.</summary>
    /// <param name="contents">The rows of the printed contents; empty when there are none.</param>
    /// <param name="signs">How the book shows its chapters.</param>
    public static DraftChapter Settle(PageReading reading, DraftChapter chapter, List<ContentsRow> contents, ChapterSigns signs)
    {
        var levels = new HeadingLevels(reading, chapter, [.. contents.Select(r => r.Number)], signs != ChapterSigns.Depth);
        foreach (PageBlock block in chapter.Blocks)
            if (block is HeadingLine heading) levels.Take(heading);
            else levels._blocks.Add(block);
        return chapter with { Blocks = levels._blocks };
    }

    private void Take(HeadingLine heading)
    {
        LineOverride said = _reading.Overrides.At(heading.Line);
        TextRun? paragraph = null;
        if (RunIn(heading, said) is { } at)
        {
            paragraph = new TextRun(heading.Line, heading.Text[at..].TrimStart());
            HeadingLine cut = heading with { Text = heading.Text[..at].TrimEnd() };
            if (said.Split is null)
                _reading.Doubt(heading.Line, PageTextRule.RunInHeading, Folding.Short(heading.Text), $"{cut.Text} | {Folding.Short(paragraph.Text, 88 - Math.Min(60, cut.Text.Length))}", Confidence.Low,
                    Problems.RunInHeadingCut(cut.Text, _reading.Span(heading.Line)));
            else
                _reading.Decide(heading.Line, PageTextRule.Override, Folding.Short(heading.Text), $"{cut.Text} | {Folding.Short(paragraph.Text, 40)}", Confidence.Certain);
            heading = cut;
        }
        heading = Numbered(heading) ?? Unnumbered(heading, said);
        if (said.Level is { } level and > 1)
        {
            _reading.Decide(heading.Line, PageTextRule.Override, heading.Text, heading.Text, Confidence.Certain, $"level {level}");
            heading = heading with { Level = level };
        }
        _levelOfDepth[heading.Depth] = _lastLevel = heading.Level;
        _blocks.Add(heading);
        if (paragraph is not null) _blocks.Add(paragraph);
    }

    /// <summary>The heading with the level of its number; null when it has none of the book.</summary>
    private HeadingLine? Numbered(HeadingLine heading)
    {
        HeadingShape shape = HeadingShape.Of(heading.Text);
        if (shape.Kind != HeadingKind.Numbered || !_reading.Allows(heading.Line, PageTextRule.HeadingNumber)) return null;
        if (Fits(shape) is not { } confidence)
        {
            _reading.Doubt(heading.Line, PageTextRule.NumberKept, heading.Text, heading.Text, Confidence.Low, Problems.HeadingNumberKept(shape.Number, heading.Text, _reading.Span(heading.Line)));
            return null;
        }
        _last = shape.Parts;
        int level = Math.Min(6, shape.Parts.Length);
        _reading.Decide(heading.Line, PageTextRule.HeadingNumber, $"{new string('#', heading.Depth)} {heading.Text}", $"{new string('#', level)} {shape.Title}", confidence,
            confidence < Confidence.High ? "the number does not follow the one before" : null);
        return heading with { Level = level, Number = shape.Number, Text = shape.Title };
    }

    /// <summary>How well a number fits the running count; null when it is no number of this chapter.</summary>
    private Confidence? Fits(HeadingShape shape)
    {
        int[] parts = shape.Parts;
        if (parts.Length < 2) return null;
        string first = shape.Number.Split('.')[0];
        if (_chapter.Number is not null ? first != _chapter.Number : _countsChapters || char.IsAsciiLetter(first[0])) return null;
        if (_contents.Contains(shape.Number)) return Confidence.High;
        if (parts[^1] == 0 && _last.Length > 0) return null;
        int[] last = _last.Length == 0 ? [parts[0]] : _last;
        // The next of any level: 3.2 -> 3.2.1, 3.3 or, from 3.2.4, 3.3.
        bool isNext = parts.Length <= last.Length + 1 && parts[..^1].AsSpan(1).SequenceEqual(last.AsSpan(1, Math.Min(parts.Length - 2, last.Length - 1)))
            && parts[^1] == (parts.Length <= last.Length ? last[parts.Length - 1] + 1 : 1);
        if (isNext) return Confidence.High;
        // A gap is believed when another heading goes on from it.
        return Later(parts) ? Confidence.Medium : null;
    }

    private bool Later(int[] parts) => Grows(parts) && _chapter.Blocks.OfType<HeadingLine>().Any(h => HeadingShape.Of(h.Text) is { Kind: HeadingKind.Numbered } shape
        && (Follows(shape.Parts, parts) || shape.Parts.Length == parts.Length + 1 && shape.Parts.AsSpan(0, parts.Length).SequenceEqual(parts)));

    private static bool Follows(int[] later, int[] parts) =>
        later.Length == parts.Length && later.AsSpan(0, parts.Length - 1).SequenceEqual(parts.AsSpan(0, parts.Length - 1)) && later[^1] == parts[^1] + 1;

    private bool Grows(int[] parts)
    {
        for (int i = 1; i < Math.Min(parts.Length, _last.Length); i++)
            if (parts[i] != _last[i]) return parts[i] > _last[i];
        return parts.Length > _last.Length;
    }

    private HeadingLine Unnumbered(HeadingLine heading, LineOverride said)
    {
        int level = _levelOfDepth.TryGetValue(heading.Depth, out int known) && known > 1 ? known
            : _lastLevel == 1 ? 2
            : _levelOfDepth.Keys.Any(d => d < heading.Depth && _levelOfDepth[d] == _lastLevel) ? _lastLevel + 1
            : Math.Max(2, _lastLevel - 1);
        level = Math.Min(Math.Min(level, _lastLevel + 1), 6);
        bool amongNumbers = _last.Length > 0 || _chapter.Number is not null && _chapter.Blocks.OfType<HeadingLine>().Any(h => HeadingShape.Of(h.Text).Kind == HeadingKind.Numbered);
        _reading.Decide(heading.Line, PageTextRule.HeadingLevel, $"{new string('#', heading.Depth)} {heading.Text}",
            $"{new string('#', level)} {heading.Text}{(said.IsNumbered ? "" : " {-}")}", amongNumbers ? Confidence.Low : Confidence.Medium,
            amongNumbers ? "it has no number, as it was printed: 'numbered' in the overrides gives it one" : null);
        return heading with { Level = level, IsNumbered = said.IsNumbered };
    }

    /// <summary>Where the paragraph begins in a heading that swallowed it; null when it is a heading only.</summary>
    private int? RunIn(HeadingLine heading, LineOverride said)
    {
        if (said.Split is { } words)
        {
            if (heading.Text.StartsWith(words, StringComparison.Ordinal) && heading.Text.Length > words.Length) return words.Length;
            _reading.Said.Report(Problems.OverrideSplitNotFound(words, said.Span));
        }
        if (heading.Text.Length <= LongestHeading || !_reading.Allows(heading.Line, PageTextRule.RunInHeading)) return null;
        int from = HeadingShape.Of(heading.Text) is { Kind: HeadingKind.Numbered } shape ? heading.Text.Length - shape.Title.Length : 0;
        if (EndsSentence().IsMatch(heading.Text) && Opener().Match(heading.Text, from) is { Success: true } opener) return opener.Groups[1].Index;
        _reading.Doubt(heading.Line, PageTextRule.RunInHeading, Folding.Short(heading.Text), Folding.Short(heading.Text), Confidence.Low,
            Problems.LongHeadingKept(string.Create(CultureInfo.InvariantCulture, $"{heading.Text.Length}"), _reading.Span(heading.Line)));
        return null;
    }

    [GeneratedRegex(@"[.!?](?:['""”’)\]]|<sup>[^<]*</sup>)*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsSentence();

    /// <summary>The first word that opens a sentence more often than it stands in a title, behind a word at least.</summary>
    [GeneratedRegex(@"(?<=\w[”’)]?\s)(The|This|These|Those|There|A|An|It|In|On|At|As|If|When|While|We|They|He|She|Our|One|Some|Many|Most|For|To|By|With|From|After|Before|Although|However|Since|Because|Now|I)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
