using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>Books that were made to break the program end soon, cost little, and either say what is wrong with them or become valid books.</summary>
public sealed partial class HostileBookTests : IDisposable
{
    private const double MostSeconds = 10;
    private const long MostMemory = 1L << 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-hostile-").FullName;

    public static TheoryData<string> Names => [.. HostileBook.All.Select(static b => b.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_hostile_book_is_refused_with_a_reason_or_becomes_a_valid_book(string name)
    {
        HostileBook book = HostileBook.All.Single(b => b.Name == name);
        string source = Path.Combine(_folder, "book"), output = Path.Combine(_folder, "out");
        Write(book, source);
        // Other work on the machine makes the same work dearer: what counts is what the program needs, the least of a few runs.
        Cost cost = BuiltCommand.Measure("build", source, "-o", output);
        for (int again = 0; again < 2 && cost.Seconds > MostSeconds; again++) cost = BuiltCommand.Measure("build", source, "-o", output);

        Assert.DoesNotContain("fault in BookBuilder", cost.Said, StringComparison.Ordinal);
        Assert.True(cost.Seconds <= MostSeconds, $"{cost.Seconds:0.0} s of processors");
        Assert.True(cost.Memory <= MostMemory, $"{cost.Memory >> 20} MB");
        Assert.DoesNotContain("root:", cost.Said, StringComparison.Ordinal);        // /etc/passwd
        if (book.Code is { } code)
        {
            Assert.Equal(1, cost.Code);
            Assert.Contains($"error {code}:", cost.Said, StringComparison.Ordinal);
            Assert.All(book.Says, said => Assert.Contains(said, cost.Said, StringComparison.Ordinal));
            Assert.Empty(Directory.Exists(output) ? Directory.GetFiles(output) : []);
            return;
        }
        Assert.True(cost.Code == 0, cost.Said[..Math.Min(cost.Said.Length, 2000)]);
        Outcome pdf = BuiltBook.Run("qpdf", "--check", Directory.GetFiles(output, "*.pdf").Single());
        Assert.True(pdf.Code == 0, pdf.All);
        string epub = Directory.GetFiles(output, "*.epub").Single();
        Outcome checkedEpub = Judges.EpubCheck(epub);
        Assert.True(checkedEpub.Code == 0, checkedEpub.All);
        Assert.Empty(Harm(epub));
    }

    /// <summary>Whatever in an EPUB would run, or would ask another machine: the addresses that authors link to are no harm.</summary>
    private static IEnumerable<string> Harm(string epub)
    {
        using ZipArchive archive = ZipFile.OpenRead(epub);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(static e => Path.GetExtension(e.Name) is ".xhtml" or ".svg" or ".css" or ".opf"))
        {
            using var reader = new StreamReader(entry.Open());
            string text = reader.ReadToEnd();
            foreach (Match harm in Harmful().Matches(text)) yield return $"{entry.FullName}: {harm.Value}";
        }
    }

    private static void Write(HostileBook book, string folder)
    {
        foreach ((string path, object content) in book.Files)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
        }
        foreach ((string path, string target) in book.Links) File.CreateSymbolicLink(Path.Combine(folder, path), target);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex("""<script|<iframe|<foreignObject|<object|<embed|\son[a-z]+\s*=|(?:href|src)="\s*(?:javascript|vbscript|file|data):|src="https?:|url\((?!#)[^)]*:|<style[^>]*>[^<]*@import|<!ENTITY""", RegexOptions.IgnoreCase)]
    private static partial Regex Harmful();
}
