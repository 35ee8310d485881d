using System.Globalization;
using System.Text;
using BookBuilder.Fonts.Unicode;

namespace BookBuilder.Tests.Fonts.Unicode;

public sealed class LineEndsTests
{
    [Fact]
    public void Every_line_of_LineBreakTest_txt_holds()
    {
        List<string> wrong = [];
        int count = 0;
        foreach (string line in ConformanceFile.Read("LineBreakTest.txt"))
        {
            string[] tokens = line.Split(' ');
            StringBuilder text = new();
            List<(int At, bool Ends)> expected = [];
            for (int i = 0; i + 1 < tokens.Length; i += 2)
            {
                expected.Add((text.Length, tokens[i] == "÷"));
                text.Append(char.ConvertFromUtf32(int.Parse(tokens[i + 1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            }
            LineEnd[] ends = new LineEnd[text.Length];
            LineEnds.Find(text.ToString(), ends);
            if (expected.Any(e => e.Ends != (ends[e.At] != LineEnd.Never))) wrong.Add(line);
            count++;
        }
        Assert.Empty(wrong);
        Assert.Equal(7654, count);
    }

    [Theory]
    [InlineData("one two", "one |two")]
    [InlineData("a b\u00A0c", "a |b\u00A0c")]
    [InlineData("first\nsecond", "first\n!second")]
    [InlineData("日本語、「東京」。", "日|本|語、|「東|京」。")]
    [InlineData("한국어", "한|국|어")]
    [InlineData("$(12.50) 3,000%", "$(12.50) |3,000%")]
    [InlineData("well-known -5", "well-|known |-5")]
    [InlineData("👩‍💻👍🏽🇩🇪🇫🇷", "👩‍💻|👍🏽|🇩🇪|🇫🇷")]
    public void Lines_end_where_the_standard_lets_them(string text, string shown)
    {
        LineEnd[] ends = new LineEnd[text.Length];
        LineEnds.Find(text, ends);
        Assert.Equal(shown, string.Concat(text.Select((c, at) => ends[at] switch { LineEnd.Allowed => $"|{c}", LineEnd.Forced => $"!{c}", _ => $"{c}" })));
    }
}
