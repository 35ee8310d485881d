using System.Collections.Immutable;
using System.Text;
using System.Xml;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Fonts.Subsetting;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Svg;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;
using SkiaSharp;

namespace BookBuilder.Fuzz.Targets;

/// <summary>A drawing, and the drawing that is written of it.</summary>
internal sealed class SvgTarget : FuzzTarget
{
    private static readonly SourceSpan Mention = new("a.md", new(1, 1), new(1, 1));
    // Small, so that a drawing that shows itself again and again is refused soon.
    private static readonly BookLimits Limits = new() { DrawingElements = 5_000 };

    public override string Name => "svg";
    public override int Most => 4_000;
    public override bool MayBeCut => false;
    public override ImmutableArray<string> Seeds { get; } =
    [
        .. Corpus.Bytes(4_000, ".svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 10 10'><defs><linearGradient id='g' gradientTransform='rotate(9)'><stop offset='0' stop-color='red'/><stop offset='100%' stop-opacity='.5'/></linearGradient><clipPath id='c'><circle r='4'/></clipPath><symbol id='s' viewBox='0 0 2 2'><path d='M0 0 L2 2'/></symbol><pattern id='p' width='2' height='2'><rect width='1' height='1'/></pattern><marker id='m'><path d='M0 0h1'/></marker></defs><use href='#s' x='1' width='5' height='5'/><g clip-path='url(#c)' opacity='.5' transform='scale(2)'><rect width='5' height='5' fill='url(#g)' stroke='blue' stroke-dasharray='1 2'/></g><text x='1 2 3' y='5' font-size='2' text-anchor='middle'>a<tspan dx='1' font-weight='bold'>b</tspan></text><polygon points='1,2 3,4 5'/><ellipse cx='1' cy='2' rx='3'/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg' width='10mm' height='5cm'><style>.a{fill:red} #b,rect>g{stroke:hsl(1,2%,3%)!important} @media print{.a{fill:blue}}</style><rect class='a' id='b' onclick='x()' width='50%' height='100%'/><script>x()</script><a href='javascript:x()'><text>&c;</text></a><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject><image href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' width='5' height='5'/></svg>",
    ];
    public override ImmutableArray<string> Tokens { get; } =
    [
        "<", ">", "/>", "</", "<g>", "</g>", "<svg>", "</svg>", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>", "<g transform='scale(1e9)'>", "<use href='#a'/>", "<use href='#s'/>", " id='a'", " id='s'", "<symbol id='a'>", "</symbol>", "<defs>", "</defs>", "<text>", "</text>", "<tspan>", "</tspan>", "<textPath href='#a'>",
        "<style>", "</style>", "* {fill:url(#g)}", "{", "}", ";", ":", "!important", "<rect width='1e30' height='1'/>", "<path d='M0 0A1 1 0 0 1 5 5'/>", " d='", "<circle r='1'/>", " fill='url(#g)'", " fill='none'", " stroke-width='1e9'", " stroke-dasharray='0'", " stroke-dasharray='1e-9 1e-9'", " clip-path='url(#c)'", " mask='url(#m)'", " opacity='2'",
        " viewBox='0 0 0 0'", " viewBox='0 0 1e300 1e-300'", " width='100%'", " font-size='1e9'", " font-size='0'", " style='", "'", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "&b;", "&lt;", "&#0;", "&#x1F600;", "<script>", " onload='x()'", " href='https://a.b'", " xml:space='preserve'", "<?xml version='1.0' encoding='utf-16'?>", "<?x?>", "<title>", "</title>", " transform='", "matrix(", "rotate(1e9)",
    ];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        byte[] data = Encoding.UTF8.GetBytes(input);
        Reported<Picture?> read = PictureReader.Read(data, "a.svg", Mention, Limits);
        SpanPromise.Check(read.Diagnostics, path => path == "a.svg" ? input : path == "a.md" ? "" : null, mayBePlaceless: false);
        if (read.Value is null && !read.Diagnostics.Any(static d => d.Severity == Severity.Error)) throw new BrokenPromiseException("a drawing that is not shown is told", "nothing was said");
        if (read.Value is VectorPicture drawing) Check(SvgWriter.Write(drawing.Drawing, "x-"));
    }

