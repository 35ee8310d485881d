using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>How a book shows where its chapters begin.</summary>
internal enum ChapterSigns
{
    /// <summary>By the word: "Chapter 3", and the title in a heading of its own or behind it.</summary>
    Word,
    /// <summary>By a number of one part: "3 Hardware".</summary>
    Number,
    /// <summary>By the number of "#" alone.</summary>
    Depth,
}

/// <summary>Cuts the blocks into title page and chapters.</summary>
internal static partial class ChapterCutter
{
    private const int LongestTitle = 80;
    private const int MostTitlePageBlocks = 6;

    /// <summary>How this book shows its chapters.</summary>
    public static ChapterSigns SignsOf(List<PageBlock> blocks)
    {
        List<HeadingShape> shapes = [.. blocks.OfType<HeadingLine>().Select(h => HeadingShape.Of(h.Text))];
        if (shapes.Any(s => s.Kind == HeadingKind.Chapter)) return ChapterSigns.Word;
        int[] ones = [.. shapes.Where(s => s is { Kind: HeadingKind.Numbered, Parts: [> 0] }).Select(s => s.Parts[0])];
        bool counts = ones.Length > 0 && ones[0] <= 2 && ones.Zip(ones.Skip(1)).All(p => p.Second > p.First) && (ones.Length > 1 || shapes.Any(s => s.Parts.Length > 1 && s.Parts[0] == ones[0]));
        return counts ? ChapterSigns.Number : ChapterSigns.Depth;
    }

    /// <summary>"Chapter 3" in a paragraph of its own is as good as a heading when a title follows, and so is a line that the printed
    /// contents have word for word with its number.</summary>
    public static List<PageBlock> Promote(PageReading reading, List<PageBlock> blocks, List<ContentsRow> contents)
    {
        List<PageBlock> promoted = [.. blocks];
        HashSet<string> rows = [.. contents.Where(r => r.Number.Length > 0).Select(r => Folding.Fold(r.Number + " " + r.Title))];
        for (int i = 0; i + 1 < promoted.Count; i++)
            if (promoted[i] is TextRun { Text.Length: < 120 } line && rows.Contains(Folding.Fold(line.Text)) && HeadingShape.Of(line.Text).Kind == HeadingKind.Numbered
                && reading.Allows(line.Line, PageTextRule.ChapterHeading) && !reading.Overrides.At(line.Line).IsText)
            {
                promoted[i] = new HeadingLine(line.Line, HeadingShape.Of(line.Text).Parts.Length, line.Text);
                reading.Decide(line.Line, PageTextRule.ChapterHeading, line.Text, line.Text, Confidence.Medium, "a line that the printed contents have, so a heading");
            }
            else if (promoted[i] is TextRun { Text.Length: < 24 } text && HeadingShape.Of(text.Text) is { Kind: HeadingKind.Chapter or HeadingKind.Appendix, Title: "", Number: not "" }
                && promoted[i + 1] is HeadingLine or TextRun && reading.Allows(text.Line, PageTextRule.ChapterHeading) && !reading.Overrides.At(text.Line).IsText)
                promoted[i] = new HeadingLine(text.Line, 1, text.Text);
        return promoted;
    }

    /// <summary>How many blocks the title page has.</summary>
    /// <param name="contentsAt">Where the contents stood; null when there were none.</param>
    public static int TitlePage(List<PageBlock> blocks, ChapterSigns signs, int? contentsAt)
    {
        if (contentsAt is > 0) return contentsAt.Value;
        List<int> headings = [.. Enumerable.Range(0, blocks.Count).Where(i => blocks[i] is HeadingLine)];
        if (headings.Count == 0) return 0;
        int structure = headings.Select(i => (int?)i).FirstOrDefault(i => IsStructure(HeadingShape.Of(((HeadingLine)blocks[i!.Value]).Text), signs)) ?? -1;
        if (structure >= 0) return structure;
        // By depth alone: a first heading with a few short lines under it, and another heading as high, or below it with chapters of its depth.
        if (headings.Count < 2 || headings[0] > 1) return 0;
        int second = headings[1];
        bool isShort = second <= MostTitlePageBlocks && blocks.Take(second).All(b => b is HeadingLine or PageEnd or BlankRun or RuleLine || b is TextRun text && text.Text.Length <= LongestTitle * 2 && !text.Text.EndsWith('.'));
        int depth = ((HeadingLine)blocks[headings[0]]).Depth;
        bool isAlone = headings.Skip(1).All(i => ((HeadingLine)blocks[i]).Depth > depth);
        return isShort && (second > headings[0] + 1 || isAlone) ? second : 0;
    }

