using System.Collections.Immutable;
using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Excerpts;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Sheets;

namespace BookBuilder.Building;

/// <summary>A handout whose parts were found in the book.</summary>
/// <param name="Plan">What is asked for.</param>
/// <param name="Selection">What of the book it holds.</param>
internal sealed record FoundHandout(ManifestHandout Plan, Selection Selection);

/// <summary>Finds out what a handout is to hold, and takes it out of the book.</summary>
internal static class HandoutTaking
{
    /// <summary>The handout that is asked for, with all that book.yml says of the one of that name; null when it cannot be made, which is reported.</summary>
    public static FoundHandout? Find(HandoutRequest request, BookManifest manifest, ResolvedBook book, DiagnosticSink sink)
    {
        // The name becomes that of files: it must not lead out of the folder they belong to.
        if (request.Name is not null && (request.Name.Length == 0 || !BookManifestReader.IsFileName(request.Name)))
        {
            sink.Report(Problems.BadOutputName(request.Name, SourceSpan.None));
            return null;
        }
        ManifestHandout? listed = request.Name is null ? null : manifest.Handouts.FirstOrDefault(h => request.Name.Equals(h.Name, StringComparison.OrdinalIgnoreCase));
        bool names = !request.Chapters.IsEmpty || !request.Sections.IsEmpty;
        if (listed is null && request.Name is not null && !names)
        {
            ImmutableArray<string> known = [.. manifest.Handouts.Select(h => h.Name).OfType<string>()];
            sink.Report(Problems.UnknownHandout(request.Name, Spelling.Nearest(request.Name, known), known));
            return null;
        }
        ManifestHandout plan = listed ?? new ManifestHandout(request.Name, SourceSpan.None);
        plan = plan with
        {
            Title = request.Title ?? plan.Title,
            Chapters = names ? [.. request.Chapters.Select(static c => new ManifestName(c, SourceSpan.None))] : plan.Chapters,
            Sections = names ? [.. request.Sections.Select(static s => new ManifestName(s, SourceSpan.None))] : plan.Sections,
            Date = request.Date ?? plan.Date,
            Paper = request.Paper ?? plan.Paper,
            BookPages = request.BookPages ?? plan.BookPages,
            NotesMargin = request.NotesMargin ?? plan.NotesMargin,
            LineNumbers = request.LineNumbers ?? plan.LineNumbers,
        };
        return Find(plan, book, sink) is { } selection ? new(plan, selection) : null;
    }

    /// <summary>Looks whether the handouts of book.yml can be made.</summary>
    public static void Check(BookManifest manifest, ResolvedBook book, DiagnosticSink sink)
    {
        foreach (ManifestHandout handout in manifest.Handouts.Where(static h => !h.Chapters.IsEmpty || !h.Sections.IsEmpty)) Find(handout, book, sink);
    }

    private static Selection? Find(ManifestHandout plan, ResolvedBook book, DiagnosticSink sink)
    {
        (Selection selection, ImmutableArray<UnknownName> chapters, ImmutableArray<UnknownName> sections) =
            SelectionReader.Read(book, plan.Chapters.Select(static c => c.Text), plan.Sections.Select(static s => s.Text));
        foreach (UnknownName unknown in chapters) sink.Report(Problems.UnknownHandoutChapter(unknown.Name, PlaceOf(plan.Chapters, unknown), unknown.Nearest, unknown.Known));
        foreach (UnknownName unknown in sections) sink.Report(Problems.UnknownHandoutSection(unknown.Name, PlaceOf(plan.Sections, unknown), unknown.Nearest, unknown.Known));
        if (!chapters.IsEmpty || !sections.IsEmpty) return null;
        if (!selection.IsEmpty) return selection;
        sink.Report(Problems.EmptyHandout(plan.Span));
        return null;
    }

    private static SourceSpan PlaceOf(ImmutableArray<ManifestName> names, UnknownName unknown) =>
        names.First(n => n.Text.Split(',', StringSplitOptions.TrimEntries).Contains(unknown.Name)).Span;

