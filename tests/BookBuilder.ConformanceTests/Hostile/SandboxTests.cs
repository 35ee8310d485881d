using System.Text.RegularExpressions;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>What a build asks of the machine, as the system sees it: no network, no other program, no file but the book's and its own.</summary>
public sealed partial class SandboxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-sandbox-").FullName;

    [Theory]
    [InlineData("content")]
    [InlineData("tests/BookBuilder.Tests/Bookdown/sample")]
    public void A_build_asks_for_no_network_and_no_program_and_reads_and_writes_where_it_may(string book)
    {
        string trace = Path.Combine(_folder, "trace"), output = Path.Combine(_folder, "out"), cache = Path.Combine(_folder, "cache"), source = Path.Combine(Repository.Root, book);
        Outcome run = BuiltBook.Run("strace", "-f", "-qq", "-s", "400", "-e", "trace=execve,connect,socket,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir", "-o", trace,
            "-E", $"{WithoutCache.Variable}={cache}", "dotnet", BuiltCommand.Program, "build", source, "-o", output);
        Assert.True(run.Code == 0, run.All);
        string[] calls = File.ReadAllLines(trace);
        Assert.True(calls.Length > 100, $"only {calls.Length} calls were seen");
        Assert.Single(calls, static c => c.Contains("execve(", StringComparison.Ordinal) && c.EndsWith("= 0", StringComparison.Ordinal));   // itself
        Assert.DoesNotContain(calls, static c => c.Contains("AF_INET", StringComparison.Ordinal));

        string program = Path.GetDirectoryName(BuiltCommand.Program)!;
        string[] opened = [.. calls.Select(static c => Opened().Match(c)).Where(static m => m.Success && !m.Groups["result"].Value.StartsWith('-')).Select(static m => m.Groups["path"].Value)];
        Assert.Contains(opened, p => p.StartsWith(source + "/", StringComparison.Ordinal));
        // The runtime's own: its files, the system's libraries, what the kernel tells, and its diagnostic pipes and shared memory.
        Assert.Empty(opened.Where(p => !new[] { source, output, cache, program }.Any(own => p == own || p.StartsWith(own + "/", StringComparison.Ordinal)) && !Runtime().IsMatch(p)).Distinct());

        string[] changed = [.. calls.Select(static c => Written().Match(c)).Where(static m => m.Success && !m.Groups["result"].Value.StartsWith('-')).Select(static m => m.Groups["path"].Value)];
        Assert.Contains(changed, p => p.StartsWith(output + "/", StringComparison.Ordinal));
        Assert.Contains(changed, p => p.StartsWith(cache + "/", StringComparison.Ordinal));
        Assert.Empty(changed.Where(p => !new[] { output, cache }.Any(own => p == own || p.StartsWith(own + "/", StringComparison.Ordinal)) && !Runtime().IsMatch(p)).Distinct());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex("""open(?:at)?\((?:AT_FDCWD, |\d+, )?"(?<path>[^"]+)".* = (?<result>-?\d+)""")]
    private static partial Regex Opened();

    [GeneratedRegex("""(?:open(?:at)?\((?:AT_FDCWD, )?"(?<path>[^"]+)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)|(?:creat|unlink|unlinkat|mkdir|rename\w*)\((?:AT_FDCWD, )?"(?<path>[^"]+)").* = (?<result>-?\d+)""")]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?:/(?:usr|lib|lib64|proc|sys|dev|etc/(?:ld\.so|ssl|localtime|lsb|os-release)|dotnet|opt)\b|/tmp/(?:clr-debug|dotnet-diagnostic|\.dotnet|CoreFxPipe)|/$|/tmp$|\.$)|/dotnet/|/\.dotnet/|/doublemapper")]
    private static partial Regex Runtime();
}
