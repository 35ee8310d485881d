using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = BookBuilder.Model.Blocks.Block;
using Parsed = Markdig.Syntax.Block;
using CodeBlock = Markdig.Syntax.CodeBlock;
using DefinitionList = Markdig.Extensions.DefinitionLists.DefinitionList;
using DefinitionTerm = Markdig.Extensions.DefinitionLists.DefinitionTerm;
using ListBlock = Markdig.Syntax.ListBlock;
using PipeOrGridTable = Markdig.Extensions.Tables.Table;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Turns parsed blocks into the book's blocks.</summary>
internal static class BlockReader
{
    /// <summary>Reads the blocks of a container in order. Captions and notes join the table or figure they stand next to.</summary>
    public static ImmutableArray<Block> Read(ChapterReading reading, ContainerBlock container)
    {
        var sequence = new BlockSequence(reading);
        for (int i = 0; i < container.Count; i++)
        {
            Parsed? before = i > 0 ? container[i - 1] : null;
            if (container[i] is CommentBlock { IsComment: true } comment) SilenceReader.ReadBlock(reading, comment, container, i);
            ReadOne(reading, sequence, container[i], before);
        }
        return sequence.Finish();
    }

    private static void ReadOne(ChapterReading reading, BlockSequence sequence, Parsed block, Parsed? before)
    {
        SourceSpan span = reading.Map.Of(block);
        reading.At = block;
        switch (block)
        {
            case HeadingBlock b: sequence.Add(Heading(reading, b, before, span)); break;
            case TableCaptionBlock b: sequence.AddCaption(TableReader.Caption(reading, b), before is PipeOrGridTable); break;
            case ParagraphBlock b: sequence.AddAll(ParagraphReader.Read(reading, b)); break;
            case PipeOrGridTable b: sequence.AddTable(TableReader.Read(reading, b)); break;
            case ListBlock b: sequence.Add(ListReader.Read(reading, b)); break;
            case DefinitionList b: sequence.Add(ListReader.Read(reading, b)); break;
            case QuoteBlock b: sequence.Add(QuoteReader.Read(reading, b)); break;
            case DivisionBlock b when DivisionReader.IsFigureNote(b): sequence.AddNote(DivisionReader.FigureNote(reading, b)); break;
            case DivisionBlock b: sequence.Add(DivisionReader.Read(reading, b)); break;
            case FormulaBlock b: sequence.AddAll(FormulaReader.Read(reading, b)); break;
            case CodeBlock b: sequence.Add(CodeReader.Read(reading, b)); break;
            case ThematicBreakBlock: sequence.Add(new ThematicBreak { Span = span }); break;
            case CommentBlock { IsComment: true }: break;
            case CommentBlock b: reading.Said.Report(Problems.UnknownHtml(b.Ending[2..^1], span)); break;
            case NoteDefinitionBlock: break; // read with the chapter's notes
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition: break; // their links hold them
            case BlankLineBlock: break;
            case DefinitionTerm b: sequence.Add(new Paragraph(InlineReader.Read(reading, b.Inline)) { Span = span }); break;
            default: throw new UnreachableException($"{block.GetType().Name} is new: say here what it becomes.");
        }
    }

    private static Heading Heading(ChapterReading reading, HeadingBlock heading, Parsed? before, SourceSpan span)
    {
        bool isGlued = before is ParagraphBlock && !heading.IsSetext && reading.Map.Line(before.Span.End) == span.Start.Line - 1;
        if (isGlued) reading.Said.Report(Problems.GluedHeading(span));
        Attributes attributes = LeafAttributes.Take(heading.Inline);
        ImmutableArray<Model.Blocks.Inline> words = InlineReader.Read(reading, heading.Inline);
        if (words.IsEmpty) reading.Said.Report(Problems.EmptyHeading(span));
        return new Heading(heading.Level, words)
        {
            Span = span,
            Attributes = attributes,
            IsNumbered = !attributes.Has("unnumbered"),
        };
    }
}
