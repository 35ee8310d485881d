using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pdf.Fonts;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Tests.Pdf;

public sealed class GlyphWidthsTests
{
    [Fact]
    public void The_width_of_all_others_is_an_integer_even_in_a_face_of_1024_units()
    {
        OpenTypeFace face = OfUnits(1024);
        ushort[] glyphs = [.. "0123456789".Select(c => face.GlyphOf(c)).Order()];
        Syntax to = new();
        GlyphWidths.Write(to, face, glyphs);
        string written = Encoding.Latin1.GetString(to.Written);
        // A reader that finds a fraction there takes 1000 for every digit.
        Assert.Matches(@"^/DW \d+/W\[", written);
        Assert.Equal(glyphs.Length, Regex.Count(written, @"\d+\.\d+"));
    }

    /// <summary>The default face as if it were drawn on another grid.</summary>
    private static OpenTypeFace OfUnits(ushort units)
    {
        byte[] data = FontLibrary.LoadDefault().Named("SourceSerif4-Regular")!.Data.ToArray();
        for (int record = 12; ; record += 16)
            if (data.AsSpan(record, 4).SequenceEqual("head"u8))
            {
                BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan((int)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(record + 8)) + 18), units);
                return OpenTypeFace.Read(data, SourceSpan.None).Value!;
            }
    }
}
