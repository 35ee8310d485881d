using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;

namespace BookBuilder.Typesetting.Frames;

/// <summary>What frames show and do not consist of, by its name in the book: faces and pictures.</summary>
/// <param name="faces">The faces of the book.</param>
/// <param name="pictures">Its pictures.</param>
public sealed class FrameThings(FontLibrary faces, Pictures pictures)
{
    private readonly Dictionary<object, string> _paths = Paths(pictures);
    private readonly Dictionary<FontFace, string> _names = Names(faces);

    /// <summary>A face by its PostScript name; null when the book has none of it.</summary>
    public FontFace? Face(string name) => faces.Named(name);

    /// <summary>The name by which <see cref="Face"/> finds a face; null when it does not.</summary>
    public string? NameOf(FontFace face) => _names.GetValueOrDefault(face);

    /// <summary>The pixels of the picture at a path; null when there are none.</summary>
    public RasterImage? Image(string path) => (pictures[path] as RasterPicture)?.Image;

    /// <summary>The shapes of the picture at a path; null when there are none.</summary>
    public Drawing? Drawing(string path) => (pictures[path] as VectorPicture)?.Drawing;

    /// <summary>The path of the picture that an image or a drawing is of; null when it is of none.</summary>
    public string? PathOf(object shown) => _paths.GetValueOrDefault(shown);

    private static Dictionary<FontFace, string> Names(FontLibrary faces)
    {
        Dictionary<FontFace, string> names = new(ReferenceEqualityComparer.Instance);
        foreach (OpenTypeFace face in faces.Faces)
            if (ReferenceEquals(faces.Named(face.Name), face)) names.Add(face, face.Name);
        return names;
    }

    private static Dictionary<object, string> Paths(Pictures pictures)
    {
        Dictionary<object, string> paths = new(ReferenceEqualityComparer.Instance);
        foreach ((string path, Picture picture) in pictures.ByPath)
            if (picture is RasterPicture raster) paths[raster.Image] = path;
            else if (picture is VectorPicture vector) paths[vector.Drawing] = path;
        return paths;
    }
}
