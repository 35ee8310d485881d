using System.Runtime.InteropServices;

namespace BookBuilder.Fonts.Subsetting;

/// <summary>The part of HarfBuzz that cuts fonts. The native library has it; the package's classes do not show it.</summary>
/// <remarks>HarfBuzz 8.3, hb-subset.h, hb-blob.h, hb-face.h, hb-set.h.</remarks>
internal static unsafe partial class NativeSubset
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>HB_MEMORY_MODE_READONLY: HarfBuzz neither writes nor copies nor frees.</summary>
    public const int ReadOnlyMemoryMode = 1;
    /// <summary>HB_SUBSET_FLAGS_NO_HINTING.</summary>
    public const uint NoHinting = 0x1;
    /// <summary>HB_SUBSET_FLAGS_RETAIN_GIDS.</summary>
    public const uint RetainGlyphIds = 0x2;
    /// <summary>HB_SUBSET_FLAGS_NOTDEF_OUTLINE: the box for a missing character stays visible.</summary>
    public const uint KeepMissingGlyph = 0x40;
    /// <summary>HB_SUBSET_SETS_DROP_TABLE_TAG.</summary>
    public const int DroppedTables = 3;

    [LibraryImport(Library, EntryPoint = "hb_blob_create")]
    public static partial nint CreateBlob(void* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    public static partial void DestroyBlob(nint blob);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    public static partial byte* BlobData(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_face_create")]
    public static partial nint CreateFace(nint blob, uint index);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    public static partial void DestroyFace(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    public static partial nint ReferenceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    public static partial void Add(nint set, uint value);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    public static partial nint CreateInput();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    public static partial void DestroyInput(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    public static partial void SetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    public static partial nint GlyphSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    public static partial nint Set(nint input, int kind);

    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    public static partial nint Subset(nint source, nint input);
}
