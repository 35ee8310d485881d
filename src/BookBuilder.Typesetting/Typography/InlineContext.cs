using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Typesetting.Typography;

/// <summary>What a paragraph, formula or drawing needs to know of the book around it.</summary>
/// <param name="Book">The book.</param>
/// <param name="Pictures">For pictures within lines.</param>
/// <param name="Words">The composer's own shaper, and the words it has divided.</param>
/// <param name="Sink">Where overfull lines and missing glyphs are reported.</param>
internal sealed record InlineContext(ResolvedBook Book, Pictures Pictures, WordTools Words, DiagnosticSink Sink)
{
    /// <summary>The composer's own shaper.</summary>
    public IShaper Shaper => Words.Shaper;
    /// <summary>The words divided so far.</summary>
    public Hyphenators Hyphenators => Words.Hyphenators;
    /// <summary>The code points already reported as missing: once a chapter is enough.</summary>
    public HashSet<int> MissingCharacters { get; } = [];
    /// <summary>The code points already reported as taken from another family.</summary>
    public HashSet<int> BorrowedCharacters { get; } = [];
    /// <summary>The faces already reported as lacking small capitals.</summary>
    public HashSet<string> LackingFeatures { get; } = [];
}

/// <summary>What remembers words. Each composer that works at the same time as others has its own, and keeps it from chapter to chapter.</summary>
/// <param name="Shaper">Shapes them.</param>
/// <param name="Hyphenators">Divides them.</param>
internal sealed record WordTools(IShaper Shaper, Hyphenators Hyphenators);
