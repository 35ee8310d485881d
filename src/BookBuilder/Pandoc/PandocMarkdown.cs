using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Tells what the book's own Markdown lacks of Pandoc's in words it has: other forms of tables, lists, verse, raw HTML and LaTeX, headings as links.</summary>
/// <remarks>Text to text, a line for a line as far as possible, so that every complaint still finds its place. Pandoc's manual is the source of every rule.</remarks>
internal static class PandocMarkdown
{
    /// <summary>Translates a text that is a world of its own: its headings and examples are those it refers to.</summary>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        // What is no heading must not be one when the text is looked through.
        lines = ParagraphGuard.Translate(lines);
        return Translate(lines, PandocScope.Of(lines), log);
    }

    /// <summary>Translates a text.</summary>
    /// <param name="lines">Its lines, without YAML blocks.</param>
    /// <param name="scope">What it can refer to by name.</param>
    /// <param name="log">Told what became of each construct.</param>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, PandocScope scope, TranslationAccount log)
    {
        lines = LinkTargets.Translate(lines);
        lines = Equations.Translate(RawBlocks.Translate(ParagraphGuard.Translate(lines), log), log);
        lines = LatexBlocks.Translate(lines, log);
        lines = HtmlBlocks.Translate(lines, log);
        return InlineForms.Translate(Blocks(lines, scope, log), scope, log);
    }

    /// <summary>Translates verse, tables and lists only: for a tool that has its own ways with raw text and with what stands in a line.</summary>
    public static ImmutableArray<SourceLine> TranslateBlocks(ImmutableArray<SourceLine> lines, TranslationAccount log) =>
        Blocks(lines, PandocScope.Of(lines), log);

    private static ImmutableArray<SourceLine> Blocks(ImmutableArray<SourceLine> lines, PandocScope scope, TranslationAccount log)
    {
        lines = LineBlocks.Translate(lines, log);
        lines = DashTables.Translate(lines, log);
        lines = FancyLists.Translate(lines, scope, log);
        return DefinitionLists.Translate(lines);
    }
}
