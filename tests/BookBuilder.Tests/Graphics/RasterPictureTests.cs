using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Graphics;

public sealed class RasterPictureTests
{
    private static readonly SourceSpan Mention = new("01.md", new(12, 3), new(12, 30));

    private static RasterImage Image(byte[] file)
    {
        Reported<Picture?> read = PictureReader.Read(file, "a.img", Mention);
        Assert.Empty(read.Diagnostics);
        return Assert.IsType<RasterPicture>(read.Value).Image;
    }

    private static Diagnostic Refusal(byte[] file, BookLimits? limits = null)
    {
        Reported<Picture?> read = PictureReader.Read(file, "a.img", Mention, limits ?? BookLimits.Default);
        Assert.Null(read.Value);
        Diagnostic said = Assert.Single(read.Diagnostics);
        Assert.Equal((Severity.Error, Mention), (said.Severity, said.Span));
        return said;
    }

    [Fact]
    public void A_png_gives_its_pixels_and_its_printed_size()
    {
        RasterImage image = Image(SampleImages.Png(2, 2, [255, 0, 0, 0, 255, 0], pixelsPerMetre: 11811));
        Assert.Equal((2, 1, RasterColors.Rgb, RasterFormat.Png), (image.PixelWidth, image.PixelHeight, image.Colors, image.Format));
        Assert.Equal([255, 0, 0, 0, 255, 0], image.Samples.ToArray());
        Assert.True(image.Alpha.IsEmpty);
        Assert.Equal(300, image.DotsPerInch, 2);
        Assert.Equal(0.48, image.NaturalWidth.Points, 3);
    }

    [Fact]
    public void A_png_of_greys_keeps_one_byte_a_pixel()
    {
        RasterImage image = Image(SampleImages.Png(3, 2, [7, 7, 7, 99, 99, 99, 200, 200, 200]));
        Assert.Equal((RasterColors.Gray, 96.0), (image.Colors, image.DotsPerInch));
        Assert.Equal([7, 99, 200], image.Samples.ToArray());
    }

    [Fact]
    public void Opacity_stands_apart_and_does_not_darken_the_colours()
    {
        RasterImage image = Image(SampleImages.Png(2, 6, [200, 100, 50, 128, 10, 20, 30, 255]));
        Assert.Equal([200, 100, 50, 10, 20, 30], image.Samples.ToArray());
        Assert.Equal([128, 255], image.Alpha.ToArray());
    }

    [Fact]
    public void A_jpeg_stays_as_it_is()
    {
        byte[] file = SampleImages.GrayJpeg;
        RasterImage image = Image(file);
        Assert.Equal((8, 4, RasterColors.Gray, RasterFormat.Jpeg, 300.0, 1),
            (image.PixelWidth, image.PixelHeight, image.Colors, image.Format, image.DotsPerInch, image.Orientation));
        Assert.True(image.File.Span.SequenceEqual(file));
        Assert.True(image.Samples.IsEmpty);
    }

    [Fact]
    public void Four_inks_of_adobe_are_known_to_be_inverted()
    {
        RasterImage image = Image(SampleImages.CmykJpeg);
        Assert.Equal((RasterColors.Cmyk, true), (image.Colors, image.IsInverted));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void A_turned_photograph_exchanges_its_sides(int orientation, bool turned)
    {
        RasterImage image = Image(SampleImages.WithOrientation(SampleImages.GrayJpeg, orientation));
        Assert.Equal((orientation, turned, 8), (image.Orientation, image.IsTurned, image.PixelWidth));
        Assert.Equal(((turned ? 4 : 8) * 72.0 / 300).Pt, image.NaturalWidth);
    }

    [Fact]
    public void An_impossible_orientation_is_none() =>
        Assert.Equal(1, Image(SampleImages.WithOrientation(SampleImages.GrayJpeg, 77)).Orientation);

    [Theory]
    [InlineData(0xC9, "arithmetic")]
    [InlineData(0xC3, "without loss")]
    public void Rare_kinds_of_jpeg_are_named(byte process, string word)
    {
        byte[] file = SampleImages.GrayJpeg;
        file[Frame(file) + 1] = process;
        Diagnostic said = Refusal(file);
        Assert.Equal("BB4103", said.Code);
        Assert.Contains(word, said.Message);
    }

    [Fact]
    public void Samples_of_twelve_bits_are_named()
    {
        byte[] file = SampleImages.GrayJpeg;
        file[Frame(file) + 4] = 12;
        Assert.Contains("12-bit", Refusal(file).Message);
    }

    private static int Frame(byte[] jpeg) => jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);

