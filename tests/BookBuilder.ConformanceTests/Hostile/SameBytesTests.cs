using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>The same book gives the same bytes, wherever and however it is built.</summary>
public sealed class SameBytesTests : IDisposable
{
    private static readonly Lazy<string[]> Usual = new(() =>
    {
        using var tests = new SameBytesTests();
        return tests.Build("usual", []);
    });

    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-bytes-").FullName;

    [Theory]
    [InlineData("one processor", "DOTNET_PROCESSOR_COUNT=1")]
    [InlineData("many processors", "DOTNET_PROCESSOR_COUNT=16")]
    [InlineData("another time zone", "TZ=Pacific/Kiritimati")]
    [InlineData("code that is optimized at once", "DOTNET_TieredCompilation=0", "DOTNET_ReadyToRun=0")]
    [InlineData("a machine without vector instructions", "DOTNET_EnableHWIntrinsic=0")]
    [InlineData("a Turkish machine", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8")]
    [InlineData("an Arabic machine", "LANG=ar_SA.UTF-8", "LC_ALL=ar_SA.UTF-8")]
    public void The_sample_book_has_the_same_bytes_on(string machine, params string[] environment) => Assert.Equal(Usual.Value, Build(machine, environment));

    [Fact]
    public void The_sample_book_has_the_same_bytes_from_another_folder_and_by_another_path()
    {
        string copy = Path.Combine(_folder, "copy");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*", SearchOption.AllDirectories).Reverse())
        {
            string to = Path.Combine(copy, Path.GetRelativePath(Path.Combine(Repository.Root, "content"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            File.SetLastWriteTimeUtc(to, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
        Assert.Equal(Usual.Value, Build("copied", [], Path.Combine(copy, "book.yml")));
    }

    [Fact]
    public void The_time_that_the_environment_gives_is_the_only_time_in_the_files()
    {
        string[] then = Build("then", ["SOURCE_DATE_EPOCH=1000000000"]);
        Assert.Equal(then, Build("then again", ["SOURCE_DATE_EPOCH=1000000000"]));
        Assert.NotEqual(Usual.Value, then);
    }

    private string[] Build(string name, string[] environment, string? book = null)
    {
        string output = Path.Combine(_folder, name), settings = Path.Combine(_folder, name + ".runtimeconfig.json");
        // As in a program of somebody else's, with the cultures of the machine.
        JsonNode runtime = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(BuiltCommand.Program, "runtimeconfig.json")))!;
        runtime["runtimeOptions"]!["configProperties"]!["System.Globalization.Invariant"] = false;
        File.WriteAllText(settings, runtime.ToJsonString());
        ProcessStartInfo start = new("dotnet", ["exec", "--runtimeconfig", settings, BuiltCommand.Program, "build", book ?? Path.Combine(Repository.Root, "content"), "-o", output])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
        };
        foreach (string[] pair in environment.Select(static e => e.Split('='))) start.Environment[pair[0]] = pair[1];
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said.Result);
        return [.. Directory.GetFiles(output).Order(StringComparer.Ordinal).Select(static f => $"{Path.GetFileName(f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
