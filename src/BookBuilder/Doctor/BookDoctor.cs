using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using BookBuilder.Building;

namespace BookBuilder.Doctor;

/// <summary>Looks whether books can be built here: the program, what it brings along, the folder, and where outputs go.</summary>
/// <remarks>Nothing is installed, changed or asked on the network. That a file can be written is tried with one that is gone at once.</remarks>
public static class BookDoctor
{
    /// <summary>Programs that judge finished books. None is needed, and none is ever started.</summary>
    private static readonly (string Name, string Use)[] Judges =
        [("epubcheck", "judges EPUBs as shops do"), ("qpdf", "looks whether a PDF is sound ('qpdf --check')")];

    /// <summary>Looks at everything.</summary>
    public static ImmutableArray<DoctorFinding> Examine(DoctorVisit visit) =>
    [
        new("program", Health.Well, visit.Program),
        new("runtime", Health.Well, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
        new("machine", Health.Well, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}"),
        .. SuppliesExamination.Examine(),
        .. FolderExamination.Examine(visit),
        Cache(visit.CacheFolder),
        .. Judges.Select(judge => Judge(judge.Name, judge.Use, visit.SearchPath)),
    ];

    /// <summary>Whether nothing stands in the way of building books.</summary>
    public static bool IsWell(IEnumerable<DoctorFinding> findings) => findings.All(static f => f.Health != Health.Ill);

    private static DoctorFinding Cache(string? folder) => new("cache", Health.Known, folder is null
        ? "there is no folder for it: every build begins anew"
        : string.Create(CultureInfo.InvariantCulture, $"builds leave set pages in {folder} ({BuildStore.InFolder(folder).Size() / 1e6:0.0} MB); it may be removed at any time"));

    private static DoctorFinding Judge(string name, string use, IReadOnlyList<string> searchPath)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        string? found = searchPath.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);
        return found is null
            ? new("judge", Health.Known, $"{name} is not installed; it {use}, and is not needed")
            : new("judge", Health.Well, $"{name} is at {found}; it {use}");
    }
}
