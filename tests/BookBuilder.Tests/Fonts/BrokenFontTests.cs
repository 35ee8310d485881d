using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Subsetting;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Fonts;

public sealed class BrokenFontTests
{
    private static readonly byte[] Good = File.ReadAllBytes(Path.Combine(Repository.Root, "fonts/source-code/SourceCodePro-It.ttf"));
    private static readonly SourceSpan Mention = new("book.yml", new(7, 3), new(7, 9));

    [Theory]
    [InlineData("")]
    [InlineData("OTTO")]
    [InlineData("this is no font at all")]
    public void What_is_no_font_is_told_with_its_place(string content)
    {
        Reported<OpenTypeFace?> read = OpenTypeFace.Read(System.Text.Encoding.ASCII.GetBytes(content), Mention);
        Assert.Null(read.Value);
        Diagnostic said = Assert.Single(read.Diagnostics);
        Assert.Equal(("BB4201", Severity.Error, Mention), (said.Code, said.Severity, said.Span));
    }

    [Theory]
    [InlineData("ttcf", "collection")]
    [InlineData("wOF2", "WOFF")]
    public void Formats_that_are_not_read_are_named(string begin, string word)
    {
        byte[] file = [.. System.Text.Encoding.ASCII.GetBytes(begin), .. Good.AsSpan(4)];
        Assert.Contains(word, Assert.Single(OpenTypeFace.Read(file, Mention).Diagnostics).Message);
    }

    [Theory]
    [InlineData(0x0000, EmbeddingPermission.Installable, false)]
    [InlineData(0x0002, EmbeddingPermission.Restricted, false)]
    [InlineData(0x0004, EmbeddingPermission.PreviewAndPrint, false)]
    [InlineData(0x0108, EmbeddingPermission.Editable, true)]
    public void What_its_maker_allows_is_known_and_a_ban_is_told(int permission, EmbeddingPermission expected, bool whole)
    {
        byte[] file = [.. Good];
        int record = file.AsSpan().IndexOf("OS/2"u8);
        int table = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(record + 8));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(table + 8), (ushort)permission);
        Reported<OpenTypeFace?> read = OpenTypeFace.Read(file, Mention);
        Assert.Equal((expected, whole), (read.Value!.Embedding, read.Value.ForbidsSubsetting));
        Assert.Equal(expected == EmbeddingPermission.Restricted ? ["BB4202"] : [], read.Diagnostics.Select(d => d.Code));
        FontSubset subset = read.Value.Subset([5]);
        Assert.Equal((whole, whole), (subset.Tag == "", subset.Data.Length == file.Length));
    }

    [Fact]
    public void A_file_cut_anywhere_is_told_and_never_crashes()
    {
        for (int length = 0; length < Good.Length; length += 977)
            Assert.NotEmpty(OpenTypeFace.Read(Good.AsMemory(0, length), Mention).Diagnostics);
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_read_or_told()
    {
        // Every byte of the directory, and every 211th of the tables.
        byte[] file = [.. Good];
        for (int at = 0; at < file.Length; at += at < 320 ? 1 : 211)
        {
            file[at] ^= 0xFF;
            Reported<OpenTypeFace?> read = OpenTypeFace.Read(file, Mention);
            file[at] ^= 0xFF;
            Assert.Equal(read.Value is null, read.Diagnostics.Any(d => d.Severity == Severity.Error));
            if (read.Value is not OpenTypeFace face) continue;
            foreach (int c in "Ax fi") { face.AdvanceOf(face.GlyphOf(c)); face.BoundsOf(face.GlyphOf(c)); }
        }
    }
}
