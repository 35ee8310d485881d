using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Tests.Model;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("tide", "tide")]
    [InlineData("the tide", "the tide")]
    [InlineData(" the tide", "the tide")]
    [InlineData("the tide ", "the tide")]
    [InlineData("the  tide", "the tide")]
    [InlineData("the\ttide\nrises", "the tide rises")]
    [InlineData("the\u00a0tide", "the tide")]
    [InlineData("ti\u00adde", "tide")]
    [InlineData(" ", "")]
    public void White_runs_together_and_soft_hyphens_go(string written, string words)
    {
        Assert.Equal(words, PlainText.Of([new Text(written)]));
        // A text in two parts is the same text.
        for (int cut = 0; cut <= written.Length; cut++)
            Assert.Equal(words, PlainText.Of([new Text(written[..cut]), new Text(written[cut..])]));
    }
}
