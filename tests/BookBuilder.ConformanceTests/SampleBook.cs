using System.Diagnostics;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests;

/// <summary>A book of the repository, built once by the README's command, and the means to put it before a judge.</summary>
public abstract class BuiltBook : IDisposable
{
    /// <summary>Held while the command is built.</summary>
    internal static readonly Lock Building = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-conformance-").FullName;

    /// <param name="source">Its folder, from the repository's root.</param>
    /// <param name="command">What is done with it; "build" when nothing is said.</param>
    protected BuiltBook(string source, params string[] command)
    {
        // One at a time: the first one builds the command, and two builds of it would write the same files.
        lock (Building) Built = Run("dotnet", ["run", "-c", "Release", "--project", Path.Combine(Repository.Root, "src/BookBuilder.Cli"), "--",
            .. command.Length == 0 ? ["build"] : command, Path.Combine(Repository.Root, source), "-o", _folder]);
        Assert.True(Built.Code == 0, Built.All);
        Pdf = Directory.GetFiles(_folder, "*.pdf").MinBy(static f => f.Length)!;
        Sheets = Directory.GetFiles(_folder, "*-booklet.pdf").SingleOrDefault();
        Epub = Directory.GetFiles(_folder, "*.epub").Single();
    }

    /// <summary>What the build said.</summary>
    public Outcome Built { get; }
    /// <summary>The PDF's path.</summary>
    public string Pdf { get; }
    /// <summary>The path of the PDF of its printer's sheets; null when none was asked for.</summary>
    public string? Sheets { get; }
    /// <summary>The EPUB's path.</summary>
    public string Epub { get; }

    /// <summary>Runs a program to its end.</summary>
    public static Outcome Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, errors.Result);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The sample book.</summary>
public sealed class SampleBook() : BuiltBook("content");

/// <summary>The book that holds at least one of everything, and many of some.</summary>
public sealed class TortureBook() : BuiltBook("tests/books/torture");

/// <summary>A bookdown book that holds every construct of that tool, built as it lies.</summary>
public sealed class BookdownSample() : BuiltBook("tests/BookBuilder.Tests/Bookdown/sample");

/// <summary>A Quarto book with every construct that is told.</summary>
public sealed class QuartoSample() : BuiltBook("tests/BookBuilder.Tests/Quarto/sample");

/// <summary>An mdBook book with every construct that is told.</summary>
public sealed class MdBookSample() : BuiltBook("tests/BookBuilder.Tests/MdBook/sample");

/// <summary>A folder of Pandoc's Markdown with every construct that is told.</summary>
public sealed class PandocSample() : BuiltBook("tests/BookBuilder.Tests/Pandoc/sample");

/// <summary>Two chapters of the sample as a handout, and as a booklet.</summary>
public sealed class SampleHandout() : BuiltBook("content", "handout", "--chapters", "4,5", "--title", "Session 4", "--impose", "booklet");

/// <summary>The user guide.</summary>
public sealed class GuideBook() : BuiltBook("docs/guide");

/// <summary>The book that a new one begins with.</summary>
public sealed class BeginnersBook() : BuiltBook("src/BookBuilder/Starting/Template");

/// <summary>How a program ended and what it said.</summary>
public sealed record Outcome(int Code, string Output, string Errors)
{
    /// <summary>Both streams, for a failure's message.</summary>
    public string All => Output + Errors;
}

/// <summary>All judges look at one build of each book.</summary>
[CollectionDefinition("the sample book")]
public sealed class SampleBookCollection : ICollectionFixture<SampleBook>, ICollectionFixture<TortureBook>, ICollectionFixture<GuideBook>, ICollectionFixture<BeginnersBook>,
    ICollectionFixture<SampleHandout>, ICollectionFixture<BookdownSample>, ICollectionFixture<QuartoSample>, ICollectionFixture<MdBookSample>, ICollectionFixture<PandocSample>;
