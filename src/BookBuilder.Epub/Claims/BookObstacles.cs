using System.Globalization;
using BookBuilder.Epub.Content;
using BookBuilder.Epub.Package;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Claims;

/// <summary>What within the book is in the way of a claim, found in reading order.</summary>
/// <remarks>The colours of the text are no matter of the book: the publication's style sheet has the same for all, and a test measures them.</remarks>
internal sealed class BookObstacles : TreeRewriter
{
    private const string NonTextContent = "WCAG 2.2, 1.1.1", Relationships = "WCAG 2.2, 1.3.1";
    private const string Describe = "write alt=\"…\" in the braces after it, or {.decorative} if it tells nothing";

    private readonly Pictures _pictures;
    private readonly List<Obstacle> _found = [];
    private SourceSpan _block = SourceSpan.None;
    private int _level;

    private BookObstacles(Pictures pictures) => _pictures = pictures;

    /// <summary>Finds it.</summary>
    public static IReadOnlyList<Obstacle> Find(ResolvedBook book, Pictures pictures)
    {
        var walk = new BookObstacles(pictures);
        foreach (ResolvedChapter chapter in book.Chapters.Where(Places.IsWritten))
        {
            walk._level = chapter.Role == SectionRole.Part ? 1 : 0;
            walk.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) walk.Rewrite(note.Content);
        }
        return walk._found;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        SourceSpan around = _block;
        if (block.Span != SourceSpan.None) _block = block.Span;
        OfLanguage(block);
        switch (block)
        {
            case Heading heading:
                if (heading.Level > _level + 1)
                    Add(block, Relationships, string.Create(CultureInfo.InvariantCulture, $"a heading of level {heading.Level} stands where none of level {heading.Level - 1} is above it"), "let each level follow the one above it");
                _level = heading.Level;
                break;
            case Figure figure:
                OfPicture(figure, figure.Source, figure.AlternativeText);
                if (figure.AlternativeText.Length > 0 && figure.AlternativeText == PlainText.Of(figure.Caption) && !figure.Attributes.Values.Any(static v => v.Key is "alt" or "fig-alt"))
                    Add(figure, NonTextContent, "a picture is described by nothing but its caption", Describe);
                break;
            case Table table when !table.Head.SelectMany(static r => r.Cells).Any(static c => !TableHeads.IsEmpty(c)):
                Add(table, Relationships, "a table has no names over its columns", "write a first row that names them");
                break;
            case MathBlock math:
                OfFormula(math, math.Math);
                break;
        }
        IEnumerable<Block> same = base.Replace(block);
        _block = around;
        return same;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        OfLanguage(inline);
        switch (inline)
        {
            case ImageInline image: OfPicture(image, image.Source, image.AlternativeText); break;
            case MathInline math: OfFormula(math, math.Math); break;
            case Link { Content: var words } when IsSilent(words): Add(inline, "WCAG 2.2, 2.4.4", "a link has no words", "say where it leads"); break;
        }
        return base.Replace(inline);
    }

    private void OfPicture(Node node, string source, string words)
    {
        if (words.Length == 0 && !PictureFacts.IsDecorative(node)) Add(node, NonTextContent, "a picture has no description", Describe);
        switch (_pictures[source])
        {
            case RasterPicture { Image: { Format: RasterFormat.Png } image } when PictureFacts.Moves(image.File.Span):
                Add(node, "WCAG 2.2, 2.2.2", "a picture moves", "give a picture that stands still");
                break;
            case VectorPicture { Drawing: var drawing } when LabelContrast.FirstPale(drawing) is { } pale:
                Add(node, "WCAG 2.2, 1.4.3", $"the words '{pale.Text}' in a drawing are too pale", "draw the words darker");
                break;
        }
    }

    private void OfFormula(Node node, MathExpression math)
    {
        if (math.Spoken.Length == 0) Add(node, NonTextContent, "a formula cannot be said in words", "write it in signs that have a reading, or in words");
    }

    private void OfLanguage(Node node)
    {
        if (node.Attributes["lang"] is { } language && Script.WellFormed(language) is null)
            Add(node, "WCAG 2.2, 3.1.2", $"'{language}' is no language", "write a tag such as lang=\"fr\"");
    }

    private static bool IsSilent(System.Collections.Immutable.ImmutableArray<Inline> words) => string.IsNullOrWhiteSpace(PlainText.Of(words))
        && !words.Any(static w => w is MathInline or ImageInline { AlternativeText.Length: > 0 });

    private void Add(Node node, string criterion, string clause, string hint) => _found.Add(new(criterion, clause, node.Span != SourceSpan.None ? node.Span : _block, hint));
}