    /// <summary>What is written is well formed and asks for nothing.</summary>
    public static void Check(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName is "script" or "foreignObject" or "iframe" or "handler") throw new BrokenPromiseException("a drawing runs nothing", reader.LocalName);
                while (reader.MoveToNextAttribute())
                {
                    if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) throw new BrokenPromiseException("a drawing runs nothing", reader.Name);
                    if (reader.LocalName is "href" or "src" && !reader.Value.StartsWith('#') && !reader.Value.StartsWith("data:image/", StringComparison.Ordinal)) throw new BrokenPromiseException("a drawing asks for nothing", reader.Value);
                    if (reader.Value.Contains("NaN", StringComparison.Ordinal) && reader.LocalName is "d" or "x" or "y" or "transform" or "width" or "height" && (reader.Value.Contains("NaN", StringComparison.Ordinal) || reader.Value.Contains('∞') || reader.Value.Contains("Infinity", StringComparison.Ordinal)))
                        throw new BrokenPromiseException("numbers of a drawing are numbers", $"{reader.Name}='{reader.Value}'");
                }
            }
        }
        catch (XmlException wrong)
        {
            throw new BrokenPromiseException("a drawing is well formed", wrong.Message);
        }
    }
}

/// <summary>A picture of pixels.</summary>
internal sealed class RasterTarget : FuzzTarget
{
    private static readonly SourceSpan Mention = new("a.md", new(1, 1), new(1, 1));
    private static readonly BookLimits Limits = new() { PicturePixels = 2_000_000 };

    public override string Name => "raster";
    public override bool IsBinary => true;
    public override int Most => 8_000;
    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Bytes(8_000, ".png"), .. Drawn(), .. Corpus.Texts("Graphics/SampleImages.cs").SelectMany(InCode)];
    public override ImmutableArray<string> Tokens { get; } =
        ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "iCCP", "sRGB", "gAMA", "cHRM", "pHYs", "eXIf", "acTL", "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8", "\u00ff\u00d9", "\u00ff\u00c0", "\u00ff\u00c2", "\u00ff\u00c4", "\u00ff\u00db", "\u00ff\u00da", "\u00ff\u00e1", "Exif\0\0", "II*\0", "MM\0*", "\u00ff\u00ee\0\u000eAdobe", "ICC_PROFILE\0\u0001\u0001", "GIF89a", "RIFF", "WEBPVP8 ", "WEBPVP8L", "WEBPVP8X", "BM", "\0\0\0\0", "\u00ff\u00ff\u00ff\u00ff", "\0\0\0\u0001"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        Reported<Picture?> read = PictureReader.Read(Encoding.Latin1.GetBytes(input), "a.png", Mention, Limits);
        SpanPromise.Check(read.Diagnostics, path => path == "a.md" || path == "a.png" ? input : null, mayBePlaceless: false);
        if (read.Value is null != read.Diagnostics.Any(static d => d.Severity == Severity.Error)) throw new BrokenPromiseException("a picture is shown or it is told that it is not", $"{read.Value is null}, {string.Join("; ", read.Diagnostics)}");
        if (read.Value is RasterPicture { Image: { } image } && (image.PixelWidth < 1 || image.PixelHeight < 1 || !(image.NaturalWidth > Length.Zero))) throw new BrokenPromiseException("a picture has a size", $"{image.PixelWidth} x {image.PixelHeight} at {image.DotsPerInch}");
    }

    /// <summary>Small pictures in the formats that Skia writes.</summary>
    private static IEnumerable<string> Drawn()
    {
        foreach (bool alpha in (bool[])[false, true])
        {
            using var bitmap = new SKBitmap(9, 7, SKColorType.Rgba8888, alpha ? SKAlphaType.Unpremul : SKAlphaType.Opaque);
            for (int i = 0; i < 63; i++) bitmap.SetPixel(i % 9, i / 9, new SKColor((byte)(i * 4), (byte)(255 - i), (byte)(i * i), (byte)(alpha ? i * 4 : 255)));
            foreach (SKEncodedImageFormat format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp])
            {
                using SKData? data = bitmap.Encode(format, format == SKEncodedImageFormat.Webp && alpha ? 100 : 60);
                if (data is not null) yield return Encoding.Latin1.GetString(data.ToArray());
            }
        }
        yield return Encoding.Latin1.GetString(Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));
        yield return "BM:\0\0\0\0\0\0\0" + "6\0\0\0(\0\0\0\u0001\0\0\0\u0001\0\0\0\u0001\0\u0018\0\0\0\0\0\u0004\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u00ff\0\0\0";
    }

    /// <summary>The pictures that stand in the tests as Base64.</summary>
    private static IEnumerable<string> InCode(string code)
    {
        foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(code, "\"([A-Za-z0-9+/=]{60,})\""))
        {
            byte[] bytes = new byte[match.Length];
            if (Convert.TryFromBase64String(match.Groups[1].Value, bytes, out int length)) yield return Encoding.Latin1.GetString(bytes.AsSpan(0, length));
        }
    }
}

