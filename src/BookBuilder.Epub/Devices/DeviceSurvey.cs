using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Devices;

/// <summary>Gathers what readers are known to stumble over, with its place.</summary>
internal sealed class DeviceSurvey : TreeRewriter
{
    private bool _isInNote;

    /// <summary>Every place that shows a picture.</summary>
    public List<(string Path, SourceSpan Span)> Pictures { get; } = [];
    /// <summary>The tables.</summary>
    public List<Table> Tables { get; } = [];
    /// <summary>Where the formulas are.</summary>
    public List<SourceSpan> Formulas { get; } = [];
    /// <summary>What stands in notes beside words: "a table".</summary>
    public List<(string What, bool IsFormula, SourceSpan Span)> InNotes { get; } = [];

    /// <summary>Walks through a book and its notes.</summary>
    public void Walk(ResolvedBook book)
    {
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            _isInNote = false;
            Rewrite(chapter.Content);
            _isInNote = true;
            foreach (ResolvedNote note in chapter.Notes) Rewrite(note.Content);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        switch (block)
        {
            case Figure figure:
                Pictures.Add((figure.Source, figure.Span));
                Note("a picture", block);
                break;
            case Table table:
                Tables.Add(table);
                Note("a table", block);
                break;
            case MathBlock:
                Formulas.Add(block.Span);
                Note("a formula", block, isFormula: true);
                break;
            case CodeBlock:
                Note("code", block);
                break;
        }
        return base.Replace(block);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        switch (inline)
        {
            case ImageInline image:
                Pictures.Add((image.Source, image.Span));
                Note("a picture", inline);
                break;
            case MathInline:
                Formulas.Add(inline.Span);
                Note("a formula", inline, isFormula: true);
                break;
        }
        return base.Replace(inline);
    }

    private void Note(string what, Node node, bool isFormula = false)
    {
        if (_isInNote) InNotes.Add((what, isFormula, node.Span));
    }
}
