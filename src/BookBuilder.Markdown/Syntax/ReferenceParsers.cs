using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using Markdig.Helpers;
using Markdig.Parsers;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Reads cross-references: <c>@fig-x</c>, <c>[-@fig-x]</c>, <c>[Fig. @fig-x]</c>, <c>[@fig-a; @fig-b]</c> (Quarto's), <c>[@fig-x]{.page}</c> for the page it stands on and <c>\@ref(fig:x)</c> (bookdown's).</summary>
/// <remarks>Only reserved prefixes make a reference, so that "@reader" and addresses stay text.</remarks>
internal sealed partial class CrossReferenceParser : InlineParser
{
    public CrossReferenceParser() => OpeningCharacters = ['@', '[', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        Regex grammar = slice.CurrentChar switch { '@' => Bare(), '[' => Bracketed(), _ => Bookdown() };
        if (slice.CurrentChar == '@' && char.IsLetterOrDigit(slice.PeekCharExtra(-1))) return false;
        Match match = grammar.Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success) return false;
        CaptureCollection labels = match.Groups["label"].Captures;
        string first = labels[0].Value;
        string prefix = match.Groups["prefix"].Value.Trim();
        bool isNumber = slice.CurrentChar == '\\' || match.Groups["minus"].Length > 0;
        var reference = new CrossReference(
            slice.CurrentChar == '\\' ? Labels.Canonical(first) : Labels.OfReference(first),
            match.Groups["page"].Success ? ReferenceForm.Page : isNumber ? ReferenceForm.Number : ReferenceForm.Full,
            Capital: char.IsUpper(first[0]) && slice.CurrentChar != '\\')
        {
            More = [.. labels.Skip(1).Select(label => Labels.OfReference(label.Value))],
            OwnPrefix = prefix.Length == 0 ? null : prefix,
            Written = match.Value,
        };
        processor.Inline = new CrossReferenceInline(reference)
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + match.Length - 1)),
        };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"\G@(?<label>" + Labels.Pattern + ")")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\G\[(?<prefix>[^][@{}\\^!]{0,80}?)(?<![\p{L}\p{N}])(?<minus>-?)@(?<label>" + Labels.Pattern + @")(?:\s*;\s*-?@(?<label>" + Labels.Pattern + @"))*\](?:(?<page>\{\s*\.page\s*\})|(?![({\[]))")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\G\\@ref\((?<label>[-:/_.\p{L}\p{N}]+)\)")]
    private static partial Regex Bookdown();
}

/// <summary>Reads bookdown's <c>(\#fig:x)</c>.</summary>
internal sealed partial class LabelParser : InlineParser
{
    public LabelParser() => OpeningCharacters = ['('];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        Match match = Grammar().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success) return false;
        processor.Inline = new LabelInline(Labels.Canonical(match.Groups[1].Value), match.Value)
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + match.Length - 1)),
        };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"\G\(\\#((?:fig|tab|eq):[-/_\p{L}\p{N}]+)\)")]
    private static partial Regex Grammar();
}

/// <summary>Reads <c>[^label]</c>. Whether the note exists is conversion's question.</summary>
internal sealed partial class NoteMarkParser : InlineParser
{
    public NoteMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        Match match = Grammar().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success) return false;
        processor.Inline = new NoteMarkInline(match.Groups[1].Value)
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + match.Length - 1)),
        };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"\G\[\^([^\s\[\]^]+)\]")]
    private static partial Regex Grammar();
}

/// <summary>Reads <c>[!NOTE]</c> alone on the first line of a quotation (GitHub's alerts).</summary>
internal sealed partial class AlertParser : InlineParser
{
    public AlertParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        bool atStart = processor.Block is Markdig.Syntax.ParagraphBlock { Parent: Markdig.Syntax.QuoteBlock quote } paragraph
            && quote[0] == paragraph && processor.Root!.FirstChild is null;
        if (!atStart) return false;
        Match match = Grammar().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success) return false;
        processor.Inline = new AlertInline(Enum.Parse<CalloutKind>(match.Groups[1].Value, ignoreCase: true))
        {
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + match.Length - 1)),
        };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"\G\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?=[\r\n]|$|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
