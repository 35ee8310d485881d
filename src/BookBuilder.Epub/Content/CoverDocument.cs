namespace BookBuilder.Epub.Content;

/// <summary>Writes the page that shows the cover.</summary>
internal static class CoverDocument
{
    /// <param name="image">The picture's file.</param>
    /// <param name="alternativeText">What it says to those who do not see it.</param>
    /// <param name="moves">Whether it moves.</param>
    /// <param name="id">The page's id in the manifest.</param>
    public static FinishedPage Write(BookContent content, string image, string alternativeText, bool moves, string id)
    {
        var page = new Page(content, Places.CoverFile, content.Book.Terms.Cover, "cover");
        page.Count(new() { Pictures = 1, PicturesWithoutWords = alternativeText.Length == 0 ? 1 : 0, MovingPictures = moves ? 1 : 0 });
        page.Out.Open("section", ("class", "cover"), ("aria-label", content.Book.Terms.Cover));
        page.Out.Void("img", ("src", image), ("alt", alternativeText), ("role", "doc-cover"));
        page.Out.CloseLine();
        return page.Finish(id);
    }
}
