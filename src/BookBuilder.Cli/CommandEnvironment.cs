using System.Globalization;

namespace BookBuilder.Cli;

/// <summary>What the command knows of the world around it.</summary>
internal sealed record CommandEnvironment
{
    /// <summary>Results and progress.</summary>
    public required TextWriter Output { get; init; }
    /// <summary>What is wrong.</summary>
    public required TextWriter Error { get; init; }
    /// <summary>The folder that paths are relative to.</summary>
    public required string CurrentFolder { get; init; }
    /// <summary>Whether somebody watches a terminal: then progress moves.</summary>
    public bool IsTerminal { get; init; }
    /// <summary>Whether diagnostics may have colours.</summary>
    public bool HasColor { get; init; }
    /// <summary>The time the outputs say they were made at (SOURCE_DATE_EPOCH, in seconds since 1970); null when not set.</summary>
    public string? SourceDateEpoch { get; init; }

    /// <summary>The time of day, for those who watch; nothing of it is written into a book.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The folders in which programs are looked for (PATH), for <c>doctor</c>; empty when not set.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } = [];

    /// <summary>The folder in which builds leave what they made for later ones; null when there is none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The process's own. The only place that reads the environment, and only these keys: SOURCE_DATE_EPOCH, NO_COLOR, PATH, BOOKBUILDER_CACHE and XDG_CACHE_HOME.</summary>
    public static CommandEnvironment OfProcess()
    {
#pragma warning disable RS0030 // The documented keys of the environment, and the terminal.
        bool noColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        string? epoch = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH");
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return new CommandEnvironment
        {
            Output = Console.Out,
            Error = Console.Error,
            CurrentFolder = Directory.GetCurrentDirectory(),
            IsTerminal = !Console.IsOutputRedirected,
            HasColor = !noColor && !Console.IsErrorRedirected,
            SearchPath = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            CacheFolder = CacheIn(Environment.GetEnvironmentVariable("BOOKBUILDER_CACHE"), Environment.GetEnvironmentVariable("XDG_CACHE_HOME")),
            SourceDateEpoch = string.IsNullOrWhiteSpace(epoch) ? null : epoch,
        };
#pragma warning restore RS0030
    }

    /// <summary>The time that <see cref="SourceDateEpoch"/> means; null when not set.</summary>
    /// <exception cref="FormatException">It is set to something else than a number of seconds.</exception>
    public DateTimeOffset? Timestamp() => SourceDateEpoch is null ? null
        : long.TryParse(SourceDateEpoch, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new FormatException($"SOURCE_DATE_EPOCH is '{SourceDateEpoch}', not a number of seconds since 1970");

    /// <summary>The folder for the cache: the one that is named, else one where the system keeps such things. Whoever names none by an empty word has none.</summary>
    internal static string? CacheIn(string? named, string? caches)
    {
        if (named is not null) return named.Length == 0 ? null : Path.GetFullPath(named);
#pragma warning disable RS0030 // The user's folders.
        string home = Environment.GetFolderPath(OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile);
#pragma warning restore RS0030
        // XDG Base Directory Specification: a path that is not absolute is none.
        if (OperatingSystem.IsWindows()) return home.Length == 0 ? null : Path.Combine(home, "bookbuilder", "cache");
        if (!OperatingSystem.IsMacOS() && Path.IsPathFullyQualified(caches ?? "")) return Path.Combine(caches!, "bookbuilder");
        return home.Length == 0 ? null : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache", "bookbuilder");
    }
}
