using System.Collections.Immutable;

namespace BookBuilder.Fuzz.Targets;

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    /// <summary>In the order in which "all" runs them.</summary>
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new MarkdownTarget(), new TexTarget(), new ManifestTarget(), new TomlTarget(), new ValuesTarget(), new CommandLineTarget(), new HyphenationTarget(),
        new RCodeTarget(), new PageTextTarget(), new OverridesTarget(), new SvgTarget(), new RasterTarget(), new FontTarget(),
        ForeignBookTarget.Knitr(), ForeignBookTarget.Bookdown(), ForeignBookTarget.Quarto(), ForeignBookTarget.Notebook(), ForeignBookTarget.MdBook(), ForeignBookTarget.Pandoc(),
        new BooksTarget(), new EditsTarget(),
    ];

    /// <summary>The targets of these names, separated by commas; "all" for all, "parsers" for all but whole books.</summary>
    /// <exception cref="FormatException">There is none of a name.</exception>
    public static ImmutableArray<FuzzTarget> Named(string names) => names switch
    {
        "all" => All,
        "parsers" => [.. All.Where(static t => t is not BooksTarget)],
        _ => [.. names.Split(',').Select(static name => All.FirstOrDefault(t => t.Name == name) ?? throw new FormatException($"there is no target '{name}'"))],
    };
}
