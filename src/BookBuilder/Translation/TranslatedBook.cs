using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>A file of a translated book: the text in the book's own dialect, each line with the place it comes from.</summary>
/// <param name="Path">Where it stands in the translated book, normalized.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record TranslatedFile(string Path, ImmutableArray<SourceLine> Lines)
{
    /// <summary>The text, each line ended by LF.</summary>
    public string Text => string.Concat(Lines.Select(l => l.Text + "\n"));
}

/// <summary>A book in another tool's form, told again in the book's own: book.yml and chapters as texts. Pictures and other files stay where they are.</summary>
/// <remarks>It is what <c>build</c> sets in place and what <c>import</c> writes down, so that both make the same book. The source is never written to.</remarks>
internal sealed record TranslatedBook
{
    /// <summary>The form the book was written in.</summary>
    public required SourceDialect Dialect { get; init; }
    /// <summary>book.yml first, then the chapters in reading order.</summary>
    public required ImmutableArray<TranslatedFile> Files { get; init; }
    /// <summary>Pictures and other files the book needs, normalized, that an import copies; they are read at the same path in the source.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];
    /// <summary>What became of each construct, in the order of the book.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
    /// <summary>What is to be told, with places in the source.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>How far a construct of another tool is carried over.</summary>
public enum Carrying
{
    /// <summary>It means the same.</summary>
    Supported,
    /// <summary>Something near stands for it.</summary>
    Approximated,
    /// <summary>It is printed as it was written.</summary>
    Literal,
    /// <summary>It would have to be run: R, Python, a filter, a preprocessor.</summary>
    NeedsProgram,
    /// <summary>It concerns other outputs only and is left out.</summary>
    LeftOut,
}

/// <summary>A construct that was met, and what became of it: a line of the compatibility report.</summary>
/// <param name="Carrying">How far it is carried over.</param>
/// <param name="Construct">Its name in its own tool: "text reference", "kable table", "shortcode video".</param>
/// <param name="Span">Where.</param>
/// <param name="Became">What stands for it, one clause: "a definition list"; empty when it means the same.</param>
public sealed record Finding(Carrying Carrying, string Construct, SourceSpan Span, string Became = "");

/// <summary>The tools whose books are read as they are.</summary>
public enum SourceDialect
{
    /// <summary>The book's own: book.yml and Markdown.</summary>
    Native,
    /// <summary>R bookdown: _bookdown.yml, index.Rmd.</summary>
    Bookdown,
    /// <summary>Quarto books: _quarto.yml.</summary>
    Quarto,
    /// <summary>mdBook: book.toml, src/SUMMARY.md.</summary>
    MdBook,
    /// <summary>A folder of Pandoc's Markdown.</summary>
    Pandoc,
}
