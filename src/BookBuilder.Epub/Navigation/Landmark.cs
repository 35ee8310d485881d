using System.Collections.Immutable;
using BookBuilder.Epub.Content;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Navigation;

/// <summary>A place that every book has under another name.</summary>
/// <param name="Type">Its name in the vocabulary.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Words">What this book calls it.</param>
internal sealed record Landmark(string Type, string Href, string Words)
{
    /// <summary>The landmarks of the book, each kind once.</summary>
    public static ImmutableArray<Landmark> Of(BookContent content)
    {
        ResolvedBook book = content.Book;
        List<Landmark> found = [new("cover", Places.CoverFile, book.Terms.Cover)];
        foreach (ResolvedChapter chapter in book.Chapters.Where(Places.IsWritten))
        {
            (string? type, string words) = chapter.Role switch
            {
                SectionRole.TitlePage => ("titlepage", book.Terms.TitlePage),
                SectionRole.Copyright => ("copyright-page", book.Terms.Copyright),
                SectionRole.Contents => ("toc", book.Terms.Contents),
                SectionRole.ListOfFigures => ("loi", book.Terms.ListOfFigures),
                SectionRole.ListOfTables => ("lot", book.Terms.ListOfTables),
                SectionRole.Part or SectionRole.Chapter => ("bodymatter", chapter.Title),
                SectionRole.BackMatter => ("backmatter", chapter.Title),
                _ => (null, ""),
            };
            if (type is not null && found.TrueForAll(l => l.Type != type))
                found.Add(new Landmark(type, content.Places.FileOf(chapter) + (type == "toc" ? "#" + NavigationDocument.ContentsId : ""), words.Length > 0 ? words : book.Metadata.Title));
        }
        return [.. found];
    }
}
