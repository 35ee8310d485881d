using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Pages;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>What the search for pages leaves out makes no difference.</summary>
public sealed class PaginatorTests
{
    private static readonly Length Line = 13.Pt;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_sought_by_promise_are_those_that_all_possible_pages_give(bool grid)
    {
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = new(seed);
            PageGeometry geometry = new(Line * random.Next(6, 30), Line, 8.Pt, 3.Pt, Flex.Around(Line)) { HasGrid = grid, HasSpreads = random.Next(4) > 0 };
            Galley galley = Galley(random, out HashSet<int> varied);
            PageSide side = random.Next(2) == 0 ? PageSide.Recto : PageSide.Verso;
            Pagination sought = Paginator.Paginate(geometry, new VariedText(galley, varied, []), side);
            Pagination all = Paginator.PaginateByAll(geometry, new VariedText(galley, varied, []), side);
            Assert.True(all.Cost == sought.Cost, $"seed {seed}: {sought.Cost} for {all.Cost}");
            Assert.Equal(all.Pages.Select(static p => (p.Start, p.End, p.EndFloat, p.Notes.Length)), sought.Pages.Select(static p => (p.Start, p.End, p.EndFloat, p.Notes.Length)));
        }
    }

    /// <summary>Paragraphs, headings, loose lists of short lines, tall things, forced breaks, floats and notes, as chance will have them.</summary>
    private static Galley Galley(Random random, out HashSet<int> varied)
    {
        List<GalleyBox> boxes = [];
        Dictionary<NodeId, ImmutableArray<GalleyBox>> notes = [];
        Dictionary<int, Func<ParagraphVariants>> variants = [];
        List<NodeId> order = [];
        Length between = Line * (random.Next(5) * 0.12);
        int paragraphs = random.Next(1, 60), node = 0;
        for (int number = 1; number <= paragraphs; number++)
        {
            int kind = random.Next(12);
            if (kind == 0)
                boxes.Add(new GalleyBox { Height = Line * 1.4, Space = Flex.Around(Line * (random.Next(4) * 0.5)), BreakBefore = random.Next(3) == 0 ? -100 : -60, IsHeading = true });
            else if (kind == 1)
                boxes.Add(new GalleyBox { Height = Line * (random.Next(1, 60) / 4.0), Space = new Flex(Line * 0.5, Line * 0.2, Line * (random.Next(4) * 0.2)) });
            int count = random.Next(1, 9), first = boxes.Count;
            for (int i = 0; i < count; i++)
            {
                GalleyBox line = Of(number, i, count) with { Space = i == 0 ? new Flex(between, Line * 0.3, Line * (random.Next(3) * 0.1)) : Flex.None };
                if (i == 0 && kind == 0) line = line with { BreakBefore = BreakCost.Stranded };
                if (i == 0 && random.Next(30) == 0) line = line with { BreakBefore = BreakCost.Forced };
                if (random.Next(14) == 0)
                {
                    NodeId note = new("a", ++node);
                    order.Add(note);
                    notes[note] = [.. Enumerable.Range(0, random.Next(1, 6)).Select(static _ => new GalleyBox { Height = 10.Pt })];
                    line = line with { Notes = [note] };
                }
                boxes.Add(line);
            }
            int paragraph = number;
            if (boxes.Count - first >= 3)
                variants[number] = () => new(random.Next(2) == 0 ? null : Set(paragraph, count - 1), Set(paragraph, count + 1));
        }
        // What a paragraph becomes is settled before it is asked for, so that both searches see the same.
        Dictionary<int, ParagraphVariants> settled = variants.ToDictionary(static v => v.Key, static v => v.Value());
        varied = [.. settled.Keys.Where(_ => random.Next(2) == 0)];
        var floats = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(boxes.Count)).Order().Select(before => new GalleyFloat(
            before, [new GalleyBox { Height = Line * random.Next(1, 9) }], new("f", before), "Figure", SourceSpan.None)
            {
                Placement = random.Next(2) == 0 ? Placement.Top : Placement.Near, Earliest = Math.Max(0, before - random.Next(8)),
            });
        return new([.. boxes], [.. floats], notes.ToFrozenDictionary(), [.. order])
        {
            Variants = settled.ToDictionary(static v => v.Key, static v => (Func<ParagraphVariants>)(() => v.Value)),
        };
    }

    private static ParagraphVariant Set(int number, int count) => new([.. Enumerable.Range(0, count).Select(i => Of(number, i, count))], 120);

    private static GalleyBox Of(int paragraph, int line, int count) => new()
    {
        Height = Line, Leading = Line, Paragraph = paragraph, IsHyphenated = line % 4 == 2,
        BreakBefore = (line == 1 ? BreakCost.Orphan : 0) + (line == count - 1 && line > 0 ? BreakCost.Widow : 0),
    };
}
