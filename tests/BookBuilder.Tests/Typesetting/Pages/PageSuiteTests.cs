using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>Pages that people can read: tests/suite/pages.md and tables.md hold the rule, the text and the pages expected. BOOKBUILDER_ACCEPT=1 writes what came out.</summary>
public sealed class PageSuiteTests
{
    /// <summary>The files and names of the cases.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string file in (string[])["pages.md", "tables.md"])
            {
                string[] lines = File.ReadAllLines(PathOf(file));
                foreach (int i in Headings(lines)) cases.Add(file, lines[i][3..]);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pages_come_out_as_the_suite_says(string file, string name)
    {
        string[] lines = File.ReadAllLines(PathOf(file));
        int at = Headings(lines).First(i => lines[i] == "## " + name);
        int end = Headings(lines).FirstOrDefault(i => i > at, lines.Length);
        (int from, int to) = Fence(lines, at, end, "pages");
        string text = Content(lines, at, end, "markdown");
        ImmutableArray<int> size = [.. Options(lines, at, end).Select(int.Parse)];
        BookDesign design = size is [var characters, var height] ? Sheets.Design(characters, height) : Sheets.Design();
        design = design with { HasGrid = lines[at..end].Contains("On a grid.") };

        Reported<PagedBook> composed = Sheets.Compose(Sheets.Book(design, text.Split("\n===\n")));
        PagedBook book = composed.Value;
        bool all = lines[at..end].Contains("Whole book.");
        // What was said about tables stands below the pages.
        IEnumerable<string> said = composed.Diagnostics.Where(d => d.Code.StartsWith("BB212", StringComparison.Ordinal)).Select(d => $"{d.Code} {d.Message}\n");
        string came = string.Concat((all ? book.Pages : Sheets.Body(book)).Select(Sheets.Print).Concat(said)).TrimEnd('\n');

        if (Environment.GetEnvironmentVariable("BOOKBUILDER_ACCEPT") == "1")
        {
            string[] accepted = [.. lines[..from], .. came.Split('\n'), .. lines[to..]];
            File.WriteAllLines(PathOf(file), accepted, new UTF8Encoding(false));
            return;
        }
        Assert.Equal(string.Join('\n', lines[from..to]), came);
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "tests", "suite", file);

    /// <summary>The lines that begin a case: headings outside of fences.</summary>
    private static IEnumerable<int> Headings(string[] lines)
    {
        bool inFence = false;
        for (int i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith("````", StringComparison.Ordinal)) inFence = !inFence;
            else if (!inFence && lines[i].StartsWith("## ", StringComparison.Ordinal)) yield return i;
    }

    private static string Content(string[] lines, int at, int end, string kind)
    {
        (int from, int to) = Fence(lines, at, end, kind);
        return string.Join('\n', lines[from..to]);
    }

    /// <summary>"Page: 30 characters, 12 lines." anywhere in the case's prose.</summary>
    private static IEnumerable<string> Options(string[] lines, int at, int end)
    {
        string? line = lines[at..end].FirstOrDefault(l => l.StartsWith("Page: ", StringComparison.Ordinal));
        return line is null ? [] : line.Split(' ').Where(w => w.All(char.IsAsciiDigit));
    }

    private static (int From, int To) Fence(string[] lines, int at, int end, string kind)
    {
        int open = Array.FindIndex(lines, at, end - at, l => l == "````" + kind);
        int close = Array.FindIndex(lines, open + 1, end - open - 1, l => l == "````");
        return (open + 1, close);
    }
}
