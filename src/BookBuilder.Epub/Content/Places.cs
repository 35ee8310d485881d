using System.Collections.Frozen;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>Which file holds a node, and under which id.</summary>
internal sealed class Places
{
    /// <summary>The navigation document; the chapter of the contents is written into it.</summary>
    public const string NavigationFile = "nav.xhtml";
    /// <summary>The cover.</summary>
    public const string CoverFile = "cover.xhtml";

    private readonly FrozenDictionary<string, string> _files;
    private readonly FrozenDictionary<NodeId, string> _anchors;
    private readonly FrozenSet<NodeId> _sections;

    private Places(FrozenDictionary<string, string> files, FrozenDictionary<NodeId, string> anchors, FrozenSet<NodeId> sections) =>
        (_files, _anchors, _sections) = (files, anchors, sections);

    /// <summary>Gives every section of the book its file.</summary>
    public static Places Of(ResolvedBook book)
    {
        Dictionary<string, string> files = [];
        // Containers compare names without regard to case (EPUB 3.3, 4.2.3).
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { NavigationFile, CoverFile };
        bool hasContents = false;
        foreach (ResolvedChapter chapter in book.Chapters.Where(IsWritten))
        {
            if (chapter.Role == SectionRole.Contents && !hasContents)
            {
                hasContents = true;
                files.Add(chapter.Key, NavigationFile);
                continue;
            }
            string file = chapter.Key + ".xhtml";
            for (int i = 2; !taken.Add(file); i++)
                file = $"{chapter.Key}-{i}.xhtml";
            files.Add(chapter.Key, file);
        }
        return new Places(files.ToFrozenDictionary(), book.Anchors, book.Chapters.Select(static c => c.Id).ToFrozenSet());
    }

    /// <summary>Whether a section is written at all. The half-title guards the title page of a bound book; on a screen it says nothing.</summary>
    public static bool IsWritten(ResolvedChapter chapter) => chapter.Role != SectionRole.HalfTitle;

    /// <summary>The file of a chapter.</summary>
    public string FileOf(ResolvedChapter chapter) => _files[chapter.Key];

    /// <summary>The file in which a node of the chapter stands; null when that chapter is not written.</summary>
    public string? FileOf(string chapterKey) => _files.GetValueOrDefault(chapterKey);

    /// <summary>The id of a node's element, or null when nothing leads to it.</summary>
    public string? IdOf(NodeId node)
    {
        if (!_anchors.TryGetValue(node, out string? anchor))
            return null;
        // An XML id is a name: it cannot begin with a digit or a hyphen.
        return anchor.Length > 0 && (char.IsLetter(anchor[0]) || anchor[0] == '_') ? anchor : "_" + anchor;
    }

    /// <summary>The address of a node, from another file of the book. A section is its file; so is a node without an id.</summary>
    /// <param name="target">Where it leads.</param>
    /// <param name="from">The file the link stands in; empty for the whole address.</param>
    /// <exception cref="ArgumentException">No written chapter holds the node.</exception>
    public string HrefOf(NodeId target, string from = "")
    {
        string file = FileOf(target.Chapter) ?? throw new ArgumentException($"Nothing that is written holds {target}.", nameof(target));
        return _sections.Contains(target) || IdOf(target) is not { } id ? file : file == from ? "#" + id : $"{file}#{id}";
    }
}