/// <summary>A font file: read, shaped with, subset.</summary>
internal sealed class FontTarget : FuzzTarget
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();

    public override string Name => "font";
    public override bool IsBinary => true;
    public override int Most => 40_000;
    public override int Batch => 200;
    public override ImmutableArray<string> Seeds { get; } = [.. Small()];
    public override ImmutableArray<string> Tokens { get; } =
        ["head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cmap", "loca", "glyf", "GSUB", "GPOS", "GDEF", "MATH", "CFF ", "kern", "cvt ", "fpgm", "OTTO", "true", "\0\u0001\0\0", "ttcf", "\0\0", "\u00ff\u00ff", "\0\u0004", "\0\u000c", "\u0080\0"];

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        Reported<OpenTypeFace?> read = OpenTypeFace.Read(Encoding.Latin1.GetBytes(input), SourceSpan.OfFile("book.yml"));
        if (read.Value is not { } face)
        {
            if (read.Diagnostics.IsEmpty) throw new BrokenPromiseException("a font that is not read is told", "nothing was said");
            return;
        }
        foreach (int c in face.CodePoints().Take(300))
        {
            ushort glyph = face.GlyphOf(c);
            face.AdvanceOf(glyph);
            face.BoundsOf(glyph);
        }
        FontLibrary library = Library.With([face]);
        if (!library.HasFamily(face.Family)) return;
        using var shaper = new HarfBuzzShaper(library);
        var request = new FontRequest(face.Family, face.Weight, face.IsItalic, 10.Pt, FontFeatures.None, "en");
        const string text = "Harbour fi (x+1) e\u0301 \u05d0\u05d1 \u0627\u0644";
        SortedSet<ushort> glyphs = [];
        foreach (ShapedRun run in shaper.Shape(text, request))
            foreach (ShapedGlyph glyph in run.Glyphs)
            {
                if (glyph.Cluster < 0 || glyph.Cluster >= text.Length) throw new BrokenPromiseException("a glyph belongs to a character", $"cluster {glyph.Cluster}");
                if (ReferenceEquals(run.Face, face)) glyphs.Add(glyph.Id);
            }
        face.Subset(glyphs);
    }

    /// <summary>Whole fonts are large; subsets of them have all tables and few glyphs.</summary>
    private static IEnumerable<string> Small()
    {
        foreach (string name in (string[])["SourceSerif4-Regular", "SourceCodePro-It", "STIXTwoMath-Regular"])
        {
            OpenTypeFace face = Library.Named(name)!;
            yield return Encoding.Latin1.GetString(face.Subset([.. "Harbou fie\u0301(x+1)".Select(c => face.GlyphOf(c))]).Data.Span);
        }
        foreach (string path in (string[])["tests/books/torture/fonts/NotoNaskhArabic-Regular.ttf", "tests/books/torture/fonts/NotoSerifHebrew-Regular.ttf"])
        {
            byte[] whole = Corpus.File(path);
            if (whole.Length < 40_000) yield return Encoding.Latin1.GetString(whole);
            OpenTypeFace face = OpenTypeFace.Read(whole, default).Value!;
            yield return Encoding.Latin1.GetString(face.Subset([.. "\u05d0\u05d1\u0627\u0644\u0639 a".Select(c => face.GlyphOf(c))]).Data.Span);
        }
    }
}
