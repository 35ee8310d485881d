using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Tests.Typesetting.LineBreaking;

public sealed class LongParagraphTests
{
    [Fact]
    public void Search_holds_no_more_than_the_ways_that_go_on()
    {
        // Far more ways end in this paragraph than in any that somebody writes; a few of them ever go on.
        const int words = 60_000;
        ParagraphItem[] items = Items(words);
        long before = GC.GetAllocatedBytesForCurrentThread();
        BrokenParagraph broken = LineBreaker.Break(items, LineMeasures.All(250.Pt), Costs);
        long used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(broken.Breaks.Length > words / 20, $"{broken.Breaks.Length} lines");
        Assert.True(used < 16 << 20, $"{used / 1e6:0.0} MB");
    }

    [Fact]
    public void Beginning_of_a_long_paragraph_is_set_as_it_would_be_with_another_end()
    {
        // Forgetting ways must not lose the best one: lines settle long before the end.
        BrokenParagraph longer = LineBreaker.Break(Items(12_000), LineMeasures.All(250.Pt), Costs);
        BrokenParagraph shorter = LineBreaker.Break(Items(400), LineMeasures.All(250.Pt), Costs);
        Assert.Equal(20, shorter.Breaks.Take(20).Count());
        Assert.Equal(shorter.Breaks.Take(20), longer.Breaks.Take(20));
    }

    private static LineBreakCosts Costs => new() { MaxRatio = 6, Overfull = true };

    private static ParagraphItem[] Items(int words)
    {
        List<ParagraphItem> items = [];
        uint state = 7;
        for (int word = 0; word < words; word++)
        {
            state = state * 1664525 + 1013904223;
            if (word > 0) items.Add(ParagraphItem.Glue(5.Pt, 2.5.Pt, 5.Pt / 3));
            items.Add(ParagraphItem.Box(Length.FromPoints(10 + state % 400 / 10.0)));
        }
        items.AddRange([ParagraphItem.Penalty(ParagraphItem.Never), ParagraphItem.Fill, ParagraphItem.Penalty(ParagraphItem.Forced)]);
        return [.. items];
    }
}
