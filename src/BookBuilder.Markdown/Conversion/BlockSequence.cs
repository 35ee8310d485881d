using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>The words and attributes of a table's caption.</summary>
internal sealed record TableCaption(ImmutableArray<Inline> Words, Attributes Attributes, SourceSpan Span);

/// <summary>Gathers the blocks of one container and joins captions and notes to their table or figure.</summary>
internal sealed class BlockSequence(ChapterReading reading)
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private TableCaption? _pending;

    /// <summary>Adds one block.</summary>
    public void Add(Block block)
    {
        SettleCaption();
        _blocks.Add(block);
    }

    /// <summary>Adds several.</summary>
    public void AddAll(ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks) Add(block);
    }

    /// <summary>Adds a table; it takes the caption that stands directly before it.</summary>
    public void AddTable(Table table)
    {
        if (_pending is { } caption) table = TableReader.WithCaption(reading, table, caption);
        _pending = null;
        _blocks.Add(table);
    }

    /// <summary>Gives a caption to the table before it, if that has none; else it waits for a table after it.</summary>
    public void AddCaption(TableCaption caption, bool isAfterTable)
    {
        SettleCaption();
        if (isAfterTable && _blocks.Count > 0 && _blocks[^1] is Table { Caption.IsEmpty: true, Attributes.Label: null } table)
            _blocks[^1] = TableReader.WithCaption(reading, table, caption);
        else
            _pending = caption;
    }

    /// <summary>Gives notes to the figure or table before them.</summary>
    public void AddNote(Division note)
    {
        SettleCaption();
        switch (_blocks.Count > 0 ? _blocks[^1] : null)
        {
            case Figure figure: _blocks[^1] = figure with { Notes = [.. figure.Notes, .. note.Content] }; break;
            case Table table: _blocks[^1] = table with { Notes = [.. table.Notes, .. note.Content] }; break;
            default:
                reading.Said.Report(Problems.NoteOfNothing(note.Span));
                _blocks.Add(note);
                break;
        }
    }

    /// <summary>All of them.</summary>
    public ImmutableArray<Block> Finish()
    {
        SettleCaption();
        return _blocks.ToImmutable();
    }

    /// <summary>A caption that found no table is a paragraph.</summary>
    private void SettleCaption()
    {
        if (_pending is not { } caption) return;
        _pending = null;
        reading.Said.Report(Problems.CaptionOfNothing(caption.Span));
        _blocks.Add(new Paragraph(caption.Words) { Span = caption.Span });
    }
}
