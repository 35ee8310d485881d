using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Manifest;

/// <summary>docs/book-yml.md lists the keys that are read, and no others.</summary>
public sealed partial class BookYmlPageTests
{
    /// <summary>Keys that only hold others.</summary>
    private static readonly string[] Sections =
    [
        "toc", "notes", "labels", "pdf", "pdf.margins", "pdf.fonts", "pdf.hyphenation", "epub", "epub.accessibility", "output", "pdf.paragraphs", "pdf.headings", "pdf.headings.chapter",
        "pdf.headings.label", "pdf.headings.section", "pdf.headings.subsection", "pdf.headings.minor", "pdf.heads", "pdf.front", "pdf.front.title",
        "pdf.front.subtitle", "pdf.contents", "pdf.captions", "pdf.tables", "pdf.quotes", "pdf.code", "pdf.callouts", "pdf.lists",
    ];

    [Fact]
    public void The_page_lists_every_key_and_no_other()
    {
        Assert.Equal(Known().Except(Sections).Order(StringComparer.Ordinal), Rows().SelectMany(r => r.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("toc.depth")]
    [InlineData("numbering.depth")]
    [InlineData("lang")]
    [InlineData("epub.footnotes")]
    [InlineData("pdf.accent")]
    [InlineData("pdf.size")]
    [InlineData("pdf.leading")]
    [InlineData("pdf.note-size")]
    public void The_page_tells_the_default(string key)
    {
        BookManifest usual = BookManifestReader.Default;
        BookDesign design = usual.Design;
        string value = key switch
        {
            "toc.depth" => usual.Plan.ContentsDepth.ToString(),
            "numbering.depth" => usual.Plan.NumberingDepth.ToString(),
            "lang" => usual.Metadata.Language,
            "epub.footnotes" => usual.Epub.NoteElement,
            "pdf.accent" => FormattableString.Invariant($"\"#{design.Accent.Red:x2}{design.Accent.Green:x2}{design.Accent.Blue:x2}\""),
            "pdf.size" => FormattableString.Invariant($"{design.BodySize.Points}pt on trade paper"),
            "pdf.leading" => FormattableString.Invariant($"{design.Leading.Points}pt on trade paper"),
            _ => FormattableString.Invariant($"{design.NoteSize.Points}pt on trade paper"),
        };
        Assert.Equal(value, Assert.Single(Rows(), r => r.Keys.Contains(key)).Default.Replace("`", ""));
    }

    private static IEnumerable<(string[] Keys, string Default)> Rows() =>
        from line in File.ReadAllLines(Path.Combine(Repository.Root, "docs", "book-yml.md"))
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Split('|')
        select (Quoted().Matches(cells[1]).Select(m => m.Groups[1].Value).ToArray(), cells[3].Trim());

    /// <summary>What the reader itself answers when asked for a key that no section has.</summary>
    private static IEnumerable<string> Known()
    {
        Reported<BookManifest?> read = BookManifestReader.Read("""
            qqqqqqqqqqqq: 1
            authors: [{ name: A, qqqqqqqqqqqq: 1 }]
            identifiers:
              - { isbn: 978-3-16-148410-0, qqqqqqqqqqqq: 1 }
              - { scheme: doi, value: 10.1000/182, qqqqqqqqqqqq: 1 }
            series: { title: S, qqqqqqqqqqqq: 1 }
            subjects: [{ name: N, qqqqqqqqqqqq: 1 }]
            chapters: [{ part: P, chapters: [a.md], qqqqqqqqqqqq: 1 }]
            parts: [{ title: P, chapters: [b.md], qqqqqqqqqqqq: 1 }]
            handouts: [{ name: h, chapters: 1, qqqqqqqqqqqq: 1 }]
            toc: { qqqqqqqqqqqq: 1 }
            numbering: { qqqqqqqqqqqq: 1 }
            notes: { qqqqqqqqqqqq: 1 }
            labels: { qqqqqqqqqqqq: 1 }
            pdf:
              qqqqqqqqqqqq: 1
              paper: { width: 6in, height: 9in, qqqqqqqqqqqq: 1 }
              margins: { qqqqqqqqqqqq: 1 }
              fonts: { qqqqqqqqqqqq: 1 }
              hyphenation: { qqqqqqqqqqqq: 1 }
              paragraphs: { qqqqqqqqqqqq: 1 }
              headings:
                qqqqqqqqqqqq: 1
                chapter: { qqqqqqqqqqqq: 1 }
                label: { qqqqqqqqqqqq: 1 }
                section: { qqqqqqqqqqqq: 1 }
                subsection: { qqqqqqqqqqqq: 1 }
                minor: { qqqqqqqqqqqq: 1 }
              heads: { qqqqqqqqqqqq: 1 }
              front: { qqqqqqqqqqqq: 1, title: { qqqqqqqqqqqq: 1 }, subtitle: { qqqqqqqqqqqq: 1 } }
              contents: { qqqqqqqqqqqq: 1 }
              captions: { qqqqqqqqqqqq: 1 }
              tables: { qqqqqqqqqqqq: 1 }
              quotes: { qqqqqqqqqqqq: 1 }
              code: { qqqqqqqqqqqq: 1 }
              callouts: { qqqqqqqqqqqq: 1 }
              lists: { qqqqqqqqqqqq: 1 }
            epub: { qqqqqqqqqqqq: 1, accessibility: { qqqqqqqqqqqq: 1 } }
            output: { qqqqqqqqqqqq: 1 }
            """, "book.yml");
        Diagnostic[] unknown = [.. read.Diagnostics.Where(d => d.Message.Contains("qqqqqqqqqqqq", StringComparison.Ordinal))];
        Assert.Equal(39, unknown.Length);
        foreach (Diagnostic said in unknown)
        {
            string section = Section().Match(said.Message).Groups[1].Value;
            foreach (string key in Assert.Single(said.Hints)["known keys: ".Length..].Split(", "))
                yield return section.Length == 0 ? key : $"{section}.{key}";
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("a key of '([^']+)'")]
    private static partial Regex Section();
}
