using BookBuilder.Cli;

namespace BookBuilder.Tests.Cli;

/// <summary>Builds by the command take what earlier ones left, unless they are told not to.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly Command _command = new();

    public CacheTests() => _command.Folder.Write("book/book.yml", "title: T\n").Write("book/a.md", "# A\n\nWords.\n").Write("book/b.md", "# B\n\nMore words.\n");

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public async Task A_build_leaves_its_sections_and_the_next_takes_them(string verb)
    {
        Assert.Equal(0, await Run(verb, "book"));
        string[] left = Entries();
        Assert.NotEmpty(left);
        DateTime anHourAgo = File.GetLastWriteTimeUtc(left[0]).AddHours(-1);
        foreach (string entry in left) File.SetLastWriteTimeUtc(entry, anHourAgo);
        await File.AppendAllTextAsync(_command.Folder["book/b.md"], "\nAnd more.\n");
        Assert.Equal(0, await Run(verb, "book"));
        // What is taken is not written again.
        Assert.All(left, entry => Assert.Equal(anHourAgo, File.GetLastWriteTimeUtc(entry)));
        Assert.InRange(Entries().Length - left.Length, 1, 2);
    }

    [Fact]
    public async Task Without_the_cache_nothing_is_left()
    {
        Assert.Equal(0, await Run("build", "book", "--no-cache"));
        Assert.Equal(0, await Run("check", "book", "--no-cache"));
        Assert.Equal(0, await Run("handout", "book", "--chapters", "1"));
        Assert.False(Directory.Exists(_command.Folder["cache"]));
    }

    [Fact]
    public async Task The_doctor_says_where_it_is()
    {
        Assert.Equal(0, await Run("doctor", "book"));
        Assert.Contains($"--  cache        builds leave set pages in {_command.Folder["cache"].Replace('\\', '/')} (0.0 MB); it may be removed at any time", _command.Lines);
    }

    [Fact]
    public void It_is_where_the_environment_says()
    {
        Assert.Null(CommandEnvironment.CacheIn("", "/caches"));
        Assert.Equal(Path.GetFullPath("here"), CommandEnvironment.CacheIn("here", "/caches"));
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) return;
        Assert.Equal("/caches/bookbuilder", CommandEnvironment.CacheIn(null, "/caches"));
        Assert.Equal(CommandEnvironment.CacheIn(null, null), CommandEnvironment.CacheIn(null, "not/absolute"));
    }

    private string[] Entries() => Directory.GetFiles(_command.Folder["cache"], "*", SearchOption.AllDirectories);

    private Task<int> Run(params string[] args) => CommandLine.RunAsync(args, _command.Environment() with { CacheFolder = _command.Folder["cache"] });
}