    [Fact]
    public void Files_cut_short_are_told_and_never_crash()
    {
        byte[] png = SampleImages.Png(64, 2, [.. Enumerable.Range(0, 64 * 64 * 3).Select(i => (byte)(i * 7919 >> 3))]);
        foreach (byte[] file in (byte[][])[png, SampleImages.GrayJpeg, SampleImages.CmykJpeg, SampleImages.WebP])
            for (int length = 12; length < file.Length * 9 / 10; length += 1 + file.Length / 40)
                Assert.Equal("BB4102", Refusal(file[..length]).Code);
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_shown_or_told()
    {
        foreach (byte[] good in (byte[][])[SampleImages.Png(2, 6, [200, 100, 50, 128, 10, 20, 30, 255], 3000), SampleImages.WithOrientation(SampleImages.CmykJpeg, 6)])
        for (int at = 0; at < good.Length; at++)
        {
            byte[] file = [.. good];
            file[at] ^= 0xFF;
            Reported<Picture?> read = PictureReader.Read(file, "a.img", Mention, new BookLimits { PicturePixels = 1_000_000 });
            Assert.Equal(read.Value is null, read.Diagnostics.Any(d => d.Severity == Severity.Error));
        }
    }

    [Fact]
    public void Too_many_pixels_are_refused_before_they_are_decoded()
    {
        byte[] file = SampleImages.Png(2, 2, [255, 0, 0, 0, 255, 0]);
        file[18] = file[22] = 0xFF;
        Assert.Equal("BB9421", Refusal(file).Code);
        Assert.Equal("BB9421", Refusal(SampleImages.GrayJpeg, new BookLimits { PicturePixels = 31 }).Code);
        Assert.Equal("BB9421", Refusal(SampleImages.WebP, new BookLimits { PicturePixels = 15 }).Code);
        Assert.Equal("BB9422", Refusal(SampleImages.WebP, new BookLimits { FileBytes = 35 }).Code);
    }

    [Fact]
    public void Webp_becomes_png_with_the_same_pixels()
    {
        RasterImage image = Image(SampleImages.WebP);
        Assert.Equal((RasterFormat.Png, 4, 4), (image.Format, image.PixelWidth, image.PixelHeight));
        Assert.Equal([0, 128, 255], image.Samples.ToArray()[..3]);
        Assert.Equal(image.Samples.ToArray(), Image(image.File.ToArray()).Samples.ToArray());
    }

    [Fact]
    public void Of_an_animation_the_first_frame_is_shown_and_that_is_said()
    {
        Reported<Picture?> read = PictureReader.Read(SampleImages.AnimatedGif, "a.gif", Mention);
        Assert.Equal("BB4104", Assert.Single(read.Diagnostics).Code);
        Assert.Equal([255, 0, 0], Assert.IsType<RasterPicture>(read.Value).Image.Samples.ToArray()[..3]);
    }

    [Theory]
    [InlineData("%PDF-1.7", "a PDF")]
    [InlineData("II*\0........", "a TIFF")]
    [InlineData("<html><body/></html>", "no SVG")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "Git LFS")]
    [InlineData("", "empty")]
    public void Other_formats_are_named_with_what_may_be_used(string begin, string word)
    {
        Diagnostic said = Refusal([.. begin.Select(c => (byte)c)]);
        Assert.Equal("BB4101", said.Code);
        Assert.Contains(word, said.Message);
        Assert.Contains("PNG", Assert.Single(said.Hints));
    }
}