    /// <summary>Takes the handout out of the book.</summary>
    /// <param name="handout">The handout.</param>
    /// <param name="book">The whole book.</param>
    /// <param name="pages">The whole book's pages where the handout names these; else null.</param>
    public static Reported<ResolvedBook> Take(FoundHandout handout, ResolvedBook book, PageMap? pages)
    {
        string title = TitleOf(handout, book);
        BookDesign design = HandoutDesign.Of(book.Design, new HandoutLayout
        {
            Paper = handout.Plan.Paper ?? SheetPaper.UsualIn(book.Metadata.Language),
            NotesMargin = handout.Plan.NotesMargin ?? false,
            LineNumbers = handout.Plan.LineNumbers ?? false,
            BookPages = handout.Plan.BookPages ?? false,
        });
        return Excerpt.Take(book, handout.Selection, new ExcerptName(title, IdentifierOf(handout, book, title)) { Date = handout.Plan.Date }, design, pages);
    }

    /// <summary>What the files of a handout are called, without ending.</summary>
    public static string FileName(FoundHandout handout, ResolvedBook book, string bookName) =>
        $"{bookName}-{handout.Plan.Name ?? BookIdentity.Slug(TitleOf(handout, book))}";

    private static string TitleOf(FoundHandout handout, ResolvedBook book) =>
        handout.Plan.Title ?? (handout.Plan.Name is { } name ? ProjectReading.Spoken(name) : Named(handout.Selection, book));

    /// <summary>"Chapters 3, 5 and 6, Section 4.2".</summary>
    private static string Named(Selection selection, ResolvedBook book)
    {
        BookTerms terms = book.Terms;
        ResolvedChapter[] whole = [.. book.Chapters.Where(c => selection.Chapters.Contains(c.Key))];
        string[] numbers = [.. whole.Where(static c => c is { Role: SectionRole.Chapter, Label: not null }).Select(static c => c.Label!.Number)];
        string[] sections = [.. book.Chapters.Where(c => selection.Sections.ContainsKey(c.Key)).SelectMany(c => selection.Sections[c.Key])
            .Select(s => book.Labels.GetValueOrDefault(s)?.Number).OfType<string>()];
        List<string> words = [];
        if (numbers.Length > 0) words.Add($"{(numbers.Length == 1 ? terms.Chapter : terms.Chapters)} {Joined(numbers)}");
        words.AddRange(whole.Where(static c => c is not { Role: SectionRole.Chapter, Label: not null }).Select(static c => c.Label?.Text ?? c.Title));
        if (sections.Length > 0) words.Add($"{(sections.Length == 1 ? terms.Section : terms.Sections)} {Joined(sections)}");
        return words.Count > 0 ? string.Join(", ", words) : book.Metadata.Title;

        string Joined(string[] all) => all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} {terms.And} {all[^1]}";
    }

    private static BookIdentifier IdentifierOf(FoundHandout handout, ResolvedBook book, string title)
    {
        IEnumerable<string> held = handout.Selection.Chapters.Concat(handout.Selection.Sections.Values.SelectMany(static s => s).Select(static s => s.ToString()));
        string whole = string.Join(' ', book.Metadata.Identifiers.Select(static i => $"{i.Scheme}:{i.Value}"));
        // The parts are kept apart by a character that no title holds.
        string name = string.Join('\u001f', [whole, "handout", title, .. held.Order(StringComparer.Ordinal)]);
        return new BookIdentifier("uuid", BookIdentity.NameBased(name).ToString("D"));
    }

    /// <summary>The files of the chapters that a handout does not hold.</summary>
    public static ImmutableHashSet<string> AbsentFiles(ResolvedBook whole, Selection selection) =>
        [.. whole.Chapters.Where(c => !selection.Touches(c.Key)).SelectMany(static c => c.Content).Select(static b => b.Span.Path).Where(static p => p.Length > 0)];
}
