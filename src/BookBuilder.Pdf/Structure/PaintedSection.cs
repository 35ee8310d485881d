using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Structure;

/// <summary>A page of a section as operators, compressed.</summary>
/// <param name="Sheet">The page on its sheet.</param>
/// <param name="Body">What belongs to the text.</param>
/// <param name="Furniture">Running heads and the like; null when there are none.</param>
/// <param name="BodyResources">What the body names.</param>
/// <param name="FurnitureResources">What the furniture names.</param>
/// <param name="Links">The places to click.</param>
internal sealed record PaintedSheet(Page Sheet, EncodedStream Body, EncodedStream? Furniture, ResourceSet BodyResources, ResourceSet FurnitureResources, ImmutableArray<PlacedLink> Links)
{
    /// <summary>Whether something on it is not opaque.</summary>
    public bool IsTransparent => BodyResources.IsTransparent || FurnitureResources.IsTransparent;
}

/// <summary>A section as operators.</summary>
/// <param name="Pages">Its pages.</param>
/// <param name="Places">Where they show what.</param>
internal sealed record PaintedSection(ImmutableArray<PaintedSheet> Pages, SectionPlaces Places)
{
    /// <summary>The images on its pages, in their order.</summary>
    public ImmutableArray<RasterImage> Images { get; } =
        [.. Pages.SelectMany(static p => ResourceObjects.ImagesIn(p.BodyResources).Concat(ResourceObjects.ImagesIn(p.FurnitureResources)))];

    /// <summary>The faces on its pages, in their order.</summary>
    public ImmutableArray<FontFace> Faces { get; } =
        [.. Pages.SelectMany(static p => ResourceObjects.FacesIn(p.BodyResources).Concat(ResourceObjects.FacesIn(p.FurnitureResources)))];
}

/// <summary>A section as objects of the file.</summary>
/// <param name="Refers">All numbers that its objects depend on: of the objects they refer to, of pages and of places to click.</param>
/// <param name="Block">Its objects; null when they cannot be written again.</param>
/// <param name="Pages">The objects of its pages.</param>
/// <param name="Links">Its places to click.</param>
/// <param name="Wanted">Where they lead in the book.</param>
internal sealed record WrittenSection(ImmutableArray<int> Refers, PdfBlock? Block, ImmutableArray<ObjectRef> Pages, ImmutableArray<LinkAnnotation> Links, ImmutableArray<NodeId> Wanted);

/// <summary>A place to click as an annotation in the file.</summary>
/// <param name="Source">The node it leads away from.</param>
/// <param name="Page">The page it is on, from 0 in its section.</param>
/// <param name="Annotation">Its object.</param>
/// <param name="ParentKey">Its key in the parent tree.</param>
internal sealed record LinkAnnotation(NodeId Source, int Page, ObjectRef Annotation, int ParentKey);

/// <summary>A section whose pages are written.</summary>
/// <param name="Places">Where they show what.</param>
/// <param name="Written">Their objects.</param>
/// <param name="Chapters">Its chapters.</param>
/// <param name="First">Its first page, from 0.</param>
internal sealed record SectionOfBook(SectionPlaces Places, WrittenSection Written, ImmutableArray<ResolvedChapter> Chapters, int First)
{
    /// <summary>Whether something of a chapter is to be seen or clicked on.</summary>
    public bool Shows(string chapter) => Places.Chapters.Contains(chapter) || Written.Links.Any(l => l.Source.Chapter == chapter);
}
