using BookBuilder.Model.Blocks;

namespace BookBuilder.PageText;

/// <summary>A chapter while it is put together.</summary>
/// <param name="Line">The line of its heading.</param>
/// <param name="Role">What it is to the book.</param>
/// <param name="Number">The printed number: "3", "A"; null when it has none.</param>
/// <param name="Title">The title, with its note marks.</param>
internal sealed record DraftChapter(int Line, ChapterRole Role, string? Number, string Title)
{
    /// <summary>Whether it takes a number where its role has one.</summary>
    public bool IsNumbered { get; init; } = true;
    /// <summary>Its blocks without the title.</summary>
    public List<PageBlock> Blocks { get; init; } = [];
    /// <summary>Its notes by their printed numbers.</summary>
    public SortedDictionary<int, DraftNote> Notes { get; init; } = [];
}

/// <summary>A note while its chapter is put together.</summary>
/// <param name="Line">Where its text stood.</param>
/// <param name="Number">The printed number.</param>
/// <param name="Text">Its text.</param>
internal sealed record DraftNote(int Line, int Number, string Text)
{
    /// <summary>The chapter whose note of the same label stands here instead of the lost one; null when the note is its own.</summary>
    public DraftChapter? OverwrittenBy { get; init; }
}
