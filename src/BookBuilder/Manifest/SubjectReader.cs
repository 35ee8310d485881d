using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Manifest;

/// <summary>Reads what a book is about: words, or maps of a word with its term in a scheme of subjects.</summary>
internal static class SubjectReader
{
    /// <summary>The schemes that EPUB knows by name (EPUB 3.3, D.3.2); others are named by an address.</summary>
    private static readonly string[] Authorities = ["AAT", "BIC", "BISAC", "CLC", "CLIL", "DDC", "EuroVoc", "LCSH", "MEDTOP", "NDC", "Thema", "UDC", "WGS"];

    public static ImmutableArray<BookSubject> Read(ManifestSection root)
    {
        var subjects = ImmutableArray.CreateBuilder<BookSubject>();
        foreach (YamlValue item in root.Items("subjects"))
            if (item is YamlMap map) subjects.AddRange(Read(root, map));
            else if (root.AsText(item, "subjects", "text or a map with 'name'") is YamlScalar word) subjects.Add(new BookSubject(word.Text));
        return subjects.ToImmutable();
    }

    private static IEnumerable<BookSubject> Read(ManifestSection root, YamlMap map)
    {
        ManifestSection section = root.Section(map, "subjects");
        string? name = section.Text("name"), term = section.Text("term");
        YamlScalar? authority = section.Scalar("authority");
        section.End();
        if (name is null && section.Value("name") is null) root.Sink.Report(Problems.MissingKey("name", "subjects", map.Span));
        // One without the other says nothing.
        if (authority is null != term is null) root.Sink.Report(Problems.MissingKey(term is null ? "term" : "authority", "subjects", map.Span));
        if (name is null) return [];
        string? scheme = authority is null ? null : Uri.IsWellFormedUriString(authority.Text, UriKind.Absolute) ? authority.Text : section.OneOf(authority, section.FullKey("authority"), Authorities);
        return [scheme is null || term is null ? new BookSubject(name) : new BookSubject(name) { Authority = scheme, Term = term }];
    }
}
