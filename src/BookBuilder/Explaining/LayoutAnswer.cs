using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Explaining;

/// <summary>Answers questions about a book's layout in plain lines.</summary>
internal static class LayoutAnswer
{
    /// <summary>The answer; empty when the book has nothing of that name.</summary>
    /// <param name="book">The book.</param>
    /// <param name="account">What was decided about its layout.</param>
    /// <param name="question">The question.</param>
    public static ImmutableArray<string> To(ResolvedBook book, LayoutAccount account, LayoutQuestion question) =>
        [.. Lines(book, account, question).Select(l => l.Replace('\u00a0', ' '))];

    private static ImmutableArray<string> Lines(ResolvedBook book, LayoutAccount account, LayoutQuestion question) => question switch
    {
        PageQuestion page => account.Pages.FirstOrDefault(p => p.Label.Equals(page.Label, StringComparison.OrdinalIgnoreCase)) is { } found ? [.. OfPage(found)] : [],
        LabelQuestion label => [.. OfLabel(book, account, label.Label)],
        PlaceQuestion place => [.. OfPlace(account, place)],
        _ => throw new System.Diagnostics.UnreachableException($"{question.GetType().Name} is new: say here how it is answered."),
    };

    private static IEnumerable<string> OfPage(PageAccount page)
    {
        yield return $"page {page.Label} (sheet {page.Sheet}, {(page.Side == PageSide.Recto ? "right" : "left")}), chapter “{page.Chapter}”";
        if (page.Lines is [var first, .., var last])
            yield return $"  text    {Place(first.Paragraph)} to {Place(last.Paragraph)}, {page.Lines.Length} lines";
        foreach (FloatAccount item in page.Floats) yield return "  " + Stands(item);
        foreach (string name in page.PutOff) yield return $"  later   {name} has its place here or before and stands on a later page";
        foreach (NoteAccount note in page.Notes)
            yield return note.From == 1 && note.To == note.Of ? $"  note    {note.Mark}, whole"
                : note.From == 1 ? $"  note    {note.Mark} begins; {note.Of - note.To} of its {note.Of} lines go on overleaf"
                : $"  note    {note.Mark} is continued: lines {note.From} to {note.To} of {note.Of}";
        foreach (LineAccount changed in page.Lines.Where(l => l.LinesGained != 0 && l.Number == 1))
            yield return $"  changed the paragraph at {Place(changed.Paragraph)} is set {Lines(Math.Abs(changed.LinesGained))} {(changed.LinesGained > 0 ? "longer" : "shorter")} than best, for even pages";
        foreach (Diagnostic said in page.Said) yield return $"  set     {(said.Span == SourceSpan.None ? "" : Place(said.Span) + ": ")}{said.Message}";
        yield return "  ends    " + Ending(page);
        if (page.Costs.Length > 0)
            yield return $"  cost    {Number(page.Costs.Sum(c => c.Cost))}: {string.Join(", ", page.Costs.Select(c => $"{Number(c.Cost)} {c.What}"))}";
        foreach ((int lines, double cost) in page.Others)
            yield return $"  instead {Pieces(Math.Abs(lines))} {(lines < 0 ? "earlier" : "later")}: cost {Number(cost)}";
    }

    private static string Ending(PageAccount page) => page.Ending switch
    {
        _ when page.Next == SourceSpan.None && page.Ending != PageEnding.ChapterEnd => "where the text ends; a figure or table follows",
        PageEnding.ChapterEnd => "with the chapter",
        PageEnding.Forced => $"where a new page was asked for, before {Place(page.Next)}",
        PageEnding.WithinParagraph => $"within the paragraph at {Place(page.Next)}, after its line {page.Lines.LastOrDefault()?.Number} of {page.Lines.LastOrDefault()?.Of}",
        _ => $"before what stands at {Place(page.Next)}",
    };

    private static string Stands(FloatAccount item) => string.Create(CultureInfo.InvariantCulture,
        $"float   {item.Name} ({Place(item.Span)}), {Standing(item)}, {item.Width.Points:0} x {item.Height.Points:0} pt");

