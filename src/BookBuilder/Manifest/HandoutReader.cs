using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>Reads the handouts that come again: a list of maps, or a map of them by name.</summary>
internal static class HandoutReader
{
    private const string Key = "handouts";

    /// <summary>The handouts, in order.</summary>
    public static ImmutableArray<ManifestHandout> Read(ManifestSection root)
    {
        var handouts = ImmutableArray.CreateBuilder<ManifestHandout>();
        if (root.Value(Key) is YamlMap)
            foreach (YamlEntry entry in root.Section(Key).Entries())
                Add(root, handouts, entry.Value, entry.Key, entry.KeySpan);
        else
            foreach (YamlValue item in root.Items(Key))
                Add(root, handouts, item, null, item.Span);
        return handouts.ToImmutable();
    }

    private static void Add(ManifestSection root, ImmutableArray<ManifestHandout>.Builder handouts, YamlValue value, string? name, SourceSpan span)
    {
        if (value is not YamlMap map)
        {
            root.WrongType(name is null ? Key : $"{Key}.{name}", "a map of keys such as 'chapters: 3,5-6'", value);
            return;
        }
        ManifestSection section = root.Section(map, Key);
        // In a list each is named within; in a map the name stands before it.
        if (name is null)
        {
            YamlScalar? own = section.Scalar("name", "a file's name");
            if (own is null && section.Value("name") is null) root.Sink.Report(Problems.MissingKey("name", section.Name, span));
            (name, span) = (own?.Text ?? "", own?.Span ?? span);
        }
        bool isGood = name.Length == 0 || BookManifestReader.IsFileName(name);
        if (!isGood) root.Sink.Report(Problems.BadOutputName(name, span));
        if (name.Length > 0 && handouts.Any(h => name.Equals(h.Name, StringComparison.OrdinalIgnoreCase))) root.Sink.Report(Problems.HandoutTwice(name, span));
        ManifestHandout handout = ReadOne(section, new ManifestHandout(name.Length == 0 ? null : name, span));
        if (handout.Chapters.IsEmpty && handout.Sections.IsEmpty) root.Sink.Report(Problems.EmptyHandout(span));
        section.End();
        if (isGood) handouts.Add(handout);
    }

    private static ManifestHandout ReadOne(ManifestSection section, ManifestHandout handout) => handout with
    {
        Title = section.Text("title"),
        Chapters = Names(section, "chapters"),
        Sections = Names(section, "sections"),
        Date = MetadataReader.ReadDate(section),
        Paper = section.Choice<PageSize?>("paper", null, ("letter", PageSize.Letter), ("a4", PageSize.A4)),
        BookPages = section.Choice<bool?>("page-labels", null, ("own", false), ("book", true)),
        NotesMargin = Flag(section, "notes-margin"),
        LineNumbers = Flag(section, "line-numbers"),
    };

    private static bool? Flag(ManifestSection section, string key) => section.Value(key) is null ? null : section.Flag(key, fallback: false);

    private static ImmutableArray<ManifestName> Names(ManifestSection section, string key) =>
        [.. section.Texts(key, "a number or a name").Select(t => new ManifestName(t.Text, t.Span))];
}
