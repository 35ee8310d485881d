using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Cuts the pages' text into blocks. Blank lines, and lines that cannot go on in a paragraph, end one.</summary>
internal static partial class BlockCutter
{
    /// <summary>Cuts a text with U+000A as line end.</summary>
    public static List<PageBlock> Cut(string text, PageReading reading) => new Cutting(Lines(text, reading), reading).Run();

    /// <summary>The lines, form feeds apart; a form feed counts no line, and neither do the ends of lines and paragraphs that only Unicode knows (U+2028, U+2029).</summary>
    private static List<(int Number, string Text, bool EndsPage)> Lines(string text, PageReading reading)
    {
        List<(int, string, bool)> lines = [];
        string[] whole = text.Split('\n');
        for (int i = 0; i < whole.Length; i++)
        {
            string[] parts = whole[i].Split('\f');
            for (int part = 0; part < parts.Length; part++)
            {
                if (part > 0) lines.Add((i + 1, "", true));
                // What stood on the line of the form feed is no picture.
                string rest = parts.Length > 1 && string.IsNullOrWhiteSpace(parts[part]) ? "" : parts[part];
                foreach (string written in rest.Replace("\u2029", "\u2028\u2028", StringComparison.Ordinal).Split('\u2028'))
                {
                    string line = written;
                    if (line.Any(IsControl))
                    {
                        string clean = string.Concat(line.Where(c => !IsControl(c)));
                        reading.Decide(i + 1, PageTextRule.Sign, line, clean, Confidence.High, "control characters are left out");
                        line = clean;
                    }
                    lines.Add((i + 1, line, false));
                }
            }
        }
        return lines;
    }

    private static bool IsControl(char c) => char.IsControl(c) && c != '\t' || c is '\ufffe' or '\uffff';

    /// <summary>The walk over the lines.</summary>
    private sealed class Cutting(List<(int Number, string Text, bool EndsPage)> lines, PageReading reading)
    {
        private readonly List<PageBlock> _blocks = [];
        private int _at;

        public List<PageBlock> Run()
        {
            while (_at < lines.Count)
            {
                (int number, string line, bool endsPage) = lines[_at];
                if (endsPage) { _blocks.Add(new PageEnd(number)); _at++; }
                else if (line.Length == 0) _at++;
                else if (string.IsNullOrWhiteSpace(line)) Blanks(number);
                else if (PageSign().IsMatch(line)) TakePageSign(number, line);
                else if (Fence().Match(line) is { Success: true } fence) Verbatim(l => l.TrimStart().StartsWith(fence.Groups[1].Value, StringComparison.Ordinal));
                else if (line.Trim() == "$$") Verbatim(l => l.Trim() == "$$");
                else if (line.TrimStart().StartsWith("<!--", StringComparison.Ordinal)) Comment();
                else if (Heading().Match(line) is { Success: true } heading) TakeHeading(number, heading);
                else if (Rule().IsMatch(line)) { _blocks.Add(new RuleLine(number)); _at++; }
                else if (Picture().Match(line) is { Success: true } picture) { _blocks.Add(new PictureLine(number, picture.Groups[1].Value, picture.Groups[2].Value)); _at++; }
                else if (line.TrimStart().StartsWith('|')) _blocks.Add(new PipeRun(number, Run(l => l.TrimStart().StartsWith('|'))));
                else if (line.TrimStart().StartsWith('>')) _blocks.Add(new QuoteRun(number, Run(l => l.TrimStart().StartsWith('>'))));
                else if (IsRow(_at) && IsRow(_at + 1)) Rows(number);
                else if (Item().Match(line) is { Success: true } item) TakeItem(number, item);
                else Paragraph(number);
            }
            return _blocks;
        }

        private void Blanks(int number)
        {
            int last = number;
            while (_at < lines.Count && !lines[_at].EndsPage && lines[_at].Text.Length > 0 && string.IsNullOrWhiteSpace(lines[_at].Text)) last = lines[_at++].Number;
            _blocks.Add(new BlankRun(number, last));
        }

        /// <summary>What some readers write between pages instead of a form feed.</summary>
        private void TakePageSign(int number, string line)
        {
            reading.Decide(number, PageTextRule.PageNumber, line.Trim(), "", Confidence.High, "a sign of the page's reader for the end of a page");
            _blocks.Add(new PageEnd(number));
            _at++;
        }

        private void Verbatim(Func<string, bool> ends)
        {
            int number = lines[_at].Number;
            var text = new StringBuilder(lines[_at++].Text);
            bool isClosed = false;
            while (_at < lines.Count && !isClosed)
            {
                string line = lines[_at++].Text;
                isClosed = ends(line);
                text.Append('\n').Append(line);
            }
            // What nobody closed would swallow the rest of the chapter for ever; it is closed where the text ends.
            if (!isClosed) text.Append('\n').Append(text.ToString().TrimStart().StartsWith("$$", StringComparison.Ordinal) ? "$$" : text.ToString().TrimStart()[..3]);
            _blocks.Add(new VerbatimRun(number, text.ToString()));
        }

        /// <summary>A comment that ends on its line or on a later one; one that never ends is text.</summary>
        private void Comment()
        {
            int last = lines.FindIndex(_at, l => l.Text.Contains("-->", StringComparison.Ordinal));
            if (last < 0 || !lines[last].Text.TrimEnd().EndsWith("-->", StringComparison.Ordinal))
            {
                Paragraph(lines[_at].Number);
                return;
            }
            _blocks.Add(new VerbatimRun(lines[_at].Number, string.Join('\n', lines.GetRange(_at, last + 1 - _at).Select(l => l.Text))));
            _at = last + 1;
        }

