using System.Buffers.Binary;
using System.Collections.Immutable;
using BookBuilder.Epub.Package;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>What can be known of a picture for those who do not see it.</summary>
internal static class PictureFacts
{
    /// <summary>What a picture adds to the facts about the book.</summary>
    /// <param name="node">The figure or picture.</param>
    /// <param name="file">Its file.</param>
    /// <param name="words">Its description.</param>
    public static AccessibilityFacts Of(Node node, PictureFile file, string words)
    {
        int moving = file.Moves ? 1 : 0;
        if (words.Length == 0 && IsDecorative(node))
            return new() { MovingPictures = moving };
        return new()
        {
            Pictures = 1,
            PicturesWithoutWords = words.Length == 0 ? 1 : 0,
            Charts = node.Attributes.Has("chart") ? 1 : 0,
            Diagrams = node.Attributes.Has("diagram") ? 1 : 0,
            PicturesOfWords = file.HasWords || node.Attributes.Has("words") ? 1 : 0,
            MovingPictures = moving,
        };
    }

    /// <summary>Whether its author declares that a picture tells nothing. Nobody else can.</summary>
    public static bool IsDecorative(Node node) => node.Attributes.Has("decorative") || node.Attributes["alt"] is "" || node.Attributes["fig-alt"] is "";

    /// <summary>Whether a drawing has words in it.</summary>
    public static bool HasWords(ImmutableArray<DrawingItem> items) => items.Any(static i => i is DrawingText || i is DrawingGroup group && HasWords(group.Items));

    /// <summary>Whether a PNG file is an animation: an acTL chunk stands before its pixels (PNG, third edition, 11.3.6.1).</summary>
    public static bool Moves(ReadOnlySpan<byte> png)
    {
        const int signature = 8, frame = 12;
        for (int at = signature; at + frame <= png.Length;)
        {
            ReadOnlySpan<byte> type = png.Slice(at + 4, 4);
            if (type.SequenceEqual("acTL"u8)) return true;
            if (type.SequenceEqual("IDAT"u8)) return false;
            uint length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > int.MaxValue - frame - at) return false;
            at += frame + (int)length;
        }
        return false;
    }
}
