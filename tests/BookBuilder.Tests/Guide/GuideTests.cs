using System.Text.RegularExpressions;
using BookBuilder.Building;
using BookBuilder.Cli;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Building;
using BookBuilder.Tests.Cli;

namespace BookBuilder.Tests.Guide;

/// <summary>The user guide (docs/guide) is a book like any other, and says what is true.</summary>
public sealed partial class GuideTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "guide");

    [Fact]
    public void Its_reference_of_book_yml_is_made_of_the_catalogue_of_keys() => GeneratedFile.Match("docs/guide/book-yml.md", ManifestReference.Markdown());

    [Fact]
    public void The_schema_for_editors_is_made_of_the_catalogue_of_keys() => GeneratedFile.Match("docs/book.schema.json", ManifestSchema.Json());

    [Fact]
    public void Its_list_of_messages_is_made_of_the_catalogue_of_diagnostics() => GeneratedFile.Match("docs/guide/messages.md", MessagesChapter.Markdown());

    [Fact]
    public void Its_list_of_limits_is_made_of_the_limits() => GeneratedFile.Match("docs/guide/limits.md", LimitsChapter.Markdown());

    [Fact]
    public void The_catalogue_that_the_program_knows_is_made_of_the_catalogue_of_diagnostics() => GeneratedFile.Match(RulesCatalogue.File, RulesCatalogue.Source());

    [Fact]
    public void The_list_of_messages_has_every_code_there_is()
    {
        string catalogue = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "BookBuilder.Model", "Diagnostics"), "Problems*.cs").Select(File.ReadAllText));
        Assert.Equal(Code().Matches(catalogue).Select(m => m.Groups[1].Value).Distinct().Order(), MessagesChapter.Entries().Select(e => e.Code).Order());
    }

    [Fact]
    public async Task It_is_built_without_an_error_or_a_warning_and_both_outputs_agree()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.Open(Folder).BuildAsync();
        Assert.Empty(report.Diagnostics.Where(d => d.Severity >= Severity.Warning).Select(d => $"{d.Span} {d.Code} {d.Message}"));
        Assert.Equal(["bookbuilder-guide.epub", "bookbuilder-guide.pdf", "parity.json"], files.Keys.Order());
        Assert.NotNull(report.Agreed);
    }

    [Fact]
    public void Every_chapter_that_is_there_is_in_it()
    {
        string[] listed = [.. BookManifestReader.Read(File.ReadAllText(Path.Combine(Folder, "book.yml")), "book.yml").Value!.Chapters.Select(c => c.Path!)];
        Assert.Equal(Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileName(f)!).Order(), listed.Order());
    }

    [Fact]
    public void Every_yaml_of_it_is_right()
    {
        foreach ((string file, string yaml) in Blocks("yaml"))
            Assert.Empty(BookManifestReader.Read(yaml, file).Diagnostics.Select(d => $"{file}: {d.Message}\n{yaml}"));
    }

    [Fact]
    public void Every_verb_and_option_that_it_names_is_there()
    {
        using var command = new Command();
        System.CommandLine.Command root = CommandLine.Root(command.Environment());
        foreach (string page in Directory.GetFiles(Folder, "*.md").Append(Path.Combine(Repository.Root, "README.md")))
        foreach (Match said in Said().Matches(File.ReadAllText(page)))
        {
            string verb = said.Groups["verb"].Value;
            if (verb.Length == 0) continue;
            System.CommandLine.Command? known = root.Subcommands.FirstOrDefault(c => c.Name == verb);
            Assert.True(known is not null, $"{Path.GetFileName(page)}: there is no verb '{verb}'");
            foreach (Match option in Option().Matches(said.Groups["rest"].Value))
                Assert.True(option.Value == "--help" || known.Options.Any(o => o.Name == option.Value || o.Aliases.Contains(option.Value)), $"{Path.GetFileName(page)}: '{verb}' has no option '{option.Value}'");
        }
    }

    [Fact]
    public void Its_pictures_are_small() =>
        Assert.True(Directory.GetFiles(Path.Combine(Folder, "figures")).Sum(f => new FileInfo(f).Length) < 400_000);

    private static IEnumerable<(string File, string Text)> Blocks(string language) =>
        from page in Directory.GetFiles(Folder, "*.md")
        from Match block in Fence().Matches(File.ReadAllText(page).ReplaceLineEndings("\n"))
        where block.Groups[1].Value == language
        select (Path.GetFileName(page), block.Groups[2].Value);

    [GeneratedRegex("\"(BB[0-9]{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"bookbuilder (?<verb>[a-z]+)(?<rest>[^`\n]*)")]
    private static partial Regex Said();

    [GeneratedRegex(@"(?<= )--?[a-z][a-z-]*")]
    private static partial Regex Option();
}
