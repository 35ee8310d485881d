using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Building;

/// <summary>The chapters with their pictures' paths settled, and the pictures.</summary>
internal sealed record GatheredPictures(ImmutableArray<Chapter> Chapters, Pictures Pictures);

/// <summary>A chapter with its pictures' paths settled.</summary>
internal sealed record SettledPaths(Chapter Chapter, ImmutableArray<PictureMention> Mentions)
{
    /// <summary>Whether a file was looked for that is not in the list of files: it may come and go without a change of the list.</summary>
    public required bool LookedBeyondList { get; init; }
}

/// <summary>A place that shows a picture.</summary>
/// <param name="Path">The key of the picture in the model.</param>
/// <param name="Found">The file; null when there is none.</param>
/// <param name="IsRefused">Whether the reader would not have the address, and has said so.</param>
/// <param name="Span">Where.</param>
internal sealed record PictureMention(string Path, string? Found, bool IsRefused, SourceSpan Span);

/// <summary>Finds and reads every picture of a book, once each.</summary>
/// <remarks>A picture is looked for from its chapter's folder, then from the book's root: authors write both.</remarks>
internal static class PictureGathering
{
    /// <summary>Reads the pictures the chapters mention. One that is missing is reported at every mention.</summary>
    /// <param name="files">The book's files.</param>
    /// <param name="chapters">The chapters.</param>
    /// <param name="withPlaceholders">Whether a missing picture is replaced by one that says so: for drafts.</param>
    /// <param name="limits">How large they may be.</param>
    /// <param name="memory">What was read before.</param>
    /// <param name="stop">Cancels.</param>
    public static Reported<GatheredPictures> Gather(IBookFiles files, ImmutableArray<Chapter> chapters, bool withPlaceholders, BookLimits limits, BuildMemory memory, CancellationToken stop)
    {
        ImmutableArray<SettledPaths> paths = Settled(files, chapters, memory);
        ImmutableArray<Chapter> settled = [.. paths.Select(static p => p.Chapter)];
        ImmutableArray<PictureMention> mentions = [.. paths.SelectMany(static p => p.Mentions)];
        ImmutableArray<PictureMention> first = [.. mentions.Where(m => m.Found is not null).DistinctBy(m => m.Path)];
        var parallel = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var found = new Reported<ReadOnlyMemory<byte>?>[first.Length];
        var names = new ContentKey?[first.Length];
        Parallel.For(0, found.Length, parallel, i =>
        {
            found[i] = Bytes(files, first[i], limits);
            if (memory.Shelf is not null && found[i].Value is { } data) names[i] = ContentKey.Of(data.Span);
        });
        // Told by their headers, pictures that would be too much are not decoded at all.
        if (found.Aggregate(0L, (sum, f) => Math.Min(long.MaxValue / 2, sum) + Math.Min(long.MaxValue / 2, Claimed(f.Value, limits))) > limits.BookPixels) throw new LimitPassedException(Problems.TooManyPixelsTogether(limits.BookPixels, SourceSpan.None));
        if (memory.Shelf is { } shelf)
        {
            Dictionary<string, ContentKey> shown = [];
            for (int i = 0; i < first.Length; i++)
                if (names[i] is { } name) shown.Add(first[i].Path, name);
            foreach (SettledPaths chapter in paths) shelf.NameShown(chapter, shown);
        }
        var read = new Reported<Picture?>[first.Length];
        Parallel.For(0, read.Length, parallel, i =>
        {
            read[i] = found[i].Value is { } data
                ? Read(first[i], data, limits, memory)
                : new(null, found[i].Diagnostics);
            found[i] = new(null, []);              // what was made of it is kept, the file only where that is the file
        });

        var sink = new DiagnosticSink();
        Dictionary<string, Picture> pictures = [];
        for (int i = 0; i < read.Length; i++)
        {
            sink.Report(read[i].Diagnostics);
            if (read[i].Value is Picture picture) pictures.Add(first[i].Path, picture);
        }
        var guesses = new Guesses();
        foreach (PictureMention mention in mentions)
        {
            if (mention is { Found: null, IsRefused: false })
                sink.Report(FileReading.Problem(files, new FileMissing(), mention.Path, limits.FileBytes, mention.Span, guesses: guesses));
            if (withPlaceholders && !pictures.ContainsKey(mention.Path)) pictures.Add(mention.Path, MissingPicture.For(mention.Path));
        }
        return sink.With(new GatheredPictures(settled, Together(pictures, memory)));
    }

