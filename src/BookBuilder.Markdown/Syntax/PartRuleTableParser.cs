using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BookBuilder.Markdown.Syntax;

/// <summary>
/// Grid tables with a rule under some of the columns, as Pandoc writes it: "|    +-----+" beside a cell that goes on.
/// Markdig knows such a rule only with a plus sign at its beginning.
/// </summary>
internal sealed partial class PartRuleTableParser : GridTableParser
{
    private string? _text, _withPlus;

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        StringSlice line = processor.Line;
        if (line.CurrentChar == '|' && PartRule().IsMatch(line.AsSpan()))
            processor.Line = new StringSlice(WithPlus(line.Text), line.Start, line.End, line.NewLine);
        return base.TryContinue(processor, block);
    }

    /// <summary>The whole text with a plus at the beginning of all such lines; made once.</summary>
    private string WithPlus(string text)
    {
        if (_text != text)
        {
            _text = text;
            _withPlus = PartRules().Replace(text, m => m.Groups[1].Value + "+" + m.Groups[2].Value);
        }
        return _withPlus!;
    }

    // What goes on beside the rule may be words, but between plus signs there are only hyphens.
    [GeneratedRegex(@"^\|[^+|]*(?:\+-{3,})+\+(?:[^+|]*[|+])*[ \t]*$")]
    private static partial Regex PartRule();

    [GeneratedRegex(@"^([ \t>]*)\|([^+|\r\n]*(?:\+-{3,})+\+(?:[^+|\r\n]*[|+])*[ \t]*\r?)$", RegexOptions.Multiline)]
    private static partial Regex PartRules();
}
