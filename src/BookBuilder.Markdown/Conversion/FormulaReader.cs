using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads formulas on lines of their own.</summary>
internal static partial class FormulaReader
{
    /// <summary>The formula, and what follows its closing dollars on the same line as a paragraph.</summary>
    public static ImmutableArray<Block> Read(ChapterReading reading, FormulaBlock block)
    {
        SourceSpan span = reading.Map.Of(block);
        string written = BlockText.Of(block);
        written = written[Math.Min(2, written.Length)..];
        int closing = FormulaBlockParser.Closing(written, 0);
        if (closing < 0)
        {
            reading.Said.Report(Problems.UnclosedFormula(span));
            closing = written.Length;
        }
        string tex = written[..closing].Trim();
        string rest = closing < written.Length ? written[(closing + 2)..].Trim() : "";
        Attributes attributes = Attributes.None;
        if (rest.Length > 0 && AttributeText.Read(rest, 0, rest.Length, out int end) is { } list)
        {
            attributes = list;
            rest = rest[end..].Trim();
        }
        MathBlock formula = Block(reading, tex, attributes, span);
        if (rest.Length == 0) return [formula];
        reading.Said.Report(Problems.TextAfterFormula(span));
        return [formula, new Paragraph(InlineReader.Plain(reading, rest, span)) { Span = span }];
    }

    /// <summary>A formula with its attributes; a label inside it (bookdown's or LaTeX's) becomes one of them.</summary>
    public static MathBlock Block(ChapterReading reading, string tex, Attributes attributes, SourceSpan span)
    {
        Match label = Label().Match(tex);
        if (label.Success)
        {
            attributes = attributes with { Label = attributes.Label ?? Labels.Canonical(label.Groups[1].Value) };
            tex = tex.Remove(label.Index, label.Length).Trim();
        }
        return new MathBlock(InlineReader.Formula(reading, tex, span)) { Span = span, Attributes = attributes };
    }

    [GeneratedRegex(@"(?:\(\\#|\\label\{)(eq[:-][-:/_\p{L}\p{N}]+)[)}]")]
    private static partial Regex Label();
}
