using System.Collections.Immutable;
using BookBuilder.Epub.Content;
using BookBuilder.Epub.Package;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Devices;

/// <summary>Looks for what is right in an EPUB and yet goes wrong on some readers. What our own writer does for all books (no colon in an id, no
/// remote file, a fallback for every style) is a matter of tests, not of this.</summary>
internal static class DeviceLint
{
    /// <summary>What each of the devices would make of the book.</summary>
    public static ImmutableArray<Diagnostic> Check(ResolvedBook book, Pictures pictures, PackageContent package, ReadOnlyMemory<byte> cover, EpubDevice devices)
    {
        var survey = new DeviceSurvey();
        survey.Walk(book);
        var sink = new DiagnosticSink();
        foreach (DeviceProfile device in DeviceProfile.All.Where(d => devices.HasFlag(d.Device)))
        {
            Sections(device, book, package, sink);
            foreach ((string path, SourceSpan span) in survey.Pictures.DistinctBy(p => p.Path)) Picture(device, pictures[path], path, span, sink);
            if (device.HasSimpleTables) foreach (Table table in survey.Tables) OfTable(device, table, sink);
            if (device.Formulas is { } shown && survey.Formulas is [var first, ..]) sink.Report(Problems.UnknownFormulas(device.Name, survey.Formulas.Count, shown, first));
            foreach ((string what, bool isFormula, SourceSpan span) in survey.InNotes)
                if (device.HasPlainNotes || isFormula && device.HasNotesWithoutFormulas) sink.Report(Problems.RichNote(device.Name, what, span));
            Cover(device, cover, sink);
            if (device.HasShallowMenu && Depth(book.Outline) is > 2 and int levels) sink.Report(Problems.DeepContents(device.Name, levels));
        }
        return sink.ToImmutable();
    }

    private static void Sections(DeviceProfile device, ResolvedBook book, PackageContent package, DiagnosticSink sink)
    {
        if (device.MostBytesOfText is not int most) return;
        var places = Places.Of(book);
        Dictionary<string, int> sizes = package.Items.ToDictionary(static i => i.Href, static i => i.Data.Length, StringComparer.Ordinal);
        foreach (ResolvedChapter chapter in book.Chapters.Where(Places.IsWritten))
            if (sizes.GetValueOrDefault(places.FileOf(chapter)) is int bytes && bytes > most)
                sink.Report(Problems.LargeSection(device.Name, chapter.Title, bytes / 1000, most / 1000, chapter.Content.Select(static b => b.Span).FirstOrDefault(SourceSpan.None)));
    }

    private static void Picture(DeviceProfile device, Picture? picture, string path, SourceSpan span, DiagnosticSink sink)
    {
        if (picture is VectorPicture { Drawing: var drawing } && device.HasPlainDrawings && HoldsPixels(drawing.Items)) sink.Report(Problems.PixelsInDrawing(device.Name, path, span));
        if (picture is not RasterPicture { Image: var image }) return;
        if (image.PixelWidth * (double)image.PixelHeight > device.MostMegapixels * 1e6)
            sink.Report(Problems.ManyPixels(device.Name, path, image.PixelWidth, image.PixelHeight, device.MostMegapixels!.Value, span));
        if (image.File.Length > device.MostBytesOfPicture)
            sink.Report(Problems.HeavyPicture(device.Name, path, image.File.Length / 1000, device.MostBytesOfPicture!.Value / 1000, span));
    }

    private static bool HoldsPixels(ImmutableArray<DrawingItem> items) => items.Any(static i => i is DrawingImage || i is DrawingGroup group && HoldsPixels(group.Items));

    private static void OfTable(DeviceProfile device, Table table, DiagnosticSink sink)
    {
        int rows = table.Head.Length + table.Body.Length;
        if (rows > 100 || table.Columns.Length > 10) sink.Report(Problems.LargeTable(device.Name, rows, table.Columns.Length, table.Span));
        if (table.Head.Concat(table.Body).Any(static r => r.Cells.Any(static c => c.ColumnSpan > 1 || c.RowSpan > 1))) sink.Report(Problems.JoinedCells(device.Name, table.Span));
    }

    private static void Cover(DeviceProfile device, ReadOnlyMemory<byte> cover, DiagnosticSink sink)
    {
        if (device.FewestCoverPixels is not int least || PictureReader.Read(cover, "cover", SourceSpan.None).Value is not RasterPicture { Image: var image }) return;
        if (Math.Min(image.PixelWidth, image.PixelHeight) < least) sink.Report(Problems.DeviceCover(device.Name, image.PixelWidth, image.PixelHeight, least));
    }

    private static int Depth(ImmutableArray<OutlineEntry> entries) => entries.IsEmpty ? 0 : 1 + entries.Max(static e => Depth(e.Children));
}
