using BookBuilder.Model.Design;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>Reads how one kind of words is set: the keys that every section about type has in common.</summary>
internal static class TypeReader
{
    /// <summary>The type with what the section changes in it.</summary>
    /// <param name="section">The section; others may read more keys of it.</param>
    /// <param name="usual">The design's own.</param>
    /// <param name="design">The design, whose text the units "em" and "lines" refer to.</param>
    public static TypeStyle Read(ManifestSection section, TypeStyle usual, BookDesign design)
    {
        TypeStyle type = usual with
        {
            Face = section.Choice("font", usual.Face, ("body", DesignFace.Body), ("sans", DesignFace.Sans), ("mono", DesignFace.Mono)),
            Size = section.Extent("size", 4.Pt, 96.Pt, design.BodySize, design.Leading) ?? usual.Size,
            Weight = section.Choice("weight", usual.Weight, ("regular", 400), ("semibold", 600), ("bold", 700)),
            Italic = section.Flag("italic", usual.Italic),
        };
        Length size = design.Of(type.Size);
        bool isLarge = size >= 18.Pt || size >= 14.Pt && type.Weight >= 700;
        type = type with { Ink = ColorReader.Ink(section, "color", isLarge ? Contrast.OfLargeText : Contrast.OfText) ?? usual.Ink };
        return type with { Leading = section.Extent("leading", size * 0.9, size * 3, size, design.Leading) ?? usual.Leading };
    }
}
