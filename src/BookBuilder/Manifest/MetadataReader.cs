using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Manifest;

/// <summary>Reads what a catalogue says of the book.</summary>
internal static class MetadataReader
{
    private static readonly string[] Schemes = ["isbn", "doi", "uuid", "uri", "issn", "other"];

    public static BookMetadata Read(ManifestSection root) => new()
    {
        Title = root.Text("title") ?? "",
        Subtitle = root.Text("subtitle"),
        Authors = ReadAuthors(root),
        Date = ReadDate(root),
        Language = ReadLanguage(root),
        Identifiers = ReadIdentifiers(root),
        Publisher = root.Text("publisher"),
        Rights = root.Text("rights"),
        Description = root.Text("description"),
        Subjects = SubjectReader.Read(root),
        Series = SeriesReader.Read(root),
        PrintIsbn = ReadPrintIsbn(root),
    };

    private static ImmutableArray<Contributor> ReadAuthors(ManifestSection root)
    {
        var authors = ImmutableArray.CreateBuilder<Contributor>();
        foreach (YamlValue item in root.Items("authors"))
            if (item is YamlMap map)
            {
                ManifestSection author = root.Section(map, "authors");
                string? name = author.Text("name");
                if (name is null && author.Value("name") is null) root.Sink.Report(Problems.MissingKey("name", "authors", item.Span));
                var contributor = new Contributor(name ?? "", author.Text("affiliation"), author.Text("sort")) { Role = ReadRole(author) };
                author.End();
                if (name is not null) authors.Add(contributor);
            }
            else if (root.AsText(item, "authors", "a name or a map with 'name'") is YamlScalar name)
            {
                authors.Add(new Contributor(name.Text));
            }
        return authors.ToImmutable();
    }

    private static ContributorRole ReadRole(ManifestSection author) => author.Choice("role", ContributorRole.Author,
        ("author", ContributorRole.Author), ("editor", ContributorRole.Editor), ("compiler", ContributorRole.Compiler), ("translator", ContributorRole.Translator),
        ("illustrator", ContributorRole.Illustrator), ("photographer", ContributorRole.Photographer), ("foreword", ContributorRole.Foreword),
        ("afterword", ContributorRole.Afterword), ("designer", ContributorRole.Designer), ("cover-designer", ContributorRole.CoverDesigner),
        ("proofreader", ContributorRole.Proofreader), ("contributor", ContributorRole.Contributor));

    private static string? ReadPrintIsbn(ManifestSection root)
    {
        YamlScalar? scalar = root.Scalar("print-isbn", "an ISBN");
        if (scalar is null || Isbn.IsValid(scalar.Text)) return scalar?.Text;
        root.Sink.Report(Problems.BadIsbn(scalar.Text, scalar.Span));
        return null;
    }

    /// <summary>The date of a section; null when none is given, or none can be read.</summary>
    internal static DateOnly? ReadDate(ManifestSection root)
    {
        YamlScalar? scalar = root.Scalar("date", "a date such as 2023-08-16");
        if (scalar is null) return null;
        foreach (string form in (ReadOnlySpan<string>)["yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy"])
            if (DateOnly.TryParseExact(scalar.Text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                return date;
        root.Sink.Report(Problems.BadDate(scalar.Text, scalar.Span));
        return null;
    }

    private static string ReadLanguage(ManifestSection root)
    {
        string usual = new BookMetadata { Title = "" }.Language;
        YamlScalar? scalar = root.Scalar("lang", "a language tag such as en-US");
        if (scalar is null) return usual;
        if (LanguageTag.IsWellFormed(scalar.Text)) return scalar.Text;
        root.Sink.Report(Problems.BadLanguage(scalar.Text, scalar.Span, LanguageTag.TagOf(scalar.Text)));
        return usual;
    }

    private static ImmutableArray<BookIdentifier> ReadIdentifiers(ManifestSection root)
    {
        var identifiers = ImmutableArray.CreateBuilder<BookIdentifier>();
        ImmutableArray<YamlValue> items = root.Value("identifiers") is YamlMap single && single.Entries.All(e => e.Key is not "scheme" and not "value")
            ? [.. single.Entries.Select(e => (YamlValue)new YamlMap([e], e.KeySpan))]
            : root.Items("identifiers");
        foreach (YamlValue item in items)
        {
            if (item is not YamlMap map)
            {
                root.WrongType("identifiers", "a map such as 'isbn: …'", item);
                continue;
            }
            ManifestSection section = root.Section(map, "identifiers");
            bool isLong = map.Entries.Any(e => e.Key is "scheme" or "value");
            if (isLong)
            {
                string? scheme = section.OneOf("scheme", Schemes);
                YamlScalar? value = section.Scalar("value");
                if (value is null && section.Value("value") is null) root.Sink.Report(Problems.MissingKey("value", "identifiers", item.Span));
                if (value is not null) Add(scheme ?? "other", value);
            }
            else
            {
                foreach (string scheme in Schemes)
                    if (section.Scalar(scheme) is YamlScalar value)
                        Add(scheme, value);
            }
            section.End();
        }
        return identifiers.ToImmutable();

        void Add(string scheme, YamlScalar value)
        {
            if (scheme == "isbn" && !Isbn.IsValid(value.Text))
                root.Sink.Report(Problems.BadIsbn(value.Text, value.Span));
            else
                identifiers.Add(new BookIdentifier(scheme, value.Text));
        }
    }
}
