using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Structure;

namespace BookBuilder.Pdf.Claims;

/// <summary>What in the book itself stands in the way of a claim: pictures and formulas without words, languages nobody knows, headings out of order.</summary>
internal static partial class BookObstacles
{
    // ISO 19005-2, 6.1.13.
    private const int LongestString = 32767;

    /// <summary>Finds them: first what concerns the whole book, then in reading order.</summary>
    public static IEnumerable<Obstacle> Find(ResolvedBook book, ClaimMemory memory) =>
    [
        .. OfMetadata(book.Metadata),
        .. book.Chapters.SelectMany(chapter => memory.Pictures.Recall(chapter, static c => [.. new UnsaidPictures(c).Found])),
        .. OfStructure(StructurePlan.Of(book, memory.Plans, new ParallelOptions()), book, memory),
    ];

    private static IEnumerable<Obstacle> OfMetadata(BookMetadata metadata)
    {
        if (string.IsNullOrWhiteSpace(metadata.Title))
            yield return new(Rules.Accessible, "the book has no title", SourceSpan.None) { Hint = "write 'title: …' in book.yml" };
        if (!IsLanguage(metadata.Language))
            yield return new(Rules.Accessible | Rules.Structured, $"'{metadata.Language}' is no language", SourceSpan.None) { Hint = "write 'lang: en-GB' or the like in book.yml" };
        foreach (string? text in (string?[])[metadata.Title, metadata.Description, string.Join(", ", metadata.Subjects.Select(subject => subject.Name)), string.Join(", ", metadata.Authors.Select(author => author.Name))])
            if (IsTooLong(text))
                yield return TooLong("a text of the book's description", SourceSpan.None);
    }

    private static IEnumerable<Obstacle> OfStructure(StructurePlan plan, ResolvedBook book, ClaimMemory memory)
    {
        int level = 0;
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            ChapterPlan part = plan.Chapters[chapter.Key];
            // What stands in the way depends on the heading before the chapter.
            if (!memory.Chapters.TryRecall(part, out ChapterObstacles found) || found.LevelBefore != level)
                memory.Chapters.Keep(part, found = OfChapter(part.Section, level));
            foreach (Obstacle obstacle in found.Found) yield return obstacle;
            level = found.LevelAfter;
        }
    }

    private static ChapterObstacles OfChapter(StructureElement section, int before)
    {
        int level = before;
        List<Obstacle> found = [];
        foreach (StructureElement element in Below(section))
        {
            if (element.Language is { } language && !IsLanguage(language))
                found.Add(new(Rules.Accessible | Rules.Structured, $"'{language}' is no language", element.Span) { Hint = "write a tag such as lang=\"fr\"" });
            if (element.Tag is "Figure" or "Formula" && string.IsNullOrWhiteSpace(element.Alternative))
                found.Add(new(Rules.Accessible, element.Tag == "Figure" ? "a picture has no description" : "a formula cannot be said in words", element.Span));
            if (IsTooLong(element.Alternative))
                found.Add(TooLong("a description", element.Span));
            // H1 comes first, and a level below begins with the next one (ISO 14289-1, 7.4.2).
            int own = StructureTags.HeadingLevel(element.Tag);
            if (own > level + 1)
                found.Add(new(Rules.Accessible, string.Create(CultureInfo.InvariantCulture, $"a heading of level {own} stands where none of level {own - 1} is above it"), element.Span));
            if (own > 0) level = own;
        }
        return new(before, level, [.. found]);
    }

    /// <summary>All elements below one, in reading order.</summary>
    private static IEnumerable<StructureElement> Below(StructureElement root)
    {
        Stack<StructureElement> waiting = new([root]);
        while (waiting.TryPop(out StructureElement? element))
        {
            if (element != root) yield return element;
            for (int i = element.Kids.Count - 1; i >= 0; i--)
                if (element.Kids[i] is ElementKid kid) waiting.Push(kid.Element);
        }
    }

    private static bool IsLanguage(string tag) => LanguageTag().IsMatch(tag);

    private static bool IsTooLong(string? text) => text is not null && Encoding.BigEndianUnicode.GetByteCount(text) + 2 > LongestString;

    private static Obstacle TooLong(string what, SourceSpan span) =>
        new(Rules.Archival, string.Create(CultureInfo.InvariantCulture, $"{what} is longer than {LongestString:N0} bytes"), span) { Hint = "shorten it" };

    // RFC 3066, 2.1, as ISO 32000-1, 14.9.2 asks.
    [GeneratedRegex(@"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();

    /// <summary>Pictures that have no words and are not declared to need none.</summary>
    private sealed class UnsaidPictures : TreeRewriter
    {
        public UnsaidPictures(ResolvedChapter chapter)
        {
            Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) Rewrite(note.Content);
        }

        public List<Obstacle> Found { get; } = [];

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block is Figure figure) Look(figure, figure.AlternativeText);
            return base.Replace(block);
        }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is ImageInline image) Look(image, image.AlternativeText);
            return base.Replace(inline);
        }

        // Nobody but the author can say that a picture tells nothing: marked as decoration unasked, it would be lost for those who do not see it.
        private void Look(Node picture, string words)
        {
            if (words.Length > 0 || picture.Attributes.Has("decorative") || picture.Attributes["alt"] is "" || picture.Attributes["fig-alt"] is "") return;
            Found.Add(new(Rules.Accessible | Rules.Structured, "a picture has no description", picture.Span)
            {
                Hint = "write alt=\"…\" in the braces after it, or {.decorative} if it tells nothing",
            });
        }
    }
}

/// <summary>What stands in the way in one chapter.</summary>
/// <param name="LevelBefore">The level of the heading before it; 0 for none.</param>
/// <param name="LevelAfter">The level of its last heading.</param>
/// <param name="Found">The obstacles.</param>
internal sealed record ChapterObstacles(int LevelBefore, int LevelAfter, ImmutableArray<Obstacle> Found);
