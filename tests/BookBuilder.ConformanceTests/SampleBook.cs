using System.Diagnostics;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests;

/// <summary>The sample book, built once by the README's command, and the means to put it before a judge.</summary>
public sealed class SampleBook : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-conformance-").FullName;

    public SampleBook()
    {
        Built = Run("dotnet", "run", "-c", "Release", "--project", Path.Combine(Repository.Root, "src/BookBuilder.Cli"), "--", "build", Path.Combine(Repository.Root, "content"), "-o", _folder);
        Assert.True(Built.Code == 0, Built.All);
        Pdf = Directory.GetFiles(_folder, "*.pdf").Single();
        Epub = Directory.GetFiles(_folder, "*.epub").Single();
    }

    /// <summary>What the build said.</summary>
    public Outcome Built { get; }
    /// <summary>The PDF's path.</summary>
    public string Pdf { get; }
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>How a program ended and what it said.</summary>
public sealed record Outcome(int Code, string Output, string Errors)
{
    /// <summary>Both streams, for a failure's message.</summary>
    public string All => Output + Errors;
}

/// <summary>All judges look at one build.</summary>
[CollectionDefinition("the sample book")]
public sealed class SampleBookCollection : ICollectionFixture<SampleBook>;
