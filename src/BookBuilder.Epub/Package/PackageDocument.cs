using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Epub.Package;

/// <summary>All that the package document says.</summary>
internal sealed record PackageContent
{
    public required BookMetadata Metadata { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public required string Producer { get; init; }
    public required AccessibilityFacts Facts { get; init; }
    /// <summary>What the author says of its accessibility.</summary>
    public required EpubAccessibility Accessibility { get; init; }
    /// <summary>Whether it conforms to EPUB Accessibility 1.1.</summary>
    public required bool Conforms { get; init; }
    /// <summary>All files, those of the spine in reading order.</summary>
    public required ImmutableArray<PackageItem> Items { get; init; }
    /// <summary>The id of the NCX among the items.</summary>
    public required string NcxId { get; init; }
    /// <summary>Whose pages the page list gives; null without a page list.</summary>
    public required string? PageBreakSource { get; init; }
}

/// <summary>Writes the package document: what the book is, which files it has, in which order they are read (EPUB 3.3, section 5).</summary>
internal static class PackageDocument
{
    /// <summary>The file, from the container's root; all hrefs of the package are relative to its folder.</summary>
    public const string Path = Folder + "package.opf";
    /// <summary>The folder of all that the package lists.</summary>
    public const string Folder = "EPUB/";

    private const string CoverProperty = "cover-image";

    public static byte[] Write(PackageContent package)
    {
        var xml = new Markup("http://www.idpf.org/2007/opf");
        string language = package.Metadata.Language;
        xml.Open("package", ("version", "3.0"), ("unique-identifier", "pub-id"), ("xml:lang", Script.WellFormed(language)), ("dir", Script.DirectionOf(language)));
        xml.Line();
        WriteMetadata(xml, package);
        WriteManifest(xml, package.Items);
        xml.Open("spine", ("toc", package.NcxId), ("page-progression-direction", Script.DirectionOf(language) ?? "ltr"));
        xml.Line();
        foreach (PackageItem item in package.Items.Where(static i => i.IsInSpine))
        {
            xml.Void("itemref", ("idref", item.Id), ("linear", "yes"));
            xml.Line();
        }
        xml.CloseLine();
        xml.Close();
        return xml.ToBytes();
    }

