using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Typesetting.Typography;

/// <summary>What a paragraph, formula or drawing needs to know of the book around it.</summary>
/// <param name="Book">The book.</param>
/// <param name="Pictures">For pictures within lines.</param>
/// <param name="Shaper">The composer's own shaper.</param>
/// <param name="Sink">Where overfull lines and missing glyphs are reported.</param>
internal sealed record InlineContext(ResolvedBook Book, Pictures Pictures, IShaper Shaper, DiagnosticSink Sink);
