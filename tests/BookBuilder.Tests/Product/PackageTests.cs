using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BookBuilder.Tests.Product;

/// <summary>The one package is described by hand; this holds the description against the solution.</summary>
public sealed partial class PackageTests
{
    private static readonly XDocument Nuspec = XDocument.Load(Path.Combine(Repository.Root, "src/BookBuilder/BookBuilder.nuspec"));

    [Fact]
    public void Every_room_is_in_the_package_with_its_documentation_and_its_symbols()
    {
        IEnumerable<string> rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(r => Path.GetFileName(r)!).Where(r => r != "BookBuilder.Cli");
        IEnumerable<string> files = Nuspec.Descendants().Where(e => e.Name.LocalName == "file").Select(e => (string)e.Attribute("src")!)
            .Where(f => f.StartsWith("$bin$/", StringComparison.Ordinal)).Select(f => f["$bin$/".Length..]);
        Assert.Equal(rooms.SelectMany(r => new[] { r + ".dll", r + ".pdb", r + ".xml" }).Order(), files.Order());
    }

    [Fact]
    public void It_depends_on_what_the_rooms_depend_on_in_the_versions_they_are_built_with()
    {
        Dictionary<string, string> versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(v => (string)v.Attribute("Include")!, v => ((string)v.Attribute("Version")!).Trim('[', ']'));
        IEnumerable<string> used = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(p => !p.EndsWith("BookBuilder.Cli.csproj", StringComparison.Ordinal))
            .SelectMany(p => XDocument.Load(p).Descendants("PackageReference").Select(r => (string)r.Attribute("Include")!)).Distinct();
        IEnumerable<string> named = Nuspec.Descendants().Where(e => e.Name.LocalName == "dependency").Select(d => $"{(string)d.Attribute("id")!} {(string)d.Attribute("version")!}");
        Assert.Equal(used.Select(u => $"{u} {versions[u]}").Order(), named.Order());
    }

    [Fact]
    public void Every_licence_that_travels_with_data_is_in_the_package()
    {
        string[] patterns = [.. Nuspec.Descendants().Where(e => e.Name.LocalName == "file").Select(e => ((string)e.Attribute("src")!).Replace("$root$/", "", StringComparison.Ordinal))];
        IEnumerable<string> licences = new[] { "fonts", "src" }
            .SelectMany(f => Directory.GetFiles(Path.Combine(Repository.Root, f), "*LICENSE*", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Where(f => !Built().IsMatch(f));
        Assert.All(licences, l => Assert.Contains(patterns, p => p == l || (p.Contains('*', StringComparison.Ordinal) && Regex.IsMatch(l, "^" + Regex.Escape(p).Replace("\\*", "[^/]*", StringComparison.Ordinal) + "$"))));
    }

    [GeneratedRegex("/(bin|obj)/")]
    private static partial Regex Built();
}
