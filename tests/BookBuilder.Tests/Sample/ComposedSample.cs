using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Sample;

/// <summary>The sample book, read, resolved and set once for all tests that look at its pages.</summary>
public sealed class ComposedSample
{
    public ComposedSample()
    {
        BookProject project = BookProject.Open(Path.Combine(Repository.Root, "content"));
        var sink = new DiagnosticSink();
        (BookManifest manifest, ImmutableArray<ManifestChapter> listed, _) = ProjectReading.Read(project, BookLimits.Default, sink)!;
        ImmutableArray<Chapter> chapters =
            [.. ChapterReading.ReadAll(project.Files, listed, manifest.Metadata.Language, BookLimits.Default, BuildMemory.None, _ => { }, CancellationToken.None).Select(c => c.Value!)];
        GatheredPictures gathered = PictureGathering.Gather(project.Files, chapters, withPlaceholders: false, BookLimits.Default, BuildMemory.None, CancellationToken.None).Value;
        using BookFonts fonts = BookFonts.Load(project.Files, manifest, BookLimits.Default, BuildMemory.None).Value;
        (ResolvedBook, PagedBook) In(BookDesign design)
        {
            ResolvedBook book = Resolver.Resolve(new Book(BookIdentity.Identified(manifest.Metadata), design, manifest.Plan, gathered.Chapters)).Value;
            return (book, BookComposer.Compose(book, gathered.Pictures, fonts.NewShaper, null, CancellationToken.None).Value);
        }
        (Book, Pages) = In(manifest.Design);
        InDesign = new()
        {
            [manifest.Design.Name] = (Book, Pages), ["report"] = In(NamedDesigns.Report), ["handout"] = In(NamedDesigns.Handout),
        };
    }

    /// <summary>The book in each of the named designs.</summary>
    public Dictionary<string, (ResolvedBook Book, PagedBook Pages)> InDesign { get; }

    /// <summary>The book, every number settled.</summary>
    public ResolvedBook Book { get; }

    /// <summary>Its pages.</summary>
    public PagedBook Pages { get; }
}
