using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Doctor;

/// <summary>Looks at what the program brings along: fonts, the native libraries that shape and draw, hyphenation patterns.</summary>
internal static class SuppliesExamination
{
    private const string Again = "install BookBuilder again: a part of it is missing or damaged";

    public static IEnumerable<DoctorFinding> Examine()
    {
        FontLibrary library;
        try
        {
            library = FontLibrary.LoadDefault();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return [new("fonts", Health.Ill, exception.Message.TrimEnd('.'), Again), Languages()];
        }
        return [.. Families(library), Shaping(library), Drawing(library), Languages()];
    }

    private static IEnumerable<DoctorFinding> Families(FontLibrary library) =>
        library.Faces.GroupBy(static f => f.Family).Select(static family => new DoctorFinding("fonts", Health.Well,
            $"{family.Key}: {string.Join(", ", family.OrderBy(static f => f.Weight).ThenBy(static f => f.IsItalic).Select(Cut))} ({Licence(family.First())})"));

    private static string Cut(OpenTypeFace face)
    {
        string weight = face.Weight switch { 400 => "regular", 600 => "semibold", 700 => "bold", var other => other.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        return !face.IsItalic ? weight : face.Weight == 400 ? "italic" : weight + " italic";
    }

    private static string Licence(OpenTypeFace face) => face.Licence switch
    {
        null => "it names no licence",
        string said when said.Contains("SIL Open Font License", StringComparison.Ordinal) || said.EndsWith("/OFL", StringComparison.Ordinal) => "SIL Open Font License",
        string said => said,
    };

    private static DoctorFinding Shaping(FontLibrary library) => Tried("shaping", () =>
    {
        using var shaper = new HarfBuzzShaper(library);
        ImmutableArray<ShapedRun> runs = shaper.Shape("office", new FontRequest(library.Families[0], 400, false, 10.Pt, FontFeatures.None, "en"));
        return runs.Sum(static r => r.Glyphs.Length) > 0
            ? new("shaping", Health.Well, "HarfBuzz is there and sets letters")
            : new("shaping", Health.Ill, "HarfBuzz is there and sets no letters", Again);
    });

    private static DoctorFinding Drawing(FontLibrary library) => Tried("drawing", () =>
    {
        ReadOnlySpan<byte> square = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\"/></svg>"u8;
        return PictureReader.Read(square.ToArray(), "square.svg", SourceSpan.None).Value is VectorPicture picture
            && DrawingRasterizer.ToPng(picture.Drawing, 8, _ => library.Faces[0].Data).Length > 0
            ? new("drawing", Health.Well, "Skia is there and draws")
            : new DoctorFinding("drawing", Health.Ill, "Skia is there and draws nothing", Again);
    });

    private static DoctorFinding Languages() => PatternFile.Languages.IsEmpty
        ? new("hyphenation", Health.Ill, "no language's words can be divided", Again)
        : new("hyphenation", Health.Well, $"{string.Join(", ", PatternFile.Languages)}; a book brings others along with 'pdf.hyphenation.files'");

    /// <summary>What is found; a library that is not there is a finding, too.</summary>
    private static DoctorFinding Tried(string subject, Func<DoctorFinding> look)
    {
        try
        {
            return look();
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException or InvalidOperationException)
        {
            string reason = (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
            return new(subject, Health.Ill, reason, exception is InvalidOperationException ? Again
                : "install BookBuilder again for this kind of machine; on Linux its libraries need glibc 2.28 or newer");
        }
    }
}