    private static void WriteMetadata(Markup xml, PackageContent package)
    {
        BookMetadata book = package.Metadata;
        xml.Open("metadata");
        xml.Declare("dc", Markup.DublinCore);
        xml.Line();
        WriteIdentifiers(xml, book.Identifiers);
        WriteTitles(xml, book);
        WriteContributors(xml, book.Authors);
        Line(xml, "dc:language", Script.WellFormed(book.Language) ?? "und");
        Line(xml, "dc:date", book.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line(xml, "dc:publisher", book.Publisher);
        Line(xml, "dc:rights", book.Rights);
        Line(xml, "dc:description", book.Description);
        WriteSubjects(xml, book.Subjects);
        if (book.PrintIsbn is { } print)
            Line(xml, "dc:source", BookIdentifiers.Of(new BookIdentifier("isbn", print)));
        WriteSeries(xml, book.Series);
        WriteWholeBook(xml, book.WholeBook);
        Meta(xml, null, "dcterms:modified", package.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        AccessibilityMetadata.Write(xml, package.Facts, book.Language, package.Accessibility.Summary);
        if (package.Conforms)
            ConformanceMetadata.Write(xml, package.Accessibility);
        if (package.PageBreakSource is { } source)
            Meta(xml, null, "pageBreakSource", source);
        // Both for readers of EPUB 2: the program, and which picture is the cover.
        NameContent(xml, "generator", package.Producer);
        if (package.Items.FirstOrDefault(static i => i.Properties.Contains(CoverProperty)) is { } cover)
            NameContent(xml, "cover", cover.Id);
        xml.CloseLine();
    }

    private static void WriteIdentifiers(Markup xml, ImmutableArray<BookIdentifier> identifiers)
    {
        for (int i = 0; i < identifiers.Length; i++)
        {
            string id = i == 0 ? "pub-id" : string.Create(CultureInfo.InvariantCulture, $"identifier-{i + 1}");
            Line(xml, "dc:identifier", BookIdentifiers.Of(identifiers[i]), id);
            if (BookIdentifiers.OnixType(identifiers[i]) is { } type)
                Meta(xml, id, "identifier-type", type, "onix:codelist5");
        }
    }

    private static void WriteTitles(Markup xml, BookMetadata book)
    {
        Line(xml, "dc:title", book.Title, "title");
        Meta(xml, "title", "title-type", "main");
        if (string.IsNullOrWhiteSpace(book.Subtitle))
            return;
        Meta(xml, "title", "display-seq", "1");
        Line(xml, "dc:title", book.Subtitle, "subtitle");
        Meta(xml, "subtitle", "title-type", "subtitle");
        Meta(xml, "subtitle", "display-seq", "2");
    }

    private static void WriteContributors(Markup xml, ImmutableArray<Contributor> contributors)
    {
        for (int i = 0; i < contributors.Length; i++)
        {
            string place = (i + 1).ToString(CultureInfo.InvariantCulture);
            string id = "creator-" + place;
            Line(xml, contributors[i].Role == ContributorRole.Author ? "dc:creator" : "dc:contributor", contributors[i].Name, id);
            Meta(xml, id, "role", Relator(contributors[i].Role), "marc:relators");
            if (contributors[i].SortName is { } sortName)
                Meta(xml, id, "file-as", sortName);
            Meta(xml, id, "display-seq", place);
        }
    }

    private static void WriteSubjects(Markup xml, ImmutableArray<BookSubject> subjects)
    {
        for (int i = 0; i < subjects.Length; i++)
        {
            bool hasTerm = subjects[i] is { Authority: not null, Term: not null };
            string? id = hasTerm ? string.Create(CultureInfo.InvariantCulture, $"subject-{i + 1}") : null;
            Line(xml, "dc:subject", subjects[i].Name, id);
            if (!hasTerm)
                continue;
            Meta(xml, id, "authority", subjects[i].Authority!);
            Meta(xml, id, "term", subjects[i].Term!);
        }
    }

    private static void WriteSeries(Markup xml, BookSeries? series)
    {
        if (series is null)
            return;
        xml.Element("meta", series.Title, ("property", "belongs-to-collection"), ("id", "series"));
        xml.Line();
        Meta(xml, "series", "collection-type", "series");
        if (series.Number is { } number)
            Meta(xml, "series", "group-position", number);
    }

    /// <summary>An excerpt belongs to its book as a volume does to a set (EPUB 3.3, D.3.3).</summary>
    private static void WriteWholeBook(Markup xml, BookMetadata? whole)
    {
        if (whole is null)
            return;
        xml.Element("meta", whole.Title, ("property", "belongs-to-collection"), ("id", "whole-book"));
        xml.Line();
        Meta(xml, "whole-book", "collection-type", "set");
        if (whole.Identifiers is [var identifier, ..])
            Meta(xml, "whole-book", "dcterms:identifier", BookIdentifiers.Of(identifier));
    }

    /// <summary>The code of the MARC list of relators.</summary>
    private static string Relator(ContributorRole role) => role switch
    {
        ContributorRole.Author => "aut",
        ContributorRole.Editor => "edt",
        ContributorRole.Translator => "trl",
        ContributorRole.Illustrator => "ill",
        ContributorRole.Contributor => "ctb",
        ContributorRole.Compiler => "com",
        ContributorRole.Photographer => "pht",
        ContributorRole.Foreword => "aui",
        ContributorRole.Afterword => "aft",
        ContributorRole.Designer => "bkd",
        ContributorRole.CoverDesigner => "cov",
        ContributorRole.Proofreader => "pfr",
        _ => throw new UnreachableException($"{role} is new: say here what it is called."),
    };

    private static void WriteManifest(Markup xml, ImmutableArray<PackageItem> items)
    {
        xml.Open("manifest");
        xml.Line();
        foreach (PackageItem item in items)
        {
            string? properties = item.Properties.IsEmpty ? null : string.Join(' ', item.Properties);
            xml.Void("item", ("id", item.Id), ("href", item.Href), ("media-type", item.MediaType), ("properties", properties));
            xml.Line();
        }
        xml.CloseLine();
    }

    /// <summary>One element of metadata; none when there is nothing to say.</summary>
    private static void Line(Markup xml, string name, string? value, string? id = null)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        xml.Element(name, value, ("id", id));
        xml.Line();
    }

    private static void Meta(Markup xml, string? refines, string property, string value, string? scheme = null)
    {
        xml.Element("meta", value, ("refines", refines is null ? null : "#" + refines), ("property", property), ("scheme", scheme));
        xml.Line();
    }

    private static void NameContent(Markup xml, string name, string content)
    {
        xml.Void("meta", ("name", name), ("content", content));
        xml.Line();
    }
}
