using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Markdown;
using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Whatever the pages say: every word of theirs is in the chapters, or a decision names it as left out; and nothing ends in a crash.</summary>
public sealed partial class NothingIsLostTests
{
    [Fact]
    public void The_whole_book_loses_no_word() => AssertNothingIsLost(HarbourPages.Text);

    [Fact]
    public void The_book_cut_off_anywhere_loses_no_word()
    {
        for (int end = 0; end < HarbourPages.Text.Length; end += 41) AssertNothingIsLost(HarbourPages.Text[..end]);
        for (int start = 13; start < HarbourPages.Text.Length; start += 67) AssertNothingIsLost(HarbourPages.Text[start..]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_book_with_lines_lost_doubled_and_exchanged_loses_no_word(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++)
        {
            List<string> lines = [.. HarbourPages.Text.Split('\n')];
            for (int i = random.Next(1, 12); i > 0 && lines.Count > 3; i--)
            {
                int at = random.Next(lines.Count);
                switch (random.Next(6))
                {
                    case 0: lines.RemoveAt(at); break;
                    case 1: lines.Insert(random.Next(lines.Count), lines[at]); break;
                    case 2: (lines[at], lines[^1]) = (lines[^1], lines[at]); break;
                    case 3: lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), "\f"); break;
                    case 4: lines.Insert(at, "12"); break;
                    default: lines[at] = "  " + lines[at].TrimEnd('.', ':', '>'); break;
                }
            }
            AssertNothingIsLost(string.Join('\n', lines));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void The_book_with_signs_strewn_in_loses_no_word(int seed)
    {
        const string Signs = "$#*_`<>[](){}|~^@-:\t\f\\!\"“”&.1 \n";
        var random = new Random(seed);
        for (int round = 0; round < 80; round++)
        {
            var text = new StringBuilder(HarbourPages.Text);
            for (int i = random.Next(1, 40); i > 0; i--) text.Insert(random.Next(text.Length), Signs[random.Next(Signs.Length)]);
            string damaged = text.ToString();
            PageTextBook book = Pages.Read(damaged);
            AssertNothingIsLost(damaged, book);
            // What comes out is Markdown that this program reads, whatever went in.
            foreach (PageTextChapter chapter in book.Chapters.Where(c => c.Path.Length > 0))
                Assert.NotEmpty(MarkdownReader.Read(new ChapterSource("c", chapter.Path, chapter.Role, chapter.Markdown, "en-US")).Value.Content);
        }
    }

    [Theory]
    [InlineData("$")]
    [InlineData("<sup>")]
    [InlineData("<sup>1</sup>")]
    [InlineData("[a](")]
    [InlineData(". ")]
    [InlineData("a-\n")]
    [InlineData("# 1.1 A\n")]
    [InlineData("- a\n")]
    [InlineData("a\tb\n")]
    [InlineData("| a |\n")]
    [InlineData("\f")]
    [InlineData("Figure 1.1: A\n\n")]
    [InlineData("Contents\n\n1 A . . . 2\n\n")]
    [InlineData("<b>")]
    public async Task A_sign_thousands_of_times_ends(string sign)
    {
        string text = string.Concat(Enumerable.Repeat(sign, 20_000));
        PageTextBook book = await Task.Run(() => Pages.Read("# Chapter 1\n\n# Tides\n\n" + text)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains(book.Chapters, c => c.Title == "Tides");
    }

    private static void AssertNothingIsLost(string text) => AssertNothingIsLost(text, Pages.Read(text));

    private static void AssertNothingIsLost(string text, PageTextBook book)
    {
        Dictionary<string, int> there = Words(string.Join('\n', book.Chapters.Select(c => c.Path.Length > 0 ? c.Markdown : c.Title))
            + "\n" + book.Metadata.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "\n" + book.Metadata.Title + "\n" + book.Metadata.Subtitle + "\n" + string.Join('\n', book.Metadata.Authors));
        foreach (PageTextDecision decision in book.Decisions)
        {
            Dictionary<string, int> after = Words(decision.After);
            foreach ((string word, int count) in Words(decision.Before))
                if (count > after.GetValueOrDefault(word)) there[word] = there.GetValueOrDefault(word) + count - after.GetValueOrDefault(word);
        }
        string[] lost = [.. Words(text).Where(w => w.Value > there.GetValueOrDefault(w.Key)).Select(w => w.Key)];
        Assert.True(lost.Length == 0, $"lost: {string.Join(", ", lost)}\nof:\n{text}");
    }

    private static Dictionary<string, int> Words(string text) => Word().Matches(Tag().Replace(text, " ")).GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>The tags that change their form; their names are no words.</summary>
    [GeneratedRegex("</?(?:sup|sub|b|i)>")]
    private static partial Regex Tag();
}
