using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Model.Excerpts;

/// <summary>Finds the chapters and sections that an author names: by their printed numbers and ranges of these ("5-6"), by labels, by files.</summary>
public sealed class SelectionReader
{
    private readonly ImmutableArray<ResolvedChapter> _chapters;
    private readonly ResolvedBook _book;
    private readonly HashSet<string> _whole = [];
    private readonly List<(string Chapter, NodeId Heading)> _sections = [];
    private readonly ImmutableArray<UnknownName>.Builder _unknownChapters = ImmutableArray.CreateBuilder<UnknownName>();
    private readonly ImmutableArray<UnknownName>.Builder _unknownSections = ImmutableArray.CreateBuilder<UnknownName>();

    private SelectionReader(ResolvedBook book)
    {
        _book = book;
        // What resolution made has no file.
        _chapters = [.. book.Chapters.Where(static c => c.Role is SectionRole.FrontMatter or SectionRole.Part or SectionRole.Chapter or SectionRole.Appendix or SectionRole.BackMatter)];
    }

    /// <summary>Finds what is named.</summary>
    /// <param name="book">The whole book.</param>
    /// <param name="chapters">Chapters: "3", "5-6", "A", "03-hardware", "03-hardware.md", a label. A part stands for its chapters.</param>
    /// <param name="sections">Sections: "4.2", "4.2-4.4", a label.</param>
    /// <returns>What was found, and the names by which nothing was.</returns>
    public static (Selection Selection, ImmutableArray<UnknownName> UnknownChapters, ImmutableArray<UnknownName> UnknownSections) Read(
        ResolvedBook book, IEnumerable<string> chapters, IEnumerable<string> sections)
    {
        var reader = new SelectionReader(book);
        foreach (string name in chapters.SelectMany(Parted)) reader.AddChapters(name);
        foreach (string name in sections.SelectMany(Parted)) reader.AddSections(name);
        var selection = new Selection(reader._whole.ToFrozenSet(), reader._sections.Where(s => !reader._whole.Contains(s.Chapter))
            .GroupBy(static s => s.Chapter, static s => s.Heading).ToFrozenDictionary(static g => g.Key, static g => g.Distinct().ToImmutableArray()));
        return (selection, reader._unknownChapters.ToImmutable(), reader._unknownSections.ToImmutable());
    }

    private static IEnumerable<string> Parted(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void AddChapters(string name)
    {
        int first = Find(name, NamesOf), last = first;
        // Only what is no name by itself is a range: files are called "03-hardware".
        if (first < 0) (first, last) = Range(name, part => Find(part, NamesOf));
        if (first < 0)
        {
            _unknownChapters.Add(Unknown(name, [.. _chapters.Select(c => c.Role == SectionRole.Part ? c.Label?.Text.Replace('\u00a0', ' ') ?? c.Key : c.Label?.Number ?? c.Key)], _chapters.SelectMany(NamesOf)));
            return;
        }
        for (int i = first; i <= last; i++)
            if (_chapters[i].Role != SectionRole.Part) _whole.Add(_chapters[i].Key);
            else if (first == last)
                for (int below = i + 1; below < _chapters.Length && _chapters[below].Role == SectionRole.Chapter; below++) _whole.Add(_chapters[below].Key);
    }

    private void AddSections(string name)
    {
        (string Chapter, Heading Heading)[] all = [.. _chapters.SelectMany(c => HeadingsIn(c.Content).Where(h => h.Level > 1).Select(h => (c.Key, h)))];
        int Find(string part) => Array.FindIndex(all, s => NamesOf(s.Heading).Contains(part, StringComparer.OrdinalIgnoreCase));
        int first = Find(name), last = first;
        if (first < 0) (first, last) = Range(name, Find);
        if (first < 0)
        {
            string[] numbers = [.. all.Select(s => _book.LabelOf(s.Heading)?.Number).OfType<string>()];
            string[] beside = [.. numbers.Where(n => n.Split('.')[0] == name.Split('.')[0])];
            _unknownSections.Add(Unknown(name, [.. beside.Length > 0 ? beside : numbers], all.SelectMany(s => NamesOf(s.Heading))));
            return;
        }
        for (int i = first; i <= last; i++) _sections.Add((all[i].Chapter, all[i].Heading.Id));
    }

    private static (int First, int Last) Range(string name, Func<string, int> find)
    {
        foreach (char dash in "-\u2013")
            for (int at = name.IndexOf(dash, 1 < name.Length ? 1 : 0); at > 0; at = name.IndexOf(dash, at + 1))
                if (find(name[..at].Trim()) is >= 0 and int first && find(name[(at + 1)..].Trim()) is >= 0 and int last && last >= first) return (first, last);
        return (-1, -1);
    }

    private static UnknownName Unknown(string name, ImmutableArray<string> known, IEnumerable<string> near) => new(name, NearestNumber(name, known) ?? Spelling.Nearest(name, near), known);

    /// <summary>Of numbers the nearest is no matter of spelling: of "4.9" it is the last section of chapter 4.</summary>
    private static string? NearestNumber(string name, ImmutableArray<string> known)
    {
        if (NumbersIn(name) is not { } wanted) return null;
        return known.Select(k => (Name: k, Numbers: NumbersIn(k))).Where(k => k.Numbers is not null && k.Numbers.Length == wanted.Length)
            .OrderBy(k => string.Join('.', k.Numbers!.Zip(wanted, static (a, b) => Math.Abs(a - b).ToString("D6", CultureInfo.InvariantCulture))), StringComparer.Ordinal)
            .Select(static k => k.Name).FirstOrDefault();
    }

    private static int[]? NumbersIn(string name)
    {
        string[] parts = name.Split('.');
        return parts.All(static p => p.Length is > 0 and < 6 && p.All(char.IsAsciiDigit)) ? [.. parts.Select(static p => int.Parse(p, CultureInfo.InvariantCulture))] : null;
    }

    private int Find(string name, Func<ResolvedChapter, IEnumerable<string>> namesOf)
    {
        for (int i = 0; i < _chapters.Length; i++)
            if (namesOf(_chapters[i]).Contains(name, StringComparer.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>Its number, its key, its label, and its file with and without folder and ending.</summary>
    private IEnumerable<string> NamesOf(ResolvedChapter chapter)
    {
        // Parts count in Roman numbers, as an appendix may be lettered: "Part I" is not the appendix I.
        if (chapter.Label is { } label && chapter.Role != SectionRole.Part) yield return label.Number;
        if (chapter.Label is { } named) yield return named.Text.Replace('\u00a0', ' ');
        yield return chapter.Key;
        if (chapter.Content.OfType<Heading>().FirstOrDefault() is not { } title) yield break;
        if (title.Attributes.Label is { } own) yield return own;
        string path = title.Span.Path;
        if (path.Length == 0) yield break;
        string file = path[(path.LastIndexOf('/') + 1)..];
        yield return path;
        yield return file;
        if (file.LastIndexOf('.') is > 0 and int end) yield return file[..end];
    }

    private IEnumerable<string> NamesOf(Heading heading)
    {
        if (_book.LabelOf(heading) is { } label) yield return label.Number;
        if (heading.Attributes.Label is { } own) yield return own;
    }

    /// <summary>The headings of blocks, those in divisions among them.</summary>
    internal static IEnumerable<Heading> HeadingsIn(ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks)
            if (block is Heading heading) yield return heading;
            else if (block is Division division)
                foreach (Heading inner in HeadingsIn(division.Content)) yield return inner;
    }
}
