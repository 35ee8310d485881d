using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.PageText;

/// <summary>Holds the numbers that were printed against those the new book will have, which only the resolver gives.</summary>
public static class PrintedNumbers
{
    /// <summary>The book with a decision and a warning for every number that will not be the printed one.</summary>
    /// <param name="book">The book.</param>
    /// <param name="path">The text's file, as diagnostics name it.</param>
    public static PageTextBook Compare(PageTextBook book, string path)
    {
        ResolvedBook resolved = Resolve(book);
        // By kind and in order: nothing was added and nothing moved but floats within their chapters.
        Dictionary<TypedNumberKind, Queue<(string Words, string Number)>> now = [];
        foreach (TypedNumberKind kind in Enum.GetValues<TypedNumberKind>()) now[kind] = [];
        foreach (ResolvedChapter chapter in resolved.Chapters)
        foreach (Block block in chapter.Content)
            switch (block)
            {
                case Heading heading: now[TypedNumberKind.Heading].Enqueue((PlainText.Of(heading.Content), resolved.LabelOf(heading)?.Number ?? "")); break;
                case Figure figure when resolved.LabelOf(figure) is { } label: now[TypedNumberKind.Figure].Enqueue((PlainText.Of(figure.Caption), label.Number)); break;
                case Table table when resolved.LabelOf(table) is { } label: now[TypedNumberKind.Table].Enqueue((PlainText.Of(table.Caption), label.Number)); break;
            }
        List<PageTextDecision> decisions = [];
        List<Diagnostic> said = [];
        foreach (TypedNumber printed in book.TypedNumbers)
        {
            string words = Folding.Fold(Words(printed.Words));
            Queue<(string Words, string Number)> left = now[printed.Kind];
            while (left.Count > 0 && Folding.Fold(left.Peek().Words) != words && left.Any(l => Folding.Fold(l.Words) == words)) left.Dequeue();
            string number = left.Count > 0 && Folding.Fold(left.Peek().Words) == words ? left.Dequeue().Number : "";
            if (number == printed.Number) continue;
            string thing = printed.Kind == TypedNumberKind.Heading ? $"'{Folding.Short(Words(printed.Words), 60)}'" : $"the {printed.Kind.ToString().ToLowerInvariant()} '{Folding.Short(Words(printed.Words), 60)}'";
            var at = new SourcePosition(Math.Max(1, printed.Line), 1);
            decisions.Add(new(printed.Line, PageTextRule.NumberDiffers, printed.Number, number.Length == 0 ? printed.Number : number, Confidence.Medium, number.Length == 0 ? "it will have no number" : "the numbers are made anew"));
            said.Add(Problems.PrintedNumberDiffers(thing, printed.Number, number, new SourceSpan(path, at, at)));
        }
        return book with
        {
            Counts = book.Counts with { NumberDifferences = decisions.Count },
            Decisions = [.. book.Decisions.Concat(decisions).OrderBy(d => d.Line)],
            Diagnostics = [.. book.Diagnostics.Concat(said).OrderBy(d => d.Span.Start.Line)],
        };
    }

    private static string Words(string markdown) => Folding.Plain(markdown).Replace("\\", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    private static ResolvedBook Resolve(PageTextBook book)
    {
        ImmutableArray<Chapter> chapters = [.. book.Chapters.Select((c, i) => MarkdownReader.Read(new ChapterSource(
            c.Path.Length == 0 ? $"part-{i}" : BookPath.StemOf(c.Path), c.Path, c.Role, c.Path.Length == 0 ? $"# {c.Title}\n" : c.Markdown, book.Metadata.Language)).Value)];
        var plan = new BookPlan { NumberingDepth = book.NumberedDepth, NotesRestart = !book.NotesRunThrough };
        return Resolver.Resolve(new Book(new BookMetadata { Title = book.Metadata.Title, Language = book.Metadata.Language }, new BookDesign(), plan, chapters)).Value;
    }
}
