using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Syntax;
using CodeBlock = BookBuilder.Model.Blocks.CodeBlock;
using ParsedCode = Markdig.Syntax.CodeBlock;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Reads fenced and indented code.</summary>
internal static class CodeReader
{
    /// <summary>The code with its language: <c>```python</c>, <c>``` {.python #lst-x}</c>, <c>```python {#lst-x}</c>.</summary>
    public static CodeBlock Read(ChapterReading reading, ParsedCode code)
    {
        if (code is FencedCodeBlock open) Slips.ReportCode(reading, open);
        string info = code is FencedCodeBlock fenced ? $"{fenced.Info} {fenced.Arguments}".Trim() : "";
        int brace = info.IndexOf('{');
        Attributes attributes = Attributes.None;
        if (brace >= 0 && AttributeText.Read(info, brace, info.Length, out _) is { } list)
        {
            attributes = list;
            info = info[..brace].Trim();
        }
        if (attributes.Values.FirstOrDefault(v => v.Key.Length == 0).Value is { } format)
            reading.Said.Report(Problems.RawFormat(format, reading.Map.Of(code)));
        string? language = info.Length > 0 ? info.Split(' ')[0].Trim('{', '}') : attributes.Classes.FirstOrDefault();
        return new CodeBlock(BlockText.Of(code), string.IsNullOrEmpty(language) ? null : language.ToLowerInvariant())
        {
            Span = reading.Map.Of(code),
            Attributes = attributes,
            Caption = InlineReader.Plain(reading, attributes["caption"] ?? attributes["lst-cap"] ?? "", reading.Map.Of(code)),
        };
    }
}
