using System.Collections.Concurrent;
using System.Collections.Frozen;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Tests.Epub;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Pdf;

/// <summary>The same book of every kind of node that the EPUB is held to, set in type and written: a kind without a case throws.</summary>
public sealed class EveryKindTests
{
    [Fact]
    public void Every_kind_of_block_and_inline_is_set_and_tagged()
    {
        ResolvedBook book = Resolver.Resolve(WholeBookTests.Everything).Value;
        Picture picture = PictureReader.Read(EpubFixture.Png, "a.png", SourceSpan.None).Value!;
        var pictures = new Pictures(new Dictionary<string, Picture> { ["a.png"] = picture }.ToFrozenDictionary());
        FontLibrary fonts = FontLibrary.LoadDefault();
        ConcurrentBag<HarfBuzzShaper> shapers = [];          // each chapter set at the same time has its own: a shaper caches and is not shared
        IShaper NewShaper()
        {
            var shaper = new HarfBuzzShaper(fonts);
            shapers.Add(shaper);
            return shaper;
        }
        PagedBook pages = BookComposer.Compose(book, pictures, NewShaper, null, CancellationToken.None).Value;
        foreach (HarfBuzzShaper shaper in shapers) shaper.Dispose();
        using PdfReading pdf = SmallBooks.Read(pages, book);

        string structure = pdf.Structure(), text = string.Concat(Enumerable.Range(1, pages.Pages.Length).Select(pdf.Text));
        foreach (string tag in (ReadOnlySpan<string>)["H1", "H2", "P", "L", "LI", "BlockQuote", "Code", "Formula", "Figure", "Caption", "Table", "TH", "TD", "Note", "Link", "TOC"])
            Assert.Matches($@"(?m)^\s*{tag}\b", structure);
        Assert.All(book.Labels.Values, label => Assert.Contains(Letters(label.Text), Letters(text), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Spaces are no glyphs of a PDF, and readers guess at them.</summary>
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
