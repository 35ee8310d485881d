using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Typesetting.Typography;

/// <summary>What a paragraph, formula or drawing needs to know of the book around it.</summary>
/// <param name="Book">The book.</param>
/// <param name="Pictures">For pictures within lines.</param>
/// <param name="Shaper">The composer's own shaper.</param>
/// <param name="Sink">Where overfull lines and missing glyphs are reported.</param>
internal sealed record InlineContext(ResolvedBook Book, Pictures Pictures, IShaper Shaper, DiagnosticSink Sink)
{
    /// <summary>The words divided so far. One for each chapter composed at the same time, as the shaper.</summary>
    public Hyphenators Hyphenators { get; } = new(Book.Design.Hyphenation);
    /// <summary>The code points already reported as missing: once a chapter is enough.</summary>
    public HashSet<int> MissingCharacters { get; } = [];
    /// <summary>The code points already reported as taken from another family.</summary>
    public HashSet<int> BorrowedCharacters { get; } = [];
    /// <summary>The faces already reported as lacking small capitals.</summary>
    public HashSet<string> LackingFeatures { get; } = [];
}