        private void TakeHeading(int number, Match heading)
        {
            string text = Spaces().Replace(RaisedNumbers.InOneForm(heading.Groups[2].Value), " ").Trim();
            // Readers of pages print a bold heading twice marked.
            if (Bold().Match(text) is { Success: true } bold) text = bold.Groups[1].Value;
            _blocks.Add(new HeadingLine(number, heading.Groups[1].Length, text));
            _at++;
        }

        private string Run(Func<string, bool> goesOn)
        {
            List<string> run = [];
            while (_at < lines.Count && !lines[_at].EndsPage && goesOn(lines[_at].Text)) run.Add(RaisedNumbers.InOneForm(lines[_at++].Text.Trim()));
            return string.Join('\n', run);
        }

        private bool IsRow(int at) => at < lines.Count && !lines[at].EndsPage && lines[at].Text.TrimEnd().TrimStart(' ').Contains('\t', StringComparison.Ordinal);

        private void Rows(int number)
        {
            List<string[]> rows = [];
            while (IsRow(_at)) rows.Add([.. RaisedNumbers.InOneForm(lines[_at++].Text).Split('\t').Select(c => Spaces().Replace(c, " ").Trim())]);
            int columns = rows.Max(r => r.Length);
            // A tab at the end of every line ends the line and begins no cell.
            while (columns > 1 && rows.All(r => r.Length < columns || r[columns - 1].Length == 0)) columns--;
            _blocks.Add(new RowRun(number, [.. rows.Select(r => ImmutableArray.Create([.. r.Take(columns), .. Enumerable.Repeat("", Math.Max(0, columns - r.Length))]))])
            {
                IsRagged = rows.Any(r => r.Length < columns),
            });
        }

        private void TakeItem(int number, Match item)
        {
            string marker = item.Groups[2].Value;
            if (!char.IsAsciiDigit(marker[0])) marker = "-";
            int indent = item.Groups[1].Value.Replace("\t", "    ", StringComparison.Ordinal).Length;
            int deepest = _blocks is [.., ItemRun above] ? above.Depth + 1 : 0;
            // The list has begun before its words are read: where the next item begins, they end.
            int own = _blocks.Count;
            var begun = new ItemRun(number, marker, Math.Min(indent / 2, deepest), "");
            _blocks.Add(begun);
            _blocks[own] = begun with { Text = Flow(item.Groups[3].Value, out _) };
        }

        private void Paragraph(int number)
        {
            string text = Flow(lines[_at].Text, out int last);
            _blocks.Add(new TextRun(number, text) { LastLine = last });
        }

        /// <summary>The lines of a paragraph as one, words divided at their ends put together.</summary>
        private string Flow(string first, out int last)
        {
            var text = new StringBuilder(Clean(first));
            last = lines[_at++].Number;
            while (_at < lines.Count && GoesOn(lines[_at]))
            {
                string next = Clean(lines[_at].Text);
                WordJoin.Append(text, next, lines[_at].Number, reading);
                last = lines[_at++].Number;
            }
            return text.ToString();
        }

        private static string Clean(string line) => Spaces().Replace(RaisedNumbers.InOneForm(line), " ").Trim();

        private bool GoesOn((int Number, string Text, bool EndsPage) line) =>
            !line.EndsPage && !string.IsNullOrWhiteSpace(line.Text) && !Heading().IsMatch(line.Text) && !Rule().IsMatch(line.Text) && !Picture().IsMatch(line.Text)
            && !Fence().IsMatch(line.Text) && !PageSign().IsMatch(line.Text) && !NoteStart().IsMatch(RaisedNumbers.InOneForm(line.Text)) && line.Text.TrimStart()[0] is not ('|' or '>')
            && line.Text.Trim() != "$$" && !(IsRow(_at) && IsRow(_at + 1)) && !(Item().Match(line.Text) is { Success: true } item && BeginsList(item.Groups[2].Value));

        // "1987. " at the start of a line is the end of a sentence more often than the 1987th item of a list.
        private bool BeginsList(string marker) => !char.IsAsciiDigit(marker[0]) || marker[..^1] == "1" || _blocks is [.., ItemRun];
    }

    /// <summary>"{12}-----", "&lt;!-- PageBreak --&gt;", "&lt;!-- PageNumber="12" --&gt;".</summary>
    [GeneratedRegex(@"^\s*(?:\{\d+\}-{8,}|<!--\s*(?i:page\s?(?:break|end|(?:number)?\s?[=:]?\s?""?\w{1,6}""?))\s*-->)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageSign();

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)[ \t]*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*!\[([^\]]*)\]\(([^()\s]+)\)\s*$")]
    private static partial Regex Picture();

    [GeneratedRegex(@"^([ \t]*)([-*+•‣▪◦·]|\d{1,3}[.)])[ \t]+(\S.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*<sup>\d{1,4}</sup>")]
    private static partial Regex NoteStart();

    [GeneratedRegex(@"^\*\*((?:(?!\*\*).)+)\*\*$")]
    private static partial Regex Bold();

    [GeneratedRegex(@"[ \t\u00a0]+")]
    private static partial Regex Spaces();
}
