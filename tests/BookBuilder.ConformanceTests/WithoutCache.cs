using System.Runtime.CompilerServices;

namespace BookBuilder.ConformanceTests;

/// <summary>Commands that tests start build from the beginning, and leave nothing for anybody: a test that wants a cache names a folder of its own.</summary>
internal static class WithoutCache
{
    /// <summary>What the command reads to know where its cache is.</summary>
    public const string Variable = "BOOKBUILDER_CACHE";

    [ModuleInitializer]
    internal static void Begin() => Environment.SetEnvironmentVariable(Variable, "");
}
