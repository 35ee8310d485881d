using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>What a section is, in the words readers' programs know.</summary>
/// <param name="Division">The part of the book it stands in: "frontmatter", "bodymatter", "backmatter".</param>
/// <param name="Type">Its epub:type (EPUB 3 Structural Semantics Vocabulary 1.1); null when there is no word for it.</param>
/// <param name="Role">Its role (DPUB-ARIA 1.1); null when there is none.</param>
internal sealed record SectionMeaning(string Division, string? Type, string? Role)
{
    /// <summary>What a section of the book means.</summary>
    public static SectionMeaning Of(ResolvedChapter chapter) => chapter.Role switch
    {
        SectionRole.HalfTitle => new("frontmatter", "halftitlepage", null),
        SectionRole.TitlePage => new("frontmatter", "titlepage", null),
        SectionRole.Copyright => new("frontmatter", "copyright-page", null),
        SectionRole.Contents => new("frontmatter", null, null),
        SectionRole.ListOfFigures => new("frontmatter", "loi", null),
        SectionRole.ListOfTables => new("frontmatter", "lot", null),
        SectionRole.FrontMatter => Named(chapter, "frontmatter"),
        SectionRole.Part => new("bodymatter", "part", "doc-part"),
        SectionRole.Chapter => new("bodymatter", "chapter", "doc-chapter"),
        SectionRole.Appendix => new("backmatter", "appendix", "doc-appendix"),
        SectionRole.BackMatter => Named(chapter, "backmatter"),
        _ => throw new UnreachableException($"{chapter.Role} is new: say here what it means."),
    };

    /// <summary>The author says what a section before or after the body is by a class of its title: <c># Preface {.preface}</c>.</summary>
    private static SectionMeaning Named(ResolvedChapter chapter, string division)
    {
        Heading? title = chapter.Content.OfType<Heading>().FirstOrDefault(static h => h.Level == 1);
        foreach (string name in title?.Attributes.Classes ?? [])
            switch (name)
            {
                case "preface" or "foreword" or "introduction" or "prologue" or "epilogue" or "afterword" or "conclusion" or "acknowledgments"
                    or "dedication" or "colophon" or "errata" or "glossary" or "bibliography" or "index":
                    return new(division, name, "doc-" + name);
            }
        return chapter.Content.Any(static b => b is ListBlock list && list.Attributes.Has("sources")) ? new(division, "bibliography", "doc-bibliography") : new(division, null, null);
    }
}
