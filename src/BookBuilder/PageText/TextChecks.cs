using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Looks for damage that no rule can repair: quotation marks without a partner, words with a doubtful hyphen.</summary>
internal static partial class TextChecks
{
    /// <summary>Reports what is doubtful in a chapter's paragraphs.</summary>
    public static void Check(PageReading reading, List<PageBlock> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            (int line, string text) = blocks[i] switch { TextRun run => (run.Line, run.Text), ItemRun item => (item.Line, item.Text), _ => (0, "") };
            if (line == 0) continue;
            // A quotation of several paragraphs opens each of them and closes the last.
            bool goesOn = i + 1 < blocks.Count && blocks[i + 1] is TextRun { Text: ['“', ..] };
            int opening = text.Count(c => c == '“'), closing = text.Count(c => c == '”');
            if (opening != closing && !(goesOn && opening == closing + 1))
                reading.Doubt(line, PageTextRule.Quotes, Folding.Beginning(text), Folding.Beginning(text), Confidence.Low, Problems.QuotesUnpaired(opening, closing, reading.Span(line)));
            foreach (Match compound in Compound().Matches(text))
                if (reading.Words.Has(compound.Groups[1].Value + compound.Groups[2].Value) && reading.Allows(line, PageTextRule.HyphenDoubt))
                    reading.Decide(line, PageTextRule.HyphenDoubt, compound.Value, compound.Value, Confidence.Low, $"the text has '{compound.Groups[1].Value}{compound.Groups[2].Value}' elsewhere");
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}/.@_-])(\p{L}+)-(\p{Ll}+)(?![\p{L}\p{N}/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Compound();
}
