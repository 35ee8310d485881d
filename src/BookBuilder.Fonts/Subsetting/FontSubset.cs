using System.Buffers;
using BookBuilder.Fonts.OpenType;

namespace BookBuilder.Fonts.Subsetting;

/// <summary>A font file with only the glyphs a document uses. Glyphs keep their numbers.</summary>
/// <param name="Data">The file. It has outlines, widths and a character map, but no layout tables and no hinting.</param>
/// <param name="Tag">Six capital letters named after the face and its glyphs, for "ABCDEF+Name"; empty when the font is whole.</param>
public sealed record FontSubset(ReadOnlyMemory<byte> Data, string Tag)
{
    private const int TagLetters = 6;

    /// <summary>Subsets a face. The same glyphs give the same bytes, in whatever order they come.</summary>
    /// <param name="face">The face. One whose maker forbids subsetting, or whose tables cannot be cut, comes back whole.</param>
    /// <param name="glyphs">The glyphs to keep; parts of composite glyphs and glyph 0 are kept with them. Numbers the face lacks are ignored.</param>
    public static FontSubset Of(OpenTypeFace face, IReadOnlyCollection<ushort> glyphs)
    {
        ushort[] kept = [.. glyphs.Append((ushort)0).Where(g => g < face.GlyphCount).Distinct().Order()];
        if (face.ForbidsSubsetting) return new(face.Data, "");
        return Cut(face, kept) is byte[] data ? new(data, TagOf(face.Name, kept)) : new(face.Data, "");
    }

    private static unsafe byte[]? Cut(OpenTypeFace face, ushort[] glyphs)
    {
        using MemoryHandle pin = face.Data.Pin();
        nint blob = 0, source = 0, input = 0, result = 0, output = 0;
        try
        {
            blob = NativeSubset.CreateBlob(pin.Pointer, (uint)face.Data.Length, NativeSubset.ReadOnlyMemoryMode, 0, 0);
            source = NativeSubset.CreateFace(blob, 0);
            input = NativeSubset.CreateInput();
            if (input == 0) return null;
            NativeSubset.SetFlags(input, NativeSubset.NoHinting | NativeSubset.RetainGlyphIds | NativeSubset.KeepMissingGlyph);
            nint kept = NativeSubset.GlyphSet(input);
            foreach (ushort glyph in glyphs) NativeSubset.Add(kept, glyph);
            nint dropped = NativeSubset.Set(input, NativeSubset.DroppedTables);
            foreach (string table in DroppedTables) NativeSubset.Add(dropped, TagNumber(table));
            result = NativeSubset.Subset(source, input);
            if (result == 0) return null;
            output = NativeSubset.ReferenceBlob(result);
            byte* bytes = NativeSubset.BlobData(output, out uint length);
            return length == 0 ? null : new ReadOnlySpan<byte>(bytes, (int)length).ToArray();
        }
        finally
        {
            // The destroyers take a null pointer for nothing to do.
            NativeSubset.DestroyBlob(output);
            NativeSubset.DestroyFace(result);
            NativeSubset.DestroyInput(input);
            NativeSubset.DestroyFace(source);
            NativeSubset.DestroyBlob(blob);
        }
    }

    /// <summary>The glyphs are already shaped and placed, so what shapes and places them is dead weight; a signature no longer holds.</summary>
    private static readonly string[] DroppedTables = ["GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "DSIG", "STAT", "meta", "gasp", "hdmx", "LTSH", "VDMX"];

    private static uint TagNumber(string tag) => (uint)(tag[0] << 24 | tag[1] << 16 | tag[2] << 8 | tag[3]);

    /// <summary>A 64-bit FNV-1a hash of name and glyphs in base 26.</summary>
    private static string TagOf(string name, ushort[] glyphs)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name) Mix(c);
        foreach (ushort glyph in glyphs) Mix(glyph);
        return string.Create(TagLetters, hash, static (letters, rest) =>
        {
            for (int i = 0; i < letters.Length; i++, rest /= 26) letters[i] = (char)('A' + (int)(rest % 26));
        });

        void Mix(int value)
        {
            hash = (hash ^ (byte)value) * 1099511628211;
            hash = (hash ^ (byte)(value >> 8)) * 1099511628211;
        }
    }
}

/// <summary>Subsetting as a verb of the face.</summary>
public static class FaceSubsetting
{
    extension(OpenTypeFace face)
    {
        /// <summary>A font file with only these glyphs, under their own numbers. See <see cref="FontSubset.Of"/>.</summary>
        public FontSubset Subset(IReadOnlyCollection<ushort> glyphs) => FontSubset.Of(face, glyphs);
    }
}
