using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace BookBuilder.Markdown.Syntax;

/// <summary>The Markdown that books are written in: CommonMark, what Markdig adds to it, and what this folder adds.</summary>
internal static class Dialect
{
    /// <summary>How deep blocks may nest; Markdig refuses more.</summary>
    public const int NestingDepth = 100;

    /// <summary>A pipeline for one text: its parsers may remember what they saw of it.</summary>
    public static MarkdownPipeline Create()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = NestingDepth };
        builder.UsePreciseSourceLocation()
            .UsePipeTables()
            .UseGridTables()
            .UseDefinitionLists()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~(\"'“‘„«[" });
        builder.Extensions.Add(new Additions());
        return builder.Build();
    }

    /// <summary>What this folder adds; last, so that it stands before what the other extensions add.</summary>
    private sealed class Additions : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder builder)
        {
            builder.BlockParsers.ReplaceOrAdd<GridTableParser>(new PartRuleTableParser());
            builder.BlockParsers.ReplaceOrAdd<HtmlBlockParser>(new CommentParser());
            builder.BlockParsers.Insert(0, new NoteDefinitionParser());
            builder.BlockParsers.Insert(0, new FormulaBlockParser());
            builder.BlockParsers.Insert(0, new TableCaptionParser());
            builder.BlockParsers.Insert(0, new DivisionParser());
            builder.BlockParsers.FindExact<ListBlockParser>()!.ItemParsers.Add(new LetterListParser());

            builder.InlineParsers.Insert(0, new AttributesParser());
            builder.InlineParsers.Insert(0, new ClosingBracketParser());
            builder.InlineParsers.Insert(0, new ScriptParser());
            builder.InlineParsers.Insert(0, new LabelParser());
            builder.InlineParsers.Insert(0, new HardSpaceParser());
            builder.InlineParsers.Insert(0, new CrossReferenceParser());
            builder.InlineParsers.Insert(0, new NoteMarkParser());
            builder.InlineParsers.Insert(0, new AlertParser());
            builder.InlineParsers.Insert(0, new FormulaParser());
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