    private static bool IsStructure(HeadingShape shape, ChapterSigns signs) => shape.Kind switch
    {
        HeadingKind.Chapter or HeadingKind.Part or HeadingKind.Before => true,
        HeadingKind.Numbered => signs == ChapterSigns.Number && shape.Parts.Length == 1,
        HeadingKind.Contents or HeadingKind.ListOf => true,
        _ => false,
    };

    /// <summary>The chapters of what follows the title page.</summary>
    public static List<DraftChapter> Cut(PageReading reading, List<PageBlock> blocks, ChapterSigns signs)
    {
        List<DraftChapter> chapters = [];
        int shallowest = Shallowest(blocks);
        int last = blocks.FindLastIndex(b => b is HeadingLine h && Opens(HeadingShape.Of(h.Text), h, signs, shallowest) == ChapterRole.Body);
        int lastNumbered = blocks.FindLastIndex(b => b is HeadingLine h && HeadingShape.Of(h.Text).Kind == HeadingKind.Numbered);
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is HeadingLine heading && RoleOf(heading, i) is { } role) chapters.Add(Open(reading, blocks, ref i, heading, role));
            else if (chapters.Count > 0) chapters[^1].Blocks.Add(blocks[i]);
            else if (blocks[i] is not (PageEnd or BlankRun or RuleLine))
                chapters.Add(new DraftChapter(blocks[i].Line, last >= 0 ? ChapterRole.FrontMatter : ChapterRole.Body, null, Untitled(reading, blocks[i])) { Blocks = { blocks[i] } });
        }
        return InOrder(reading, chapters);

        ChapterRole? RoleOf(HeadingLine heading, int i)
        {
            HeadingShape shape = HeadingShape.Of(heading.Text);
            if (Opens(shape, heading, signs, shallowest) is { } role) return role;
            if (reading.Overrides.At(heading.Line).Level is 1) return ChapterRole.Body;
            if (shape.Kind == HeadingKind.Numbered) return null;
            if (!chapters.Any(c => c.Role is ChapterRole.Body or ChapterRole.Part)) return i < last ? ChapterRole.FrontMatter : null;
            return heading.Depth <= shallowest + 1 && shape.Kind is HeadingKind.After or HeadingKind.Before && i > last && i > lastNumbered ? ChapterRole.BackMatter : null;
        }
    }

    /// <summary>The chapters, their roles such that a book.yml, which lists them by role, keeps their order.</summary>
    private static List<DraftChapter> InOrder(PageReading reading, List<DraftChapter> chapters)
    {
        if (!chapters.Any(c => c.Role == ChapterRole.Body)) chapters = [.. chapters.Select(c => c.Role == ChapterRole.Part ? c : c with { Role = ChapterRole.Body })];
        int first = chapters.FindIndex(c => c.Role is ChapterRole.Body or ChapterRole.Part);
        for (int i = 0; i < chapters.Count; i++)
        {
            bool isBehind = i > first && chapters[i].Role == ChapterRole.FrontMatter;
            ChapterRole[] later = [.. chapters.Skip(i + 1).Select(c => c.Role)];
            bool isTooEarly = chapters[i].Role == ChapterRole.BackMatter && later.Any(r => r is ChapterRole.Body or ChapterRole.Part or ChapterRole.Appendix)
                || chapters[i].Role == ChapterRole.Appendix && later.Any(r => r is ChapterRole.Body or ChapterRole.Part);
            if (!isBehind && !isTooEarly) continue;
            bool closes = isBehind && later.All(r => r is ChapterRole.FrontMatter or ChapterRole.BackMatter);
            chapters[i] = chapters[i] with { Role = closes ? ChapterRole.BackMatter : ChapterRole.Body, IsNumbered = closes };
            if (!closes) reading.Decide(chapters[i].Line, PageTextRule.ChapterHeading, chapters[i].Title, $"# {chapters[i].Title} {{-}}", Confidence.Low, "chapters follow it, so it stays at its place, without a number");
        }
        return chapters;
    }

    private static int Shallowest(List<PageBlock> blocks) => blocks.OfType<HeadingLine>().Select(h => h.Depth).DefaultIfEmpty(1).Min();

    /// <summary>What a heading opens by its shape alone.</summary>
    private static ChapterRole? Opens(HeadingShape shape, HeadingLine heading, ChapterSigns signs, int shallowest) => shape.Kind switch
    {
        HeadingKind.Chapter => ChapterRole.Body,
        HeadingKind.Part when heading.Depth <= shallowest + 1 => ChapterRole.Part,
        HeadingKind.Appendix => ChapterRole.Appendix,
        HeadingKind.Numbered when signs == ChapterSigns.Number && shape.Parts is [> 0] => ChapterRole.Body,
        HeadingKind.Before when signs == ChapterSigns.Depth && heading.Depth == shallowest => ChapterRole.FrontMatter,
        HeadingKind.After when signs == ChapterSigns.Depth && heading.Depth == shallowest => ChapterRole.BackMatter,
        _ when signs == ChapterSigns.Depth && heading.Depth == shallowest => ChapterRole.Body,
        _ => null,
    };

    /// <summary>The chapter that a heading opens; the heading behind it is its title where it has none.</summary>
    private static DraftChapter Open(PageReading reading, List<PageBlock> blocks, ref int i, HeadingLine heading, ChapterRole role)
    {
        HeadingShape shape = HeadingShape.Of(heading.Text);
        bool isNamed = shape.Kind is HeadingKind.Chapter or HeadingKind.Part or HeadingKind.Appendix;
        string? number = shape.Number.Length > 0 && (isNamed || shape.Kind == HeadingKind.Numbered && role == ChapterRole.Body) ? shape.Number : null;
        string title = isNamed || number is not null ? shape.Title : heading.Text;
        string before = heading.Text;
        Confidence confidence = Confidence.High;
        if (title.Length == 0 && TitleBelow(blocks, i + 1) is { } below)
        {
            title = blocks[below] is HeadingLine next ? next.Text : ((TextRun)blocks[below]).Text;
            if (blocks[below] is TextRun) confidence = Confidence.Medium;
            before += " | " + title;
            i = below;
        }
        if (title.Length == 0)
        {
            title = heading.Text;
            reading.Doubt(heading.Line, PageTextRule.ChapterHeading, before, $"# {title}", Confidence.Low, Problems.ChapterWithoutOwnTitle(heading.Text, reading.Span(heading.Line)));
        }
        else
            reading.Decide(heading.Line, PageTextRule.ChapterHeading, before, $"# {title}", confidence, role == ChapterRole.Body ? null : $"as {NameOf(role)}");
        return new DraftChapter(heading.Line, role, number, title);
    }

    // "3.1 …" right behind "Chapter 3" is a section of a chapter without a title, and a paragraph that ends in a stop is text.
    private static int? TitleBelow(List<PageBlock> blocks, int at)
    {
        while (at < blocks.Count && blocks[at] is PageEnd or BlankRun) at++;
        if (at >= blocks.Count) return null;
        return blocks[at] switch
        {
            HeadingLine heading when HeadingShape.Of(heading.Text).Kind is not (HeadingKind.Numbered or HeadingKind.Chapter or HeadingKind.Part or HeadingKind.Appendix) => at,
            TextRun { Text.Length: <= LongestTitle } text when !Stop().IsMatch(text.Text) && at + 1 < blocks.Count => at,
            _ => null,
        };
    }

    private static string Untitled(PageReading reading, PageBlock first)
    {
        reading.Doubt(first.Line, PageTextRule.ChapterHeading, "", "# Text", Confidence.Low, Problems.TextWithoutHeading(reading.Span(first.Line)));
        return "Text";
    }

    private static string NameOf(ChapterRole role) => role switch
    {
        ChapterRole.FrontMatter => "front matter",
        ChapterRole.Part => "a part",
        ChapterRole.Appendix => "an appendix",
        ChapterRole.BackMatter => "back matter",
        ChapterRole.Body => "a chapter",
        _ => throw new System.Diagnostics.UnreachableException($"{role} is new: say here what it is called."),
    };

    [GeneratedRegex(@"[.!?:;,]['""”’)\]]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();
}
