using System.Collections.Immutable;

namespace BookBuilder.Fuzz.Books;

/// <summary>Lines of book.yml, each group one way to set a thing.</summary>
internal static class BookSettings
{
    /// <summary>Groups of alternatives; a random book takes one of some of the groups. A line that begins with two spaces belongs to <c>pdf</c>.</summary>
    public static ImmutableArray<ImmutableArray<string>> Groups { get; } =
    [
        ["design: classic", "design: report", "design: handout"],
        ["lang: de", "lang: fr-FR", "lang: he", "lang: ar", "lang: ja", "lang: zh-Hans", "lang: en-GB", "lang: tr", "lang: el", "lang: ru", "lang: x-klingon"],
        ["authors: Ada Lind", "authors:\n  - name: \"Ada\\u0301 <Lind> & Söhne\"\n    sort: Lind, Ada\n  - name: \"\u05e2\u05d3\u05d4\"\n    role: translator", "authors: [A, B, C, D, E, F, G, H, I, J]"],
        ["subtitle: \"How <it> & 'that' \\\"came\\\" to be\"", "subtitle: \"\u05e1\u05e4\u05e8\"", "subtitle: \"\\u200b\""],
        ["date: 2024-02-29", "date: 1 September 2026", "date: 0001-01-01"],
        ["identifiers: { isbn: 978-3-16-148410-0 }", "identifiers: [{ doi: 10.1000/182 }, { uri: \"https://a.b/?c=<d>&e\" }]", "identifiers: { other: \"a \\\"b\\\" <c>\" }"],
        ["publisher: \"P & Q <R>\"", "rights: \"(c) \\\\ \u00a9 2024\"", "description: \"A ]]> b -- c\"", "series: { title: S, number: 2.1 }", "subjects: [a, { name: b, authority: Thema, term: KNTP }]"],
        ["toc: { depth: 1 }", "toc: { depth: 6 }"],
        ["lists: [figures, tables]", "lists: figures"],
        ["numbering: false", "numbering: { depth: 0 }", "numbering: { depth: 6 }"],
        ["notes: { restart: book }"],
        ["labels: { figure: \"Fig. <1> &\" }", "labels: { chapter: \"\u05e4\u05e8\u05e7\", table: \"\" }"],
        ["epub: { page-list: false }", "epub: { note-element: span }"],
        ["  paper: a5", "  paper: letter", "  paper: digest", "  paper: { width: 2in, height: 2in }", "  paper: { width: 40in, height: 2in }", "  paper: { width: 3in, height: 9in }", "  paper: { width: 20in, height: 20in }"],
        ["  sides: one", "  sides: two"],
        ["  opening: any", "  opening: run-on", "  opening: right"],
        ["  size: 5pt", "  size: 24pt", "  size: 14pt"],
        ["  leading: 13.5pt", "  leading: 30pt"],
        ["  justify: false", "  hyphenate: false", "  grid: true", "  protrusion: false", "  expansion: 0%", "  figures: old-style"],
        ["  bleed: 3mm\n  crop-marks: true"],
        ["  standard: none", "  standard: ua-1", "  standard: [ua-1, a-2a]", "  standard: a-3a"],
        ["  fonts: { body: Source Sans 3 }", "  fonts: { body: Source Code Pro, mono: Source Serif 4 }", "  fonts: { body: STIX Two Math }"],
        ["  heads: { left: title, right: section, folio: foot-center }", "  heads: { left: none, right: none, inner: chapter, place: foot, folio: none }", "  heads: { left: author, right: title, rule: true }"],
        ["  running-heads: false"],
        ["  paragraphs: { indent: 0pt, space: 3 lines }", "  paragraphs: { indent: 10em }"],
        ["  margins: { inner: 1in, outer: 1in }", "  margins: { top: 20pt, bottom: 20pt }", "  margins: { outer: 2.2in }"],
        ["  front: { place: block, imprint: end, half-title: false }", "  front: { contents: false, imprint: title-page }"],
        ["  headings: { numbers: margin, chapter: { rule: below, sink: 10 lines, align: center } }", "  headings: { label: { place: beside }, section: { size: 3em, above: 5 lines } }"],
    ];

    /// <summary>Whole files with one setting each, as seeds.</summary>
    public static IEnumerable<string> All => Groups.Select(static (group, i) => string.Concat(group.Select((line, at) => at == i % group.Length ? "title: T\nchapters: [a.md]\n" + (line.StartsWith(' ') ? "pdf:\n" : "") + line + "\n" : "")));
}
