using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>The command compiled ahead of time is the same command: the same files, the same words, the same exit codes, in a folder that needs nothing else.</summary>
public sealed partial class NativeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-native-").FullName;

    [Fact]
    public void The_folder_holds_the_executable_and_its_libraries_and_nothing_else() =>
        Assert.Equal(["bookbuilder", "libHarfBuzzSharp.so", "libSkiaSharp.so"], Directory.EnumerateFileSystemEntries(NativeCommand.Folder).Select(static f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("content")]
    [InlineData("docs/guide")]
    public void A_book_has_the_same_bytes_as_by_the_ordinary_build(string book)
    {
        string[] native = Build(NativeCommand.Start, "native", book), ordinary = Build(BuiltCommand.Start, "ordinary", book);
        Assert.Equal(3, native.Length);
        Assert.Equal(ordinary, native);
    }

    [Fact]
    public void Mistakes_are_told_in_the_same_words()
    {
        string book = Path.Combine(_folder, "mistakes");
        Write("book.yml", "title: [T\n", "broken");
        Write("book.yml", "title: Mistakes\nauthor: Ada Lind\nlang: xx-YY-ZZ-\ndesing: classic\npdf: { paper: huge }\nchapters: [a.md, none.md, b.md]\n");
        Write("a.md", "# A\n\nSee @fig-non and [^none], $x_{$ and $\\nonesuch{x}$.\n\n![A](none.png)\n\n![B](broken.png){#fig-none}\n\n![C](broken.svg)\n\n::: {.nonesuch}\nx\n\n| a | b |\n|--|\n| c |\n\n<video src=x>y</video>\n");
        Write("b.md", "---\ntitle: [x\n---\n\n# B {#fig-none}\n\n## B {#sec-b}\n\n## C {#sec-b}\n\n[x](#nowhere) <b>y\n\n[^unused]: z\n");
        Write("broken.png", "\u0089PNG");
        Write("broken.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
        (int Code, string Said) native = Same("build", book, "-o", Path.Combine(_folder, "out"), "-v", "d");
        Assert.Equal(1, native.Code);
        Assert.True(native.Said.Split("error BB").Length > 5, native.Said);
        Assert.Equal(1, Same("build", Path.Combine(_folder, "broken"), "-o", Path.Combine(_folder, "out")).Code);
        Assert.Equal(1, Same("check", book, "--device", "all", "--diagnostics", "json:-").Code);
        Assert.Equal(1, Same("check", book, "--diagnostics", "sarif:-").Code);

        void Write(string file, string text, string to = "mistakes")
        {
            Directory.CreateDirectory(Path.Combine(_folder, to));
            File.WriteAllText(Path.Combine(_folder, to, file), text);
        }
    }

    [Theory]
    [InlineData(0, "--version")]
    [InlineData(0, "--help")]
    [InlineData(0, "build", "--help")]
    [InlineData(0, "schema")]
    [InlineData(0, "completions", "bash")]
    [InlineData(2, "biuld")]
    [InlineData(2, "build", "--to", "word")]
    [InlineData(2, "build", "/nonexistent")]
    public void The_command_line_is_the_same(int code, params string[] arguments) => Assert.Equal(code, Same(arguments).Code);

    /// <summary>What both commands say, but for how long it took them.</summary>
    private static (int Code, string Said) Same(params string[] arguments)
    {
        (int Code, string Said) native = Run(NativeCommand.Start(arguments)), ordinary = Run(BuiltCommand.Start(arguments));
        Assert.Equal(ordinary.Said, native.Said);
        Assert.Equal(ordinary.Code, native.Code);
        return native;
    }

    private string[] Build(Func<string[], ProcessStartInfo> start, string name, string book)
    {
        string output = Path.Combine(_folder, name);
        (int code, string said) = Run(start(["build", Path.Combine(Repository.Root, book), "-o", output]));
        Assert.True(code == 0, said);
        return [.. Directory.GetFiles(output).Order(StringComparer.Ordinal).Select(static f => $"{Path.GetFileName(f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];
    }

    private static (int Code, string Said) Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, Duration().Replace(output, "a while") + errors.Result);
    }

    [GeneratedRegex(@"[\d.]+ s$| +[\d,]+ ms +\d+ ?%$", RegexOptions.Multiline)]
    private static partial Regex Duration();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