    /// <summary>The pictures; the very same when they are those of the last build.</summary>
    private static Pictures Together(Dictionary<string, Picture> pictures, BuildMemory memory)
    {
        if (memory.AllPictures is not { } before || before.ByPath.Count != pictures.Count || !pictures.All(p => ReferenceEquals(before[p.Key], p.Value)))
            memory.AllPictures = new Pictures(pictures.ToFrozenDictionary());
        return memory.AllPictures!;
    }

    /// <summary>The chapters with their paths settled: as they were, where the book has the same files.</summary>
    private static ImmutableArray<SettledPaths> Settled(IBookFiles files, ImmutableArray<Chapter> chapters, BuildMemory memory)
    {
        ImmutableArray<string> listing = [.. files.List()];
        if (!listing.AsSpan().SequenceEqual(memory.Listing.AsSpan())) memory.Paths.Clear();
        memory.Listing = listing;
        var settling = new PathSettling(files, listing);
        return [.. chapters.Select(chapter => memory.Paths.TryRecall(chapter, out SettledPaths settled) && !settled.LookedBeyondList ? settled : Kept(chapter))];

        SettledPaths Kept(Chapter chapter)
        {
            SettledPaths settled = settling.Settle(chapter);
            memory.Paths.Keep(chapter, settled);
            memory.Shelf?.NameSettled(chapter, settled);
            return settled;
        }
    }

    private static Reported<ReadOnlyMemory<byte>?> Bytes(IBookFiles files, PictureMention mention, BookLimits limits)
    {
        var sink = new DiagnosticSink();
        ReadOnlyMemory<byte>? data = FileReading.Bytes(files, mention.Found!, limits.FileBytes, mention.Span, sink, "file-bytes");
        return sink.With(data);
    }

    // A picture is the same wherever it is mentioned; what is said of it is said where it is mentioned now.
    private static Reported<Picture?> Read(PictureMention mention, ReadOnlyMemory<byte> data, BookLimits limits, BuildMemory memory)
    {
        var file = new SourceFile(mention.Found!, SourceSpan.None, data);
        if (memory.Pictures.TryRecall(file, out ReadPicture read) && (read.Mention == mention.Span || read.Picture.Diagnostics.IsEmpty)) return read.Picture;
        Reported<Picture?> picture = PictureReader.Read(data, mention.Found!, mention.Span, limits);
        memory.Pictures.Keep(file, new(mention.Span, picture));
        return picture;
    }

    // One beyond its own limit is refused for that.
    private static long Claimed(ReadOnlyMemory<byte>? data, BookLimits limits) =>
        data is { } file && PictureReader.DecodedPixelsOf(file.Span) is var pixels && pixels <= limits.PicturePixels ? Math.Max(pixels, 0) : 0;

    private sealed class PathSettling(IBookFiles files, ImmutableArray<string> listing) : TreeRewriter
    {
        private readonly HashSet<string> _files = [.. listing];
        private readonly List<PictureMention> _mentions = [];
        private string _folder = "";
        private bool _lookedBeyondList;

        public SettledPaths Settle(Chapter chapter)
        {
            _folder = BookPath.FolderOf(chapter.Path);
            _mentions.Clear();
            _lookedBeyondList = false;
            Chapter settled = chapter with
            {
                Content = Rewrite(chapter.Content),
                Notes = [.. chapter.Notes.Select(n => n with { Content = Rewrite(n.Content) })],
            };
            return new(settled, [.. _mentions]) { LookedBeyondList = _lookedBeyondList };
        }

        protected override IEnumerable<Block> Replace(Block block) =>
            base.Replace(block is Figure figure ? figure with { Source = Settled(figure.Source, figure.Span) } : block);

        protected override IEnumerable<Inline> Replace(Inline inline) =>
            base.Replace(inline is ImageInline image ? image with { Source = Settled(image.Source, image.Span) } : inline);

        private string Settled(string source, SourceSpan span)
        {
            // An address or a way out of the book: the reader has refused it and said so.
            if (source.Length == 0 || BookPath.Normalize(source) != source)
            {
                _mentions.Add(new PictureMention(source, null, IsRefused: true, span));
                return source;
            }
            // What an author wrote from the book's root, the reader took from the chapter's folder.
            string? fromRoot = _folder.Length > 0 && source.StartsWith(_folder + "/", StringComparison.Ordinal) ? source[(_folder.Length + 1)..] : null;
            string? found = Exists(source) ? source : fromRoot is not null && Exists(fromRoot) ? fromRoot : null;
            _mentions.Add(new PictureMention(found ?? source, found, IsRefused: false, span));
            return found ?? source;
        }

        // Hidden files are not in the list, but an author may mean one.
        private bool Exists(string path)
        {
            if (_files.Contains(path)) return true;
            _lookedBeyondList = true;
            return files.Read(path, 0) is not FileMissing;
        }
    }
}
