using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Model.Resolution;

/// <summary>Makes the pages that stand before every book: half-title, title page, copyright page, contents and lists.</summary>
/// <param name="anchors">Where the sections get their anchors.</param>
/// <param name="memory">The sections of the last build, with what they were made of; one that is made of the same is the same section. Those of this build take their places.</param>
internal sealed class FrontMatter(AnchorNames anchors, ResolutionMemory memory)
{
    /// <summary>The keys of all sections that may be made.</summary>
    public static ImmutableArray<string> Keys { get; } = ["front-half-title", "front-title-page", "front-copyright", "front-contents", "front-figures", "front-tables"];

    /// <summary>The generated sections, in their order, as the design wants them.</summary>
    public IEnumerable<ResolvedChapter> Sections(BookMetadata metadata, FrontDesign design, BookPlan plan, BookTerms terms,
        ImmutableArray<OutlineEntry> outline, IReadOnlyDictionary<NodeId, ImmutableArray<Inline>> headings,
        ImmutableArray<ContentsEntry> figures, ImmutableArray<ContentsEntry> tables)
    {
        if (design.HalfTitle)
            yield return Section("half-title", SectionRole.HalfTitle, metadata.Title, [Line(DisplayRole.HalfTitle, metadata.Title)]);
        ImmutableArray<Block> title = design.TitleBlock ? TitleBlock(metadata, terms) : TitlePage(metadata, terms);
        if (design.Imprint == ImprintPlace.TitlePage) title = title.AddRange(Rights(metadata).Select(l => Line(DisplayRole.Imprint, l)));
        yield return Section("title-page", SectionRole.TitlePage, terms.TitlePage, title);
        if (design.Imprint == ImprintPlace.Page)
            yield return Section("copyright", SectionRole.Copyright, terms.Copyright, Copyright(metadata, terms));
        if (!design.Contents) yield break;
        if (plan.ContentsDepth > 0)
            yield return Section("contents", SectionRole.Contents, terms.Contents,
                [Title(terms.Contents), new ContentsList([.. Entries(outline, plan.ContentsDepth, headings)])]);
        if (plan.ListOfFigures && figures.Length > 0)
            yield return Section("figures", SectionRole.ListOfFigures, terms.ListOfFigures, [Title(terms.ListOfFigures), new ContentsList(figures)]);
        if (plan.ListOfTables && tables.Length > 0)
            yield return Section("tables", SectionRole.ListOfTables, terms.ListOfTables, [Title(terms.ListOfTables), new ContentsList(tables)]);
    }

    /// <summary>Title and authors as a block above the text, and nothing else.</summary>
    public ResolvedChapter Block(BookMetadata metadata, FrontDesign design, BookTerms terms) =>
        Section("title-page", SectionRole.TitlePage, terms.TitlePage, design.TitleBlock ? TitleBlock(metadata, terms) : TitlePage(metadata, terms));

    /// <summary>The imprint as a section after the last chapter; none where the design has it elsewhere, or where there is nothing to say.</summary>
    public IEnumerable<ResolvedChapter> Closing(BookMetadata metadata, FrontDesign design, BookTerms terms)
    {
        if (design.Imprint != ImprintPlace.End || !Rights(metadata).Any()) yield break;
        yield return Section("copyright", SectionRole.Copyright, terms.Copyright, [.. Rights(metadata).Select(l => Line(DisplayRole.Imprint, l))]);
    }

    private ResolvedChapter Section(string name, SectionRole role, string title, ImmutableArray<Block> content)
    {
        string key = "front-" + name;                // one of Keys
        if (!Keys.Contains(key)) throw new UnreachableException($"{key} is new: say among the keys that no chapter may have it.");
        var names = new NodeNaming(key);
        NodeId id = names.Next();
        string own = anchors.Give(id, AnchorNames.Clean(key));
        // What is listed is linked as well: a section whose targets have other anchors is another section.
        ImmutableArray<string?> targets = [.. content.OfType<ContentsList>().SelectMany(static l => l.Entries).Select(e => anchors.ByNode.GetValueOrDefault(e.Target))];
        if (memory.Generated.TryGetValue(key, out GeneratedSection? last) && last.Section.Role == role && last.Section.Title == title && last.Anchor == own
            && last.Targets.AsSpan().SequenceEqual(targets.AsSpan()) && AreSame(last.From, content)) return last.Section;
        var section = new ResolvedChapter
        {
            Key = key, Role = role, Id = id, Title = title, ShortTitle = title, Label = null,
            Content = names.Rewrite(content), Notes = [],
        };
        memory.Generated[key] = new(content, own, targets, section);
        if (memory.Shelf is { } shelf && GeneratedName.Of(memory.Plan, section, own, targets) is { } made) shelf.Name(section, made);
        return section;
    }

    /// <summary>Whether blocks before they have names say the same. Only what generated sections consist of can be the same.</summary>
    private static bool AreSame(ImmutableArray<Block> some, ImmutableArray<Block> others) => some.Length == others.Length && some.Zip(others).All(static pair => pair switch
    {
        (Heading a, Heading b) => a with { Content = b.Content } == b && AreSame(a.Content, b.Content),
        (DisplayLine a, DisplayLine b) => a with { Content = b.Content } == b && AreSame(a.Content, b.Content),
        (ContentsList a, ContentsList b) => a with { Entries = b.Entries } == b && a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(static e => e.First with { Title = e.Second.Title } == e.Second && AreSame(e.First.Title, e.Second.Title)),
        _ => false,
    });

