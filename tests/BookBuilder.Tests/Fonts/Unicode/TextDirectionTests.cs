using System.Collections.Frozen;
using System.Globalization;
using BookBuilder.Fonts.Unicode;

namespace BookBuilder.Tests.Fonts.Unicode;

public sealed class TextDirectionTests
{
    /// <summary>A character of each class; that of ON is no bracket.</summary>
    private static readonly FrozenDictionary<string, char> Samples = new Dictionary<string, char>
    {
        ["L"] = 'a', ["R"] = '\u05D0', ["AL"] = '\u0627', ["EN"] = '1', ["ES"] = '+', ["ET"] = '%', ["AN"] = '\u0661', ["CS"] = ',', ["NSM"] = '\u0300',
        ["BN"] = '\u00AD', ["B"] = '\u2029', ["S"] = '\t', ["WS"] = ' ', ["ON"] = '!', ["LRE"] = '\u202A', ["LRO"] = '\u202D', ["RLE"] = '\u202B',
        ["RLO"] = '\u202E', ["PDF"] = '\u202C', ["LRI"] = '\u2066', ["RLI"] = '\u2067', ["FSI"] = '\u2068', ["PDI"] = '\u2069',
    }.ToFrozenDictionary();

    [Fact]
    public void Every_case_of_BidiTest_txt_holds()
    {
        List<string> wrong = [];
        int count = 0;
        string levels = "", order = "";
        foreach (string line in ConformanceFile.Read("BidiTest.txt"))
        {
            if (line.StartsWith("@Levels:", StringComparison.Ordinal)) levels = line["@Levels:".Length..].Trim();
            else if (line.StartsWith("@Reorder:", StringComparison.Ordinal)) order = line["@Reorder:".Length..].Trim();
            if (line[0] == '@') continue;
            string[] parts = line.Split(';');
            string text = string.Concat(parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Samples[c]));
            int directions = int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (int direction = 0; direction < 3; direction++)
            {
                if ((directions & (1 << direction)) == 0) continue;
                byte paragraph = direction == 0 ? TextDirection.FirstStrong(text) ?? 0 : (byte)(direction - 1);
                if (!Holds(text, paragraph, levels, order)) wrong.Add($"{line} ({paragraph})");
                count++;
            }
        }
        Assert.Empty(wrong);
        Assert.Equal(770241, count);
    }

    [Fact]
    public void Every_line_of_BidiCharacterTest_txt_holds()
    {
        List<string> wrong = [];
        int count = 0;
        foreach (string line in ConformanceFile.Read("BidiCharacterTest.txt"))
        {
            string[] parts = line.Split(';');
            string text = string.Concat(parts[0].Split(' ').Select(c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
            byte paragraph = parts[1] == "2" ? TextDirection.FirstStrong(text) ?? 0 : (byte)(parts[1][0] - '0');
            if (paragraph != parts[2][0] - '0' || !Holds(text, paragraph, parts[3], parts[4])) wrong.Add(line);
            count++;
        }
        Assert.Empty(wrong);
        Assert.Equal(91707, count);
    }

    [Fact]
    public void Only_text_that_can_run_right_to_left_asks_for_more()
    {
        Assert.False(TextDirection.HasRightToLeft("Plain text, “quoted” – 100 %, 日本語, Ελληνικά."));
        Assert.True(TextDirection.HasRightToLeft("The word שלום."));
        Assert.True(TextDirection.HasRightToLeft("\uD83A\uDD00"));
    }

    /// <summary>Levels and order, with "x" for what the algorithm takes out.</summary>
    private static bool Holds(string text, byte paragraph, string expectedLevels, string expectedOrder)
    {
        byte[] levels = TextDirection.Levels(text, paragraph);
        TextDirection.SettleWhite(text, levels, paragraph);
        string[] expected = expectedLevels.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<int> starts = [];
        for (int at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1) starts.Add(at);
        for (int i = 0; i < starts.Count; i++)
            if (expected[i] != "x" && levels[starts[i]] != int.Parse(expected[i], CultureInfo.InvariantCulture)) return false;
        int[] order = TextDirection.VisualOrder([.. starts.Select(s => levels[s])]);
        return string.Join(' ', order.Where(o => expected[o] != "x")) == expectedOrder.Trim();
    }
}
