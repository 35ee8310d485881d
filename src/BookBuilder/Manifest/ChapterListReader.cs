using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Manifest;

/// <summary>Reads which files are the book's chapters, in which order and role.</summary>
internal static class ChapterListReader
{
    /// <summary>Front matter, body with its parts, appendices, back matter.</summary>
    public static ImmutableArray<ManifestChapter> Read(ManifestSection root)
    {
        var list = new Listing(root);
        list.Add("front-matter", ChapterRole.FrontMatter);
        list.Add("chapters", ChapterRole.Body);
        list.AddParts();
        list.Add("appendices", ChapterRole.Appendix);
        list.Add("back-matter", ChapterRole.BackMatter);
        return list.Chapters.ToImmutable();
    }

    /// <summary>A file that a key names; null when none is given or it leads out of the book.</summary>
    public static ManifestFile? File(ManifestSection section, string key) =>
        section.Scalar(key, "a file") is YamlScalar scalar ? File(section, scalar) : null;

    /// <summary>A file that a text names.</summary>
    public static ManifestFile? File(ManifestSection section, YamlScalar scalar)
    {
        if (BookPath.Normalize(scalar.Text) is { Length: > 0 } path) return new ManifestFile(path, scalar.Span);
        section.Sink.Report(Problems.FileOutside(scalar.Text, scalar.Span));
        return null;
    }

    private sealed class Listing(ManifestSection root)
    {
        private readonly Dictionary<string, SourceSpan> _seen = [];

        public ImmutableArray<ManifestChapter>.Builder Chapters { get; } = ImmutableArray.CreateBuilder<ManifestChapter>();

        public void Add(string key, ChapterRole role)
        {
            foreach (YamlValue item in root.Items(key))
                if (item is YamlMap map && role == ChapterRole.Body)
                    AddPart(root.Section(map, key), item.Span);
                else
                    AddFile(root, key, item, role, role == ChapterRole.Body ? "a file or a part" : "a file");
        }

        /// <summary>A list of nothing but parts may stand under a key of its own: <c>parts: [{title, chapters}]</c>.</summary>
        public void AddParts()
        {
            foreach (YamlValue item in root.Items("parts"))
                if (item is YamlMap map)
                    AddPart(root.Section(map, "parts"), item.Span, "title");
                else
                    root.Sink.Report(Problems.WrongType("parts", "maps of 'title' and 'chapters'", item is YamlList ? "a list" : "text", item.Span));
        }

        private void AddPart(ManifestSection part, SourceSpan span, string name = "part")
        {
            YamlScalar? title = part.Scalar(name);
            if (title is null && part.Value(name) is null) part.Sink.Report(Problems.MissingKey(name, part.Name, span));
            if (title is not null && BookPath.IsMarkdown(title.Text))
                AddFile(part, name, title, ChapterRole.Part, "a title or a file");
            else if (title is not null)
                Chapters.Add(new ManifestChapter(ChapterRole.Part, null, title.Text, title.Span));
            if (part.Value("chapters") is null) part.Sink.Report(Problems.MissingKey("chapters", part.Name, span));
            foreach (YamlValue item in part.Items("chapters"))
                AddFile(part, "chapters", item, ChapterRole.Body, "a file");
            part.End();
        }

        private void AddFile(ManifestSection section, string key, YamlValue item, ChapterRole role, string expected)
        {
            if (section.AsText(item, section.FullKey(key), expected) is not YamlScalar text) return;
            // A line that is indented further than the one before goes on with it, hyphen and all.
            if (text.Text.Contains(" - ", StringComparison.Ordinal) && text.Text.Split(" - ").All(BookPath.IsMarkdown))
            {
                section.Sink.Report(Problems.LinesRunTogether(section.FullKey(key), text.Span));
                return;
            }
            if (File(section, text) is not ManifestFile file) return;
            if (!BookPath.IsMarkdown(file.Path))
                section.Sink.Report(Problems.ChapterIsNoMarkdown(text.Text, file.Span));
            else if (!_seen.TryAdd(file.Path, file.Span))
                section.Sink.Report(Problems.ChapterTwice(text.Text, file.Span, _seen[file.Path]));
            else
                Chapters.Add(new ManifestChapter(role, file.Path, null, file.Span));
        }
    }
}