    private static string Standing(FloatAccount item) =>
        item.Placement == Placement.Page ? "on a page of its own" : item.IsAtTop ? "at the top" : "within the text, where it was written";

    private static IEnumerable<string> OfLabel(ResolvedBook book, LayoutAccount account, string label)
    {
        NodeId node = book.Anchors.FirstOrDefault(a => a.Value.Equals(label, StringComparison.OrdinalIgnoreCase)).Key;
        if (node == NodeId.None || node == default) yield break;
        foreach (PageAccount page in account.Pages)
        foreach (FloatAccount item in page.Floats.Where(f => f.Node == node))
        {
            yield return $"{item.Name} ({Place(item.Span)}) stands on page {page.Label}, {Standing(item)}";
            yield return string.Create(CultureInfo.InvariantCulture, $"  size    {item.Width.Points:0.#} x {item.Height.Points:0.#} pt with its caption");
            yield return $"  place   its place in the text is on page {item.Place}" + item.Moved switch
            {
                0 => "",
                < 0 => ": it may stand at the top of a page before it, since it is mentioned earlier",
                _ when item.Placement == Placement.Page => ": the page of its own follows",
                _ => ", which has no room left for it; it moved to the next page that has",
            };
            yield return "  rule    " + item.Placement switch
            {
                Placement.Top => "place=top: at the top of this or a later page",
                Placement.Page => "place=page: on a page of its own",
                Placement.Here => "place=here: it does not move",
                _ => "here, else at the top of the next page; never before its first mention; in its order",
            };
            foreach (Diagnostic ground in item.Grounds) yield return $"  set     {ground.Message}";
            yield break;
        }
        // What does not move stands where it was written.
        if (account.Pages.FirstOrDefault(p => p.Begins.Contains(node)) is not { } begins) yield break;
        NumberLabel? name = book.Labels.GetValueOrDefault(node);
        yield return $"{label}{(name is null ? "" : $" ({name.Text})")} begins on page {begins.Label}, where it was written; it does not move";
        foreach (string line in OfPage(begins)) yield return line;
    }

    private static IEnumerable<string> OfPlace(LayoutAccount account, PlaceQuestion place)
    {
        bool IsThere(SourceSpan span) => (span.Path == place.File || span.Path.EndsWith("/" + place.File, StringComparison.Ordinal))
            && span.Start.Line <= place.Line && place.Line <= Math.Max(span.Start.Line, span.End.Line);
        string page = "";
        foreach (PageAccount on in account.Pages)
        foreach (LineAccount line in on.Lines.Where(l => IsThere(l.Paragraph)))
        {
            if (line.Number == 1)
                yield return $"the paragraph at {Place(line.Paragraph)} has {Lines(line.Of)}" + (line.LinesGained == 0 ? ""
                    : $", {Lines(Math.Abs(line.LinesGained))} {(line.LinesGained > 0 ? "more" : "fewer")} than best, for even pages");
            if (on.Label != page) yield return $"  page {page = on.Label}";
            string spaces = string.Create(CultureInfo.InvariantCulture, $"spaces x{line.SpaceRatio:0.00}");
            string letters = Math.Abs(line.LetterGrowth) < 0.00005 ? "" : string.Create(CultureInfo.InvariantCulture, $", letters {line.LetterGrowth * 100:+0.0;-0.0} %");
            yield return $"    |{line.Words}|  {spaces}{letters}{(line.IsHyphenated ? ", divided" : "")}";
        }
    }

    private static string Place(SourceSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Path}:{span.Start.Line}");

    private static string Lines(int count) => count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{count} lines");

    /// <summary>A page ends after lines, pictures, rows.</summary>
    private static string Pieces(int count) => count == 1 ? "1 line or piece" : string.Create(CultureInfo.InvariantCulture, $"{count} lines or pieces");

    private static string Number(double cost) => cost.ToString("#,0", CultureInfo.InvariantCulture);
}
