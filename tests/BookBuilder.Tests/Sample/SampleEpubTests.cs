using System.IO.Compression;
using BookBuilder.Building;

namespace BookBuilder.Tests.Sample;

/// <summary>Chosen files of the sample's EPUB, as they are written.</summary>
public sealed class SampleEpubTests
{
    [Fact]
    public async Task The_files_of_the_publication_are_as_they_were()
    {
        string folder = Directory.CreateTempSubdirectory("bookbuilder-sample-").FullName;
        try
        {
            BuildReport report = await BookCompiler.BuildAsync(BookProject.Open(Path.Combine(Repository.Root, "content")), new BuildOptions { OutputFolder = folder });
            Assert.DoesNotContain(report.Diagnostics, d => d.Severity > BookBuilder.Model.Diagnostics.Severity.Info);
            using ZipArchive epub = ZipFile.OpenRead(Directory.GetFiles(folder, "*.epub").Single());
            Snapshots.Match(string.Join('\n', epub.Entries.Select(e => e.FullName)) + "\n", "epub-files");
            foreach ((string file, string name) in ((string, string)[])
                [("package.opf", "epub-package"), ("nav.xhtml", "epub-nav"), ("toc.ncx", "epub-ncx"), ("04-natural-resources.xhtml", "epub-chapter-4"), ("12-reference.xhtml", "epub-chapter-12")])
            {
                ZipArchiveEntry entry = epub.Entries.Single(e => e.Name == file);
                using var reader = new StreamReader(entry.Open());
                Snapshots.Match(reader.ReadToEnd(), name);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