    private static bool AreSame(ImmutableArray<Inline> some, ImmutableArray<Inline> others) => some == others
        || some.Length == others.Length && some.Zip(others).All(static pair => pair switch
        {
            (Text a, Text b) => a with { Id = b.Id } == b,
            (Styled a, Styled b) => a with { Id = b.Id, Content = b.Content } == b && AreSame(a.Content, b.Content),
            _ => false,
        });

    private static ImmutableArray<Block> TitlePage(BookMetadata metadata, BookTerms terms)
    {
        List<Block> lines = [Line(DisplayRole.Title, metadata.Title)];
        if (metadata.Subtitle is { } subtitle) lines.Add(Line(DisplayRole.Subtitle, subtitle));
        string?[] affiliations = [.. metadata.OnTitlePage.Select(a => a.Affiliation).Distinct()];
        bool shared = affiliations is [not null];
        foreach (Contributor author in metadata.OnTitlePage)
        {
            lines.Add(Line(DisplayRole.Author, author.Name));
            if (!shared && author.Affiliation is { } own) lines.Add(Line(DisplayRole.Affiliation, own));
        }
        if (shared) lines.Add(Line(DisplayRole.Affiliation, affiliations[0]!));
        if (metadata.Publisher is { } publisher) lines.Add(Line(DisplayRole.Publisher, publisher));
        if (metadata.Date is { } date) lines.Add(Line(DisplayRole.Date, terms.Date(date)));
        return [.. lines];
    }

    /// <summary>Title and authors in few lines: the authors in one, then where they belong to and the date.</summary>
    private static ImmutableArray<Block> TitleBlock(BookMetadata metadata, BookTerms terms)
    {
        List<Block> lines = [Line(DisplayRole.Title, metadata.Title)];
        if (metadata.Subtitle is { } subtitle) lines.Add(Line(DisplayRole.Subtitle, subtitle));
        string?[] affiliations = [.. metadata.OnTitlePage.Select(a => a.Affiliation).Distinct()];
        bool shared = affiliations is [not null];
        if (metadata.OnTitlePage.Length > 0)
            lines.Add(Line(DisplayRole.Author, string.Join(", ", metadata.OnTitlePage.Select(a =>
                !shared && a.Affiliation is { } own ? $"{Unbroken(a.Name)} ({own})" : Unbroken(a.Name)))));
        string details = string.Join(" · ", ((string?[])[shared ? affiliations[0] : null, metadata.Publisher, metadata.Date is { } date ? terms.Date(date) : null]).OfType<string>());
        if (details.Length > 0) lines.Add(Line(DisplayRole.Affiliation, details));
        return [.. lines];
    }

    /// <summary>A name whose parts stay on one line.</summary>
    private static string Unbroken(string name) => name.Replace(' ', '\u00a0');

    private static ImmutableArray<Block> Copyright(BookMetadata metadata, BookTerms terms)
    {
        string title = metadata.Subtitle is { } subtitle ? $"{metadata.Title}: {subtitle}" : metadata.Title;
        List<string> lines = [title];
        if (metadata.OnTitlePage.Length > 0) lines.Add(string.Join(", ", metadata.OnTitlePage.Select(a => a.Name)));
        if (metadata.Rights is not null) lines.AddRange(RightsLines(metadata));
        string imprint = string.Join(", ", ((string?[])[metadata.Publisher, metadata.Date is { } date ? terms.Date(date) : null]).OfType<string>());
        if (imprint.Length > 0) lines.Add(imprint);
        lines.AddRange(Numbers(metadata));
        return [.. lines.Select(l => Line(DisplayRole.Imprint, l))];
    }

    /// <summary>What a title page with everything else on it lacks: rights and numbers.</summary>
    private static IEnumerable<string> Rights(BookMetadata metadata) => RightsLines(metadata).Concat(Numbers(metadata));

    private static string[] RightsLines(BookMetadata metadata) =>
        metadata.Rights?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static IEnumerable<string> Numbers(BookMetadata metadata) =>
        metadata.Identifiers.Where(i => i.Scheme is "isbn" or "doi").Select(i => $"{i.Scheme.ToUpperInvariant()} {i.Value}");

    private static IEnumerable<ContentsEntry> Entries(ImmutableArray<OutlineEntry> outline, int depth, IReadOnlyDictionary<NodeId, ImmutableArray<Inline>> headings)
    {
        foreach (OutlineEntry entry in outline)
        {
            if (entry.Level > depth) continue;
            yield return new ContentsEntry(Math.Max(1, entry.Level), entry.Number,
                headings.TryGetValue(entry.Target, out ImmutableArray<Inline> title) ? title : [new Text(entry.Title)], entry.Target) { IsPart = entry.Level == 0 };
            foreach (ContentsEntry below in Entries(entry.Children, depth, headings))
                yield return below;
        }
    }

    private static Heading Title(string words) => new(1, [new Text(words)]) { IsNumbered = false };

    private static DisplayLine Line(DisplayRole role, string words) => new(role, [new Text(words)]);
}

/// <summary>A generated section.</summary>
/// <param name="From">What it was made of.</param>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Targets">The anchors of all that it lists.</param>
/// <param name="Section">The section.</param>
internal sealed record GeneratedSection(ImmutableArray<Block> From, string Anchor, ImmutableArray<string?> Targets, ResolvedChapter Section);
