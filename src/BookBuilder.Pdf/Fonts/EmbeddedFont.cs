using System.Collections.Immutable;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Subsetting;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Fonts;

/// <summary>A face as a composite font whose codes are the face's glyph numbers (ISO 32000-1, 9.7), with the glyphs the book shows.</summary>
internal sealed class EmbeddedFont
{
    private readonly OpenTypeFace _face;
    private readonly ImmutableArray<KeyValuePair<ushort, string>> _glyphs;
    private readonly EncodedStream _file, _toUnicode;
    private readonly string _name;
    private readonly int _fileLength;

    /// <summary>Its glyphs with the text of each, by glyph number.</summary>
    public ImmutableArray<KeyValuePair<ushort, string>> Glyphs => _glyphs;

    /// <summary>Prepares a face: subsets and compresses, which may be done for several faces side by side.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">Its glyphs with the text of each, by glyph number.</param>
    /// <param name="compressed">Whether streams are compressed.</param>
    public static EmbeddedFont Prepare(OpenTypeFace face, ImmutableArray<KeyValuePair<ushort, string>> glyphs, bool compressed) => new(face, glyphs, compressed);

    private EmbeddedFont(OpenTypeFace face, ImmutableArray<KeyValuePair<ushort, string>> glyphs, bool compressed)
    {
        (_face, _glyphs) = (face, glyphs);
        FontSubset subset = FontSubset.Of(face, [.. glyphs.Select(entry => entry.Key)]);
        _fileLength = subset.Data.Length;
        _file = EncodedStream.Of(subset.Data.Span, compressed);
        // A subset is told from others of the same face by six letters (9.6.4).
        _name = subset.Tag.Length == 0 ? face.Name : $"{subset.Tag}+{face.Name}";
        _toUnicode = EncodedStream.Of(ToUnicodeMap.Write(glyphs), compressed);
    }

    /// <summary>Writes the font's objects.</summary>
    /// <returns>The font dictionary.</returns>
    public ObjectRef Write(PdfFile file)
    {
        Syntax fileEntries = _face.IsCff ? new Syntax().Name("Subtype").Name("OpenType") : new Syntax().Name("Length1").Number(_fileLength);
        ObjectRef fontFile = file.AddStream(fileEntries, _file);
        ObjectRef descriptor = file.Add(Descriptor(fontFile));
        Syntax descendant = new Syntax().OpenDictionary().Name("Type").Name("Font")
            .Name("Subtype").Name(_face.IsCff ? "CIDFontType0" : "CIDFontType2").Name("BaseFont").Name(_name)
            .Name("CIDSystemInfo").OpenDictionary().Name("Registry").Text("Adobe").Name("Ordering").Text("Identity")
            .Name("Supplement").Number(0).CloseDictionary()
            .Name("FontDescriptor").Reference(descriptor);
        if (!_face.IsCff) descendant.Name("CIDToGIDMap").Name("Identity");
        GlyphWidths.Write(descendant, _face, _glyphs.Select(entry => entry.Key));
        ObjectRef descendantId = file.Add(descendant.CloseDictionary());
        ObjectRef toUnicode = file.AddStream(new Syntax(), _toUnicode);
        return file.Add(new Syntax().OpenDictionary().Name("Type").Name("Font").Name("Subtype").Name("Type0").Name("BaseFont").Name(_name)
            .Name("Encoding").Name("Identity-H").Name("DescendantFonts").OpenArray().Reference(descendantId).CloseArray()
            .Name("ToUnicode").Reference(toUnicode).CloseDictionary());
    }

    private Syntax Descriptor(ObjectRef fontFile)
    {
        // Fixed pitch 1, symbolic 4 (the codes are no standard encoding), italic 64 (table 123).
        int flags = 4 | (_face.IsFixedPitch ? 1 : 0) | (_face.IsItalic ? 64 : 0);
        GlyphBox box = _face.BoundingBox;
        return new Syntax().OpenDictionary().Name("Type").Name("FontDescriptor").Name("FontName").Name(_name).Name("Flags").Number(flags)
            .Name("FontBBox").OpenArray().Number(Em(box.MinX)).Number(Em(box.MinY)).Number(Em(box.MaxX)).Number(Em(box.MaxY)).CloseArray()
            .Name("ItalicAngle").Number(_face.ItalicAngle, 2).Name("Ascent").Number(Em(_face.Ascender)).Name("Descent").Number(-Em(_face.Descender))
            .Name("CapHeight").Number(Em(_face.CapHeight)).Name("XHeight").Number(Em(_face.XHeight)).Name("StemV").Number(_face.StemV)
            .Name(_face.IsCff ? "FontFile3" : "FontFile2").Reference(fontFile).CloseDictionary();
    }

    private long Em(int units) => (long)Math.Round(units * 1000.0 / _face.UnitsPerEm, MidpointRounding.AwayFromZero);
}
