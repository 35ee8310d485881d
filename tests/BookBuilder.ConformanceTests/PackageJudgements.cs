using System.Reflection.PortableExecutable;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests;

/// <summary>The two packages as users get them: made, installed from a folder into an empty project, and used there.</summary>
[Collection("the sample book")]
public sealed class PackageJudgements : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-package-").FullName;

    private string Packages => Path.Combine(_folder, "packages");

    [Fact]
    public void An_empty_project_with_the_package_and_nothing_else_makes_books()
    {
        Pack("src/BookBuilder");
        string project = Path.Combine(_folder, "empty");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "empty.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{Packages}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(_folder, "cache")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BookBuilder" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        File.Copy(Path.Combine(Repository.Root, "tests/BookBuilder.ConformanceTests/package/Program.cs"), Path.Combine(project, "Program.cs"));
        Outcome run = BuiltBook.Run("dotnet", "run", "--project", project, "--", Path.Combine(_folder, "work"));
        Assert.True(run.Code == 0, run.All);
        Assert.Equal(
        [
            "files: True, harbours.pdf harbours.epub, 1 note",
            "memory: True, parity.json the-tides.epub the-tides.pdf",
            "transform: True, 2 words more, OWN1",
            "diagnostics: a.md(3,5): BB3101",
            "cancelled: yes",
            "together: True",
        ], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd()));
    }

    [Fact]
    public void The_tool_installs_from_a_folder_and_builds_the_sample_book()
    {
        Pack("src/BookBuilder.Cli");
        Assert.Equal([$"BookBuilder.Cli.{Version}.nupkg"], Directory.GetFiles(Packages).Select(f => Path.GetFileName(f)!));
        Install();
        string output = Path.Combine(_folder, "out");
        Outcome built = BuiltBook.Run(Path.Combine(Tools, "bookbuilder"), "build", Path.Combine(Repository.Root, "content"), "-o", output, "-v", "q");
        Assert.True(built.Code == 0, built.All);
        Assert.Equal(["ethical-dilemma.epub", "ethical-dilemma.pdf", "parity.json"], Directory.GetFiles(output).Select(f => Path.GetFileName(f)!).Order());
    }

    [Fact]
    public void The_tool_that_is_compiled_beforehand_installs_from_a_folder_and_builds_a_small_book()
    {
        Pack("src/BookBuilder.Cli", "-p:ToolReadyToRun=true");
        string system = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        Assert.Equal([$"BookBuilder.Cli.{Version}.nupkg", $"BookBuilder.Cli.any.{Version}.nupkg", $"BookBuilder.Cli.{system}.{Version}.nupkg"],
            Directory.GetFiles(Packages).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Install();
        string room = Directory.GetFiles(Tools, "BookBuilder.Typesetting.dll", SearchOption.AllDirectories).Single();
        using (PEReader reader = new(File.OpenRead(room))) Assert.NotEqual(0, reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);

        string book = Path.Combine(_folder, "book"), output = Path.Combine(_folder, "out");
        Outcome begun = BuiltBook.Run(Path.Combine(Tools, "bookbuilder"), "new", book);
        Assert.True(begun.Code == 0, begun.All);
        Outcome built = BuiltBook.Run(Path.Combine(Tools, "bookbuilder"), "build", book, "-o", output, "-v", "q");
        Assert.True(built.Code == 0, built.All);
        Assert.Equal(["book.epub", "book.pdf", "parity.json"], Directory.GetFiles(output).Select(f => Path.GetFileName(f)!).Order());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Version { get; } = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    private string Tools => Path.Combine(_folder, "tools");

    private void Pack(string project, params string[] wishes)
    {
        // The command is built, packed and compiled in the same folders.
        lock (BuiltBook.Building)
        {
            Outcome packed = BuiltBook.Run("dotnet", ["pack", "-c", "Release", "-v", "q", "-o", Packages, Path.Combine(Repository.Root, project), .. wishes]);
            Assert.True(packed.Code == 0, packed.All);
        }
    }

    private void Install()
    {
        Outcome installed = BuiltBook.Run("dotnet", "tool", "install", "BookBuilder.Cli", "--version", Version, "--tool-path", Tools, "--add-source", Packages);
        Assert.True(installed.Code == 0, installed.All);
    }
}
