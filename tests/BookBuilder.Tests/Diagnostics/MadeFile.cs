using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Tests.Graphics;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>Files of examples that no page can show: pictures, fonts, very long texts, links.</summary>
/// <remarks>The words for them are listed in tests/diagnostics/README.md.</remarks>
internal static partial class MadeFile
{
    /// <summary>Makes a file.</summary>
    /// <param name="what">What it is to be, in words.</param>
    /// <param name="path">Where.</param>
    public static void Make(string what, string path)
    {
        if (what == "folder") Directory.CreateDirectory(path);
        else if (what.StartsWith("link to ", StringComparison.Ordinal)) File.CreateSymbolicLink(path, what[8..]);
        else if (Size().Match(what) is { Success: true } size)
        {
            // Mostly holes: nothing of it is on the disk.
            using FileStream file = File.Create(path);
            file.SetLength(long.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture) << 20);
        }
        else File.WriteAllBytes(path, Bytes(what));
    }

    private static byte[] Bytes(string what)
    {
        if (Picture().Match(what) is { Success: true } picture)
        {
            byte[] png = Png(int.Parse(picture.Groups["width"].Value, CultureInfo.InvariantCulture), int.Parse(picture.Groups["height"].Value, CultureInfo.InvariantCulture), picture.Groups["noise"].Success);
            return picture.Groups["half"].Success ? png[..(png.Length / 2)] : png;
        }
        return what switch
        {
            "JPEG" => SampleImages.GrayJpeg,
            "JPEG with arithmetic coding" => Arithmetic(SampleImages.GrayJpeg),
            "animated GIF" => SampleImages.AnimatedGif,
            "font that forbids embedding" => WithoutPermission(File.ReadAllBytes(Path.Combine(Repository.Root, "fonts/source-code/SourceCodePro-It.ttf"))),
            _ when what.StartsWith("Latin-1: ", StringComparison.Ordinal) => Encoding.Latin1.GetBytes(what["Latin-1: ".Length..]),
            _ => Encoding.UTF8.GetBytes(Times().Replace(what, m => string.Concat(Enumerable.Repeat(m.Groups["text"].Value.Replace("\\n", "\n", StringComparison.Ordinal), int.Parse(m.Groups["times"].Value, CultureInfo.InvariantCulture)))) + "\n"),
        };
    }

    // Beyond what can be held, the header alone claims its size.
    private static byte[] Png(int width, int height, bool isNoise)
    {
        if ((long)width * height > 100_000_000)
        {
            byte[] claim = SampleImages.Png(1, 0, [0]);
            BinaryPrimitives.WriteInt32BigEndian(claim.AsSpan(16), width);
            BinaryPrimitives.WriteInt32BigEndian(claim.AsSpan(20), height);
            return claim;
        }
        byte[] samples = new byte[width * height];
        uint state = 1;
        if (isNoise)
            for (int i = 0; i < samples.Length; i++) samples[i] = (byte)((state = state * 1_664_525 + 1_013_904_223) >> 24);
        return SampleImages.Png(width, 0, samples);
    }

    private static byte[] Arithmetic(byte[] jpeg)
    {
        int frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        jpeg[frame + 1] = 0xC9;
        return jpeg;
    }

    private static byte[] WithoutPermission(byte[] font)
    {
        int record = font.AsSpan().IndexOf("OS/2"u8);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(record + 8)) + 8), 0x0002);
        return font;
    }

    [GeneratedRegex(@"^file of (\d+) MB$")]
    private static partial Regex Size();

    [GeneratedRegex(@"^(?<half>half of a )?PNG (?<noise>of noise )?of (?<width>\d+) by (?<height>\d+) pixels$")]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<times>\d+) times: (?<text>.+)")]
    private static partial Regex Times();
}
